import type { Shortcode, SyntaxProblem } from '../../../model.ts';

/**
 * Bare values that hold the closing delimiter of their tag, where the text behind happens to close it a second time: Hugo
 * builds the page, and what stood between is gone.
 * ```
 * {{< quote author=Knuth>}}{{< /quote >}}
 *                  ^             ^
 * ```
 */
export function swallowedClosers({ name, delimiter, params }: Shortcode): SyntaxProblem[] {
  const closer = delimiter === '<' ? '>}}' : '%}}';
  return params.flatMap(({ name: key, quote, value, region }): SyntaxProblem[] => {
    const at = typeof value === 'string' ? value.indexOf(closer) : -1;
    if (key === undefined || quote !== '' || at === -1) return [];
    const end = region.start + at + closer.length;
    return [
      {
        messageId: 'swallowed-close',
        data: {
          name,
          cause: 'swallowed-close',
          text: String(value).slice(0, at + closer.length),
          hint: 'An unquoted value runs to the next blank, so put one before the closing delimiter.',
        },
        region: { start: region.start, end },
        fix: {
          title: 'Insert a blank',
          safety: at === 0 ? 'suggest' : 'safe',
          edits: [
            { region: { start: region.start + at, end: region.start + at }, text: at === 0 ? '"" ' : ' ' },
          ],
        },
      },
    ];
  });
}
