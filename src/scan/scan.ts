import type {
  BibliographyFacts,
  BibliographyFormat,
  Directive,
  DocumentFacts,
  Region,
  SiteDialect,
  SyntaxProblem,
} from '../model.ts';
import { isNotebook } from '../text/is-notebook.ts';
import { mask } from '../text/mask.ts';
import type { Body } from './body.ts';
import { frontMatterOf, readers } from './dialects/readers.ts';
import { NO_SHORTCODES } from './dialects/template-facts.ts';
import { scanDirectives } from './directives.ts';
import { readFrontMatter } from './front-matter/read-front-matter.ts';
import {
  bibliographiesOfDistill,
  citesInIncludes,
  isHtmlPage,
  NO_BIBLIOGRAPHIES,
  readHtmlPage,
} from './html-page.ts';
import { inOrder, joined } from './in-order.ts';
import { NO_MARKDOWN } from './markdown/no-markdown.ts';
import { collectMetadata } from './metadata.ts';
import type { Notebook } from './notebook/notebook.ts';
import { parser } from './parsers.ts';
import { sharedFootnotes } from './shared-footnotes.ts';
import { anchorsOfTags } from './tag-anchors.ts';

/** One file to scan. */
export interface Source {
  readonly path: string;
  readonly text: string;
  /** Where the bytes stop being UTF-8, if they do. */
  readonly invalidAt?: number;
}

/** What of a document is asked for. */
export interface Wanted {
  /** False where nobody asks which shortcodes it has, which are many and take room. */
  readonly shortcodes: boolean;
}

const ALL: Wanted = { shortcodes: true };

/**
 * One document to facts: front matter, then the template layer on raw text, then Markdown over the masked text. Never
 * throws for any input; throws `ParserNotLoaded` when a parser has to be loaded first.
 */
export function scanDocument(source: Source, dialect: SiteDialect, wanted = ALL): DocumentFacts {
  return isNotebook(source.path) ? scanNotebook(source, dialect, wanted) : scanPage(source, dialect, wanted);
}

/** A notebook is read as the page it is printed as; what is found has its place in the file. */
function scanNotebook(
  { path, text, invalidAt }: Source,
  dialect: SiteDialect,
  wanted: Wanted,
): DocumentFacts {
  const { openNotebook, factsInFile } = parser('notebook');
  const notebook = openNotebook(text, dialect.name);
  const facts = factsInFile(scanPage({ path, text: notebook.text }, dialect, wanted, notebook), notebook);
  const ofFile = invalidAt === undefined ? notebook.problems : [notUtf8(invalidAt), ...notebook.problems];
  return ofFile.length === 0 ? facts : { ...facts, problems: inOrder([...ofFile, ...facts.problems]) };
}

function scanPage(source: Source, dialect: SiteDialect, wanted: Wanted, notebook?: Notebook): DocumentFacts {
  const { path, text } = source;
  const reader = readers[dialect.name];
  const head = notebook === undefined ? text : text.slice(0, notebook.headEnd);
  const front = readFrontMatter(head, frontMatterOf(dialect));
  const whole = { start: front.bodyStart, end: text.length };
  const body: Body =
    notebook === undefined ? whole : { ...whole, cells: cellsBehind(front.bodyStart, notebook) };
  const template = reader.readTemplate(text, body, dialect, front);
  const citesInTemplate = template.citations.length > 0;
  const isHtml = isHtmlPage(path);
  const masked = (): string => mask(text, template.masked);
  const markdown = isHtml
    ? readHtmlPage(masked(), body, dialect)
    : reader.mayHoldMarkdown(text, body, citesInTemplate)
      ? reader.readMarkdown(masked(), body, dialect, front.fields, path, citesInTemplate)
      : NO_MARKDOWN;
  const isDistill = dialect.name === 'distill';
  const included = isDistill ? citesInIncludes(text, template.masked) : [];
  const metadata = collectMetadata(front.fields, dialect);
  const inPage = isDistill ? bibliographiesOfDistill(path, masked(), body) : NO_BIBLIOGRAPHIES;
  return {
    kind: 'document',
    path,
    dialect: dialect.name,
    frontMatterFormat: front.format,
    frontMatterRegion: front.region,
    frontMatter: front.fields,
    shortcodes: wanted.shortcodes ? template.shortcodes() : NO_SHORTCODES,
    citations: joined(joined(template.citations, included), markdown.citations),
    references: joined(template.references, markdown.references),
    footnotes: sharedFootnotes(markdown.footnotes, markdown.citations, text, dialect, template.masked),
    labels: concatenated(
      markdown.labels,
      anchorsOfTags(markdown.citations, markdown.labels, template.shortcodes),
    ),
    bibliographies: concatenated(
      concatenated(metadata.bibliographies, template.bibliographies),
      inPage.bibliographies,
    ),
    entries: concatenated(concatenated(metadata.entries, template.entries), inPage.entries),
    printsReferenceList: template.printsReferenceList || markdown.printsReferenceList,
    printsWholeBibliography:
      dialect.listInTemplates === 'all' ||
      markdown.printsWholeBibliography ||
      template.printsWholeBibliography,
    keysInCode: markdown.keysInCode,
    directives: notebook === undefined ? scanDirectives(text) : directivesIn(notebook),
    problems: inOrder([
      ...encodingProblems(source),
      ...front.problems,
      ...template.problems,
      ...markdown.problems,
      ...(!isHtml && mayHoldChatCitations(text, body.start)
        ? parser('chat-citations').readChatCitations(text, body, template.masked)
        : []),
    ]),
  };
}

/**
 * Whether a page may hold the marks of chatbots, `[cite: 3]`, `[oaicite:3]`, `["turn0search3"]`, `【3†source】` and those with
 * characters that nobody sees. Two of them no text in Latin-1 can hold, which is told at once.
 */
function mayHoldChatCitations(text: string, from: number): boolean {
  for (let at = text.indexOf('[', from); at !== -1; at = text.indexOf('[', at + 1)) {
    const next = text.charCodeAt(at + 1);
    if (next !== 99 && next !== 111 && next !== 34) continue;
    if (CHAT_MARKS.some((mark) => text.startsWith(mark, at + 1))) return true;
  }
  return text.includes('【', from) || text.includes('\ue202turn', from);
}

const CHAT_MARKS = ['cite', 'oai', '"turn'];

/** The cells of a notebook that are not front matter, and what is left of the one that begins with it. */
function cellsBehind(bodyStart: number, { cells }: Notebook): Region[] {
  return cells
    .filter(({ end }) => end > bodyStart)
    .map(({ start, end }) => ({ start: Math.max(start, bodyStart), end }));
}

/** Cell by cell, for code that one leaves open is none in the next. */
function directivesIn({ text, cells }: Notebook): readonly Directive[] {
  const { placed } = parser('notebook');
  return cells.flatMap(({ start: offset, end: cellEnd }) =>
    placed(scanDirectives(text.slice(offset, cellEnd)), ({ start, end }) => ({
      start: start + offset,
      end: end + offset,
    })),
  );
}

function concatenated<T>(first: readonly T[], second: readonly T[]): readonly T[] {
  return second.length === 0 ? first : [...first, ...second];
}

/** One bibliography to facts; the same promises as `scanDocument`. */
export function scanBibliography(source: Source, format: BibliographyFormat): BibliographyFacts {
  const { entries, macros, problems } = parser('bibliography').readBibliography(
    withoutSignsOfIso2022(source.text),
    format,
    source.path,
  );
  return {
    kind: 'bibliography',
    path: source.path,
    format,
    entries,
    macros,
    directives: scanDirectives(source.text),
    problems: inOrder([...encodingProblems(source), ...problems]),
  };
}

function notUtf8(start: number): SyntaxProblem {
  return { messageId: 'not-utf8', region: { start, end: start + 1 } };
}

/** Bytes that are not UTF-8, and NUL, which no generator prints. */
function encodingProblems({ text, invalidAt }: Source): SyntaxProblem[] {
  const problems: SyntaxProblem[] = [];
  const from = invalidAt ?? startOfIso2022(text);
  if (from !== -1) problems.push(notUtf8(from));
  const nul = text.indexOf('\0');
  if (nul !== -1) problems.push({ messageId: 'nul-character', region: { start: nul, end: nul + 1 } });
  return problems;
}

/**
 * Where a text goes over to the letters of ISO-2022-JP, -KR or -CN, or -1: seven bits that any decoder takes for ASCII
 * with the character U+001B in it. Terminals know no such escape.
 */
function startOfIso2022(text: string): number {
  return text.includes('\u001b') ? text.search(/\u001b\$(?:[@AB]|[()*]\S)/) : -1;
}

/** The same with a letter for each byte between its escapes, where `{`, `$` and `%` are halves of letters too. */
function withoutSignsOfIso2022(text: string): string {
  if (startOfIso2022(text) === -1) return text;
  return text.replace(/\u001b\$[^\u001b\n]*(?:\u001b\([BJ])?/g, (letters) =>
    letters.replace(/[\0-\x7f]/g, (byte) => String.fromCharCode(FIRST_LETTER + byte.charCodeAt(0))),
  );
}

/** The first ideograph of Extension A: they are letters to every rule. */
const FIRST_LETTER = 0x3400;
