/** Lines of context round a change, as `git diff` has them. */
const CONTEXT = 3;

interface Line {
  readonly kind: ' ' | '-' | '+';
  readonly text: string;
}

/**
 * A unified diff that `git apply` takes. Both texts are cut into lines with their ends kept, so CRLF and a missing last
 * line end survive. The changed middle is compared line by line; equal beginnings and ends cost nothing.
 */
export function unifiedDiff(path: string, before: string, after: string): string {
  if (before === after) return '';
  const lines = diffLines(splitLines(before), splitLines(after));
  const from = quotePath(`a/${path}`);
  const to = quotePath(`b/${path}`);
  return `diff --git ${from} ${to}\n--- ${from}\n+++ ${to}\n${hunks(lines)}`;
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

function diffLines(before: readonly string[], after: readonly string[]): Line[] {
  let start = 0;
  while (start < before.length && start < after.length && before[start] === after[start]) start += 1;
  let end = 0;
  while (
    end < before.length - start &&
    end < after.length - start &&
    before[before.length - 1 - end] === after[after.length - 1 - end]
  ) {
    end += 1;
  }
  const same = (text: string): Line => ({ kind: ' ', text });
  return [
    ...before.slice(0, start).map(same),
    ...diffMiddle(before.slice(start, before.length - end), after.slice(start, after.length - end)),
    ...before.slice(before.length - end).map(same),
  ];
}

/** Longest common subsequence while that is cheap; a block replacement where both sides are long. */
function diffMiddle(before: readonly string[], after: readonly string[]): Line[] {
  const removed = (text: string): Line => ({ kind: '-', text });
  const added = (text: string): Line => ({ kind: '+', text });
  if (before.length * after.length > 4_000_000) return [...before.map(removed), ...after.map(added)];
  const width = after.length + 1;
  const lengths = new Uint32Array((before.length + 1) * width);
  for (let i = before.length - 1; i >= 0; i--) {
    for (let j = after.length - 1; j >= 0; j--) {
      lengths[i * width + j] =
        before[i] === after[j]
          ? lengths[(i + 1) * width + j + 1]! + 1
          : Math.max(lengths[(i + 1) * width + j]!, lengths[i * width + j + 1]!);
    }
  }
  const lines: Line[] = [];
  let i = 0;
  let j = 0;
  while (i < before.length || j < after.length) {
    if (i < before.length && j < after.length && before[i] === after[j]) {
      lines.push({ kind: ' ', text: before[i]! });
      i += 1;
      j += 1;
    } else if (
      j >= after.length ||
      (i < before.length && lengths[(i + 1) * width + j]! >= lengths[i * width + j + 1]!)
    ) {
      lines.push(removed(before[i]!));
      i += 1;
    } else {
      lines.push(added(after[j]!));
      j += 1;
    }
  }
  return lines;
}

function hunks(lines: readonly Line[]): string {
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

function isNearChange(lines: readonly Line[], index: number): boolean {
  const from = Math.max(0, index - CONTEXT);
  return lines.slice(from, index + CONTEXT + 1).some(({ kind }) => kind !== ' ');
}

function formatLine({ kind, text }: Line): string {
  return text.endsWith('\n') ? kind + text : `${kind}${text}\n\\ No newline at end of file\n`;
}
