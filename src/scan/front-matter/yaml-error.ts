import type { Document, Node } from 'yaml';
import { parser } from '../parsers.ts';
import { EMPTY_ITEM } from './libyaml.ts';
import { NO_KEY } from './yaml-fields.ts';

/** The first error of a YAML block; offsets count from the start of the block. */
export interface YamlError {
  readonly code: string;
  readonly reason: string;
  readonly start: number;
  readonly end: number;
  /** Of all errors in the block. */
  readonly count: number;
}

/**
 * The first error of a parsed block, where a person would look for it: a quote or bracket that is never closed is shown
 * where it opens, not where the block ends; a region never leaves its line.
 */
export function locateYamlError(document: Document.Parsed, block: string): YamlError | undefined {
  let first = document.errors[0];
  if (first === undefined) return undefined;
  for (const error of document.errors) if (error.pos[0] < first.pos[0]) first = error;
  const { code, message } = first;
  const at = Math.min(first.pos[0], block.length);
  const count = document.errors.length;
  if (code === 'BLOCK_AS_IMPLICIT_KEY') return { code, ...locateSecondKey(block, at), count };
  const unclosed = message.includes('closing') || message.includes('end with a');
  const start = unclosed ? (openingOf(document, at) ?? at) : at;
  const limit = endOfLine(block, start);
  const end = unclosed ? limit : Math.min(Math.max(first.pos[1], start), limit);
  return { code, reason: reasonOf(code, message, block, start), start, end, count };
}

type Place = Pick<YamlError, 'reason' | 'start' | 'end'>;

/**
 * A value at `at` that goes on to hold a key of its own. Behind a quoted one something stands that does not belong to it,
 * be it because the quote of an earlier line was not closed. A plain one needs quotes, and of that all is shown, for that
 * is where they go; where its line holds no colon, a line below is indented as if it went on.
 * ```
 * title: "Sorting" and: what it costs
 *                  ^text after the closing quote
 * title: Sorting: what it costs
 *        ^needs quotes
 * title: Sorting
 *  date: 2024-05-01
 *  ^indented otherwise
 * ```
 */
function locateSecondKey(block: string, at: number): Place {
  const limit = endOfLine(block, at);
  const quoted = QUOTED.exec(block.slice(at))?.[0].length;
  if (quoted !== undefined && at + quoted > limit) return { reason: UNCLOSED_QUOTE, start: at, end: limit };
  if (quoted !== undefined) return { reason: AFTER_QUOTE, start: nextText(block, at + quoted), end: limit };
  if (/^\?[ \t]/.test(block.slice(at)))
    return { reason: 'a value that begins with `?` needs quotes', start: at, end: limit };
  if (/:(?:\s|$)/.test(block.slice(at, limit)))
    return { reason: 'a value that contains a colon and a blank needs quotes', start: at, end: limit };
  const start = nextText(block, /\s/.test(block.charAt(at)) ? at : limit);
  const reason = 'this line is indented otherwise than the lines around it';
  return { reason, start, end: endOfLine(block, start) };
}

const QUOTED = /^(?:"(?:[^"\\]|\\[\s\S])*"|'(?:[^']|'')*')/;

const UNCLOSED_QUOTE = 'this quote is never closed';
const AFTER_QUOTE = 'text after the closing quote';

/** Offset of the next line break, or the end of the block. */
export function endOfLine(block: string, from: number): number {
  const length = block.slice(from).search(/[\r\n]/);
  return length === -1 ? block.length : from + length;
}

/** Offset of the first character behind blanks and line ends. */
function nextText(block: string, from: number): number {
  const length = block.slice(from).search(/\S/);
  return length === -1 ? from : from + length;
}

/** Start of the quoted scalar or flow collection that runs up to `at`. */
function openingOf(document: Document.Parsed, at: number): number | undefined {
  const { visit, isCollection } = parser('yaml');
  let opening: number | undefined;
  const note = (node: Node): void => {
    const range = node.range;
    if (range != null && range[0] < at && range[1] >= at) opening = range[0];
  };
  visit(document, {
    Scalar: (_key, node) => {
      if (node.type === 'QUOTE_DOUBLE' || node.type === 'QUOTE_SINGLE') note(node);
    },
    Collection: (_key, node) => {
      if (isCollection(node) && node.flow === true) note(node);
    },
  });
  return opening;
}

/** What stands below a line `...`, which ends the YAML: some engines stop at it, others lose it. */
export const SECOND_DOCUMENT = 'another YAML document begins here';

/** Of `... text`, the text. */
function isBehindDocumentEnd(block: string, at: number): boolean {
  const lineStart = block.lastIndexOf('\n', at - 1) + 1;
  return /^\.\.\.[ \t]+$/.test(block.slice(lineStart, at));
}

/** What an author has to do, where the parser's words are those of the grammar. */
function reasonOf(code: string, message: string, block: string, at: number): string {
  if (message.includes('closing')) return UNCLOSED_QUOTE;
  if (message.includes('end with a')) return 'this bracket is never closed';
  if (code === 'BAD_SCALAR_START') {
    const first = block.charAt(at) === '`' ? 'a backtick' : `\`${block.charAt(at)}\``;
    return `a value that begins with ${first} needs quotes`;
  }
  if (message.startsWith('Implicit')) return NO_KEY;
  if (code === 'MULTIPLE_DOCS' || isBehindDocumentEnd(block, at)) return SECOND_DOCUMENT;
  const isAfterQuote = /["']/.test(block.slice(0, at).trimEnd().slice(-1));
  if (message.startsWith('Unexpected scalar') && isAfterQuote) return AFTER_QUOTE;
  if (message.startsWith('Unexpected ,')) return EMPTY_ITEM;
  if (message.includes('at node end')) return 'this does not belong to what stands before it';
  return message;
}
