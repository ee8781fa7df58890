import type {
  Citation,
  Footnotes,
  FootnoteUse,
  FrontMatterField,
  Label,
  Reference,
  Region,
  SiteDialect,
  SyntaxProblem,
} from '../../../model.ts';
import { type Body, partsOf } from '../../body.ts';
import { findUnescapedReferences } from '../../dialects/bookdown-references.ts';
import { maskManubotJinja } from '../../dialects/jinja.ts';
import { findKeyDefinitions } from '../../dialects/key-definitions.ts';
import { keysInCode } from '../../dialects/keys-in-code.ts';
import { readMkdocsBibtex } from '../../dialects/mkdocs-bibtex.ts';
import { maskNoteComments } from '../../dialects/note-comments.ts';
import { crossReferenceTest } from '../../dialects/pandoc-cross-references.ts';
import { findIdentifiers } from '../../dialects/pandoc-identifiers.ts';
import { maskQuartoShortcodes } from '../../dialects/quarto-shortcodes.ts';
import { chunkCaptions } from '../../dialects/rmarkdown-captions.ts';
import { type Chunk, chunkLabels, findChunks, maskChunks } from '../../dialects/rmarkdown-chunks.ts';
import { inOrder, joined } from '../../in-order.ts';
import { isCharacterClass } from '../footnotes.ts';
import { readHandwrittenReferences } from '../handwritten-references.ts';
import { locatorTerms } from '../locator-terms.ts';
import { hasCandidate } from './candidates.ts';
import type { PandocDocument } from './document.ts';
import { citeFact, printedFacts } from './facts.ts';
import { fieldsOfBlock, lastFields, readMetadata } from './metadata.ts';
import type { Extensions } from './nodes.ts';
import { emptyDocument, readBody, readGuarded, rootContext } from './reader.ts';

/** What the reader finds in one document of the Pandoc family. */
export interface PandocFacts {
  readonly citations: readonly Citation[];
  readonly references: readonly Reference[];
  readonly footnotes: Footnotes;
  readonly labels: readonly Label[];
  readonly keysInCode: readonly string[];
  readonly problems: readonly SyntaxProblem[];
}

const NO_FOOTNOTES: Footnotes = { uses: [], definitions: [], inline: [] };

/**
 * The citations and notes of a document of the Pandoc family: exact to Pandoc 3.10 in what is a citation, less the
 * cross-references of the dialect. `text` is the whole file with its front matter before `body`; offsets count from its
 * start. A body without `@` and notes is not read at all. Never throws but for `ParserNotLoaded`.
 */
export function readPandocMarkdown(
  text: string,
  body: Body,
  dialect: SiteDialect,
  frontMatter: readonly FrontMatterField[],
): PandocFacts {
  if (dialect.name === 'mkdocs-bibtex') return readMkdocsBibtex(text, body, dialect);
  const executes = dialect.name === 'quarto' || dialect.name === 'rmarkdown';
  const chunks = executes ? chunksIn(text, body) : [];
  const labels = labelsOf(text, body, dialect, chunks);
  const inCode = keysInCode(text, body, executes ? chunks : undefined);
  const inBody = hasCandidate(text, body.start);
  const inFrontMatter = frontMatter.some(({ value }) => typeof value === 'string' && value.includes('@'));
  if (!(inBody || inFrontMatter) || isForRemark(frontMatter)) {
    const nothing = {
      citations: [],
      references: [],
      footnotes: NO_FOOTNOTES,
      labels,
      keysInCode: inCode,
      problems: [],
    };
    return withHandwritten(nothing, prepared(text, body, dialect, chunks), body);
  }
  const document = emptyDocument(text.length, extensionsOf(dialect));
  const seen = prepared(text, body, dialect, chunks);
  if (inBody) for (const part of partsOf(body)) readBody(document, seen, part);
  const metadata = metadataOf(document, frontMatter);
  readMetadata(document, text, metadata);
  for (const piece of chunkCaptions(text, chunks)) {
    readGuarded(rootContext(document, piece, 'body'), 0);
  }
  const isCrossReference = crossReferenceTest(dialect, text.slice(0, body.start));
  const terms = locatorTerms(languageOf(metadata) ?? dialect.language);
  const printed = printedFacts(document, citeFact, (key) => !isCrossReference(key), terms);
  const citations = withoutImports(text, body, printed.citations);
  const tags = findKeyDefinitions(text, body, citations, dialect);
  const unescaped = dialect.name === 'rmarkdown' ? findUnescapedReferences(text, citations) : [];
  const read = {
    citations: inOrder(citations),
    references: [],
    footnotes: footnotesInOrder(printed.footnotes, text),
    labels: joined(
      labels,
      document.examples.size === 0 ? tags : [...exampleLabels(document.examples), ...tags],
    ),
    keysInCode: inCode,
    problems: joined(
      joined(document.problems, printed.problems),
      document.examples.size === 0 ? unescaped : [...unescaped, ...numberedExamples(document.examples)],
    ),
  };
  return withHandwritten(read, seen, body);
}

function chunksIn(text: string, body: Body): Chunk[] {
  if (body.cells === undefined) return findChunks(text, body);
  return body.cells.flatMap((cell) => findChunks(text.slice(0, cell.end), cell));
}

function withoutImports(text: string, body: Region, citations: readonly Citation[]): readonly Citation[] {
  if (!text.includes(IMPORT, body.start)) return citations;
  return citations.filter(({ region }) => !isImport(text, region));
}

/** `@import "chapter.md"` on a line of its own: Markdown Preview Enhanced puts the file there before Pandoc reads the page. */
function isImport(text: string, { start, end }: Region): boolean {
  if (!text.startsWith(IMPORT, start)) return false;
  const isFirst = start === 0 || text[start - 1] === '\n';
  return isFirst && NAMES_FILE.test(text.slice(end, end + LONGEST_PATH));
}

const IMPORT = '@import ';
const LONGEST_PATH = 300;
const NAMES_FILE = /^[ \t]+(?:"[^"\n]+"|'[^'\n]+')[ \t]*(?:\{[^}\n]*\}[ \t]*)?\r?(?:\n|$)/;

/** What `lang` names, for which Pandoc loads the terms of its locators. */
function languageOf(metadata: readonly FrontMatterField[]): string | undefined {
  const language = metadata.find(({ name }) => name === 'lang')?.value;
  return typeof language === 'string' ? language : undefined;
}

/** The slides of xaringan are Markdown to remark.js in the browser of who reads them: there `.footnote[@name]` is a handle. */
function isForRemark(frontMatter: readonly FrontMatterField[]): boolean {
  const output = frontMatter.find(({ name }) => name === 'output')?.value;
  const formats = typeof output === 'string' ? [output] : Object.keys(output ?? {});
  return formats.length > 0 && formats.every((format) => format.startsWith('xaringan::'));
}

/** Adds the references that are written out in the text, and what points at them. */
function withHandwritten(facts: PandocFacts, text: string, body: Body): PandocFacts {
  const { references, citations, targets } = readHandwrittenReferences(text, body);
  if (references.length === 0) return facts;
  return {
    ...facts,
    references,
    citations: inOrder([...facts.citations, ...citations]),
    labels: inOrder([...facts.labels, ...targets]),
  };
}

/** All metadata of a document; of a field that several blocks set, the last. */
function metadataOf({ metadata }: PandocDocument, frontMatter: readonly FrontMatterField[]) {
  if (metadata.length === 0) return frontMatter;
  return lastFields([frontMatter, ...metadata.map(fieldsOfBlock)]);
}

/**
 * R Markdown hands its documents to Pandoc as `markdown+autolink_bare_uris+tex_math_single_backslash`; Quarto has filters.
 */
function extensionsOf({ name }: SiteDialect): Extensions {
  return {
    bareUris: name === 'rmarkdown',
    backslashMath: name === 'rmarkdown',
    textAttributes: name === 'quarto',
  };
}

/** The text as it reaches Pandoc, at equal length: shortcodes, Jinja and comments of notes gone, chunks turned into what they print or show. */
function prepared(text: string, body: Region, { name }: SiteDialect, chunks: readonly Chunk[]): string {
  if (name === 'manubot') return maskManubotJinja(text, body);
  if (name === 'pandoc') return maskNoteComments(text, body);
  const fenced = maskChunks(text, chunks);
  return name === 'quarto' ? maskQuartoShortcodes(fenced, body) : fenced;
}

function labelsOf(text: string, body: Region, { name }: SiteDialect, chunks: readonly Chunk[]): Label[] {
  const identifiers = findIdentifiers(text, body);
  return name === 'quarto' ? [...identifiers, ...chunkLabels(text, body, chunks)] : identifiers;
}

/** What numbers examples in a list may be meant to cite: a rule asks whether the label is a key of the bibliography. */
function numberedExamples(examples: ReadonlyMap<string, Region>): SyntaxProblem[] {
  return Array.from(examples, ([key, region]) => {
    const open = region.start - '(@'.length;
    const edits = [{ region: { start: open, end: open }, text: '\\' }];
    const fix = { title: `Write \`\\(@${key})\``, safety: 'suggest' as const, edits };
    return { messageId: 'numbered-example', data: { key }, region, fix };
  });
}

function exampleLabels(examples: ReadonlyMap<string, Region>): Label[] {
  return [...examples].map(([name, region]) => ({ name, region }));
}

function footnotesInOrder({ uses, definitions, inline }: Footnotes, text: string): Footnotes {
  if (uses.length + definitions.length + inline.length === 0) return NO_FOOTNOTES;
  const defined = new Set(definitions.map(({ label }) => label));
  const isUse = ({ label, region }: FootnoteUse): boolean =>
    defined.has(label) || !isCharacterClass(label, text, region);
  return {
    uses: inOrder(uses.filter(isUse)),
    definitions: inOrder(definitions),
    inline: [...inline].sort((a, b) => a.start - b.start),
  };
}
