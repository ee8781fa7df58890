import { defineRule } from '../../src/model.ts';
import { FieldIdentifier } from '../shared/field-identifier.ts';
import { FIELDS } from '../shared/identifier-fields.ts';
import type { IdentifierPlace } from '../shared/identifiers.ts';
import { reportInvalid } from '../shared/report-invalid.ts';

const messages = {
  prefix: 'This DOI begins with `{found}`; a DOI begins with `10.` and four digits or more.',
  mistyped: 'The address of the resolver is misspelt, `{found}`; it is `https://doi.org/`.',
  unlike: '`{text}` is no DOI; a DOI begins with `10.` and four digits or more.',
  empty: 'DOI `{text}` is empty: nothing follows its prefix.',
  shape: 'DOI `{text}` has no {expected}.',
  character: 'DOI `{text}` contains {found}; the resolver knows no such DOI.',
  bracket: 'The parenthesis `{found}` in DOI `{text}` has no partner; the other was lost.',
  double: 'DOI `{text}` is two DOIs in one; engines link to both as one.',
};

/** A DOI that is none leads to an error page of the resolver instead of the work. */
export default defineRule({
  id: 'invalid-doi',
  description: 'Disallow DOIs that no resolver can know.',
  scope: 'files',
  level: 'error',
  preset: 'recommended',
  since: '0.1.0',
  fix: 'none',
  messages,
  options: {},
  check: reportInvalid('doi', messages, {
    except: (place, { kind }) => {
      // A field without anything but blanks and braces is for `empty-field` to report, an address for `invalid-url`.
      if (kind === 'empty') return place.role !== 'field' || /^[\s{}]*$/.test(place.text);
      return kind === 'mistyped' && isInUrl(place);
    },
  }),
});

const isInUrl = (place: IdentifierPlace): boolean =>
  place instanceof FieldIdentifier && FIELDS.url.has(place.field.name.toLowerCase());
