import type { DocumentFacts, KeyedText, Project, ReferenceUse } from '../model.ts';

/** The hand-written references of a project, by what several pages share: a text, and a cite key. */
export interface JoinedReferences {
  readonly byText: ReturnType<Project['referencesByText']>;
  readonly byKey: ReturnType<Project['referencesByKey']>;
}

/**
 * Joins the references of these documents, page by page; both at once, for a site has a hundred thousand. Counted: before
 * V8 knows better, an iterator makes an object for each.
 */
export function joinReferences(documents: readonly DocumentFacts[]): JoinedReferences {
  const growing: Growing = { byText: new Map(), keys: new Map() };
  for (const document of documents) {
    const { references } = document;
    for (let place = 0; place < references.length; place++) {
      const reference = references[place]!;
      const use = { document, reference };
      const { key = '' } = reference;
      if (key === '') usesOfText(growing, reference.text).push(use);
      else addToKey(growing, key, use);
    }
  }
  const { byText, keys } = growing;
  return { byText, byKey: new Map(Array.from(keys, ([key, { texts }]) => [key, texts])) };
}

interface Growing {
  readonly byText: Map<string, ReferenceUse[]>;
  readonly keys: Map<string, TextsOfKey>;
}

/** What was seen under a key so far. */
interface TextsOfKey {
  readonly texts: GrowingText[];
  /** The text that was seen last, which most often comes again. */
  last: GrowingText;
  /** By the texts, where there are many: every page may have a reference under `1`. */
  index: Map<string, GrowingText> | undefined;
}

interface GrowingText extends KeyedText {
  readonly uses: ReferenceUse[];
  /** Under whatever key. */
  readonly all: ReferenceUse[];
}

const MANY = 8;

function addToKey(growing: Growing, key: string, use: ReferenceUse): void {
  const { text } = use.reference;
  const known = growing.keys.get(key);
  let same: GrowingText;
  if (known === undefined) {
    same = { text, uses: [], all: usesOfText(growing, text) };
    growing.keys.set(key, { texts: [same], last: same, index: undefined });
  } else {
    same = known.last.text === text ? known.last : (findText(known, text) ?? addText(growing, known, text));
    known.last = same;
  }
  same.uses.push(use);
  same.all.push(use);
}

function usesOfText({ byText }: Growing, text: string): ReferenceUse[] {
  let uses = byText.get(text);
  if (uses === undefined) {
    uses = [];
    byText.set(text, uses);
  }
  return uses;
}

function addText(growing: Growing, known: TextsOfKey, text: string): GrowingText {
  const added = { text, uses: [], all: usesOfText(growing, text) };
  known.texts.push(added);
  known.index?.set(text, added);
  return added;
}

function findText(known: TextsOfKey, text: string): GrowingText | undefined {
  if (known.texts.length < MANY) return known.texts.find((candidate) => candidate.text === text);
  known.index ??= new Map(known.texts.map((one) => [one.text, one]));
  return known.index.get(text);
}
