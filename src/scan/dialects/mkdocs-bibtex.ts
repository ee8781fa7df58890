import type { Citation, Cite, Footnotes, Region } from '../../model.ts';
import { splitLocator } from '../markdown/locator.ts';
import { maskCode } from '../markdown/mask-code.ts';
import type { PandocFacts } from '../markdown/pandoc-markdown.ts';

const BLOCK = /\[([^[\]\n@]{0,500}@[^[\]\n]{0,2000})\](?!\()/g;
const CITE = /^([^@;]*)(?<![\p{L}\p{N}_.])@([\p{L}\p{N}_][\p{L}\p{N}_-]*)(?:,\s*([^;]+))?/u;

/**
 * What the MkDocs plugin mkdocs-bibtex replaces: brackets on one line with `@key` parts between semicolons. It reads the
 * raw page, code included; code is left alone here, where a `@decorator` was never meant to cite. Its inline `@key` form is
 * an option and is not read.
 */
export function readMkdocsBibtex(text: string, body: Region): PandocFacts {
  const masked = maskCode(text, body);
  const citations: Citation[] = [];
  if (masked.indexOf('@', body.start) !== -1) {
    BLOCK.lastIndex = body.start;
    for (let match = BLOCK.exec(masked); match !== null; match = BLOCK.exec(masked)) {
      const cites = citesOf(match[1]!, match.index + 1);
      const region = { start: match.index, end: match.index + match[0].length };
      if (cites.length > 0) citations.push({ region, construct: 'bracketed', cites });
    }
  }
  return { citations, references: [], footnotes: footnotesOf(masked, body), labels: [], problems: [] };
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

const DEFINITION = /^ {0,3}\[\^([^\]\n]{0,500})\]:[ \t]*(.*)$/gm;
const USE = /\[\^([^\]\n]{0,500})\]/g;

/** Python-Markdown's footnotes, which the plugin prints its own references with. */
function footnotesOf(masked: string, body: Region): Footnotes {
  const uses = [];
  const definitions = [];
  if (masked.indexOf('[^', body.start) !== -1) {
    const defined = new Set<number>();
    DEFINITION.lastIndex = body.start;
    for (let match = DEFINITION.exec(masked); match !== null; match = DEFINITION.exec(masked)) {
      const open = match.index + match[0].indexOf('[^');
      const labelRegion = { start: open + 2, end: open + 2 + match[1]!.length };
      defined.add(open);
      const region = { start: open, end: match.index + match[0].length };
      definitions.push({ label: match[1]!, labelRegion, region, text: match[2]!.trim() });
    }
    USE.lastIndex = body.start;
    for (let match = USE.exec(masked); match !== null; match = USE.exec(masked)) {
      const region = { start: match.index, end: match.index + match[0].length };
      if (!defined.has(match.index)) uses.push({ label: match[1]!, region });
    }
  }
  return { uses, definitions, inline: [] };
}
