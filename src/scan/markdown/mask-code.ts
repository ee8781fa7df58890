import type { Region } from '../../model.ts';
import { append } from '../../text/append.ts';
import { mask } from '../../text/mask.ts';
import type { Body } from '../body.ts';

const FENCE = /^[ \t>]*(`{3,}|~{3,})/;

/** The page with fenced code, code spans and comments masked; indented lines are no code under admonitions and lists. */
export function maskCode(text: string, body: Body): string {
  if (!/[`~]|<!--/.test(text.slice(body.start))) return text;
  if (body.cells === undefined) return mask(text, codeRegions(text, body));
  return mask(
    text,
    body.cells.flatMap((cell) => codeRegions(text.slice(0, cell.end), cell)),
  );
}

function codeRegions(text: string, body: Region): Region[] {
  const regions: Region[] = [];
  const lastComment = text.lastIndexOf('-->');
  for (let line = body.start; line < text.length; ) {
    const end = lineEndOf(text, line);
    const isStart = line === body.start || text[line - 1] === '\n';
    const fence = isStart ? FENCE.exec(text.slice(line, end))?.[1] : undefined;
    if (fence !== undefined) {
      const close = closingFence(text, end + 1, fence);
      regions.push({ start: line, end: close });
      line = close + 1;
      continue;
    }
    const comment = text.slice(line, end).indexOf('<!--');
    const behind = comment === -1 || line + comment > lastComment ? -1 : text.indexOf('-->', line + comment);
    append(regions, spansOf(text, line, behind === -1 ? end : line + comment));
    if (behind !== -1) regions.push({ start: line + comment, end: behind + 3 });
    line = behind === -1 ? end + 1 : behind + 3;
  }
  return regions;
}

/** Where the fence ends that closes code; the end of the text where none does. */
function closingFence(text: string, from: number, fence: string): number {
  for (let line = from; line < text.length; ) {
    const end = lineEndOf(text, line);
    if (text.slice(line, end).trim().startsWith(fence)) return end;
    line = end + 1;
  }
  return text.length;
}

/** Code between equal runs of backticks on one line. */
function spansOf(text: string, start: number, end: number): Region[] {
  const runs = [...text.slice(start, end).matchAll(/`+/g)];
  const sameLength = new Map<number, number>();
  const closing = runs.map(() => -1);
  for (let index = runs.length - 1; index >= 0; index -= 1) {
    const { length } = runs[index]![0];
    closing[index] = sameLength.get(length) ?? -1;
    sameLength.set(length, index);
  }
  const regions: Region[] = [];
  for (let open = 0; open < runs.length; open += 1) {
    const close = closing[open]!;
    if (close === -1) continue;
    const behind = start + runs[close]!.index + runs[close]![0].length;
    regions.push({ start: start + runs[open]!.index, end: behind });
    open = close;
  }
  return regions;
}

function lineEndOf(text: string, at: number): number {
  const end = text.indexOf('\n', at);
  return end === -1 ? text.length : end;
}
