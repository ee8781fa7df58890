import type { DocumentFacts, KeyedText, Project, ReferenceUse } from '../model.ts';

/** The hand-written references of a project, by what several pages share: a text, and a cite key. */
export interface JoinedReferences {
  readonly byText: ReturnType<Project['referencesByText']>;
  readonly byKey: ReturnType<Project['referencesByKey']>;
}

/** Joins the references of these documents, page by page; both at once, for a site has a hundred thousand. */
export function joinReferences(documents: readonly DocumentFacts[]): JoinedReferences {
  const byText = new Map<string, ReferenceUse[]>();
  const keys = new Map<string, TextsOfKey>();
  for (const document of documents) {
    for (const reference of document.references) {
      const use = { document, reference };
      const same = byText.get(reference.text);
      if (same === undefined) byText.set(reference.text, [use]);
      else same.push(use);
      if (reference.key !== undefined && reference.key !== '') addToKey(keys, reference.key, use);
    }
  }
  return { byText, byKey: new Map(Array.from(keys, ([key, { texts }]) => [key, texts])) };
}

interface GrowingText extends KeyedText {
  readonly uses: ReferenceUse[];
}

/** What was seen under a key so far. */
interface TextsOfKey {
  readonly texts: GrowingText[];
  /** The text that was seen last, which most often comes again. */
  last: GrowingText;
  /** By the texts, where there are many: every page may have a reference under `1`. */
  index: Map<string, GrowingText> | undefined;
}

const MANY = 8;

function addToKey(keys: Map<string, TextsOfKey>, key: string, use: ReferenceUse): void {
  const known = keys.get(key);
  if (known === undefined) {
    const only = newText(use);
    keys.set(key, { texts: [only], last: only, index: undefined });
    return;
  }
  const { text } = use.reference;
  if (known.last.text !== text) {
    const found = findText(known, text);
    known.last = found ?? newText(use);
    if (found === undefined) {
      known.texts.push(known.last);
      known.index?.set(text, known.last);
      return;
    }
  }
  known.last.uses.push(use);
}

const newText = (use: ReferenceUse): GrowingText => ({ text: use.reference.text, uses: [use] });

function findText(known: TextsOfKey, text: string): GrowingText | undefined {
  if (known.texts.length < MANY) return known.texts.find((candidate) => candidate.text === text);
  known.index ??= new Map(known.texts.map((one) => [one.text, one]));
  return known.index.get(text);
}
