import type { DocumentFacts, Gap, Project, Reference, ReferenceUse, Region } from '../../src/model.ts';
import { append } from '../../src/text/append.ts';
import { once } from '../../src/text/once.ts';
import { remember } from '../../src/text/remember.ts';
import { isNumbering, isPageConstruct } from '../../src/work/page-keys.ts';
import { normalizeReferenceText } from '../../src/work/titles.ts';
import { languageOfPath } from './page-language.ts';

/** Texts of one key that are the same but for emphasis, case, dashes, quotes and white space. */
export interface ReferenceVariant {
  readonly uses: ReferenceUse[];
}

/**
 * The reference texts of each site by cite key, for keys that have more than one; the text used most comes first, the
 * earlier one where two are used alike. Texts are compared as strings before anything costs time.
 */
export function* differingTexts(project: Project): Iterable<[key: string, variants: ReferenceVariant[]]> {
  for (const keys of sites(project).values()) {
    for (const [key, texts] of keys) {
      if (texts.size < 2) continue;
      const variants = mergeAlike(texts);
      if (variants.length > 1) yield [key, variants];
    }
  }
}

/** A label or a number given twice on one page: `duplicate-footnote` and `broken-reference-link` tell that as what it is. */
const isRepeatedLabel = ({ construct, key = '' }: Reference): boolean =>
  construct === 'footnote' || (construct === 'list-item' && /^\d+$/.test(key));

type Texts = Map<string, ReferenceUse[]>;

/** The places of texts by site and key, for keys that have several texts somewhere. */
function sites(project: Project): Map<string, Map<string, Texts>> {
  const found = new Map<string, Map<string, Texts>>();
  const lookup = once(() => siteLookup(project));
  for (const [key, texts] of project.referencesByKey()) {
    if (texts.length < 2) continue;
    const isNumber = isNumbering(key);
    for (const { text, uses } of texts) {
      // Uses of one text mostly stand in one site, so the place for them is looked up once.
      let place = '';
      let same: ReferenceUse[] = [];
      for (const use of uses) {
        const { document, reference } = use;
        if (isRepeatedLabel(reference)) continue;
        const site = lookup()(document);
        const { construct } = reference;
        const isOfPage = isNumber || isPageConstruct(construct);
        const scope = isOfPage ? `${site}\n${document.path}\n${construct}` : site;
        if (scope !== place) {
          place = scope;
          same = remember(child(child(found, scope), key), text, () => []);
        }
        same.push(use);
      }
    }
  }
  return found;
}

/** The site of a document, and in it its language: a translation cites another edition. Most projects have one of each. */
function siteLookup(project: Project): (document: DocumentFacts) => string {
  const sites = new Map<DocumentFacts, string>();
  for (const document of project.documents)
    sites.set(document, `${project.dialectOf(document).root}\n${languageOfPath(document.path)}`);
  const [only = '', ...others] = new Set(sites.values());
  return others.length === 0 ? () => only : (document) => sites.get(document) ?? only;
}

function child<V extends Map<unknown, unknown>>(parent: Map<string, V>, key: string): V {
  let found = parent.get(key);
  if (found === undefined) {
    found = new Map() as unknown as V;
    parent.set(key, found);
  }
  return found;
}

function mergeAlike(texts: Texts): ReferenceVariant[] {
  const variants = new Map<string, ReferenceVariant>();
  // Another site may have the same texts in another order.
  const inOrder = [...texts].sort(([, a], [, b]) => compareUses(a[0]!, b[0]!));
  for (const [text, uses] of inOrder) {
    const name = normalizeReferenceText(text);
    const variant = variants.get(name);
    if (variant === undefined) variants.set(name, { uses: [...uses] });
    else append(variant.uses, uses);
  }
  return [...variants.values()].sort((a, b) => b.uses.length - a.uses.length);
}

function compareUses(a: ReferenceUse, b: ReferenceUse): number {
  if (a.document === b.document) return a.reference.region.start - b.reference.region.start;
  return a.document.path < b.document.path ? -1 : 1;
}

/** A part of a reference text in its file: exact where it is known what stands there beside the text, else the whole text. */
export function regionInReference({ region, text, gaps = [] }: Reference, part: Region | undefined): Region {
  const skipped = (isBefore: (gap: Gap) => boolean): number =>
    gaps.reduce((sum, gap) => (isBefore(gap) ? sum + gap.length : sum), 0);
  if (part === undefined || region.end - region.start !== text.length + skipped(() => true)) return region;
  const start = region.start + part.start + skipped(({ at }) => at <= part.start);
  const end = region.start + part.end + skipped(({ at }) => at < part.end);
  return { start, end: Math.max(start, end) };
}

/** A text that one page repeats is spoken of once. */
export function firstOfEachDocument(uses: readonly ReferenceUse[]): ReferenceUse[] {
  if (uses.length < 2) return [...uses];
  const seen = new Set<object>();
  return uses.filter(({ document }) => !seen.has(document) && seen.add(document));
}
