import { defineRule, type Fix, type Location } from '../../src/model.ts';
import { createKeyIndexes } from '../shared/key-index.ts';
import { unknownCites } from '../shared/unknown-cites.ts';

/** A key in the wrong case is another key to most engines, and the same one to some: the page depends on the engine. */
export default defineRule({
  id: 'miscased-key',
  description: 'Disallow cite keys that differ from their entry only by case.',
  scope: 'files',
  level: 'error',
  preset: 'recommended',
  since: '0.1.0',
  fix: 'safe',
  messages: {
    sensitive: 'Cite key `{key}` differs from `{entry}` by case; {engine} does not find it.',
    insensitive: 'Cite key `{key}` differs from `{entry}` by case; {engine} finds it, most others do not.',
  },
  options: {},

  check(project, { report }) {
    const indexOf = project.shared(createKeyIndexes);
    for (const [document, cites] of project.shared(unknownCites)) {
      const { folded, ambiguous } = indexOf(project.entriesFor(document));
      const engine = project.engineOf(document);
      for (const { citation, cite } of cites) {
        if (citation.foldsCase) continue;
        const { key, keyRegion } = cite;
        const entry = folded.get(key.toLowerCase());
        if (entry === undefined) continue;
        report({
          at: { path: document.path, region: keyRegion },
          messageId: engine.caseSensitiveKeys ? 'sensitive' : 'insensitive',
          level: engine.caseSensitiveKeys ? 'error' : 'warning',
          data: { key, entry: entry.key, engine: engine.name },
          related: [{ at: entry.at, message: 'the entry' }],
          fixes: rewrite({ path: document.path, region: keyRegion }, key, entry.key, ambiguous),
        });
      }
    }
  },
});

/** Only where the key stands there as it reads; of several entries that fit, a person has to choose. */
function rewrite(at: Location, key: string, name: string, ambiguous: ReadonlySet<string>): Fix[] {
  if (at.region.end - at.region.start !== key.length) return [];
  const safety = ambiguous.has(name.toLowerCase()) ? 'suggest' : 'safe';
  return [{ title: `Write \`${name}\``, safety, edits: [{ ...at, text: name }] }];
}
