import type { DialectName, FrontMatterField, Region, SiteDialect } from '../../model.ts';
import type { Body } from '../body.ts';
import {
  hexoFrontMatter,
  hugoFrontMatter,
  jekyllFrontMatter,
  markdownFrontMatter,
  mkdocsFrontMatter,
  mystFrontMatter,
  pandocFrontMatter,
  plainFrontMatter,
  quartoFrontMatter,
  rmarkdownFrontMatter,
  sphinxFrontMatter,
} from '../front-matter/policies.ts';
import type { FrontMatterPolicy, FrontMatterResult } from '../front-matter/read-front-matter.ts';
import { mayHoldCandidates } from '../markdown/candidates.ts';
import type { MarkdownFacts, MarkdownFlavor } from '../markdown/read-markdown.ts';
import { parser } from '../parsers.ts';
import { readHugo } from './hugo/read-hugo.ts';
import { referencesOfFields } from './jekyll/citation-field.ts';
import { citesOfFields } from './jekyll/key-fields.ts';
import { jinjaRegions } from './jinja.ts';
import { mystParts } from './myst-parts.ts';
import { noteComments } from './note-comments.ts';
import { NO_TEMPLATE, printsEverything, type TemplateFacts } from './template-facts.ts';
import { wikiLinkRegions } from './wiki-links.ts';

/** The layers of one dialect: the law of SYNTAX says which runs on what. */
export interface DialectReader {
  readonly frontMatter: FrontMatterPolicy;
  readTemplate(text: string, body: Region, dialect: SiteDialect, front: FrontMatterResult): TemplateFacts;
  /** False where `readMarkdown` would find nothing, whatever is masked: then the text need not be masked at all. */
  mayHoldMarkdown(text: string, body: Region, citesInTemplate: boolean): boolean;
  readMarkdown(
    text: string,
    body: Body,
    dialect: SiteDialect,
    fields: readonly FrontMatterField[],
    path: string,
    citesInTemplate: boolean,
  ): MarkdownFacts;
}

type MarkdownLayer = Pick<DialectReader, 'mayHoldMarkdown' | 'readMarkdown'>;

/** Nothing is masked for Pandoc, and its reader looks for candidates itself. */
const PANDOC: MarkdownLayer = { mayHoldMarkdown: () => true, readMarkdown: readPandoc };

/** Each dialect's layers. */
export const readers: Readonly<Record<DialectName, DialectReader>> = {
  hugo: { frontMatter: hugoFrontMatter, readTemplate: readHugo, ...commonMark('goldmark') },
  jekyll: { frontMatter: jekyllFrontMatter, readTemplate: readLiquid, ...commonMark('kramdown') },
  distill: { frontMatter: jekyllFrontMatter, readTemplate: readLiquid, ...commonMark('distill') },
  pandoc: { frontMatter: pandocFrontMatter, readTemplate: readNotes, ...PANDOC },
  quarto: { frontMatter: quartoFrontMatter, readTemplate: noTemplate, ...PANDOC },
  rmarkdown: { frontMatter: rmarkdownFrontMatter, readTemplate: noTemplate, ...PANDOC },
  manubot: { frontMatter: pandocFrontMatter, readTemplate: noTemplate, ...PANDOC },
  'mkdocs-bibtex': { frontMatter: mkdocsFrontMatter, readTemplate: readJinja, ...PANDOC },
  myst: { frontMatter: mystFrontMatter, readTemplate: noTemplate, ...commonMark('myst') },
  sphinx: { frontMatter: sphinxFrontMatter, readTemplate: noTemplate, ...commonMark('sphinx') },
  'rehype-citation': {
    frontMatter: markdownFrontMatter,
    readTemplate: readNotes,
    ...commonMark('rehype-citation'),
  },
  documenter: { frontMatter: markdownFrontMatter, readTemplate: noTemplate, ...commonMark('documenter') },
  markdown: {
    frontMatter: plainFrontMatter,
    readTemplate: readPlain,
    ...commonMark('markdown', 'python-markdown'),
  },
};

/** The front matter of a site: generators that read plain Markdown differ in it. */
export function frontMatterOf({ name, isHexo, isMkdocs }: SiteDialect): FrontMatterPolicy {
  if (isHexo) return hexoFrontMatter;
  return isMkdocs ? mkdocsFrontMatter : readers[name].frontMatter;
}

function noTemplate(): TemplateFacts {
  return NO_TEMPLATE;
}

/** Pages of MkDocs whose site has the plugin `macros`; what its templates print is not known. */
function readJinja(text: string, body: Region, { runsJinja }: SiteDialect): TemplateFacts {
  return runsJinja ? { ...NO_TEMPLATE, masked: jinjaRegions(text, body) } : NO_TEMPLATE;
}

/** Pages of no engine that is known, which may be notes of Obsidian, or of MkDocs. */
function readPlain(text: string, body: Region, dialect: SiteDialect): TemplateFacts {
  if (dialect.runsJinja) return readJinja(text, body, dialect);
  const masked = noteComments(text, body);
  return masked.length === 0 ? NO_TEMPLATE : { ...NO_TEMPLATE, masked };
}

/** Notes of Obsidian. */
function readNotes(text: string, body: Region, { hasWikiLinks }: SiteDialect): TemplateFacts {
  const masked = wikiLinkRegions(text, body, hasWikiLinks === true);
  return masked.length === 0 ? NO_TEMPLATE : { ...NO_TEMPLATE, masked };
}

/** Liquid runs on pages with front matter only; any other file is copied as it is. */
function readLiquid(
  text: string,
  body: Region,
  dialect: SiteDialect,
  front: FrontMatterResult,
): TemplateFacts {
  const { isLiquidPage, lexLiquid } = parser('liquid');
  const renders = front.fields.find(({ name }) => name === 'render_with_liquid')?.value;
  if (!isLiquidPage(text, renders)) return NO_TEMPLATE;
  const { shortcodes, masked, problems } = lexLiquid(text, body.start, dialect);
  const listed = dialect.keyFields === undefined ? [] : citesOfFields(front.fields, dialect.keyFields, text);
  const references = referencesOfFields(front.fields, text);
  if (shortcodes.length === 0 && problems.length === 0)
    return { ...NO_TEMPLATE, citations: listed, references, masked };
  const collected = parser('jekyll').collectJekyll(shortcodes, dialect, text);
  return {
    ...collected,
    references,
    citations: listed.length === 0 ? collected.citations : [...listed, ...collected.citations],
    shortcodes: () => shortcodes,
    masked,
    printsWholeBibliography: shortcodes.some(printsEverything),
    problems: [...problems, ...collected.problems],
  };
}

/** @param inMkdocs The flavor of the same pages where MkDocs prints them; it looks for the same marks. */
function commonMark(flavor: MarkdownFlavor, inMkdocs = flavor): MarkdownLayer {
  return {
    mayHoldMarkdown: (text, body, citesInTemplate) => mayHoldCandidates(text, body, flavor, citesInTemplate),
    readMarkdown: (text, body, dialect, fields, path, citesInTemplate) => {
      const parts = flavor === 'myst' ? mystParts(fields) : [];
      const printed = dialect.isMkdocs ? inMkdocs : flavor;
      const traits = { parts, isMdxFile: /\.mdx$/i.test(path), citesInTemplate };
      return parser('commonmark').readMarkdown(text, body, printed, dialect, traits);
    },
  };
}

function readPandoc(
  text: string,
  body: Body,
  dialect: SiteDialect,
  fields: readonly FrontMatterField[],
): MarkdownFacts {
  const facts = parser('pandoc').readPandocMarkdown(text, body, dialect, fields);
  const { citations, references, footnotes, labels, keysInCode, problems } = facts;
  return {
    citations,
    references,
    footnotes,
    labels,
    printsReferenceList: true,
    printsWholeBibliography: false,
    keysInCode,
    problems,
  };
}
