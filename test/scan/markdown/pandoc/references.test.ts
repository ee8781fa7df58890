import { expect, test } from 'vitest';
import { readPandoc } from '../../../support/read-pandoc.ts';

const knuth = 'Knuth, D. E. (1984). Literate programming. *The Computer Journal*, *27*(2), 97–111.';
const hoare = 'Hoare, C. A. R. (1962). Quicksort. *The Computer Journal*, *5*(1), 10–16.';

test.each(['pandoc', 'quarto', 'rmarkdown', 'manubot', 'mkdocs-bibtex'] as const)(
  'a footnote that is a reference in %s',
  (dialect) => {
    const text = `Programs are read.[^knuth84]\n\n[^knuth84]: ${knuth}\n`;
    const [reference, ...others] = readPandoc(text, dialect).references;
    expect(others).toEqual([]);
    expect(reference).toMatchObject({ construct: 'footnote', key: 'knuth84', text: knuth });
    expect(text.slice(reference?.region.start, reference?.region.end)).toBe(knuth);
  },
);

test('a footnote that is no reference', () => {
  expect(readPandoc('Programs are read.[^a]\n\n[^a]: Knuth says so himself, in 1984.\n').references).toEqual(
    [],
  );
});

test('a list of references, with the numbers that point into it', () => {
  const text = `Programs [1] are sorted [1, 2].\n\n# References\n\n1. ${knuth}\n2. ${hoare}\n`;
  const { references, citations, labels } = readPandoc(text);
  expect(references.map(({ key, text: read }) => [key, read])).toEqual([
    ['1', knuth],
    ['2', hoare],
  ]);
  expect(citations.map(({ construct, cites }) => [construct, cites.map(({ key }) => key)])).toEqual([
    ['numbered', ['1']],
    ['numbered', ['1', '2']],
  ]);
  expect(labels.map(({ name }) => name)).toEqual(['1', '2']);
});

test('a list of references beside citations', () => {
  const text = `Known [@shannon].\n\n## Further reading\n\n- ${knuth}\n`;
  const { references, citations } = readPandoc(text);
  expect(references.map(({ text: read }) => read)).toEqual([knuth]);
  expect(citations.map(({ construct }) => construct)).toEqual(['bracketed']);
});

test('no list inside a chunk of code', () => {
  expect(readPandoc(`\`\`\`{r}\n# References\n- ${knuth}\n\`\`\`\n`, 'rmarkdown').references).toEqual([]);
});
