import { isInlineTag, readHtmlTag } from './html-tag.ts';
import { escapedCharacter, FAIL } from './lexical.ts';
import type { InlineRun } from './nodes.ts';
import { rawTexInline } from './tex.ts';
import { code, math, softBreak } from './tokens.ts';

/**
 * Behind the bracket that closes the one at `at`. Brackets in code, math, tags, TeX and escapes do not count; the end of
 * the paragraph leaves all open. One pass pairs every bracket it meets, so asking for each costs nothing more.
 *
 *     > | [a [b] `]` \] c]
 *         ^^^^^^^^^^^^^^^^
 */
export function bracketEnd(run: InlineRun, at: number): number {
  const known = run.brackets?.get(at);
  if (known !== undefined) return known;
  const { env, limit } = run;
  run.brackets ??= new Map();
  const { brackets } = run;
  const open: number[] = [];
  let position = at;
  while (position !== FAIL && position < limit) {
    env.spend(1);
    const character = env.text[position];
    if (character === '[') open.push(position);
    if (character === ']') {
      const start = open.pop();
      if (start !== undefined) brackets.set(start, position + 1);
      if (open.length === 0) break;
    }
    position = opaqueEnd(run, position);
  }
  for (const start of open) brackets.set(start, FAIL);
  return brackets.get(at) ?? FAIL;
}

/** Behind what counts as one character for brackets and bars: an escape, code, math, a tag, TeX. */
export function opaqueEnd(run: InlineRun, at: number): number {
  const { env, limit } = run;
  switch (env.text[at]) {
    case '\\': {
      const escaped = escapedCharacter(env.text, at, limit);
      if (escaped !== FAIL) return escaped;
      const tex = rawTexInline(env, at, limit);
      return tex === FAIL ? at + 1 : tex;
    }
    case '`':
      return code(run, at)?.end ?? at + 1;
    case '$':
      return math(run, at)?.end ?? at + 1;
    case '\n':
      return softBreak(run, at)?.end ?? FAIL;
    case '<': {
      const tag = readHtmlTag(env, at, limit);
      const closer = tag?.kind === 'close' && tag.name === env.htmlElement;
      return tag !== undefined && isInlineTag(tag) && !closer ? tag.end : at + 1;
    }
    default:
      return at + 1;
  }
}
