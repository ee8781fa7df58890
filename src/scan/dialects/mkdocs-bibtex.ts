import type { Citation, Cite, Region, SiteDialect } from '../../model.ts';
import { inOrder } from '../in-order.ts';
import { splitLocator } from '../markdown/locator.ts';
import { maskCode } from '../markdown/mask-code.ts';
import type { PandocFacts } from '../markdown/pandoc-markdown.ts';
import { readMarkdown } from '../markdown/read-markdown.ts';

const BLOCK = /\[([^[\]\n@]{0,500}@[^[\]\n]{0,2000})\](?!\(|\[[^[\]\n@]{0,200}\])/g;
/** Up to version 3 the plugin read dots and colons in a key, too; a site does not say which version builds it. */
const CITE =
  /^([^@;]*)(?<![\p{L}\p{N}_.])@([\p{L}\p{N}_](?:[\p{L}\p{N}_.:-]*[\p{L}\p{N}_-])?)(?:,\s*([^;]+))?/u;

/**
 * What the MkDocs plugin mkdocs-bibtex replaces: brackets on one line with `@key` parts between semicolons. It reads the
 * raw page, code included; code is left alone here, where a `@decorator` was never meant to cite, and so are links. Its
 * inline `@key` form is an option and is not read. Everything else is Markdown as on any page of MkDocs.
 */
export function readMkdocsBibtex(text: string, body: Region, dialect: SiteDialect): PandocFacts {
  const { citations, references, footnotes, labels, problems } = readMarkdown(
    text,
    body,
    'python-markdown',
    dialect,
  );
  return {
    citations: inOrder([...blocksOf(text, body), ...citations]),
    references,
    footnotes,
    labels,
    problems,
  };
}

function blocksOf(text: string, body: Region): Citation[] {
  if (text.indexOf('@', body.start) === -1) return [];
  const masked = maskCode(text, body);
  const links = linkLabels(masked);
  const citations: Citation[] = [];
  BLOCK.lastIndex = body.start;
  for (let match = BLOCK.exec(masked); match !== null; match = BLOCK.exec(masked)) {
    const cites = links.has(match[1]!) ? [] : citesOf(match[1]!, match.index + 1);
    const region = { start: match.index, end: match.index + match[0].length };
    if (cites.length > 0) citations.push({ region, construct: 'bracketed', cites });
  }
  return citations;
}

const LINK_DEFINITION = /^ {0,3}\[([^[\]\n]{0,200})\]:[ \t]{0,20}(?:<|[./#]|\w{1,20}:)/gm;

/** `[@knuth]: https://…`, which makes a link of every `[@knuth]`. */
function linkLabels(masked: string): ReadonlySet<string> {
  return new Set([...masked.matchAll(LINK_DEFINITION)].map((match) => match[1]!));
}

function citesOf(block: string, start: number): Cite[] {
  const cites: Cite[] = [];
  let at = start;
  for (const part of block.split(';')) {
    const match = CITE.exec(part);
    if (match !== null) cites.push(citeOf(match, at));
    at += part.length + 1;
  }
  return cites;
}

function citeOf([, before, key, suffix]: RegExpExecArray, start: number): Cite {
  const prefix = before!.replace(/-$/, '').trim();
  const keyStart = start + before!.length + 1;
  return {
    key: key!,
    keyRegion: { start: keyStart, end: keyStart + key!.length },
    mode: before!.endsWith('-') ? 'suppress-author' : 'normal',
    ...(prefix === '' ? {} : { prefix }),
    ...(suffix === undefined ? {} : splitLocator(suffix)),
  };
}
