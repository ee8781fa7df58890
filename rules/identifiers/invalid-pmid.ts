import { defineRule } from '../../src/model.ts';
import { reportInvalid } from '../shared/report-invalid.ts';

const messages = {
  character: 'PMID `{text}` contains {found}; a PMID has digits only.',
  range: 'PMID `{text}` was never given out.',
};

/** A PubMed identifier that was never given out leads to another record, or none. */
export default defineRule({
  id: 'invalid-pmid',
  description: 'Disallow PubMed identifiers that PubMed never gave out.',
  scope: 'files',
  level: 'error',
  preset: 'recommended',
  since: '0.1.0',
  fix: 'none',
  messages,
  options: {},
  check: reportInvalid('pmid', messages),
});
