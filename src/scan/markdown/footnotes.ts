import type { FootnoteDefinition, FootnoteUse, Reference, Region, SyntaxProblem } from '../../model.ts';
import { countHolding } from '../../text/halving.ts';
import { once } from '../../text/once.ts';
import type { MarkdownFlavor } from './block-rules.ts';
import { footnoteIdentifier } from './footnote-label.ts';
import { mathTest } from './mathematics.ts';
import { type InlineText, type Page, passageOf } from './page.ts';
import { gapsIn, onOneLine, regionIn } from './passage.ts';
import { referenceLikeness } from './reference-text.ts';
import { printedCalls } from './swallowed-calls.ts';

/** A character class of a regular expression in prose looks like a call: `[^a-z]`, `[^\s]`, `[^"]`, `[^:]`. */
const CHARACTER_CLASS = /\\|[a-zA-Z0-9]-[a-zA-Z0-9](?![\w-])|^["'`,:;.<>|()/=&-]+$/;

/**
 * Whether the label of a note that is not there is rather a class of characters: also by what stands round the mark, as in
 * `[^x]*` and `s/[^x]//`.
 */
export function isCharacterClass(label: string, text: string, { start, end }: Region): boolean {
  const after = text.charAt(end);
  if (CHARACTER_CLASS.test(label)) return true;
  if (after === '*') return !closesEmphasis(text, start, end);
  return (after !== '' && '+{?'.includes(after)) || (after === '/' && text[start - 1] === '/');
}

/** Whether the asterisks behind a mark end what others began: `**Knuth says so[^1]**`. */
function closesEmphasis(text: string, start: number, end: number): boolean {
  const open = text.lastIndexOf('*', start - 1);
  const length = /^\*{1,3}/.exec(text.slice(end, end + 3))![0].length;
  if (open < length - 1 || text.slice(open - length + 1, open + 1) !== '*'.repeat(length)) return false;
  const before = text[open - length] ?? ' ';
  return OPENS_EMPHASIS.test(before + text.charAt(open + 1));
}

/** What stands before and behind asterisks that open; a pattern of paths has others there. */
const OPENS_EMPHASIS = /^[\s(“"—][^\s*[]$/;

/**
 * The calls in one text, also of footnotes the page does not define, which a reader sees as they stand. What is rather a
 * regular expression or mathematics is none.
 */
export function footnoteUses(
  content: InlineText,
  flavor: MarkdownFlavor,
  linksAddresses = true,
): FootnoteUse[] {
  const { text, region } = content;
  const uses: FootnoteUse[] = [];
  const isInMath = mathTest(text);
  for (const { start, end, isDefined } of printedCalls(content, flavor, linksAddresses)) {
    const label = text.slice(start + 2, end - 1);
    if (!isDefined && (isCharacterClass(label, text, { start, end }) || isInMath(start))) continue;
    const opensLine = isDefined ? undefined : openedText(text, start, end);
    uses.push({ label, region: region(start, end), ...(opensLine === undefined ? {} : { opensLine }) });
  }
  return uses;
}

/** What is written as a note at the beginning of a line, whatever the engine takes it for; no tag is in its label. */
const WRITTEN_NOTE = /^ {0,3}\[\^([^[\]\r\n\uE000]{1,200})\]:/gm;
const KRAMDOWN_LABEL = /^\w[\w-]*$/;

/** Labels of notes on the page that kramdown takes for none: `[^größe]: …`, `[^a b]: …`. */
export function refusedLabels(text: string): ReadonlySet<string> {
  const labels = Array.from(text.matchAll(WRITTEN_NOTE), ([, label]) => label!);
  return new Set(labels.filter((label) => !KRAMDOWN_LABEL.test(label)));
}

/** The marks in one text that have such a label: the reader sees them as they stand. */
export function refusedMarks(
  { text, inline, region }: InlineText,
  refused: ReadonlySet<string>,
): SyntaxProblem[] {
  return inline.brackets.flatMap(({ kind, open, close }) => {
    const label = text.slice(open + 2, close);
    if (kind === 'image' || text[open + 1] !== '^' || text[close + 1] === ':' || !refused.has(label))
      return [];
    return [{ messageId: 'refused-label', data: { label }, region: region(open, close + 1) }];
  });
}

/** The start of a sentence, a title or an address. */
const NOTE_START = once(() => /[ \t]{1,3}(?:[\p{Lu}\d"'“‘„«*_<[]|https?:)/uy);

/** A sign that was typed for the colon, or a blank before it. */
const NEARLY_COLON = /;|[ \t]:/y;

/** `[[^knuth84]: Knuth` and `[^knuth84]]: Knuth` at the start of a paragraph. */
function hasStrayBracket(text: string, start: number, end: number): boolean {
  const colon = start === 1 && text[0] === '[' ? end : start === 0 && text[end] === ']' ? end + 1 : -1;
  NOTE_START().lastIndex = colon + 1;
  return colon !== -1 && text[colon] === ':' && NOTE_START().test(text);
}

/**
 * `[^knuth84] Knuth, D. E. (1984)` at the start of a line, also with a sign in the place of the colon, or `[^knuth84]: …`
 * behind another line of its paragraph.
 */
export function openedText(text: string, start: number, end: number): FootnoteUse['opensLine'] {
  if (hasStrayBracket(text, start, end)) return 'bracket';
  if (start > 0 && text[start - 1] !== '\n') return undefined;
  if (text[end] === ':') return start > 0 ? 'note' : undefined;
  // The colon of Chinese and Japanese needs no blank behind it.
  if (text[end] === '：') return 'sign';
  NEARLY_COLON.lastIndex = end;
  // Within a paragraph a full stop ends a sentence whose mark has come to the next line.
  const isStop = start === 0 && text[end] === '.';
  const isSign = isStop || NEARLY_COLON.test(text);
  NOTE_START().lastIndex = isStop ? end + 1 : isSign ? NEARLY_COLON.lastIndex : end;
  if (!NOTE_START().test(text)) return undefined;
  return isSign ? 'sign' : 'text';
}

/** The definitions of a page in the order of their start. */
export function footnoteDefinitions({ text, parts }: Page): FootnoteDefinition[] {
  const definitions: FootnoteDefinition[] = [];
  for (const { containers } of parts) {
    for (const { label, start, end } of containers) {
      if (label === undefined) continue;
      definitions.push({
        label: text.slice(label.start, label.end),
        labelRegion: label,
        region: { start, end },
        text: firstLine(text.slice(label.end + 2, end)),
      });
    }
  }
  return parts.length > 1 ? definitions.sort((a, b) => a.region.start - b.region.start) : definitions;
}

/** Of two definitions under one label an engine prints the first or the last. Sphinx warns, and what it prints depends. */
const PRINTED: Readonly<Record<MarkdownFlavor, 'first' | 'last' | 'any'>> = {
  myst: 'last',
  sphinx: 'any',
  'rehype-citation': 'first',
  distill: 'last',
  documenter: 'first',
  markdown: 'first',
  'python-markdown': 'last',
  goldmark: 'first',
  kramdown: 'last',
};

/**
 * Tells of a place whether it stands in a definition that is not printed, since nothing that is printed calls it or
 * another one has its label. Definitions are in order and not inside one another.
 */
export function unprintedNotes(
  definitions: readonly FootnoteDefinition[],
  uses: readonly FootnoteUse[],
  { flavor, rules: { footnoteLabels: labels } }: Page,
): (place: Region) => boolean {
  if (definitions.length === 0) return () => false;
  const calls = new Map<number, string[]>();
  for (const { label, region } of uses) {
    // markdown-it counts a call wherever it stands.
    const caller = labels === 'myst' ? -1 : around(definitions, region);
    append(calls, caller, identifier(label));
  }
  const byLabel = new Map<string, number[]>();
  const wins = PRINTED[flavor];
  for (const [index, { label }] of definitions.entries()) {
    const name = identifier(label);
    if (wins === 'last') byLabel.set(name, [index]);
    else if (wins === 'any' || !byLabel.has(name)) append(byLabel, name, index);
  }
  const printed = new Set([-1]);
  for (const index of printed) {
    for (const label of calls.get(index) ?? []) {
      for (const note of byLabel.get(label) ?? []) printed.add(note);
      // A hostile page defines and calls one label over and over.
      byLabel.delete(label);
    }
  }
  return (place) => !printed.has(around(definitions, place));

  function identifier(label: string): string {
    return footnoteIdentifier(label, labels);
  }
}

function append<K, V>(lists: Map<K, V[]>, key: K, value: V): void {
  const list = lists.get(key);
  if (list === undefined) lists.set(key, [value]);
  else list.push(value);
}

/** The index of the definition a place stands in, by halving; -1 for none. */
function around(definitions: readonly FootnoteDefinition[], { start }: Region): number {
  const place = countHolding(definitions.length, (at) => definitions[at]!.region.start <= start) - 1;
  return place >= 0 && definitions[place]!.region.end > start ? place : -1;
}

function firstLine(text: string): string {
  const content = text.trimStart();
  const end = content.search(/[\r\n]/);
  return (end === -1 ? content : content.slice(0, end)).trimEnd();
}

/** Footnotes whose first paragraph is a formatted reference, keyed by their label. */
export function footnoteReferences(page: Page): Reference[] {
  const references: Reference[] = [];
  for (const { texts, containers } of page.parts) {
    const seen = new Set<number>();
    for (const block of texts) {
      const { container } = block;
      const label = containers[container]?.label;
      if (label === undefined || seen.has(container)) continue;
      seen.add(container);
      const passage = passageOf(page, block);
      const text = passage.text.trim();
      if (block.kind !== 'paragraph' || referenceLikeness(text) !== 'certain') continue;
      const start = passage.text.indexOf(text);
      const gaps = gapsIn(passage, start, start + text.length);
      references.push({
        region: regionIn(passage, start, start + text.length),
        text: onOneLine(text),
        ...(gaps.length === 0 ? {} : { gaps }),
        key: page.text.slice(label.start, label.end),
        construct: 'footnote',
      });
    }
  }
  return references;
}
