import { defineRule } from '../../src/model.ts';
import { reportInvalid } from '../shared/report-invalid.ts';

const messages = {
  shape: 'arXiv identifier `{text}` is neither like `1706.03762` nor like `hep-th/9711200`.',
  length:
    'arXiv identifier `{text}` has {found} digits behind its dot; in that month arXiv gave out {expected}.',
  character: 'arXiv identifier `{text}` contains {found}.',
  prefix: 'arXiv identifier `{text}` names the archive `{found}`, which arXiv never had.',
  date: 'arXiv identifier `{text}` says year and month `{found}`, in which arXiv gave out none of this form.',
  range: 'arXiv identifier `{text}` ends in `{found}`; arXiv counts from 1.',
};

/** An arXiv identifier that was never given out leads to an error page instead of the paper. */
export default defineRule({
  id: 'invalid-arxiv-id',
  description: 'Disallow arXiv identifiers that arXiv never gave out.',
  scope: 'files',
  level: 'error',
  preset: 'recommended',
  since: '0.1.0',
  fix: 'none',
  messages,
  options: {},
  check: reportInvalid('arxiv', messages),
});
