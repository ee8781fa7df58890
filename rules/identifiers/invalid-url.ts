import { defineRule, type Fix } from '../../src/model.ts';
import type { IdentifierProblem } from '../../src/work/identifiers.ts';
import type { IdentifierPlace } from '../shared/identifiers.ts';
import { reportInvalid } from '../shared/report-invalid.ts';

const messages = {
  scheme: 'URL `{text}` begins with no scheme; engines link to a file of that name on this site.',
  mistyped: 'URL `{text}` begins with `{found}`; no browser knows such a scheme.',
  unreadable: 'URL `{text}` leads into the machine of its author.',
  character: 'URL `{text}` contains {found}, where its link ends or breaks.',
  credentials: 'This URL gives away a user name or a password.',
  host: 'URL `{text}` names a host that no reader can reach.',
  double: 'URL `{text}` is two URLs in one.',
  trailing: 'The `{found}` at the end of URL `{text}` becomes part of its link.',
};

/** A link that works for its author alone, or for nobody, is no reference. */
export default defineRule({
  id: 'invalid-url',
  description: 'Disallow URLs that no reader can open.',
  scope: 'files',
  level: 'warning',
  preset: 'recommended',
  since: '0.1.0',
  fix: 'suggest',
  messages,
  options: {},
  // In running text `www.tug.org` is a name that people know how to open.
  check: reportInvalid('url', messages, {
    except: ({ role }, { kind }) => kind === 'scheme' && role !== 'field',
    fixes: addScheme,
  }),
});

function addScheme(place: IdentifierPlace, { kind, found = '' }: IdentifierProblem): Fix[] {
  if ((kind !== 'scheme' && kind !== 'mistyped') || !place.exact) return [];
  const { path, region } = place.at(place.reading.region);
  const edit = { path, region: { start: region.start, end: region.start + found.length }, text: 'https://' };
  return [{ title: 'Begin with `https://`', safety: 'suggest', edits: [edit] }];
}
