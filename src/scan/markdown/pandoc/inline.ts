import { remember } from '../../../text/remember.ts';
import { bracketedSpan, image, inlineNote, link, noteUse, subscript, superscript } from './brackets.ts';
import { citation, exampleReference } from './citation.ts';
import { emphasis } from './emphasis.ts';
import { isBlockTag, isInlineTag, readHtmlTag } from './html-tag.ts';
import { FAIL } from './lexical.ts';
import { type InlineEnv, type InlineNode, type InlineRun, NO_LINKS } from './nodes.ts';
import { htmlSpan, quoted, strikeout } from './quotes.ts';
import { autoLink } from './targets.ts';
import {
  backslash,
  bareUrl,
  code,
  dash,
  math,
  reference,
  softBreak,
  symbol,
  text,
  whitespace,
  word,
} from './tokens.ts';
import { TooComplex } from './work.ts';

/**
 * Pandoc's inline reader: at each place the first alternative that matches wins, as in Text.Pandoc.Readers.Markdown.
 * Results are kept by place and context, so that trying one construct after another stays linear.
 */
export function inlineRun(env: InlineEnv, limit: number): InlineRun {
  return new Run(env, limit);
}

/** A class, for closures would be made for every paragraph. */
class Run implements InlineRun {
  readonly env: InlineEnv;
  readonly limit: number;
  memo: InlineRun['memo'];
  brackets: InlineRun['brackets'];
  groups: InlineRun['groups'];
  unclosedCode: InlineRun['unclosedCode'];
  hopeless: InlineRun['hopeless'];

  constructor(env: InlineEnv, limit: number) {
    this.env = env;
    this.limit = limit;
  }

  inline(at: number, flags: number): InlineNode | undefined {
    return inlineAt(this, at, flags);
  }

  within(limit: number): InlineRun {
    this.env.runs ??= new Map();
    return remember(this.env.runs, limit, () => new Run(this.env, limit));
  }
}

/** How deep emphasis, links and quotes may nest before a block is given up. */
const MAX_DEPTH = 200;
/** How many marks, citations, brackets one block may hold: each takes memory until the whole page is read. */
const MAX_CONSTRUCTS = 50_000;

function inlineAt(run: InlineRun, at: number, flags: number): InlineNode | undefined {
  const { env, limit } = run;
  if (at >= limit) return undefined;
  env.spend(1);
  const code = env.text.charCodeAt(at);
  if (code === 32) return whitespace(run, at);
  if (code === 10) return softBreak(run, at);
  if (!mayBegin(code) && !env.extensions.bareUris) return word(run, at) ?? countedSymbol(run, at);
  const key = at * 16 + flags;
  const known = run.memo?.get(key);
  if (known !== undefined) return known ?? undefined;
  // What stands in nothing is read once.
  const mayComeAgain = env.depth > 0;
  env.depth += 1;
  if (env.depth > MAX_DEPTH) throw new TooComplex();
  count(env);
  const node = construct(run, at, flags) ?? bareUrl(run, at, flags) ?? word(run, at) ?? symbol(run, at);
  env.depth -= 1;
  if (mayComeAgain) {
    run.memo ??= new Map();
    run.memo.set(key, node ?? null);
  }
  return node;
}

function countedSymbol(run: InlineRun, at: number): InlineNode | undefined {
  count(run.env);
  return symbol(run, at);
}

function count(env: InlineEnv): void {
  env.constructs += 1;
  if (env.constructs > MAX_CONSTRUCTS) throw new TooComplex();
}

/** Whether more than a word or a mark that stands for itself may begin with a character. */
function mayBegin(code: number): boolean {
  return code < 128 && BEGINS[code] === 1;
}

const BEGINS = new Uint8Array(128);
for (const mark of '`_*^[!$~<\\@-.&"\'') BEGINS[mark.charCodeAt(0)] = 1;

function construct(run: InlineRun, at: number, flags: number): InlineNode | undefined {
  switch (run.env.text[at]) {
    case '`':
      return code(run, at);
    case '_':
    case '*':
      return emphasis(run, at, flags);
    case '^':
      return inlineNote(run, at, flags) ?? superscript(run, at, flags);
    case '[':
      return (
        noteUse(run, at) ??
        citation(run, at, flags) ??
        bracketedSpan(run, at, flags) ??
        (flags & NO_LINKS ? undefined : link(run, at, flags))
      );
    case '!':
      return image(run, at, flags);
    case '$':
      return math(run, at);
    case '~':
      return strikeout(run, at, flags) ?? subscript(run, at, flags);
    case '<':
      return angle(run, at, flags);
    case '\\':
      return backslash(run, at);
    case '@':
      return citation(run, at, flags) ?? exampleReference(run, at);
    case '-':
      return citation(run, at, flags) ?? dash(run, at);
    case '.':
      return run.env.text.startsWith('...', at) && at + 3 <= run.limit
        ? text(at, at + 3, '\u2026')
        : undefined;
    case '&':
      return reference(run, at);
    case '"':
    case "'":
      return quoted(run, at, flags);
    default:
      return undefined;
  }
}

function angle(run: InlineRun, at: number, flags: number): InlineNode | undefined {
  const { env, limit } = run;
  const end = flags & NO_LINKS ? FAIL : autoLink(env, at, limit);
  if (end !== FAIL) return text(at, end, env.text.slice(at + 1, env.text.indexOf('>', at)));
  const span = htmlSpan(run, at, flags);
  if (span !== undefined) return span;
  const tag = readHtmlTag(env, at, limit);
  const closer = tag?.kind === 'close' && tag.name === env.htmlElement;
  if (tag === undefined) return text(at, at + 1, '<');
  if (isInlineTag(tag) && !closer) return text(at, tag.end, '');
  return closer || isBlockTag(tag) ? undefined : text(at, at + 1, '<');
}
