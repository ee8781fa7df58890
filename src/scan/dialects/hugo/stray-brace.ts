import type { Shortcode, SyntaxProblem } from '../../../model.ts';

/**
 * `{{{< cite "knuth84" >}}` and `{{< cite "knuth84" >}}}`: Hugo takes two braces, and the third is printed. Where its
 * partner stands in the same paragraph, as in TeX, it is meant.
 */
export function strayBrace({ name, region }: Shortcode, text: string): SyntaxProblem | undefined {
  const before = text[region.start - 1] === '{';
  const behind = text[region.end] === '}';
  if (before === behind) return undefined;
  const brace = before ? '{' : '}';
  const start = before ? region.start - 1 : region.end;
  // The braces of a shortcode are as many on both sides.
  const paragraph = paragraphAround(text, start);
  const surplus = paragraph.split('{').length - paragraph.split('}').length;
  if (before ? surplus <= 0 : surplus >= 0) return undefined;
  const at = { start, end: start + 1 };
  return {
    messageId: 'stray-brace',
    data: { name, brace },
    region: at,
    fix: { title: 'Remove the brace', safety: 'suggest', edits: [{ region: at, text: '' }] },
  };
}

/** A paragraph, or as much of it as a page is likely to have. */
function paragraphAround(text: string, at: number): string {
  const from = Math.max(0, at - LONGEST);
  const before = text.slice(from, at);
  const behind = text.slice(at, at + LONGEST);
  const end = behind.search(/\n\r?\n/);
  const start = Math.max(before.lastIndexOf('\n\n'), before.lastIndexOf('\n\r\n'));
  return before.slice(start + 1) + (end === -1 ? behind : behind.slice(0, end));
}

const LONGEST = 5000;
