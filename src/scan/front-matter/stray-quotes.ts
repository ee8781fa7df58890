import type { FrontMatterField, SyntaxProblem } from '../../model.ts';

/**
 * Unquoted values that end in a `"` which nothing in them opens: YAML takes the quote for text, and so the page prints it.
 * ```
 * title: On Computable Numbers"
 *                             ^
 * ```
 */
export function findStrayQuotes(text: string, fields: readonly FrontMatterField[]): SyntaxProblem[] {
  return fields.flatMap(({ name, value, region }): SyntaxProblem[] => {
    if (typeof value !== 'string' || value.charCodeAt(value.length - 1) !== 34) return [];
    if (text.charAt(region.end - 1) !== '"' || /["'|>]/.test(text.charAt(region.start))) return [];
    const count = value.split('"').length - 1;
    // A number before the quote is a length in inches.
    if (count % 2 === 0 || /[\d\s]"$/.test(value)) return [];
    return [
      {
        messageId: 'stray-front-matter-quote',
        data: { name },
        region,
        ...(count > 1 ? {} : { fix: insertQuote(region.start) }),
      },
    ];
  });
}

function insertQuote(at: number): NonNullable<SyntaxProblem['fix']> {
  const edits = [{ region: { start: at, end: at }, text: '"' }];
  return { title: 'Insert the opening quote', safety: 'suggest', edits };
}
