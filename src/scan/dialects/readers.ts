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
import type { FrontMatterPolicy, FrontMatterResult } from '../front-matter/read-front-matter.ts';
import { readPandocMarkdown } from '../markdown/pandoc-markdown.ts';
import { readMarkdown } from '../markdown/read-markdown.ts';
import { pairHugoShortcodes } from '../template/hugo-pairing.ts';
import { lexHugoShortcodes } from '../template/hugo-shortcode.ts';
import { lexLiquid } from '../template/liquid.ts';
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
