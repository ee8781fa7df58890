import type { Param, Shortcode, SyntaxProblem } from '../../../model.ts';
import { isCurlyQuote } from './cause.ts';
import { codepointName } from './characters.ts';

/**
 * Quotes that Hugo silently takes for a part of a bare value: curly and single ones, and a `"` that closes what nothing
 * opened.
 * ```
 * {{< cite key=“knuth” key='knuth' key=knuth" >}}
 *              ^     ^     ^     ^          ^
 * ```
 */
export function strayQuotes({ name, params }: Shortcode): SyntaxProblem[] {
  const problems: SyntaxProblem[] = [];
  for (const param of params) {
    if (param.quote !== '' || param.name === undefined || typeof param.value !== 'string') continue;
    const problem = strayQuote(name, param, param.value);
    if (problem !== undefined) problems.push(problem);
  }
  return problems;
}

function strayQuote(name: string, { region }: Param, value: string): SyntaxProblem | undefined {
  const first = value.charAt(0);
  const last = value.charAt(value.length - 1);
  const isCurly = value.length > 1 && isCurlyQuote(first) && isCurlyQuote(last);
  const isSingle = value.length > 1 && first === "'" && last === "'";
  // A number before the quote is a length in inches.
  const isUnopened = last === '"' && value.indexOf('"') === value.length - 1 && !/^[\d./]*"$/.test(value);
  if (!isCurly && !isSingle && !isUnopened) return undefined;
  const { start, end } = region;
  const opening = { region: { start, end: isUnopened ? start : start + 1 }, text: '"' };
  const closing = { region: { start: end - 1, end }, text: '"' };
  return {
    messageId: isCurly ? 'curly-quoted-argument' : 'stray-quote',
    data: {
      name,
      cause: isCurly ? 'curly-quotes' : isSingle ? 'single-quotes' : 'missing-quote',
      hint: isUnopened
        ? 'The opening quote is missing.'
        : 'Only the straight double quote " quotes an argument.',
      text: value,
      character: isUnopened ? last : first,
      codepoint: codepointName((isUnopened ? last : first).charCodeAt(0)),
    },
    region,
    ...(value.slice(1, -1).includes('"') || value.includes('\\')
      ? {}
      : {
          fix: {
            title: isUnopened ? 'Insert the opening quote' : 'Use straight quotes',
            safety: 'safe',
            edits: isUnopened ? [opening] : [opening, closing],
          },
        }),
  };
}
