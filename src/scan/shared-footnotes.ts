import type { Citation, DialectName, FootnoteDefinition, Footnotes, Region, SiteDialect } from '../model.ts';

const LIQUID =
  /\{%-?\s{0,9}(?:(?:include_relative|render)\s|include(?:_cached)?\s{1,9}[^\s%}]{0,200}(?:\.(?:md|markdown|mkd|txt)\b|\{\{))/;
/** Of MkDocs, of Jinja, of the plugin `table-reader` of MkDocs, and of VitePress. */
const SNIPPETS =
  /^[ \t]{0,9}-{1,9}8<-{1,9}|\{!|\{%-?\s{0,9}include|\{\{\s{0,9}(?:pd_)?read_\w{1,20}\(|<!-- ?@include:/m;
/** A macro that prints what it likes. */
const JINJA_CALL = /\{\{-?\s{0,9}[\w.]{1,80}\(/;
const DIRECTIVE = /^[ \t]{0,99}(?:`{3,9}|~{3,9}|:{3,9})\{include\}/m;

/** How a page of each dialect takes in another Markdown file. Liquid's `.html` files are templates and hold no notes. */
const INCLUDES: Readonly<Partial<Record<DialectName, RegExp>>> = {
  jekyll: LIQUID,
  distill: LIQUID,
  hugo: /\{\{[%<]\s{0,9}(?:[\w-]{1,40}\/)?(?:include|read-?file|import|snippet|partial)/i,
  quarto: /\{\{<\s{0,9}include\b/,
  rmarkdown: /\bchild\s{0,9}=/,
  myst: DIRECTIVE,
  sphinx: DIRECTIVE,
  'mkdocs-bibtex': SNIPPETS,
  markdown: SNIPPETS,
};

/**
 * The footnotes of a page whose text is not all there is: another file may define what is called here, or call what is
 * defined, and so may the text that is handed to a template: `{% include note.html content="Known.[^1]" %}`. Of notes that
 * nothing calls it tells where their marks are text.
 *
 * @param citations What the text cites; of these links and numbers may lead to an item of another file, too.
 * @param masked What the template layer took away.
 */
export function sharedFootnotes(
  footnotes: Footnotes,
  citations: readonly Citation[],
  text: string,
  dialect: SiteDialect,
  masked: readonly Region[],
): Footnotes {
  const { uses, definitions } = footnotes;
  if (uses.length === 0 && definitions.length === 0 && !citations.some(isIntoList)) return footnotes;
  const isPart =
    INCLUDES[dialect.name]?.test(text) === true || (dialect.runsJinja === true && JINJA_CALL.test(text));
  const marks = unreadMarks(footnotes, text);
  // In `<div markdown>` Python-Markdown has Markdown, and in the blocks of its many extensions: there such a mark is a call.
  const hidden = dialect.isMkdocs ? marks.keys() : [];
  const inTemplates = [...templateCalls(definitions, masked, text), ...hidden];
  const placed = dialect.isMkdocs ? definitions : withMarks(definitions, marks);
  if (!isPart && inTemplates.length === 0 && placed === definitions) return footnotes;
  return {
    ...footnotes,
    definitions: placed,
    ...(inTemplates.length === 0 ? {} : { inTemplates }),
    ...(isPart ? { isPart } : {}),
  };
}

const isIntoList = ({ construct }: Citation): boolean => construct === 'link' || construct === 'numbered';

/** By the labels of notes that seem unused the first mark that stands on the page all the same. */
function unreadMarks({ uses, definitions }: Footnotes, text: string): ReadonlyMap<string, Region> {
  const called = new Set(uses.map(({ label }) => label.toLowerCase()));
  const lost = new Set(definitions.flatMap(({ label }) => (called.has(label.toLowerCase()) ? [] : [label])));
  const marks = new Map<string, Region>();
  if (lost.size === 0) return marks;
  for (const { index, 0: written, 1: label = '' } of text.matchAll(MARK)) {
    if (!lost.has(label) || marks.has(label)) continue;
    const isDefinition = written.endsWith(':') && opensLine(text, index);
    if (!isDefinition) marks.set(label, { start: index, end: index + label.length + '[^]'.length });
  }
  return marks;
}

const MARK = /\[\^([^[\]\n]{1,200})\]:?/g;

function opensLine(text: string, at: number): boolean {
  return text.slice(text.lastIndexOf('\n', at) + 1, at).trim() === '';
}

function withMarks(
  definitions: readonly FootnoteDefinition[],
  marks: ReadonlyMap<string, Region>,
): readonly FootnoteDefinition[] {
  if (marks.size === 0) return definitions;
  return definitions.map((definition) => {
    const unread = marks.get(definition.label);
    return unread === undefined ? definition : { ...definition, unread };
  });
}

const CALL = /\[\^([^[\]\s]{1,100})\]/g;

/** Labels called in the arguments of tags. Of these alone it is known that a note is meant. */
function templateCalls(
  definitions: readonly FootnoteDefinition[],
  masked: readonly Region[],
  text: string,
): readonly string[] {
  if (definitions.length === 0) return [];
  const labels = new Set(definitions.map(({ label }) => label));
  const called = new Set<string>();
  for (const { start, end } of masked) {
    const tag = text.slice(start, end);
    if (!tag.includes('[^')) continue;
    for (const [, label] of tag.matchAll(CALL)) if (labels.has(label!)) called.add(label!);
  }
  return [...called];
}
