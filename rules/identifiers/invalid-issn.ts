import { defineRule } from '../../src/model.ts';
import { reportInvalid } from '../shared/report-invalid.ts';

const messages = {
  shape: '`{text}` is no ISSN.',
  length: 'ISSN `{text}` has {found} digits; an ISSN has {expected}.',
  character: 'ISSN `{text}` contains {found}.',
  checksum: 'Check digit `{found}` of ISSN `{text}` is wrong: the other digits ask for `{expected}`.',
  range: 'ISSN `{text}` is a placeholder.',
};

/** A mistyped ISSN finds another journal, or none. */
export default defineRule({
  id: 'invalid-issn',
  description: 'Disallow ISSNs with a wrong check digit, length or character.',
  scope: 'files',
  level: 'warning',
  preset: 'recommended',
  since: '0.1.0',
  fix: 'none',
  messages,
  options: {},
  check: reportInvalid('issn', messages),
});
