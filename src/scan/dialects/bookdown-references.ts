import type { Citation, SyntaxProblem } from '../../model.ts';

const LABEL = /\(([\w:-]{1,200})\)/y;

/** `@ref(fig:clock)`, which lacks the backslash of bookdown's `\@ref(fig:clock)`: Pandoc cites the key `ref`. */
export function findUnescapedReferences(text: string, citations: readonly Citation[]): SyntaxProblem[] {
  return citations.flatMap(({ cites }) => {
    const [cite] = cites;
    if (cite?.key !== 'ref') return [];
    const { start, end } = cite.keyRegion;
    LABEL.lastIndex = end;
    const found = LABEL.exec(text);
    if (found === null || text[start - 1] !== '@') return [];
    return [
      {
        messageId: 'unescaped-reference',
        data: { label: found[1]! },
        region: { start, end: end + found[0].length },
        fix: {
          title: 'Write the backslash',
          safety: 'suggest',
          edits: [{ region: { start: start - 1, end: start }, text: '\\@' }],
        },
      },
    ];
  });
}
