import type { Region, SyntaxProblem } from '../../model.ts';
import { once } from '../../text/once.ts';
import type { MarkdownFlavor } from './block-rules.ts';
import type { InlineText } from './page.ts';

/** The engine of a flavor, and what it cites with instead. */
interface OwnWay {
  readonly engine: string;
  readonly means: string;
  /** `[@knuth84]` is its own. */
  readonly readsBrackets?: true;
}

const OWN_WAYS: Readonly<Partial<Record<MarkdownFlavor, OwnWay>>> = {
  myst: { engine: 'mystmd', means: 'roles such as `cite:p`', readsBrackets: true },
  sphinx: { engine: 'Sphinx', means: 'roles such as `cite:p`' },
  goldmark: { engine: 'Hugo', means: 'shortcodes' },
  kramdown: { engine: 'Jekyll', means: 'tags' },
  distill: { engine: 'Distill', means: '`<d-cite key="…">`' },
  documenter: { engine: 'Documenter', means: 'links such as `[knuth84](@cite)`' },
  'rehype-citation': { engine: 'rehype-citation', means: '`[@knuth84]`', readsBrackets: true },
};

/** A citing command of LaTeX with its first key. */
const COMMAND =
  /(?<!\\)\\(?:foot|paren|text|auto)?cite(?:p|t|alp|alt|author|year|yearpar)?\*?(?:\[[^[\]\n]{0,100}\]){0,2}\{\s{0,9}([^{},\s]{1,200})(?:[,\s][^{}\n]{0,300})?\}/g;

/** The citing commands of LaTeX in a text, each with its first key. */
export function texCites(text: string): (Region & { readonly key: string })[] {
  if (!text.includes('\\')) return [];
  return Array.from(text.matchAll(COMMAND), ({ index, 0: written, 1: key }) => ({
    key: key!,
    start: index,
    end: index + written.length,
  }));
}

const OF_PANDOC = once(() => /^-?@([\p{L}\d_](?:[\p{L}\d_:.+/-]{0,200}[\p{L}\d_])?)/u);

/** Citations of LaTeX, and of Pandoc where the engine reads none: text like any other. That they were meant to cite their key has to show. */
export function readForeignCites(
  { text, inline, region }: InlineText,
  flavor: MarkdownFlavor,
): SyntaxProblem[] {
  const own = OWN_WAYS[flavor];
  if (own === undefined) return [];
  const { engine, means, readsBrackets = false } = own;
  const foreign = (key: string, start: number, end: number): SyntaxProblem => ({
    messageId: 'foreign-citation',
    data: { engine, means, key },
    region: region(start, end),
  });
  const problems: SyntaxProblem[] = [];
  let opaque = 0;
  for (const { key, start, end } of texCites(text)) {
    while (opaque < inline.opaque.length && inline.opaque[opaque]!.end <= start) opaque += 1;
    if ((inline.opaque[opaque]?.start ?? text.length) > start) problems.push(foreign(key, start, end));
  }
  if (readsBrackets || !text.includes('[@')) return problems;
  const bracketed = inline.brackets.flatMap(({ kind, open, close }) => {
    const key =
      kind === 'text' ? OF_PANDOC().exec(text.slice(open + 1, Math.min(close, open + 300)))?.[1] : undefined;
    return key === undefined ? [] : [foreign(key, open, close + 1)];
  });
  return [...problems, ...bracketed];
}
