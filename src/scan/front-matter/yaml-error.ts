import type { Document, Node } from 'yaml';
import { parser } from '../parsers.ts';

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
  const unclosed = message.includes('closing') || message.includes('end with a');
  const start = unclosed ? (openingOf(document, at) ?? at) : at;
  const lineEnd = block.slice(start).search(/[\r\n]/);
  const limit = lineEnd === -1 ? block.length : start + lineEnd;
  // Of a value that needs quotes all of it is shown, for that is where they go.
  const isWhole = unclosed || code === 'BLOCK_AS_IMPLICIT_KEY';
  const end = isWhole ? limit : Math.min(Math.max(first.pos[1], start), limit);
  const count = document.errors.length;
  return { code, reason: reasonOf(code, message, block, start), start, end, count };
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

/** What an author has to do, where the parser's words are those of the grammar. */
function reasonOf(code: string, message: string, block: string, at: number): string {
  if (message.includes('closing')) return 'this quote is never closed';
  if (message.includes('end with a')) return 'this bracket is never closed';
  if (code === 'BAD_SCALAR_START') return `a value that begins with \`${block.charAt(at)}\` needs quotes`;
  if (code === 'BLOCK_AS_IMPLICIT_KEY') return 'a value that contains a colon and a blank needs quotes';
  if (message.startsWith('Implicit')) return 'this line has no key';
  if (code === 'MULTIPLE_DOCS') return 'another YAML document begins here';
  if (message.includes('at node end') && !/["']/.test(block.charAt(at - 1)))
    return 'this does not belong to what stands before it';
  if (message.startsWith('Unexpected scalar') && /["']/.test(block.charAt(at - 1)))
    return 'text after the closing quote';
  return message;
}
