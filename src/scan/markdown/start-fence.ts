import { openLeaf, type Scanner, type Started } from './block-scanner.ts';
import { closesFence, type Fence, openFence, skipBlanks, trimBlanks } from './block-starts.ts';

/** Opens a fence whose marker stands at the cursor. */
export function startFence(scanner: Scanner): Started {
  const { text, indent, cursor, rules } = scanner;
  const fence = openFence(text, indent.next, cursor.end, rules.myst);
  if (fence === undefined || (!rules.unclosedFence && !hasFenceEnd(scanner, fence))) return undefined;
  const start = skipBlanks(text, fence.infoStart, cursor.end);
  const info = { start, end: trimBlanks(text, start, cursor.end) };
  openLeaf(scanner, {
    kind: 'fence',
    fence,
    indent: indent.columns,
    start: indent.next,
    end: cursor.end,
    info,
    starts: [],
    ends: [],
  });
  return 'line';
}

/** Looks ahead for the line that closes a fence; where none came once, none is looked for again. */
function hasFenceEnd({ text, lines, line, absent }: Scanner, fence: Fence): boolean {
  const { marker, length } = fence;
  if ((absent.get(marker) ?? Infinity) <= length) return false;
  for (let ahead = line + 1; ahead < lines.starts.length; ahead++) {
    const end = lines.ends[ahead]!;
    if (closesFence(text, skipBlanks(text, lines.starts[ahead]!, end), end, fence)) return true;
  }
  absent.set(marker, length);
  return false;
}
