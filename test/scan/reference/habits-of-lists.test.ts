import { describe, expect, it } from 'vitest';
import { readReference } from '../../../src/scan/reference/read-reference.ts';

/** `family, given; … | year | title | container | volume(issue) pages`, and what is wrong. */
function summary(text: string): string {
  const { authors, year, title, container, volume, issue, pages, problems } = readReference(text);
  const names = authors.map(({ value: { family, given } }) => [family, given].filter(Boolean).join(', '));
  const numbers = `${volume?.value ?? '-'}(${issue?.value ?? '-'}) ${pages?.value ?? '-'}`;
  return [names.join('; '), year?.value, title?.value, container?.value, numbers]
    .map((part) => part ?? '-')
    .concat(problems.map(({ messageId }) => messageId))
    .join(' | ');
}

describe('hyphens for a dash', () => {
  it.each([
    [
      'Laurent, M. (2009). Matrix completion problems. In *Encyclopedia of Optimization* (pp. 1967--1975). Springer.',
      'Laurent, M. | 2009 | Matrix completion problems | Encyclopedia of Optimization | -(-) 1967–1975',
    ],
    [
      'M. Laurent, "Matrix completion problems," in *Encyclopedia of Optimization*, Springer, 2009, pp. 1967--1975.',
      'Laurent, M. | 2009 | Matrix completion problems | Encyclopedia of Optimization | -(-) 1967–1975',
    ],
    [
      'Shannon CE. A mathematical theory of communication. Bell Syst Tech J. 1948;27(3--4):379---423.',
      'Shannon, CE | 1948 | A mathematical theory of communication | Bell Syst Tech J | 27(3–4) 379—423',
    ],
    [
      'Taylor, A. J. P. *English History 1914--1945*. Oxford: Clarendon Press, 1965.',
      'Taylor, A. J. P. | 1965 | English History 1914–1945 | - | -(-) -',
    ],
    [
      '---. *The Origins of the Second World War*. London: Hamish Hamilton, 1961.',
      ' | 1961 | The Origins of the Second World War | - | -(-) -',
    ],
  ])('%s', (text, expected) => {
    expect(summary(text)).toBe(expected);
  });
});
