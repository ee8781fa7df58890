import { type ComparedLine, compareLines } from './compare-lines.ts';

/** Lines of context round a change, as `git diff` has them. */
const CONTEXT = 3;

/**
 * A unified diff that `git apply` and `patch` take; a file that is not there yet has no text before. Lines end at LF, as
 * both of them read it; what stands before it belongs to the line, so CRLF and a missing last line end survive.
 */
export function unifiedDiff(path: string, before: string | undefined, after: string): string {
  if (before === after) return '';
  const lines = compareLines(splitLines(before ?? ''), splitLines(after));
  const from = quotePath(`a/${path}`);
  const to = quotePath(`b/${path}`);
  // A blank in a name would end it for `patch`, but for the tab that git writes too.
  const tab = from.includes(' ') && !from.startsWith('"') ? '\t' : '';
  const head = `diff --git ${from} ${to}\n`;
  const created = before === undefined;
  const old = created ? 'new file mode 100644\n--- /dev/null\n' : `--- ${from}${tab}\n`;
  return `${head}${old}+++ ${to}${tab}\n${hunks(lines)}`;
}

/** git quotes names with control characters, quotes or bytes beyond ASCII. */
function quotePath(path: string): string {
  if (/^[\x20-\x7e]+$/.test(path) && !/["\\]/.test(path)) return path;
  const bytes = [...new TextEncoder().encode(path)];
  const quoted = bytes.map((byte) => {
    const character = String.fromCharCode(byte);
    if (character === '"' || character === '\\') return `\\${character}`;
    return byte < 0x20 || byte > 0x7e ? `\\${byte.toString(8).padStart(3, '0')}` : character;
  });
  return `"${quoted.join('')}"`;
}

function splitLines(text: string): string[] {
  return text.match(/[^\n]*\n|[^\n]+$/g) ?? [];
}

function hunks(lines: readonly ComparedLine[]): string {
  const keep = lines.map((_, index) => isNearChange(lines, index));
  let output = '';
  let oldLine = 1;
  let newLine = 1;
  for (let index = 0; index < lines.length; ) {
    if (!keep[index]) {
      oldLine += 1;
      newLine += 1;
      index += 1;
      continue;
    }
    let end = index;
    while (end < lines.length && keep[end]) end += 1;
    const hunk = lines.slice(index, end);
    const oldCount = hunk.filter(({ kind }) => kind !== '+').length;
    const newCount = hunk.filter(({ kind }) => kind !== '-').length;
    output += `@@ -${range(oldLine, oldCount)} +${range(newLine, newCount)} @@\n${hunk.map(formatLine).join('')}`;
    oldLine += oldCount;
    newLine += newCount;
    index = end;
  }
  return output;
}

function range(start: number, count: number): string {
  return `${count === 0 ? start - 1 : start},${count}`;
}

function isNearChange(lines: readonly ComparedLine[], index: number): boolean {
  const from = Math.max(0, index - CONTEXT);
  return lines.slice(from, index + CONTEXT + 1).some(({ kind }) => kind !== ' ');
}

function formatLine({ kind, text }: ComparedLine): string {
  return text.endsWith('\n') ? kind + text : `${kind}${text}\n\\ No newline at end of file\n`;
}
