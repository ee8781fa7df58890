import { type Expressions, readTag } from './html-tag.ts';

/** Reads the autolink or the raw HTML at a `<`. */
export type Markup = (at: number) => { readonly kind: 'html' | 'autolink'; readonly end: number } | undefined;

const URI = /<[A-Za-z][A-Za-z0-9.+-]{1,31}:[^\s<>]*>/y;
const EMAIL = /<[\w.!#$%&'*+/=?^`{|}~-]+@[A-Za-z0-9](?:[A-Za-z0-9.-]{0,252}[A-Za-z0-9])?>/y;

type Endings = readonly (readonly [open: RegExp, ending: string])[];

const COMMENT: Endings = [[/<!--/y, '-->']];

/** What ends the constructs of raw HTML that are not tags. */
const ENDINGS: Endings = [...COMMENT, [/<\?/y, '?>'], [/<!\[CDATA\[/y, ']]>'], [/<![A-Za-z]/y, '>']];

/**
 * A reader of autolinks and inline HTML (CommonMark 0.31, 6.5 and 6.6). An ending that does not come is looked for once.
 * With `strictComments` a comment in running text is what it was up to CommonMark 0.30: `<!--- x --->` is none.
 */
export function createMarkup(
  text: string,
  expressions: Expressions | undefined,
  strictComments = false,
): Markup {
  const absent = new Set<string>();
  return (at) => {
    if (expressions === undefined) {
      const autolink = endOf(URI, text, at) ?? endOf(EMAIL, text, at);
      if (autolink !== undefined) return { kind: 'autolink', end: autolink };
    }
    for (const [open, ending] of expressions === undefined ? ENDINGS : COMMENT) {
      if (endOf(open, text, at) === undefined) continue;
      const end = endingAfter(text, at, ending, absent);
      const isText = end === -1 || (strictComments && ending === '-->' && !isComment(text.slice(at, end)));
      return isText ? undefined : { kind: 'html', end };
    }
    const tag = readTag(text, at, expressions);
    return tag === undefined ? undefined : { kind: 'html', end: tag.end };
  };
}

function endOf(pattern: RegExp, text: string, at: number): number | undefined {
  pattern.lastIndex = at;
  const found = pattern.exec(text);
  return found === null ? undefined : at + found[0].length;
}

/** Without two hyphens inside, and with no hyphen at the end. */
function isComment(markup: string): boolean {
  const inner = markup.slice('<!--'.length, -'-->'.length);
  return markup.length > 6 && !/^-?>|--|-$/.test(inner);
}

/** `<!-->` and `<!--->` are whole comments. */
function endingAfter(text: string, at: number, ending: string, absent: Set<string>): number {
  if (absent.has(ending)) return -1;
  const end = text.indexOf(ending, at + 2);
  if (end !== -1) return end + ending.length;
  absent.add(ending);
  return -1;
}
