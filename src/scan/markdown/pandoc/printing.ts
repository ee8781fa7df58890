import { asOneToken } from '../locator.ts';
import type { CiteNode, InlineNode, ParsedCite } from './nodes.ts';

/** What a document defines, known once it is read to its end. */
export interface Defined {
  /** Labels that `[text]` may refer to. */
  readonly links: ReadonlySet<string>;
  readonly notes: { has(label: string): boolean };
}

/** Inlines as plain text: emphasis gone, notes left out, quotes and dashes as Pandoc prints them. */
export function printed(nodes: readonly InlineNode[], defined: Defined): string {
  const [first] = nodes;
  // What stands around most keys is read as one text.
  if (nodes.length === 1 && first!.kind === 'text') return first!.text;
  let written = '';
  for (const node of nodes) {
    const text = printedNode(node, defined);
    if (node.kind === 'space' && (written.endsWith(' ') || written.endsWith('\n'))) continue;
    written += text;
  }
  return written;
}

/** What stands before the key. */
export function printedPrefix(cite: ParsedCite, defined: Defined): string {
  return cite.prefix.length === 0 ? '' : printed(trimmed(cite.prefix), defined);
}

/** What stands behind the key, the locator included, with a blank before it if one is written. */
export function printedSuffix(cite: ParsedCite, defined: Defined): string {
  const text = cite.suffix.length === 0 ? '' : printed(trimmed(cite.suffix), defined);
  return cite.spaced ? ' ' + text : text;
}

/** The same with its markup marked as what citeproc does not take apart. */
export function suffixWithTokens(cite: ParsedCite, suffix: string, defined: Defined): string {
  if (!cite.suffix.some(isOneToken)) return suffix;
  const nodes = trimmed(cite.suffix).map((node): InlineNode => {
    if (!isOneToken(node)) return node;
    const { start, end, wordEnds } = node;
    return { kind: 'text', start, end, wordEnds, text: asOneToken(printedNode(node, defined)) };
  });
  return (cite.spaced ? ' ' : '') + printed(nodes, defined);
}

function isOneToken(node: InlineNode): boolean {
  return node.kind === 'group' || (node.kind === 'text' && node.text.length > 1 && /^[`$]/.test(node.text));
}

function printedNode(node: InlineNode, defined: Defined): string {
  switch (node.kind) {
    case 'text':
    case 'space':
      return node.text;
    case 'group':
      return printedGroup(node.children, node.around, defined);
    case 'cite':
      return literal(node);
    case 'reference':
      return printed(defined.links.has(node.label) ? node.linked : node.unlinked, defined);
    case 'note':
      return defined.notes.has(node.label) ? '' : `[^${node.label}]`;
    case 'inline-note':
      return '';
  }
}

/** A citation that is printed as it is written. */
function literal({ form, cites, brackets }: CiteNode): string {
  const written = brackets.replace(/\s+/g, ' ');
  if (form === 'bracketed') return written;
  return written === '' ? `@${cites[0]!.key}` : `@${cites[0]!.key} ${written}`;
}

/** Quotation marks stand close to what they enclose. */
function printedGroup(
  children: readonly InlineNode[],
  [open, close]: readonly [string, string],
  defined: Defined,
): string {
  return open + printed(close === '' ? children : trimmed(children), defined) + close;
}

function trimmed(nodes: readonly InlineNode[]): readonly InlineNode[] {
  let start = 0;
  let end = nodes.length;
  while (start < end && nodes[start]!.kind === 'space') start += 1;
  while (end > start && nodes[end - 1]!.kind === 'space') end -= 1;
  return end - start === nodes.length ? nodes : nodes.slice(start, end);
}
