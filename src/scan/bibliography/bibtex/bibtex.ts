import type { SyntaxProblem } from '../../../model.ts';
import { isKnownEntryType } from '../../../work/entry-types.ts';
import { isGlossary } from '../glossary.ts';
import type { ReadBibliography } from '../read-bibliography.ts';
import { isLineEnd, lineEnd, skipBlanks, skipName, skipSpace } from './characters.ts';
import { readCommand, readComment } from './commands.ts';
import { readEntry, readPlainEntry } from './entry.ts';
import { isEntryStart, startsLine } from './entry-start.ts';
import { isFieldStart } from './field-start.ts';
import { readHead } from './head.ts';
import { type BibtexReader, createReader, report } from './reader.ts';
import { isConflictMarker } from './unexpected.ts';

/**
 * Reads BibTeX and BibLaTeX. Every item is read for itself, so a broken entry costs no other; a text that BibTeX, biber
 * or Pandoc refuses gives a problem. Linear in the text, whatever is in it.
 *
 * The reader is our own: bibtex-parse has no positions and gives up the whole file at the first broken entry. A test
 * holds both to the same keys and values on entries that are whole.
 */
export function readBibtex(text: string): ReadBibliography {
  const reader = createReader(text);
  const foreign = foreignContent(text);
  if (foreign !== undefined) {
    const entry = firstEntryLine(text);
    if (entry === -1) return { entries: [], macros: [], problems: [foreign] };
    reader.problems.push(foreign);
    reader.at = entry;
  } else reader.at = endOfFrontMatter(text);
  for (let at = nextItem(reader); at !== -1; at = nextItem(reader)) readItem(reader, at);
  if (isGlossary(reader.entries)) return { entries: [], macros: [], problems: [] };
  const macros = reader.macros.map((macro) =>
    reader.buildingBlocks.has(macro.name) ? { ...macro, isBuildingBlock: true as const } : macro,
  );
  return { entries: reader.entries, macros, problems: explainLateStrings(reader) };
}

/** What exports and saved error pages begin with. */
const FOREIGN: readonly (readonly [format: string, beginning: RegExp])[] = [
  ['JSON', /^[[{]\s*[{"\]}]/],
  ['HTML or XML', /^<(?:!doctype|html|\?xml)/i],
  ['RIS', /^TY {1,2}- ?[A-Z]/],
  ['EndNote', /^%0 [A-Z]/],
  ['MEDLINE', /^PMID ?- ?\d/],
  ['LaTeX', /^\\begin\{thebibliography\}/],
];

/** Other formats under the name of a BibTeX file: every program reads them as comments and finds no entry. */
function foreignContent(text: string): SyntaxProblem | undefined {
  const start = skipSpace(text, text.charCodeAt(0) === 0xfeff ? 1 : 0);
  const head = text.slice(start, start + 100);
  const found = FOREIGN.find(([, beginning]) => beginning.test(head));
  if (found === undefined) return undefined;
  return {
    messageId: 'not-bibtex',
    data: { format: found[0] },
    region: { start, end: lineEnd(text, start) },
  };
}

/** Offset of the first `@` that begins both its line and an entry, or -1. */
function firstEntryLine(text: string): number {
  for (let at = text.indexOf('@'); at !== -1; at = text.indexOf('@', at + 1)) {
    if (startsLine(text, at) && isEntryStart(text, at)) return at;
  }
  return -1;
}

/** Jekyll front matter before the first entry: jekyll-scholar takes it off. */
function endOfFrontMatter(text: string): number {
  const start = text.charCodeAt(0) === 0xfeff ? 1 : 0;
  if (!text.startsWith('---', start) || !isLineEnd(text.charCodeAt(skipBlanks(text, start + 3))))
    return start;
  const close = /\r?\n---[ \t]*(?:\r?\n|$)/g;
  close.lastIndex = start + 2;
  return close.exec(text) === null ? start : close.lastIndex;
}

/** Offset of the next `@` that is not in a `%` comment, or -1. */
function nextItem(reader: BibtexReader): number {
  const { text } = reader;
  let from = reader.at;
  for (;;) {
    const at = text.indexOf('@', from);
    inspectJunk(reader, from, at === -1 ? text.length : at);
    if (at === -1 || !isInComment(text, from, at)) return at;
    from = lineEnd(text, at);
  }
}

/** Whether a `%` stands before `at` on its line, behind what is read already. */
function isInComment(text: string, from: number, at: number): boolean {
  for (let offset = at - 1; offset >= from; offset--) {
    const code = text.charCodeAt(offset);
    if (code === 37) return true;
    if (isLineEnd(code)) return false;
  }
  return false;
}

/**
 * The text before an item is a comment to all programs: only the marks of an unresolved merge are reported, and, for who
 * cites them, entries without their `@`.
 */
function inspectJunk(reader: BibtexReader, from: number, to: number): void {
  const { text } = reader;
  const start = skipSpace(text, from);
  if (start >= to) return;
  if (isConflictMarker(text, start) && text.charCodeAt(start) === 60) {
    report(reader, 'conflict-marker', start, lineEnd(text, start), { data: { key: '' } });
  }
  inspectLostEntries(reader, start, to);
}

/** `book{knuth1997,` at the beginning of a line. */
const LOST_ENTRY = /(?<=^[ \t]{0,8})([a-z]{3,20})[ \t]{0,4}\{[ \t]{0,4}([^\s,{}"@%]{1,200}),/gim;

/** Taking the `@` off an entry is a way to switch it off, so it is wrong only where the entry is cited. */
function inspectLostEntries(reader: BibtexReader, from: number, to: number): void {
  for (const { 0: head, 1: type = '', 2: key = '', index } of reader.text
    .slice(from, to)
    .matchAll(LOST_ENTRY)) {
    const start = from + index;
    if (!isKnownEntryType(type.toLowerCase())) continue;
    if (!isFieldStart(reader.text, skipSpace(reader.text, start + head.length))) continue;
    report(reader, 'missing-at-sign', start, start + head.length - 1, { data: { key } });
  }
}

function readItem(reader: BibtexReader, at: number): void {
  if (readPlainEntry(reader, at)) {
    reader.junkReported = false;
    return;
  }
  const item = readHead(reader, at);
  if (item === undefined) {
    reportJunk(reader, at);
    return;
  }
  reader.junkReported = false;
  if (item.type === 'comment') readComment(reader, item);
  else if (item.type === 'string' || item.type === 'preamble') readCommand(reader, item);
  else readEntry(reader, item);
}

/** An `@` in the text between entries: BibTeX, biber and Pandoc take it for the start of one. Once for each text. */
function reportJunk(reader: BibtexReader, at: number): void {
  const end = skipName(reader.text, skipSpace(reader.text, at + 1));
  const text = reader.text.slice(at, Math.min(end, at + 40));
  if (!reader.junkReported) report(reader, 'at-sign-in-junk', at, Math.max(end, at + 1), { data: { text } });
  reader.junkReported = true;
  reader.at = Math.max(end, at + 1);
}

/** A macro that is undefined where it is used, but defined further down. */
function explainLateStrings({ problems, macros }: BibtexReader): SyntaxProblem[] {
  if (!problems.some(({ messageId }) => messageId === 'undefined-string')) return problems;
  const defined = new Map(macros.map((macro) => [macro.name, macro.nameRegion]));
  return problems.map((problem) => {
    const region = defined.get(String(problem.data?.['name']).toLowerCase());
    if (problem.messageId !== 'undefined-string' || region === undefined) return problem;
    return { ...problem, messageId: 'late-string', related: [{ region, message: 'defined here' }] };
  });
}
