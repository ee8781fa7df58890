import { type Citation, type Cite, type DocumentFacts, defineRule, type Fix } from '../../src/model.ts';

/** A key twice in one citation prints the same reference twice, and a reader looks for the difference. */
export default defineRule({
  id: 'repeated-key',
  description: 'Disallow the same cite key twice in one citation.',
  scope: 'document',
  level: 'warning',
  preset: 'recommended',
  since: '0.1.0',
  fix: 'safe',
  messages: { repeated: 'Cite key `{key}` stands twice in one citation.' },
  options: {},

  check(document, { project, report }) {
    const citations = project.citationsOf(document);
    // Counted, as each citation of a site is looked at, and nearly none has more than two keys.
    for (let place = 0; place < citations.length; place++) {
      const citation = citations[place]!;
      const { cites, construct } = citation;
      if (cites.length < 2 || (cites.length === 2 && cites[0]!.key !== cites[1]!.key)) continue;
      if (construct === 'nocite') continue;
      const seen = new Map<string, Cite>();
      for (const cite of cites) {
        if (cite.key === '') continue;
        const first = seen.get(cite.key);
        if (first === undefined) seen.set(cite.key, cite);
        else if (first.locator === cite.locator && first.suffix === cite.suffix) {
          report({
            at: { path: document.path, region: cite.keyRegion },
            messageId: 'repeated',
            data: { key: cite.key },
            related: [{ at: { path: document.path, region: first.keyRegion }, message: 'the first time' }],
            fixes: first.mode === cite.mode ? removal(document, citation, cite) : [],
          });
        }
      }
    }
  },
});

/**
 * Takes the cite out with the separator before it, where nothing but that stands between the two keys: the separator
 * ends at the key before, and a brace or a quote round that key goes on to stand round the other.
 */
function removal({ path }: DocumentFacts, { cites, construct }: Citation, cite: Cite): Fix[] {
  const before = cites[cites.indexOf(cite) - 1];
  const isBare = ({ locator, prefix, suffix }: Cite): boolean => (locator ?? prefix ?? suffix) === undefined;
  // Locators of a tag go by the order of its keys, and behind an in-text cite a bracket opens.
  const isPlain = construct === 'bracketed' || construct === 'role' || cites.every(isBare);
  if (before === undefined || !isPlain || !isBare(before) || !isBare(cite)) return [];
  if (construct === 'in-text' || before.keyRegion.end > cite.keyRegion.start) return [];
  const edits = [{ path, region: { start: before.keyRegion.end, end: cite.keyRegion.end }, text: '' }];
  return [{ title: 'Remove the second', safety: 'safe', edits }];
}
