import { wordWidth } from './characters.ts';
import { readHtmlTag } from './html-tag.ts';
import { FAIL, skipSpaces } from './lexical.ts';
import { AFTER_WORD, IN_DOUBLE_QUOTES, IN_SINGLE_QUOTES, type InlineNode, type InlineRun } from './nodes.ts';
import { type Ender, inlinesTill, NEVER } from './sequences.ts';
import { text } from './tokens.ts';

const QUOTES = IN_SINGLE_QUOTES | IN_DOUBLE_QUOTES;

/**
 * Quoted text. A semicolon or bracket inside quotes belongs to no citation around them; a quotation mark without its
 * partner is just printed. Curly quotation marks quote nothing for Pandoc 3, whatever they enclose.
 */
export function quoted(run: InlineRun, at: number, flags: number): InlineNode {
  const mark = run.env.text[at]!;
  const isDouble = mark === '"';
  const context = isDouble ? IN_DOUBLE_QUOTES : IN_SINGLE_QUOTES;
  if ((flags & (context | AFTER_WORD)) === 0 && startsText(run, at + 1)) {
    const around = isDouble ? (['\u201c', '\u201d'] as const) : (['\u2018', '\u2019'] as const);
    const ends = isDouble ? endsDouble(run) : endsSingle(run);
    const inner = (flags & ~(QUOTES | AFTER_WORD)) | context;
    const content = atLeastOne(run, at + 1, inner, mark, ends);
    if (content === undefined) return text(at, at + 1, isDouble ? around[0] : around[1]);
    return {
      kind: 'group',
      start: at,
      end: content.behind,
      wordEnds: false,
      children: content.nodes,
      around,
    };
  }
  return text(at, at + 1, isDouble ? '\u201d' : '\u2019');
}

function startsText(run: InlineRun, at: number): boolean {
  return at < run.limit && !' \n'.includes(run.env.text[at]!);
}

function endsDouble({ env, limit }: InlineRun): Ender {
  return (at) => (at < limit && env.text[at] === '"' ? at + 1 : FAIL);
}

function endsSingle({ env, limit }: InlineRun): Ender {
  return (at) => {
    if (at >= limit || env.text[at] !== "'") return FAIL;
    return at + 1 < limit && wordWidth(env.text, at + 1) > 0 ? FAIL : at + 1;
  };
}

function atLeastOne(run: InlineRun, at: number, flags: number, name: string, ends: Ender) {
  return ends(at, flags) === FAIL ? inlinesTill(run, at, flags, name, ends) : undefined;
}

/** `~~struck out~~`, without blanks inside the marks. */
export function strikeout(run: InlineRun, at: number, flags: number): InlineNode | undefined {
  const { env, limit } = run;
  const start = at + 2;
  if (!env.text.startsWith('~~', at) || !startsText(run, start) || env.text[start] === '~') return undefined;
  const content = atLeastOne(run, start, flags & ~AFTER_WORD, '~~', (position) => {
    const behind = skipSpaces(env.text, position, limit);
    if (behind + 2 > limit || !env.text.startsWith('~~', behind)) return FAIL;
    return behind === position ? behind + 2 : NEVER;
  });
  if (content === undefined) return undefined;
  const { nodes: children, behind: end } = content;
  return { kind: 'group', start: at, end, wordEnds: false, children, around: ['', ''] };
}

/** `<span>…</span>`. */
export function htmlSpan(run: InlineRun, at: number, flags: number): InlineNode | undefined {
  const { env, limit } = run;
  const tag = readHtmlTag(env, at, limit);
  if (tag?.kind !== 'open' || tag.name !== 'span') return undefined;
  const content = inlinesTill(run, tag.end, flags & ~AFTER_WORD, 'span', (position) => {
    if (env.text[position] !== '<') return FAIL;
    const close = readHtmlTag(env, position, limit);
    return close?.kind === 'close' && close.name === 'span' ? close.end : FAIL;
  });
  if (content === undefined) return undefined;
  const { nodes: children, behind: end } = content;
  return { kind: 'group', start: at, end, wordEnds: false, children, around: ['', ''] };
}
