import picocolors from 'picocolors';
import { makeVisible } from '../text/visible.ts';

type Colors = ReturnType<typeof picocolors.createColors>;

/** How a page is laid out. */
export interface PageLayout {
  readonly color: boolean;
  /** Columns that prose may take; code is never broken. */
  readonly width: number;
}

/**
 * A rule's page for the terminal: headings, prose broken between words, examples set in with the names of their files.
 * Knows the Markdown our pages are written in, and no more: headings, paragraphs, lists, fences and the table at the top.
 */
export function renderPage(page: string, { color, width }: PageLayout): string {
  const colors = picocolors.createColors(color);
  // Examples hold characters that must not reach a terminal.
  const blocks = readBlocks(makeVisible(page)).map((block) => renderBlock(block, colors, width));
  return `${blocks.join('\n\n')}\n`;
}

interface Block {
  readonly kind: 'heading' | 'prose' | 'item' | 'table' | 'fence';
  readonly lines: readonly string[];
  /** What stands behind the marks of a fence. */
  readonly info?: string;
}

function readBlocks(page: string): Block[] {
  const lines = page.split(/\r?\n/).map((line) => (/^<!-- \/?header\b.*-->$/.test(line) ? '' : line));
  const blocks: Block[] = [];
  for (let at = 0; at < lines.length; ) {
    const { block, next } = readBlock(lines, at);
    if (block !== undefined) blocks.push(block);
    at = next;
  }
  return blocks;
}

function readBlock(lines: readonly string[], at: number): { block?: Block; next: number } {
  const line = lines[at] ?? '';
  if (line.trim() === '') return { next: at + 1 };
  const fence = /^(`{3,})(.*)$/.exec(line);
  if (fence !== null) {
    const marks = fence[1] ?? '';
    const close = lines.findIndex((other, index) => index > at && other.startsWith(marks));
    const end = close === -1 ? lines.length : close;
    return {
      block: { kind: 'fence', lines: lines.slice(at + 1, end), info: (fence[2] ?? '').trim() },
      next: end + 1,
    };
  }
  if (line.startsWith('#')) return { block: { kind: 'heading', lines: [line] }, next: at + 1 };
  const kind = line.startsWith('|') ? 'table' : /^[-*] /.test(line) ? 'item' : 'prose';
  let end = at + 1;
  while (end < lines.length && continues(lines[end] ?? '', kind)) end += 1;
  return { block: { kind, lines: lines.slice(at, end) }, next: end };
}

function continues(line: string, kind: Block['kind']): boolean {
  if (line.trim() === '' || /^(?:`{3,}|#)/.test(line)) return false;
  return kind === 'table' ? line.startsWith('|') : !/^(?:[-*] |\|)/.test(line);
}

function renderBlock({ kind, lines, info = '' }: Block, colors: Colors, width: number): string {
  switch (kind) {
    case 'heading':
      return colors.bold((lines[0] ?? '').replace(/^#+ */, ''));
    case 'fence':
      return renderFence(lines, info, colors);
    case 'table':
      return renderTable(lines, colors, width);
    case 'item':
      return wrap(inline(joined(lines), colors), width - 2).join('\n  ');
    default:
      return wrap(inline(joined(lines), colors), width).join('\n');
  }
}

const joined = (lines: readonly string[]): string => lines.map((line) => line.trim()).join(' ');

/** Each example is a file, the options of the rule, or what is reported. */
function renderFence(lines: readonly string[], info: string, colors: Colors): string {
  const file = /\bfile=(\S+)/.exec(info)?.[1];
  const label = file ?? (info === 'output' ? 'reported' : info === 'json options' ? 'options' : '');
  const body = lines.map((line) => (line === '' ? '' : `    ${line}`)).join('\n');
  return label === '' ? body : `  ${colors.dim(`${label}:`)}\n${body}`;
}

/**
 * The table of one row at the top of a page as `error · preset recommended · fix safe`; of others each row as its first
 * cell and a line for every other one.
 */
function renderTable(lines: readonly string[], colors: Colors, width: number): string {
  const [names = [], , ...rows] = lines.map((line) =>
    line
      .split('|')
      .slice(1, -1)
      .map((cell) => inline(cell.trim(), colors)),
  );
  const named = (row: readonly string[]): string[] =>
    row.map((cell, index) => `${names[index] ?? ''} ${cell}`.trim());
  if (rows.length === 1) return colors.dim(wrap(named(rows[0] ?? []).join(' · '), width).join('\n'));
  return rows
    .map(([head = '', ...cells]) => {
      const items = cells.map((cell, index) => `- ${names[index + 1] ?? ''}: ${cell}`);
      return [head, ...items.map((item) => `  ${wrap(item, width - 4).join('\n    ')}`)].join('\n');
    })
    .join('\n');
}

/** Code keeps its backticks, which also tell it from prose where there is no colour. */
function inline(text: string, colors: Colors): string {
  return text.replace(/(`+)[\s\S]*?\1|\[([^\]]*)\]\([^)]*\)|\*\*([^*]+)\*\*/g, (all, ticks, link, strong) => {
    if (ticks !== undefined) return colors.cyan(all);
    return link ?? colors.bold(strong);
  });
}

/** Breaks between words; what a terminal does not show takes no room. */
function wrap(text: string, width: number): string[] {
  const lines: string[] = [];
  let line = '';
  let length = 0;
  for (const word of text.split(' ')) {
    const size = word.replace(SGR, '').length;
    if (length > 0 && length + 1 + size > width) {
      lines.push(line);
      line = word;
      length = size;
    } else {
      line = length === 0 ? word : `${line} ${word}`;
      length += (length === 0 ? 0 : 1) + size;
    }
  }
  return [...lines, line];
}

const SGR = /\u001b\[[\d;]*m/g;
