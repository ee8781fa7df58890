import { defineRule } from '../../src/model.ts';
import { reportInvalid } from '../shared/report-invalid.ts';

const messages = {
  shape: '`{text}` is no ISBN.',
  length: 'ISBN `{text}` has {found} digits; an ISBN has {expected}.',
  character: 'ISBN `{text}` contains {found}.',
  prefix: 'ISBN `{text}` begins with `{found}`; an ISBN of 13 digits begins with 978 or 979.',
  checksum: 'Check digit `{found}` of ISBN `{text}` is wrong: the other digits ask for `{expected}`.',
  range: 'ISBN `{text}` is a placeholder.',
};

/** A mistyped ISBN finds another book, or none. */
export default defineRule({
  id: 'invalid-isbn',
  description: 'Disallow ISBNs with a wrong check digit, length, prefix or character.',
  scope: 'files',
  level: 'warning',
  preset: 'recommended',
  since: '0.1.0',
  fix: 'none',
  messages,
  options: {},
  check: reportInvalid('isbn', messages),
});
