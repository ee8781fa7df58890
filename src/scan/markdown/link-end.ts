import { linkIdentifier } from './link-definitions.ts';
import { readDestination, readTitle, skipWhitespace } from './link-parts.ts';

/** Where a link ends behind its `]`. */
export interface LinkEnd {
  readonly end: number;
  /** Of a link with a resource. */
  readonly destination?: readonly [start: number, end: number];
}

/** `(destination "title")` at `at`. */
export function readResource(text: string, at: number): LinkEnd | undefined {
  if (text[at] !== '(') return undefined;
  const destination = readDestination(text, skipWhitespace(text, at + 1));
  if (destination === undefined) return undefined;
  const { start, textEnd } = destination;
  let to = skipWhitespace(text, destination.end);
  if (to > destination.end && text[to] !== ')') {
    const title = readTitle(text, to);
    if (title === -1) return undefined;
    to = skipWhitespace(text, title);
  }
  return text[to] === ')' ? { end: to + 1, destination: [start, textEnd] } : undefined;
}

/** `[label]`, `[]` or nothing behind the brackets, where the document defines what they name. */
export function readReference(
  text: string,
  open: number,
  close: number,
  definitions: ReadonlySet<string>,
): LinkEnd | undefined {
  if (definitions.size === 0) return undefined;
  if (text[close + 1] === '[') {
    const end = text.indexOf(']', close + 2);
    const label = end === -1 ? '' : text.slice(close + 2, end);
    if (label !== '' && !label.includes('[') && definitions.has(linkIdentifier(label)))
      return { end: end + 1 };
    if (label === '' && end === close + 2 && isDefined(text, open, close, definitions))
      return { end: end + 1 };
    return undefined;
  }
  return isDefined(text, open, close, definitions) ? { end: close + 1 } : undefined;
}

const MAX_LABEL = 999;

function isDefined(text: string, open: number, close: number, definitions: ReadonlySet<string>): boolean {
  return close - open - 1 <= MAX_LABEL && definitions.has(linkIdentifier(text.slice(open + 1, close)));
}
