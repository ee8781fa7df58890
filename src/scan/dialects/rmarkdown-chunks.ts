import type { Label, Region } from '../../model.ts';
import { MASK } from '../../text/mask.ts';
import { once } from '../../text/once.ts';

/** A code chunk that knitr or Quarto runs: ```` ```{r plot, fig.cap="…"} ````. */
export interface Chunk {
  /** From brace to brace. */
  readonly header: Region;
  /** What stands in the header behind the language. */
  readonly options: Region;
  /** It is run; `{{r}}` only shows a chunk. */
  readonly runs: boolean;
  /** What stands between the fences is text of the page: engines for notes and theorems only put something round it. */
  readonly isText: boolean;
  /** The lines between the fences. */
  readonly content: Region;
}

const HEADER = /^([\t >]*)(`{3,})[ \t]*(\{(\{?[A-Za-z][\w.+-]{0,80})([^\n]{0,2000})\})[ \t]*$/;
const CLOSING = /^[\t >]*(`{3,})[ \t]*$/;

/** The chunks of a body, in order. Braces with attributes (`{.r}`, `{=html}`) are Pandoc's own and no chunks. */
export function findChunks(text: string, body: Region): Chunk[] {
  const chunks: Chunk[] = [];
  for (let fence = text.indexOf('```', body.start); fence !== -1 && fence < body.end; ) {
    const start = text.lastIndexOf('\n', fence) + 1;
    const end = lineEndOf(text, fence);
    const opening = HEADER.exec(lineAt(text, start, end));
    const close = opening === null ? end : closingLine(text, end + 1, opening[2]!.length);
    if (opening !== null)
      chunks.push(readChunk(opening, start, { start: Math.min(text.length, end + 1), end: close }));
    fence = text.indexOf('```', opening === null ? end : lineEndOf(text, close));
  }
  return chunks;
}

function readChunk(opening: RegExpExecArray, start: number, content: Region): Chunk {
  const [line, , , header, language, options] = opening as unknown as string[];
  const from = start + line!.lastIndexOf(header!);
  const behind = from + 1 + language!.length;
  return {
    header: { start: from, end: from + header!.length },
    options: { start: behind, end: behind + options!.length },
    runs: !language!.startsWith('{'),
    isText: TEXT_ENGINES.has(language!) && !line!.includes('>') && !HIDDEN.test(options!),
    content,
  };
}

/** Of knitr and of bookdown, which makes a `div` or an environment of each; `block` alone is rendered without citations. */
const TEXT_ENGINES: ReadonlySet<string> = new Set([
  ...['asis', 'block2', 'theorem', 'lemma', 'corollary', 'proposition', 'conjecture', 'definition'],
  ...['example', 'exercise', 'hypothesis', 'proof', 'remark', 'solution'],
]);

const HIDDEN = /\b(?:echo|eval|include)\s*=\s*F(?:ALSE)?\b/;

/** Where the line that closes a chunk begins; the end of the text where none does. */
function closingLine(text: string, from: number, ticks: number): number {
  for (let start = from; start < text.length; ) {
    const end = lineEndOf(text, start);
    const closing = text.startsWith('`', firstMark(text, start))
      ? CLOSING.exec(lineAt(text, start, end))
      : null;
    if (closing !== null && closing[1]!.length >= ticks) return start;
    start = end + 1;
  }
  return text.length;
}

function firstMark(text: string, start: number): number {
  let at = start;
  while (at < text.length && '\t >'.includes(text[at]!)) at += 1;
  return at;
}

function lineEndOf(text: string, at: number): number {
  const end = text.indexOf('\n', at);
  return end === -1 ? text.length : end;
}

function lineAt(text: string, start: number, end: number): string {
  const line = text.slice(start, end);
  return line.endsWith('\r') ? line.slice(0, -1) : line;
}

/**
 * The text as it is once the chunks have run, at equal length: those with text lose their fences, and the others their
 * braces, which makes plain code blocks of them to Pandoc.
 */
export function maskChunks(text: string, chunks: readonly Chunk[]): string {
  let seen = '';
  let from = 0;
  const hide = (start: number, end: number, character: string): void => {
    seen += text.slice(from, start) + character.repeat(end - start);
    from = end;
  };
  for (const { header, content, isText } of chunks) {
    if (isText) {
      // Blank lines, so that the lines between them are blocks of their own.
      hide(text.lastIndexOf('\n', header.start) + 1, header.end, ' ');
      hide(content.end, lineEndOf(text, content.end), ' ');
    } else hide(header.start, header.end, MASK);
  }
  return seen + text.slice(from);
}

const OPTION_LABEL = /^[ \t>]*(?:#|\/\/|--|%%?)\|[ \t]*label[ \t]*:[ \t]*(["']?)([^\s"']+)\1/gm;
const HEADER_LABEL = once(() => /^[ \t,]*(?:label[ \t]*=[ \t]*(["']?))?([\p{L}][\w:.-]*)[ \t]*(?:,|$)/u);

/**
 * Labels of chunks, which Quarto's `@fig-plot` refers to: the first option of a header, or `#| label: fig-plot`, which
 * extensions read in blocks that are not run, too.
 */
export function chunkLabels(text: string, body: Region, chunks: readonly Chunk[]): Label[] {
  const inHeaders = chunks.flatMap(({ options, runs }) => {
    const found = runs ? HEADER_LABEL().exec(text.slice(options.start, options.end)) : null;
    return found === null ? [] : [labelAt(options.start + found[0].indexOf(found[2]!), found[2]!)];
  });
  if (!text.includes('label', body.start)) return inHeaders;
  const inOptions = [...text.slice(body.start, body.end).matchAll(OPTION_LABEL)].map((match) =>
    labelAt(body.start + match.index + match[0].lastIndexOf(match[2]!), match[2]!),
  );
  return [...inHeaders, ...inOptions];
}

function labelAt(start: number, name: string): Label {
  return { name, region: { start, end: start + name.length } };
}
