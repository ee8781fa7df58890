import type { Region, SiteDialect } from '../../../model.ts';
import { joined } from '../../in-order.ts';
import { parser } from '../../parsers.ts';
import { findBareBraces } from '../../template/hugo/bare-braces.ts';
import { pairHugoShortcodes } from '../../template/hugo/pairing.ts';
import { lexHugoShortcodes } from '../../template/hugo/shortcode.ts';
import { NO_TEMPLATE, printsEverything, type TemplateFacts } from '../template-facts.ts';
import { collectHugo } from './hugo.ts';
import { lostItems, toldItems, wrappedItems } from './items.ts';
import { readPlainCites } from './plain-cites.ts';
import { hugoSignature } from './signatures.ts';
import { inSequence, verbatimRegions, withBodies } from './verbatim.ts';

/** What the shortcodes of a page of Hugo say. */
export function readHugo(text: string, body: Region, dialect: SiteDialect): TemplateFacts {
  return readPlainCites(text, body, dialect) ?? readAllShortcodes(text, body, dialect);
}

/** The same of any page, tag by tag; a test compares both. */
export function readAllShortcodes(text: string, body: Region, dialect: SiteDialect): TemplateFacts {
  const { shortcodes, masked: tags, problems } = lexHugoShortcodes(text, body.start);
  const verbatim = verbatimRegions(shortcodes, dialect);
  const items = wrappedItems(shortcodes, verbatim, dialect);
  const written = items.length === 0 ? [] : parser('commonmark').readItemBodies(text, items);
  const bodies = written.map(({ region }) => region);
  const masked = withBodies(tags, bodies.length === 0 ? verbatim : inSequence(verbatim, bodies));
  const isCiting = (name: string): boolean => hugoSignature(name, dialect)?.cite !== undefined;
  const bare = findBareBraces(text, body, masked, isCiting);
  if (shortcodes.length === 0 && problems.length === 0 && bare.length === 0)
    return { ...NO_TEMPLATE, masked };
  const collected = collectHugo(shortcodes, dialect, text);
  const { citations, references, bibliographies, printsReferenceList } = collected;
  const unpaired = pairHugoShortcodes(shortcodes, dialect);
  const told = toldItems(shortcodes, dialect, text);
  const made = told.items.length === 0 ? items : [...items, ...told.items];
  const lost = lostItems(made, citations, shortcodes, dialect, text);
  return {
    shortcodes: () => shortcodes,
    masked,
    citations,
    references: joined(joined(references, told.references), written),
    bibliographies,
    entries: told.entries,
    printsReferenceList: printsReferenceList || made.length > 0,
    printsWholeBibliography: shortcodes.some(printsEverything),
    problems: [...problems, ...bare, ...unpaired, ...collected.problems, ...lost],
  };
}
