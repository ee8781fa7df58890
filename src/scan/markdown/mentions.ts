import type { DocumentFacts, IdentifierMention, Mention, Region } from '../../model.ts';
import { mask } from '../../text/mask.ts';
import { findIdentifiers } from '../../work/find-identifiers.ts';
import { readAuthorYears } from './author-years.ts';
import { maskCode } from './mask-code.ts';

/**
 * The works that the running text of a page names without citing them: author and year in brackets, and links to DOIs,
 * arXiv and PubMed. Code, comments, template tags, citations, lists of references and notes that are references are left
 * out. Never throws; linear in the text.
 *
 * @param cells Of a notebook, whose code ends with its cell.
 */
export function findMentions(text: string, document: DocumentFacts, cells?: readonly Region[]): Mention[] {
  const body = { start: document.frontMatterRegion.end, end: text.length, ...(cells && { cells }) };
  if (!MAY_MENTION.test(text)) return [];
  const taken = [...document.citations, ...document.references].map(({ region }) => region);
  const prose = mask(maskTags(maskCode(text, body), body.start), taken);
  const mentions = [...readAuthorYears(prose, body), ...identifierMentions(prose, text, body)];
  return mentions
    .filter(({ region }) => !isIndented(text, region))
    .sort((a, b) => a.region.start - b.region.start);
}

const MAY_MENTION = /[12]\d{3}[a-z]?\s{0,3}[,;:)\]]|doi|arxiv|pubmed|pmid/i;

/** Hugo's shortcodes, Liquid's tags and outputs. */
function maskTags(text: string, from: number): string {
  const tags: Region[] = [];
  const tag = /\{\{[<%]?|\{%/g;
  tag.lastIndex = from;
  for (let match = tag.exec(text); match !== null; match = tag.exec(text)) {
    const close = text.indexOf(match[0] === '{%' ? '%}' : '}}', match.index + 2);
    if (close === -1) break;
    tags.push({ start: match.index, end: close + 2 });
    tag.lastIndex = close + 2;
  }
  return mask(text, tags);
}

/** Code by its indentation; in a list it is no code, but nothing is lost by silence. */
function isIndented(text: string, { start }: Region): boolean {
  const before = text.slice(Math.max(0, start - LONGEST_LINE), start);
  const line = start - before.length + before.lastIndexOf('\n') + 1;
  return /^(?: {4}|\t)/.test(text.slice(line, line + 4));
}

/** How far back the start of a line is looked for. */
const LONGEST_LINE = 2000;

const KINDS: ReadonlySet<string> = new Set(['doi', 'arxiv', 'pmid', 'pmcid']);

function identifierMentions(prose: string, text: string, body: Region): IdentifierMention[] {
  return findIdentifiers(prose.slice(body.start)).flatMap(({ kind, value, region }): IdentifierMention[] => {
    if (!KINDS.has(kind)) return [];
    const found = { start: region.start + body.start, end: region.end + body.start };
    const identifier = { kind, value };
    const link = linkAround(text, found);
    if (link === 'definition') return [];
    return [{ kind: 'identifier', identifier, ...(link ?? { region: autolinkAround(text, found) }) }];
  });
}

/** Longest words and address of a link. */
const MOST = 300;

/** `[words](…)` around an address; a definition `[label]: …` is no text. */
function linkAround(
  text: string,
  { start, end }: Region,
): { readonly region: Region; readonly words: string } | 'definition' | undefined {
  const open = text[start - 1] === '<' ? start - 1 : start;
  const from = Math.max(0, open - MOST);
  const before = text.slice(from, open);
  if (/(?:^|\n) {0,3}\[[^\]\n]{1,200}\]:[ \t]{0,20}$/.test(before)) return 'definition';
  if (!before.endsWith('](')) return undefined;
  const bracket = before.lastIndexOf('[');
  const close = text.slice(end, end + MOST).indexOf(')');
  if (bracket === -1 || close === -1) return undefined;
  const words = before.slice(bracket + 1, -2);
  const isImage = before[bracket - 1] === '!';
  if (words.includes(']') || isImage) return 'definition';
  return { region: { start: from + bracket, end: end + close + 1 }, words };
}

function autolinkAround(text: string, { start, end }: Region): Region {
  return text[start - 1] === '<' && text[end] === '>' ? { start: start - 1, end: end + 1 } : { start, end };
}
