import type { Region } from '../../model.ts';
import type { Delimiter } from './emphasis.ts';
import type { Span, Token } from './token.ts';

/** Where a link opens or closes: an `<a>` or `</a>`, or the `]` before an address. */
export interface LinkMark {
  /** Index of the token that follows the tag, or of the `]` itself. */
  readonly token: number;
  readonly opens: boolean;
  readonly region: Region;
  /** An address is given. */
  readonly targeted: boolean;
}

/** Tokens without the brackets of Markdown links, and the spans of links; indexes in `delimiters` are mended in place. */
export function dropLinkBrackets(
  tokens: readonly Token[],
  marks: readonly LinkMark[],
  delimiters: Delimiter[],
): { tokens: readonly Token[]; links: readonly Span[] } {
  if (marks.length === 0) return { tokens, links: [] };
  const dropped = new Uint8Array(tokens.length);
  const found = [...markdownLinks(tokens, marks, dropped), ...elementLinks(marks)];
  const shift = shifts(dropped);
  for (const delimiter of delimiters) delimiter.token -= shift[delimiter.token]!;
  const links = found.map((span) => ({
    ...span,
    from: span.from - shift[span.from]!,
    to: span.to - shift[span.to]!,
  }));
  links.sort((a, b) => a.from - b.from);
  return { tokens: keep(tokens, dropped), links };
}

/** Kept tokens; white space before a dropped one counts for the next. */
function keep(tokens: readonly Token[], dropped: Uint8Array): Token[] {
  const kept: Token[] = [];
  let spaced = false;
  for (let i = 0; i < tokens.length; i++) {
    const token = tokens[i]!;
    if (dropped[i] === 1) spaced ||= token.spaced;
    else {
      kept.push(spaced && !token.spaced ? { ...token, spaced } : token);
      spaced = false;
    }
  }
  return kept;
}

/** For each index, how many tokens before it are dropped. */
function shifts(dropped: Uint8Array): Uint32Array {
  const shift = new Uint32Array(dropped.length + 1);
  for (let i = 0; i < dropped.length; i++) shift[i + 1] = shift[i]! + dropped[i]!;
  return shift;
}

function markdownLinks(tokens: readonly Token[], marks: readonly LinkMark[], dropped: Uint8Array): Span[] {
  const links: Span[] = [];
  const closing = new Map(
    marks.filter((mark) => mark.targeted && !mark.opens).map((mark) => [mark.token, mark]),
  );
  const open: number[] = [];
  for (let i = 0; i < tokens.length; i++) {
    const { kind, text } = tokens[i]!;
    if (kind !== 'mark') continue;
    if (text === '[') open.push(i);
    else if (text === ']') {
      const from = open.pop();
      const mark = closing.get(i);
      if (from === undefined || mark === undefined) continue;
      dropped[from] = 1;
      dropped[i] = 1;
      if (tokens[from - 1]?.text === '!' && tokens[from - 1]!.end === tokens[from]!.start)
        dropped[from - 1] = 1;
      const region = { start: tokens[from]!.start, end: mark.region.end };
      links.push({ kind: 'link', from: from + 1, to: i, region });
    }
  }
  return links;
}

function elementLinks(marks: readonly LinkMark[]): Span[] {
  const links: Span[] = [];
  let open: LinkMark | undefined;
  for (const mark of marks) {
    if (mark.opens) open = mark;
    else if (open?.targeted === true && !mark.targeted) {
      const region = { start: open.region.start, end: mark.region.end };
      links.push({ kind: 'link', from: open.token, to: mark.token, region });
      open = undefined;
    }
  }
  return links;
}
