import type { Gap, Label, Region } from '../../model.ts';
import { once } from '../../text/once.ts';
import { expandNumbers } from './expand-numbers.ts';
import { readTag } from './html-tag.ts';
import { gapsIn, onOneLine, type Passage, regionIn } from './passage.ts';
import { anchorLabel, anchorOf } from './reference-html.ts';

/** An item of a list of references, its label taken off. */
export interface ReferenceItem {
  /** Markdown, line ends turned into blanks, so that its offsets count from the start of `region`, but for the gaps. */
  readonly text: string;
  readonly region: Region;
  readonly gaps: readonly Gap[];
  /** The first name a link can point at. */
  readonly anchor?: string;
  readonly number?: string;
  readonly targets: readonly Label[];
}

/**
 * `[3]`, `**[3]**:`, `[ 3 ]`, `[[3]]`, `［3］`, `【03】`, `3</sup>`, `3. <a>`; of `[3a]` and `[3b]` the first is item 3, and
 * `[3-4]` is the label of both.
 */
const NUMBER =
  /^(?:(?:\*\*|__|`)?\\?[[［【]{1,2} ?0{0,2}(\d{1,3})([a-z]|(?: ?[-–,] ?\d{1,3}){1,4})? ?\\?[\]］】]{1,2}:?(?:\*\*|__|`)?:?\s*|(\d{1,3})(?:\.\s*(?=<)|(?=<\/sup>)))/;
const LABEL = /^\\?\[([A-Z][\w+:-]{1,24})\\?\](?![([:])\s+/;
/** `**[Barnes et al. 02]**`: a label in words, which no link can name. */
const WORDY_LABEL = once(
  () =>
    /^(?:\*\*|__)?\\?\[[A-Z][^[\]\n]{1,40}[ '’+](?:\d\d|(?:1[5-9]|20)\d\d)[a-z]?\\?\](?:\*\*|__)?(?![([:.,])\s+(?=\p{Lu})/u,
);
/** `[K]` and `[Knu84]` inside `<a name="ref_K">…</a>`, and the colon that may stand behind the element. */
const ANCHORED = /^\\?\[[^\s[\]]{1,25}\](?=<\/(?:a|span)>)/;
const COLON = /^:\s{1,9}/;
const FOOTNOTE = /^\[\^([^\]\s]+)\]:?\s*/;
const LEADING_ATTRIBUTES = /^(?:\[\])?\{:?[^{}\n#]{0,500}#([\w:.-]{1,200})[^{}\n]{0,500}\}\s*/;

/**
 * ```
 * <a id="knuth84"></a>[3] Knuth, D. E. (1984). *Literate Programming*. {#knuth84}
 *        ^anchor      ^number
 *                         ^region                                    ^
 * ```
 */
export function readReferenceItem(
  passage: Passage,
  ordinal: string | undefined,
  anchor: Label | undefined,
): ReferenceItem {
  const { text } = passage;
  const targets: Label[] = anchor === undefined ? [] : [anchor];
  const anchors: string[] = targets.map(({ name }) => name);
  let number = ordinal;
  let furtherNumbers: readonly string[] = [];
  let end = text.length;
  const attributes = closingAttributes(text);
  if (attributes !== undefined) {
    end = attributes.start;
    add(attributes.id, attributes.idStart);
  }
  let start = 0;
  for (let before = -1; before !== start; ) {
    before = start;
    start = skipBlanks(text, start);
    start = takeTags(start);
    const rest = text.slice(start, start + 200);
    const numbered = NUMBER.exec(rest);
    const isBehindTag = text[start - 1] === '>';
    const passed = ANCHORED.exec(rest) ?? WORDY_LABEL().exec(rest) ?? (isBehindTag ? COLON.exec(rest) : null);
    const labelled = LABEL.exec(rest) ?? FOOTNOTE.exec(rest) ?? LEADING_ATTRIBUTES.exec(rest);
    if (numbered !== null) {
      const [, inBrackets, letterOrMore = 'a', beforeTag] = numbered;
      if (!/^[b-z]$/.test(letterOrMore)) number = inBrackets ?? beforeTag;
      if (letterOrMore.length > 1) furtherNumbers = [...expandNumbers(inBrackets! + letterOrMore)].slice(1);
      start += numbered[0].length;
    } else if (labelled !== null) {
      add(labelled[1]!, start + labelled[0].indexOf(labelled[1]!));
      start += labelled[0].length;
    } else start += passed?.[0].length ?? 0;
  }
  end = trimEnd(text, start, end);
  const region = regionIn(passage, start, end);
  if (number !== undefined) targets.push({ name: number, region });
  for (const name of furtherNumbers) targets.push({ name, region });
  return {
    text: onOneLine(text.slice(start, end)),
    region,
    gaps: gapsIn(passage, start, end),
    ...(anchors[0] === undefined ? {} : { anchor: anchors[0] }),
    ...(number === undefined ? {} : { number }),
    targets,
  };

  function add(name: string, at: number): void {
    anchors.push(name);
    targets.push(anchorLabel(name, regionIn(passage, at, at + name.length)));
  }

  /** Takes `<a id="…"></a>` and the like; an element with text in it is only looked at. */
  function takeTags(from: number): number {
    let at = from;
    for (let tag = readTagAt(at); tag !== undefined; tag = readTagAt(at)) {
      const anchor = anchorOf(tag);
      if (anchor !== undefined) add(anchor.name, anchor.region.start);
      at = tag.end;
    }
    return at;
  }

  function readTagAt(at: number): ReturnType<typeof readTag> {
    return text[at] === '<' ? readTag(text, at) : undefined;
  }
}

const CLOSING_TAG = /<\/[a-z]{1,12}>$/i;

/** Cuts off blanks and closing tags. */
function trimEnd(text: string, start: number, end: number): number {
  let to = end;
  for (;;) {
    while (to > start && /\s/.test(text[to - 1]!)) to -= 1;
    const tag = CLOSING_TAG.exec(text.slice(Math.max(start, to - 16), to));
    if (tag === null) return to;
    to -= tag[0].length;
  }
}

/** `{#knuth84}` or `{: #knuth84}` at the end of an item. */
function closingAttributes(text: string): { start: number; id: string; idStart: number } | undefined {
  const trimmed = text.trimEnd();
  if (!trimmed.endsWith('}')) return undefined;
  const start = trimmed.lastIndexOf('{');
  const id = start === -1 ? null : /^\{:?[^{}\n#]*#([\w:.-]+)/.exec(trimmed.slice(start));
  return id === null ? undefined : { start, id: id[1]!, idStart: start + id[0].length - id[1]!.length };
}

function skipBlanks(text: string, at: number): number {
  let to = at;
  while (to < text.length && /\s/.test(text[to]!)) to += 1;
  return to;
}
