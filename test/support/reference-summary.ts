import { readReference } from '../../src/scan/reference/read-reference.ts';

/** `family, given; … | year | title | container | volume(issue) pages`, and what is wrong. */
export function summary(text: string): string {
  const { authors, year, title, container, volume, issue, pages, problems } = readReference(text);
  const names = authors.map(({ value: { family, given } }) => [family, given].filter(Boolean).join(', '));
  const numbers = `${volume?.value ?? '-'}(${issue?.value ?? '-'}) ${pages?.value ?? '-'}`;
  return [names.join('; '), year?.value, title?.value, container?.value, numbers]
    .map((part) => part ?? '-')
    .concat(problems.map(({ messageId }) => messageId))
    .join(' | ');
}
