import { defineRule } from '../../src/model.ts';
import { identifierPlaces, nameOfCharacter } from '../shared/identifiers.ts';

/** A link that works for its author alone, or for nobody, is no reference. */
export default defineRule({
  id: 'invalid-url',
  description: 'Disallow URLs that no reader can open.',
  scope: 'project',
  level: 'warning',
  preset: 'recommended',
  since: '0.1.0',
  fix: 'suggest',
  messages: {
    'missing-scheme': 'URL `{text}` lacks its scheme; engines link to a file of that name on this site.',
    'mistyped-scheme': 'URL `{text}` begins with `{found}`, which is no scheme.',
    unreadable: 'URL `{text}` leads into the machine of its author.',
    character: 'URL `{text}` contains {found}; the link ends there.',
    credentials: 'URL `{text}` gives away a user name or a password.',
    host: 'URL `{text}` names the host `{found}`, which no reader can reach.',
    double: 'These are two URLs in one: `{text}`.',
    trailing: 'The `{found}` at the end of URL `{text}` becomes part of the link.',
  },
  options: {},

  check(project, { report }) {
    for (const { text, reading, at, role, exact } of identifierPlaces(project, 'url')) {
      const { problem, region } = reading;
      if (problem === undefined || problem.kind === 'empty') continue;
      const url = text.slice(region.start, region.end);
      const found = problem.found ?? '';
      const start = problem.at ?? region.start;
      const place = at({ start, end: Math.max(start + 1, start + found.length) });
      if (problem.kind === 'scheme' && problem.expected !== undefined) {
        // In a text, `www.tug.org` is a name people know how to open.
        if (role !== 'field') continue;
        const edits = [{ ...at({ start, end: start + found.length || region.end }), text: '' }];
        const [edit] = edits;
        const fixed = found === '' ? `https://${url}` : problem.expected;
        const fixes = exact && edit !== undefined
          ? [{ title: `Write \`${fixed}\``, safety: 'suggest' as const, edits: [{ ...edit, text: fixed }] }]
          : [];
        if (found === '') report({ at: at(region), messageId: 'missing-scheme', data: { text: url }, fixes });
        else report({ at: place, messageId: 'mistyped-scheme', data: { text: url, found }, fixes });
      } else if (problem.kind === 'scheme') report({ at: at(region), messageId: 'unreadable', data: { text: url } });
      else if (problem.kind === 'character') {
        report({ at: at({ start, end: start + found.length }), messageId: 'character', data: { text: url, found: nameOfCharacter(found) } });
      } else if (problem.kind === 'credentials') report({ at: place, messageId: 'credentials', data: { text: url } });
      else if (problem.kind === 'host') report({ at: place, messageId: 'host', data: { text: url, found } });
      else if (problem.kind === 'double') report({ at: at(region), messageId: 'double', data: { text: url } });
      else if (problem.kind === 'trailing') report({ at: place, messageId: 'trailing', data: { text: url, found } });
    }
  },
});
