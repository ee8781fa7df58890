import type { BibEntry, DocumentFacts, Edit, Facts, Finding } from '../model.ts';
import { applyEdits } from '../text/edits.ts';
import { createLineIndex, type LineIndex } from '../text/line-index.ts';
import type { Action } from './code-actions.ts';
import type { View } from './view.ts';

type Scan = (text: string) => Promise<DocumentFacts | undefined>;

/** What the placing of a directive asks for. */
interface Place {
  readonly facts: Facts;
  readonly text: string;
  readonly lines: LineIndex;
  /** Of the finding, from 1. */
  readonly line: number;
  readonly ruleId: string;
  /** The line end of the file. */
  readonly eol: string;
}

/**
 * Lint directives that silence a finding: for its line, and for its file. A directive is offered where the page reads as
 * before with it; in front of the middle of a shortcode, or in a file that knows no comments, there is none. `scan` reads
 * a text in the document's place.
 */
export async function disableActions(view: View, finding: Finding, scan: Scan): Promise<Action[]> {
  const facts = view.facts(finding.at.path);
  if (facts === undefined) return [];
  const text = view.text(facts.path);
  const lines = createLineIndex(text);
  const { line } = lines.position(finding.at.region.start);
  const eol = text.includes('\r\n') ? '\r\n' : '\n';
  const place: Place = { facts, text, lines, line, ruleId: finding.ruleId, eol };
  const forLine = await firstHarmless(forLineEdits(place), place, scan);
  const forFile = await firstHarmless(forFileEdits(place), place, scan);
  const action = (title: string, edits: readonly Edit[] | undefined): Action[] =>
    edits === undefined ? [] : [{ title, kind: 'quickfix', findings: [finding], isPreferred: false, edits }];
  return [
    ...action(`Disable ${finding.ruleId} for this line`, forLine),
    ...action(`Disable ${finding.ruleId} in this file`, forFile),
  ];
}

/** Whether the page cites, refers and complains as it did, and has the directive besides. */
async function firstHarmless(
  candidates: readonly (readonly Edit[])[],
  { facts, text }: Place,
  scan: Scan,
): Promise<readonly Edit[] | undefined> {
  if (facts.kind === 'bibliography') return candidates[0];
  for (const edits of candidates) {
    const after = await scan(applyEdits(text, edits));
    if (after !== undefined && saysTheSame(facts, after)) return edits;
  }
  return undefined;
}

function saysTheSame(before: DocumentFacts, after: DocumentFacts): boolean {
  return (
    after.directives.length === before.directives.length + 1 &&
    JSON.stringify(summary(before)) === JSON.stringify(summary(after))
  );
}

function summary({
  citations,
  references,
  footnotes,
  frontMatter,
  shortcodes,
  problems,
  labels,
}: DocumentFacts) {
  return [
    citations.map(({ cites, construct }) => [construct, cites.map(({ key }) => key)]),
    references.map(({ text }) => text),
    footnotes.definitions.map(({ text }) => text),
    footnotes.uses.length,
    frontMatter.map(({ name, value }) => [name, value]),
    shortcodes.length,
    problems.map(({ messageId }) => messageId),
    labels.length,
  ];
}

function forLineEdits(place: Place): (readonly Edit[])[] {
  const { facts } = place;
  if (facts.kind === 'bibliography') return bibliographyEdits(facts.format, facts.entries, place);
  const inFrontMatter = place.lines.lineStart(place.line) < facts.frontMatterRegion.end;
  const directive = `bibliolint-disable-next-line ${place.ruleId}`;
  if (!inFrontMatter) {
    const comment = bodyComment(facts, directive);
    return [...behindPreviousLine(comment, place), ownLine(comment, place)];
  }
  return hasComments(facts) && place.line > 1 ? [ownLine(`# ${directive}`, place)] : [];
}

/**
 * Behind the line before, so that the comment does not cut a paragraph, a list or a table in two; a hard line break
 * stays the last thing of its line.
 */
function behindPreviousLine(comment: string, { facts, text, lines, line }: Place): (readonly Edit[])[] {
  if (line === 1) return [];
  const from = lines.lineStart(line - 1);
  const to = lines.lineEnd(line - 1);
  const before = text.slice(from, to);
  if (before.trim() === '' || (facts.kind === 'document' && from < facts.frontMatterRegion.end)) return [];
  const kept = /(?:\\|[ \t]+)$/.exec(before.slice(-MAX_BLANKS))?.[0].length ?? 0;
  return [[{ path: facts.path, region: { start: to - kept, end: to - kept }, text: ` ${comment}` }]];
}

/** More blanks than anybody leaves at the end of a line. */
const MAX_BLANKS = 200;

/** On a line of its own, as far in as the line it is about. */
function ownLine(comment: string, { facts, text, lines, line, eol }: Place): readonly Edit[] {
  const start = lines.lineStart(line);
  const [indent = ''] = /^[ \t]*/.exec(text.slice(start, lines.lineEnd(line))) ?? [];
  return [{ path: facts.path, region: { start, end: start }, text: indent + comment + eol }];
}

function bodyComment({ path }: Facts, directive: string): string {
  return /\.mdx$/i.test(path) ? `{/* ${directive} */}` : `<!-- ${directive} -->`;
}

/** JSON knows no comments. */
function hasComments({ frontMatterFormat }: DocumentFacts): boolean {
  return frontMatterFormat === 'yaml' || frontMatterFormat === 'toml';
}

/** BibTeX has no comments inside an entry, so there the rule is off from before the entry to behind it. */
function bibliographyEdits(format: string, entries: readonly BibEntry[], place: Place): (readonly Edit[])[] {
  const { lines, line, ruleId, facts, eol, text } = place;
  if (format !== 'bibtex') {
    return YAML.has(format) && !isJson(text)
      ? [ownLine(`# bibliolint-disable-next-line ${ruleId}`, place)]
      : [];
  }
  const from = lines.lineStart(line);
  const entry = entries.find(({ region }) => region.start < from && region.end > from);
  if (entry === undefined) return [[...ownLine(`% bibliolint-disable-next-line ${ruleId}`, place)]];
  const start = lines.lineStart(lines.position(entry.region.start).line);
  const end = lines.lineEnd(lines.position(entry.region.end).line);
  return [
    [
      { path: facts.path, region: { start, end: start }, text: `% bibliolint-disable ${ruleId}${eol}` },
      { path: facts.path, region: { start: end, end }, text: `${eol}% bibliolint-enable ${ruleId}` },
    ],
  ];
}

const YAML: ReadonlySet<string> = new Set(['csl-yaml', 'hugo-data', 'cff']);

function isJson(text: string): boolean {
  return /^\ufeff?\s*[[{]/.test(text);
}

function forFileEdits(place: Place): (readonly Edit[])[] {
  const { facts, text, eol } = place;
  const directive = `bibliolint-disable-file ${place.ruleId}`;
  if (facts.kind === 'document') {
    const start = bodyStart(facts, text);
    return [[{ path: facts.path, region: { start, end: start }, text: bodyComment(facts, directive) + eol }]];
  }
  const start = text.startsWith('\ufeff') ? 1 : 0;
  const comment = facts.format === 'bibtex' ? '%' : YAML.has(facts.format) && !isJson(text) ? '#' : undefined;
  if (comment === undefined) return [];
  return [[{ path: facts.path, region: { start, end: start }, text: `${comment} ${directive}${eol}` }]];
}

/** Behind the front matter and its line end. */
function bodyStart({ frontMatterRegion, frontMatterFormat }: DocumentFacts, text: string): number {
  if (frontMatterFormat === 'none') return text.startsWith('\ufeff') ? 1 : 0;
  const { end } = frontMatterRegion;
  return end + (/^(?:\r\n|\n|\r)/.exec(text.slice(end))?.[0].length ?? 0);
}
