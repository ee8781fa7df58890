import type { FrontMatterField, SyntaxProblem } from '../../model.ts';

/**
 * Unquoted values that end in a `"` which nothing in them opens: YAML takes the quote for text, and so the page prints it.
 * ```
 * title: On Computable Numbers"
 *                             ^
 * ```
 */
export function findStrayQuotes(text: string, fields: readonly FrontMatterField[]): SyntaxProblem[] {
  const problems: SyntaxProblem[] = [];
  for (const { name, value, region } of fields) {
    if (typeof value !== 'string' || value.charCodeAt(value.length - 1) !== 34) continue;
    if (text.charAt(region.end - 1) !== '"' || /["'|>]/.test(text.charAt(region.start))) continue;
    const count = value.split('"').length - 1;
    // A number before the quote is a length in inches.
    if (count % 2 === 0 || /[\d\s]"$/.test(value)) continue;
    const fix = count > 1 ? {} : { fix: insertQuote(region.start) };
    problems.push({ messageId: 'stray-front-matter-quote', data: { name }, region, ...fix });
  }
  return problems;
}

function insertQuote(at: number): NonNullable<SyntaxProblem['fix']> {
  const edits = [{ region: { start: at, end: at }, text: '"' }];
  return { title: 'Insert the opening quote', safety: 'suggest', edits };
}
