import { defineRule, type Fix, type Location } from '../../src/model.ts';

/** Quarto takes `@def-1990` for the number of a definition and never looks into the bibliography. */
export default defineRule({
  id: 'shadowed-key',
  description: 'Disallow keys that Quarto takes for cross-references.',
  scope: 'project',
  level: 'error',
  preset: 'recommended',
  since: '0.1.0',
  fix: 'suggest',
  messages: {
    shadowed:
      'Quarto takes `@{key}` for a cross-reference, since it begins with `{prefix}`, and prints ?@{key}; rename the entry.',
  },
  options: {},

  check(project, { report }) {
    const reported = new Set<unknown>();
    for (const document of project.documents) {
      if (document.dialect !== 'quarto') continue;
      const entries = project.entriesFor(document);
      if (reported.has(entries)) continue;
      reported.add(entries);
      const { crossReferencePrefixes } = project.dialectOf(document);
      for (const [key, located] of entries) {
        const lower = key.charAt(0).toLowerCase() + key.slice(1);
        const prefix = crossReferencePrefixes.find((start) => lower.startsWith(start));
        if (prefix === undefined) continue;
        for (const { at } of located) {
          const place = `${at.path}:${at.region.start}`;
          if (reported.has(place)) continue;
          reported.add(place);
          report({ at, messageId: 'shadowed', data: { key, prefix }, fixes: rename(at, key, entries) });
        }
      }
    }
  },
});

/** The entry alone: what cites it is a cross-reference until it is written anew. */
function rename(at: Location, key: string, entries: ReadonlyMap<string, unknown>): Fix[] {
  const name = key.replace('-', '_');
  if (entries.has(name)) return [];
  const edits = [{ ...at, text: name }];
  return [{ title: `Rename the entry to \`${name}\``, safety: 'suggest', edits }];
}
