import type { FootnoteLabels } from './block-rules.ts';
import { type CodeSpans, createCodeSpans } from './code-spans.ts';
import { mathEnd } from './dollar-math.ts';
import { footnoteIdentifier, readFootnoteLabel } from './footnote-label.ts';
import { type Expressions, matchBraces } from './html-tag.ts';
import { createMarkup, type Markup } from './inline-markup.ts';
import { readReference, readResource } from './link-end.ts';

/** What the inline scan needs to know of the document and of its engine. */
export interface InlineRules {
  readonly footnoteLabels: FootnoteLabels;
  /** Identifiers of the footnotes and link references the document defines. */
  readonly footnotes: ReadonlySet<string>;
  readonly definitions: ReadonlySet<string>;
  /** `![^1](g.png)` is an image, and no exclamation mark before a call. */
  readonly imagesFirst: boolean;
  /** Roles and dollar mathematics. */
  readonly myst: boolean;
  /** JavaScript expressions. */
  readonly mdx: boolean;
}

/** A stretch of a passage that is no running text. Offsets count in the passage. */
export interface Opaque {
  readonly kind: 'code' | 'html' | 'autolink' | 'role' | 'math' | 'expression' | 'escape';
  readonly start: number;
  readonly end: number;
}

/** A balanced pair of brackets. */
export interface Bracket {
  readonly kind: 'text' | 'link' | 'image';
  /** Of `[` and of `]`. */
  readonly open: number;
  readonly close: number;
  /** Behind the `]`, or behind the resource or the label of a link. */
  readonly end: number;
  /** Of a link with a resource. */
  readonly destination?: readonly [start: number, end: number];
}

/** `[^label]`, whether the document defines it or not. */
export interface FootnoteCall {
  readonly start: number;
  readonly end: number;
  readonly isDefined: boolean;
}

/** The inline structure of a passage, emphasis left out. Each list is in the order of `start`, brackets of `close`. */
export interface Inline {
  readonly opaque: readonly Opaque[];
  readonly brackets: readonly Bracket[];
  readonly calls: readonly FootnoteCall[];
  /** Places of `[` that nothing closes. */
  readonly unclosed: readonly number[];
}

interface State {
  readonly text: string;
  readonly rules: InlineRules;
  readonly spans: CodeSpans;
  readonly markup: Markup;
  readonly expressions: Expressions | undefined;
  readonly opaque: Opaque[];
  readonly brackets: Bracket[];
  readonly calls: FootnoteCall[];
  readonly openers: { readonly at: number; readonly image: boolean }[];
  /** Openers below this one may not open a link: one stands inside. */
  linkFloor: number;
}

/**
 * Finds what a passage holds besides text: one pass from left to right after CommonMark 0.31, section 6, in linear time.
 * Emphasis binds weaker than all of it, so it can be left out.
 */
export function scanInline(text: string, rules: InlineRules): Inline {
  const expressions = rules.mdx ? matchBraces(text) : undefined;
  const spans = createCodeSpans(text);
  const state: State = {
    text,
    rules,
    spans,
    markup: createMarkup(text, expressions, rules.myst),
    expressions,
    opaque: [],
    brackets: [],
    calls: [],
    openers: [],
    linkFloor: 0,
  };
  for (let at = nextSpecial(text, 0); at < text.length; at = nextSpecial(text, at)) at = step(state, at);
  const calls = state.calls.sort((a, b) => a.start - b.start);
  const unclosed = state.openers.map(({ at }) => at);
  return { opaque: state.opaque, brackets: state.brackets, calls, unclosed };
}

const SPECIAL = /[!$<[\\\]`{]/g;

function nextSpecial(text: string, at: number): number {
  SPECIAL.lastIndex = at;
  return SPECIAL.exec(text)?.index ?? text.length;
}

/** Reads what starts at a special character; returns where to go on. */
function step(state: State, at: number): number {
  const { text, rules, openers } = state;
  switch (text[at]) {
    case '\\':
      return readEscape(state, at);
    case '`':
      return addOpaque(state, 'code', at, state.spans.end(at)) ?? state.spans.runEnd(at);
    case '<':
      return addMarkup(state, at);
    case '[':
      return readCall(state, at) ?? openBracket(state, at, false);
    case '!':
      if (text[at + 1] !== '[') return at + 1;
      return (
        (winsOverCall(state, at + 1) ? undefined : readCall(state, at + 1)) ??
        openBracket(state, at + 1, true)
      );
    case ']':
      return openers.length === 0 ? at + 1 : closeBracket(state, at);
    case '{':
      if (rules.myst) return addOpaque(state, 'role', at, state.spans.roleEnd(at)) ?? at + 1;
      return addOpaque(state, 'expression', at, state.expressions?.get(at) ?? -1) ?? at + 1;
    default:
      return (rules.myst ? addOpaque(state, 'math', at, mathEnd(text, at)) : undefined) ?? at + 1;
  }
}

function addOpaque(state: State, kind: Opaque['kind'], start: number, end: number): number | undefined {
  if (end === -1) return undefined;
  state.opaque.push({ kind, start, end });
  return end;
}

function readEscape(state: State, at: number): number {
  const code = state.text.charCodeAt(at + 1);
  if (!isPunctuation(code)) return at + 1;
  state.opaque.push({ kind: 'escape', start: at, end: at + 2 });
  return at + 2;
}

function isPunctuation(code: number): boolean {
  return (
    (code >= 33 && code <= 47) ||
    (code >= 58 && code <= 64) ||
    (code >= 91 && code <= 96) ||
    (code >= 123 && code <= 126)
  );
}

function addMarkup(state: State, at: number): number {
  const found = state.markup(at);
  if (found === undefined) return at + 1;
  state.opaque.push({ kind: found.kind, start: at, end: found.end });
  return found.end;
}

/** A call of a footnote that is defined wins over a link; an undefined one is found when its bracket closes. */
function readCall(state: State, at: number): number | undefined {
  const { text, rules } = state;
  if (text[at + 1] !== '^') return undefined;
  const close = readFootnoteLabel(text, at, text.length, rules.footnoteLabels);
  if (close === -1) return undefined;
  const label = text.slice(at + 2, close);
  if (!rules.footnotes.has(footnoteIdentifier(label, rules.footnoteLabels))) return undefined;
  state.calls.push({ start: at, end: close + 1, isDefined: true });
  return close + 1;
}

/** An image whose text looks like a call; without an address behind it, `!` stands before a call everywhere. */
function winsOverCall({ text, rules }: State, open: number): boolean {
  if (!rules.imagesFirst) return false;
  const close = readFootnoteLabel(text, open, text.length, rules.footnoteLabels);
  return close !== -1 && linkBehind(text, open, close, rules) !== undefined;
}

function openBracket({ openers }: State, at: number, image: boolean): number {
  openers.push({ at, image });
  return at + 1;
}

/**
 * ```
 * [text](destination "title")    [text][label]    [label][]    [label]
 * ^open ^close               ^end
 * ```
 */
function closeBracket(state: State, close: number): number {
  const { text, rules, openers, brackets } = state;
  const { at: open, image } = openers.pop()!;
  const mayLink = image || openers.length >= state.linkFloor;
  const found = mayLink ? linkBehind(text, open, close, rules) : undefined;
  if (found === undefined) {
    if (!image) addUndefinedCall(state, open, close);
    brackets.push({ kind: 'text', open, close, end: close + 1 });
    state.linkFloor = Math.min(state.linkFloor, openers.length);
    return close + 1;
  }
  brackets.push({ kind: image ? 'image' : 'link', open, close, ...found });
  state.linkFloor = image ? Math.min(state.linkFloor, openers.length) : openers.length;
  return found.end;
}

function linkBehind(text: string, open: number, close: number, { definitions }: InlineRules) {
  return readResource(text, close + 1) ?? readReference(text, open, close, definitions);
}

/** Goldmark's labels may hold blanks, but an undefined one that does is more likely prose. */
function addUndefinedCall({ text, rules, calls }: State, open: number, close: number): void {
  if (text[open + 1] !== '^') return;
  if (readFootnoteLabel(text, open, text.length, rules.footnoteLabels) !== close) return;
  if (/\s/.test(text.slice(open, close))) return;
  calls.push({ start: open, end: close + 1, isDefined: false });
}
