import type { Cite, DialectName, SiteDialect } from '../../src/model.ts';
import { crossReferencesOf } from '../../src/scan/dialects/pandoc-cross-references.ts';
import { pandocFrontMatter } from '../../src/scan/front-matter/policies.ts';
import { readFrontMatter } from '../../src/scan/front-matter/read-front-matter.ts';
import { type PandocCitation, printedFacts } from '../../src/scan/markdown/pandoc/facts.ts';
import { fieldsOfBlock, lastFields, readMetadata } from '../../src/scan/markdown/pandoc/metadata.ts';
import { printedPrefix, printedSuffix } from '../../src/scan/markdown/pandoc/printing.ts';
import { type PandocFacts, readPandocMarkdown } from '../../src/scan/markdown/pandoc/read-document.ts';
import { emptyDocument, readBody } from '../../src/scan/markdown/pandoc/reader.ts';

/** A site of the dialect with nothing configured. */
export const pandocDialect = (name: DialectName = 'pandoc'): SiteDialect => ({
  name,
  root: '',
  reason: 'a test says so',
  shortcodes: {},
  shortcodesComplete: false,
  crossReferencePrefixes: crossReferencesOf(name),
});

/** The facts of a whole file, its front matter cut first. Loading the parsers is the caller's. */
export function readPandoc(text: string, name: DialectName = 'pandoc'): PandocFacts {
  const { bodyStart, fields } = readFrontMatter(text, pandocFrontMatter);
  return readPandocMarkdown(text, { start: bodyStart, end: text.length }, pandocDialect(name), fields);
}

/** A cite with its whole prefix and suffix. */
type TreeCite = Pick<Cite, 'key' | 'mode'> & Required<Pick<Cite, 'prefix' | 'suffix'>>;

/** The citations as Pandoc's AST has them: cross-references among them, locators still in the suffix. */
export function readPandocTree(text: string): readonly PandocCitation<TreeCite>[] {
  const { bodyStart, fields } = readFrontMatter(text, pandocFrontMatter);
  const document = emptyDocument(text.length, {
    bareUris: false,
    backslashMath: false,
    textAttributes: false,
  });
  readBody(document, text, { start: bodyStart, end: text.length });
  const blocks = document.metadata.map(fieldsOfBlock);
  readMetadata(document, text, lastFields([fields, ...blocks]));
  return printedFacts(
    document,
    (cite, _, defined): TreeCite => ({
      key: cite.key,
      mode: cite.mode,
      prefix: printedPrefix(cite, defined),
      suffix: printedSuffix(cite, defined),
    }),
  ).citations;
}

/** Every key cited, in document order. */
export const keysOf = ({ citations }: PandocFacts): string[] =>
  citations.flatMap(({ cites }) => cites.map(({ key }) => key));
