import type { IdentifierKind, Region } from '../../model.ts';
import type { Draft } from './draft.ts';
import { take } from './draft.ts';
import { regionOf, type Token, textOf } from './token.ts';

/** An identifier with its tokens. */
export interface IdentifierFinding {
  readonly kind: IdentifierKind;
  readonly value: string;
  readonly region: Region;
}

/** Finds DOIs, arXiv ids, ISBN, ISSN, PubMed ids and addresses, and takes their tokens with the labels before them. */
export function findIdentifiers(draft: Draft): IdentifierFinding[] {
  const { tokens } = draft;
  const found: IdentifierFinding[] = [];
  for (let i = 0; i < tokens.length; i++) {
    const token = tokens[i]!;
    if (token.kind === 'url') found.push(readUrl(draft, i));
    else if (token.kind === 'doi') found.push(readDoi(draft, i));
    else if (token.kind === 'word') {
      const labelled = readLabelled(draft, i);
      if (labelled === undefined) continue;
      found.push(labelled.finding);
      i = labelled.to - 1;
    }
  }
  for (const link of draft.source.links) found.push(ofAddress(link.value, link.region));
  return found.sort((a, b) => a.region.start - b.region.start);
}

function ofAddress(address: string, region: Region): IdentifierFinding {
  const doi = /^(?:https?:\/\/)?(?:dx\.|www\.)?doi\.org\/(10\.\d{4,9}\/.+)$/i.exec(address);
  if (doi !== null) return { kind: 'doi', value: doi[1]!, region };
  const arxiv = /^(?:https?:\/\/)?(?:www\.)?arxiv\.org\/(?:abs|pdf)\/(.+?)(?:\.pdf)?$/i.exec(address);
  if (arxiv !== null) return { kind: 'arxiv', value: arxiv[1]!, region };
  return { kind: 'url', value: address, region };
}

function readUrl(draft: Draft, at: number): IdentifierFinding {
  const { tokens } = draft;
  takeWithLabel(draft, at, at + 1);
  return ofAddress(tokens[at]!.text, regionOf(tokens, at, at + 1));
}

function readDoi(draft: Draft, at: number): IdentifierFinding {
  takeWithLabel(draft, at, at + 1);
  return { kind: 'doi', value: draft.tokens[at]!.text, region: regionOf(draft.tokens, at, at + 1) };
}

/** Takes `doi:`, `URL:`, `<` and the bracket around an identifier too. */
function takeWithLabel(draft: Draft, from: number, to: number): void {
  const { tokens } = draft;
  let start = from;
  let end = to;
  if (tokens[start - 1]?.text === ':') start--;
  if (
    /^(?:doi|url|uri|available|online|link|see|from|at|pdf|web|source|website)$/i.test(
      tokens[start - 1]?.text ?? '',
    )
  )
    start--;
  else if (start < from && tokens[start]!.text === ':') start++;
  if (tokens[start - 1]?.text === '(' && tokens[end]?.text === ')') {
    start--;
    end++;
  } else if (tokens[start - 1]?.text === '[' && tokens[end]?.text === ']') {
    start--;
    end++;
  }
  take(draft, start, end);
}

interface Labelled {
  readonly finding: IdentifierFinding;
  readonly to: number;
}

const LABELS: ReadonlyMap<string, IdentifierKind> = new Map([
  ['arxiv', 'arxiv'],
  ['isbn', 'isbn'],
  ['isbns', 'isbn'],
  ['issn', 'issn'],
  ['pmid', 'pmid'],
  ['pmcid', 'pmcid'],
  ['orcid', 'orcid'],
]);

/** `arXiv:1706.03762`, `ISBN 978-0-201-89683-1`, `PMID: 123`. */
function readLabelled(draft: Draft, at: number): Labelled | undefined {
  const { tokens } = draft;
  const kind = LABELS.get(tokens[at]!.text.toLowerCase());
  if (kind === undefined) return undefined;
  let from = at + 1;
  if (
    (kind === 'isbn' || kind === 'issn') &&
    tokens[from]?.text === '-' &&
    /^1[03]$/.test(tokens[from + 1]?.text ?? '')
  )
    from += 2;
  if (kind === 'arxiv' && /^(?:preprint|e-print|eprint)$/i.test(tokens[from]?.text ?? '')) {
    const more = readLabelled(draft, tokens[from + 1]?.text.toLowerCase() === 'arxiv' ? from + 1 : from);
    if (more !== undefined) take(draft, at, from + 1);
    return more ?? afterPreprint(draft, at, from + 1);
  }
  if (tokens[from]?.text === ':') from++;
  const to = endOfCode(tokens, from, kind);
  if (to === from) return undefined;
  const bracketed = tokens[at - 1]?.text === '(' && tokens[to]?.text === ')';
  take(draft, bracketed ? at - 1 : at, bracketed ? to + 1 : to);
  if (kind === 'arxiv') takeSubjectClass(draft, to);
  return { finding: { kind, value: textOf(tokens, from, to), region: regionOf(tokens, from, to) }, to };
}

/** `arXiv preprint 1706.03762`. */
function afterPreprint(draft: Draft, at: number, from: number): Labelled | undefined {
  const { tokens } = draft;
  const to = endOfCode(tokens, from, 'arxiv');
  if (to === from) return undefined;
  take(draft, at, to);
  return {
    finding: { kind: 'arxiv', value: textOf(tokens, from, to), region: regionOf(tokens, from, to) },
    to,
  };
}

/** `[cs.CL]` after an arXiv id. */
function takeSubjectClass(draft: Draft, at: number): void {
  const { tokens } = draft;
  if (tokens[at]?.text !== '[') return;
  let i = at + 1;
  while (i < tokens.length && i < at + 7 && tokens[i]!.text !== ']') i++;
  if (tokens[i]?.text === ']') take(draft, at, i + 1);
}

function endOfCode(tokens: readonly Token[], from: number, kind: IdentifierKind): number {
  const token = tokens[from];
  if (token === undefined) return from;
  if (kind === 'arxiv') return endOfArxiv(tokens, from);
  if (kind === 'pmcid') return /^(?:PMC)?\d+$/i.test(token.text) ? from + 1 : from;
  if (kind === 'pmid') return token.kind === 'number' ? from + 1 : from;
  let i = from;
  while (
    i < tokens.length &&
    (/^[\dxX]+$/.test(tokens[i]!.text) || (i > from && '-–‐‑−'.includes(tokens[i]!.text)))
  )
    i++;
  while (i > from && '-–‐‑−'.includes(tokens[i - 1]!.text)) i--;
  return i;
}

function endOfArxiv(tokens: readonly Token[], from: number): number {
  const text = tokens[from]!.text;
  if (/^\d{4}\.\d{4,5}(?:v\d+)?$/.test(text)) return from + 1;
  if (/^\d{7}$/.test(text)) return from + 1;
  let i = from + 1;
  if (tokens[i]?.text === '.' && /^[A-Z]{2}$/.test(tokens[i + 1]?.text ?? '')) i += 2;
  return tokens[i]?.text === '/' && /^\d{7}/.test(tokens[i + 1]?.text ?? '') ? i + 2 : from;
}
