import type {
  BibliographyPath,
  Citation,
  DialectName,
  Footnotes,
  FrontMatterField,
  Label,
  Reference,
  Region,
  Shortcode,
  SiteDialect,
  SyntaxProblem,
} from '../../model.ts';
import {
  hugoFrontMatter,
  jekyllFrontMatter,
  markdownFrontMatter,
  pandocFrontMatter,
  pythonFrontMatter,
} from '../front-matter/policies.ts';
import type { FrontMatterPolicy, FrontMatterResult } from '../front-matter/read-front-matter.ts';
import { readPandocMarkdown } from '../markdown/pandoc-markdown.ts';
import { type MarkdownFlavor, readMarkdown } from '../markdown/read-markdown.ts';
import { pairHugoShortcodes } from '../template/hugo-pairing.ts';
import { lexHugoShortcodes } from '../template/hugo-shortcode.ts';
import { isLiquidPage, lexLiquid } from '../template/liquid.ts';
import { collectHugo } from './hugo.ts';
import { collectJekyll } from './jekyll.ts';

/** What the template layer finds on raw text, and the regions it takes away from Markdown. */
export interface TemplateFacts {
  readonly shortcodes: readonly Shortcode[];
  readonly masked: readonly Region[];
  readonly citations: readonly Citation[];
  readonly references: readonly Reference[];
  readonly bibliographies: readonly BibliographyPath[];
  readonly printsReferenceList: boolean;
  readonly problems: readonly SyntaxProblem[];
}

/** What the Markdown layer finds in the masked text. */
export interface MarkdownFacts {
  readonly citations: readonly Citation[];
  readonly references: readonly Reference[];
  readonly footnotes: Footnotes;
  readonly labels: readonly Label[];
  readonly printsReferenceList: boolean;
  readonly problems: readonly SyntaxProblem[];
}

/** The layers of one dialect: the law of SYNTAX says which runs on what. */
export interface DialectReader {
  readonly frontMatter: FrontMatterPolicy;
  readTemplate(text: string, body: Region, dialect: SiteDialect, front: FrontMatterResult): TemplateFacts;
  readMarkdown(
    text: string,
    body: Region,
    dialect: SiteDialect,
    fields: readonly FrontMatterField[],
  ): MarkdownFacts;
}

/** Each dialect's layers. */
export const readers: Readonly<Record<DialectName, DialectReader>> = {
  hugo: { frontMatter: hugoFrontMatter, readTemplate: readHugo, readMarkdown: commonMark('goldmark') },
  jekyll: { frontMatter: jekyllFrontMatter, readTemplate: readLiquid, readMarkdown: commonMark('kramdown') },
  distill: { frontMatter: jekyllFrontMatter, readTemplate: readLiquid, readMarkdown: commonMark('distill') },
  pandoc: { frontMatter: pandocFrontMatter, readTemplate: noTemplate, readMarkdown: readPandoc },
  quarto: { frontMatter: pandocFrontMatter, readTemplate: noTemplate, readMarkdown: readPandoc },
  rmarkdown: { frontMatter: pandocFrontMatter, readTemplate: noTemplate, readMarkdown: readPandoc },
  manubot: { frontMatter: pandocFrontMatter, readTemplate: noTemplate, readMarkdown: readPandoc },
  'mkdocs-bibtex': { frontMatter: pythonFrontMatter, readTemplate: noTemplate, readMarkdown: readPandoc },
  myst: { frontMatter: markdownFrontMatter, readTemplate: noTemplate, readMarkdown: commonMark('myst') },
  sphinx: { frontMatter: pythonFrontMatter, readTemplate: noTemplate, readMarkdown: commonMark('sphinx') },
  'rehype-citation': {
    frontMatter: markdownFrontMatter,
    readTemplate: noTemplate,
    readMarkdown: commonMark('rehype-citation'),
  },
  markdown: {
    frontMatter: markdownFrontMatter,
    readTemplate: noTemplate,
    readMarkdown: commonMark('markdown'),
  },
};

const NO_TEMPLATE: TemplateFacts = {
  shortcodes: [],
  masked: [],
  citations: [],
  references: [],
  bibliographies: [],
  printsReferenceList: false,
  problems: [],
};

function noTemplate(): TemplateFacts {
  return NO_TEMPLATE;
}

function readHugo(text: string, body: Region, dialect: SiteDialect): TemplateFacts {
  const { shortcodes, masked, problems } = lexHugoShortcodes(text, body.start);
  if (shortcodes.length === 0 && problems.length === 0) return { ...NO_TEMPLATE, masked };
  const collected = collectHugo(shortcodes, dialect, text);
  return {
    ...collected,
    shortcodes,
    masked,
    problems: [...problems, ...pairHugoShortcodes(shortcodes, dialect), ...collected.problems],
  };
}

/** Liquid runs on pages with front matter only; any other file is copied as it is. */
function readLiquid(
  text: string,
  body: Region,
  dialect: SiteDialect,
  front: FrontMatterResult,
): TemplateFacts {
  const renders = front.fields.find(({ name }) => name === 'render_with_liquid')?.value;
  if (!isLiquidPage(text, renders)) return NO_TEMPLATE;
  const { shortcodes, masked, problems } = lexLiquid(text, body.start, dialect);
  if (shortcodes.length === 0 && problems.length === 0) return { ...NO_TEMPLATE, masked };
  const collected = collectJekyll(shortcodes, dialect, text);
  return { ...collected, shortcodes, masked, problems: [...problems, ...collected.problems] };
}

function commonMark(flavor: MarkdownFlavor): DialectReader['readMarkdown'] {
  return (text, body, dialect) => readMarkdown(text, body, flavor, dialect);
}

function readPandoc(
  text: string,
  body: Region,
  dialect: SiteDialect,
  fields: readonly FrontMatterField[],
): MarkdownFacts {
  return { printsReferenceList: true, ...readPandocMarkdown(text, body, dialect, fields) };
}
