import { type Draft, take } from './draft.ts';
import type { NumberRange } from './numbers.ts';
import { closingBracket } from './titles.ts';
import type { Token } from './token.ts';

/** What sort of work the text says it is, and where: “Doctoral dissertation”, “Technical Report No. 12”, “[Internet]”. */
export interface GenreFinding extends NumberRange {
  readonly kind: 'thesis' | 'report' | 'manuscript' | 'other';
}

const THESIS = /^(?:thesis|dissertation|diss|thèse|tesis|dissertação|diplomarbeit|habilitationsschrift|masterarbeit|bachelorarbeit|proefschrift)$/i;
const MANUSCRIPT = /^(?:manuscript|preprint|draft|unpublished|internet-draft)$/i;
const REPORT = /^(?:report|reports|memorandum|memo|rapport|bericht|rfc)$/i;
const BEFORE = /^(?:doctoral|phd|ph|d|master|master’s|master's|masters|msc|ma|ms|m|s|sc|a|bachelor|bachelor’s|unpublished|technical|tech|summary|research|final|annual|internal|ai|working|inaugural|doctor|of|philosophy|no|number|rep|draft|working|in|and|doctorat|doctorado|de|habilitation)$/i;

/** Finds the first genre phrase after `from` that stands on its own and takes it. */
export function findGenre(draft: Draft, from: number): GenreFinding | undefined {
  for (let i = from; i < draft.tokens.length; i++) {
    if (draft.taken[i] === 1 || !standsAlone(draft.tokens, i, from)) continue;
    const found = readBracketed(draft.tokens, i) ?? readPhrase(draft.tokens, i);
    if (found === undefined) continue;
    take(draft, found.from, found.to);
    return found;
  }
  return undefined;
}

/** A phrase begins the rest or stands after punctuation. */
function standsAlone(tokens: readonly Token[], at: number, from: number): boolean {
  const before = tokens[at - 1];
  return at === from || before === undefined || before.kind === 'close-quote' || (before.kind === 'mark' && '.,;()[]'.includes(before.text)) || tokens[at]!.text === '(' || tokens[at]!.text === '[';
}

/** `[Doctoral dissertation, MIT]`, `(Technical Report No. 12)`, `[Internet]`, `[Motion picture]`. */
function readBracketed(tokens: readonly Token[], at: number): GenreFinding | undefined {
  const open = tokens[at]!.text;
  if (open !== '(' && open !== '[') return undefined;
  const close = closingBracket(tokens, at);
  if (close < 0 || close - at > 16) return undefined;
  const kind = kindWithin(tokens, at + 1, close);
  if (kind !== 'other') return { kind, from: at, to: close + 1 };
  const medium = /^(?:internet|online|computer|software|data|video|audio|blog|motion|film|dvd|cd|cd-rom|web|preprint|manuscript|podcast|tweet|lecture|working|no|slides|en|electronic)$/i;
  return open === '[' && medium.test(tokens[at + 1]!.text) ? { kind: 'other', from: at, to: close + 1 } : undefined;
}

function kindWithin(tokens: readonly Token[], from: number, to: number): GenreFinding['kind'] {
  for (let i = from; i < to; i++) {
    if (THESIS.test(tokens[i]!.text)) return 'thesis';
    if (REPORT.test(tokens[i]!.text) && i - from <= 3) return 'report';
    if (/^papers?$/i.test(tokens[i]!.text) && /^working$/i.test(tokens[i - 1]!.text)) return 'report';
  }
  return 'other';
}

/** `Ph.D. thesis`, `Doctoral dissertation`, `Technical Report CSL-83-8`, up to the next comma or full stop. */
function readPhrase(tokens: readonly Token[], at: number): GenreFinding | undefined {
  let i = at;
  let words = 0;
  for (; i < tokens.length && words < 6; i++) {
    const token = tokens[i]!;
    if (token.kind === 'word') words++;
    else if (token.text !== '.' && token.text !== '-') return undefined;
    if (THESIS.test(token.text)) return endsHere(tokens[i + 1]) ? { kind: 'thesis', from: at, to: i + 1 } : undefined;
    if (MANUSCRIPT.test(token.text) && endsHere(tokens[i + 1])) return { kind: 'manuscript', from: at, to: i + 1 };
    if (/^rep$/i.test(token.text) && /^(?:tech|technical)$/i.test(tokens[at]!.text)) return { kind: 'report', from: at, to: endOfNumber(tokens, tokens[i + 1]?.text === '.' ? i + 2 : i + 1) };
    if ((REPORT.test(token.text) || (/^papers?$/i.test(token.text) && /^working$/i.test(tokens[i - 1]?.text ?? ''))) && words > 1) return { kind: 'report', from: at, to: endOfNumber(tokens, i + 1) };
    if (token.kind === 'word' && !BEFORE.test(token.text)) return undefined;
  }
  return undefined;
}

/** `Dissertation Abstracts International` is a periodical. */
function endsHere(next: Token | undefined): boolean {
  return next === undefined || next.kind !== 'word' || next.shape === 'lower';
}

/** Over `No. 12`, `CSL-83-8`, `, 349` after the name of a series of reports. */
function endOfNumber(tokens: readonly Token[], from: number): number {
  let i = from;
  while (i < tokens.length && i < from + 10) {
    const token = tokens[i]!;
    const numbering = token.kind === 'number' || /^(?:no|nos|nr|number|#)$/i.test(token.text) || (token.kind === 'word' && token.shape !== 'lower' && token.shape !== 'capital' && /[\d-]|^[A-Z]{2,}$/.test(token.text));
    const joins = '.-/:–'.includes(token.text) && !tokens[i + 1]?.spaced;
    const abbreviated = token.text === '.' && /^(?:no|nr)$/i.test(tokens[i - 1]!.text);
    if (!numbering && !joins && !abbreviated) break;
    i++;
  }
  return i;
}
