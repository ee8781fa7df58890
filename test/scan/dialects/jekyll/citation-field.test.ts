import { describe, expect, test } from 'vitest';
import malformedReference from '../../../../rules/references/malformed-reference.ts';
import placeholderReference from '../../../../rules/references/placeholder-reference.ts';
import type { FrontMatterField } from '../../../../src/model.ts';
import { referencesOfFields } from '../../../../src/scan/dialects/jekyll/citation-field.ts';
import { lintFiles, summarizeFindings } from '../../../support/lint-files.ts';

/** The site of a researcher with one publication, whose layout prints how to cite it. */
const site = (field: string) => ({
  '_config.yml': 'title: A\ncollections:\n  publications:\n    output: true\n',
  '_publications/1978-07-01-clocks.md': `---\ntitle: Clocks\ncollection: publications\n${field}\n---\nAbout clocks.\n`,
});
const lint = async (field: string) => {
  const files = site(field);
  return summarizeFindings(await lintFiles(files, [malformedReference, placeholderReference]), files);
};

describe('how a page wants to be cited', () => {
  test.each([
    [
      "citation: 'Lamport, L. (1978). &quot;Time, clocks.&quot; <i>Communications of the ACM</i>. 21(7), 565-558.'",
    ],
    ['citation: "Lamport, L. (1978). *Time, clocks*. *Communications of the ACM*, 21(7), 565-558."'],
    ['citation: Lamport, L. (1978). *Time, clocks*. *Communications of the ACM*, 21(7), 565-558.'],
    [
      "citation: 'O''Neill, C. (2016). *A mathematician''s clocks*. *Communications of the ACM*, 21(7), 565-558. '",
    ],
  ])('%s is read', async (field) => {
    expect(await lint(field)).toEqual([expect.stringMatching(/ "565-558"$/)]);
  });

  test.each([
    [
      "citation: 'Lamport, L. (1978). &quot;Time, clocks.&quot; <i>Communications of the ACM</i>. 21(7), 558-565.'",
    ],
    ['citation: lamport1978'],
    ['citation: ""'],
    ['citation: true'],
    ['citation:\n  title: Time, clocks\n  page: 565-558'],
    ['citation: >\n  Lamport, L. (1978). *Time, clocks*. *Communications of the ACM*,\n  21(7), 565-558.'],
    ['citation: "Lamport, L. (1978). *Time,\\u0020clocks*. *Communications of the ACM*, 21(7), 565-558."'],
  ])('%s has nothing to tell', async (field) => {
    expect(await lint(field)).toEqual([]);
  });

  test('is told of where the page has tags of Liquid as well', async () => {
    const field =
      "citation: 'Lamport, L. (1978). *Time, clocks*. *Communications of the ACM*, 21(7), 565-558.'";
    const files = { ...site(field), 'about.md': `---\n${field}\n---\n{% assign a = 1 %}\n` };
    expect(summarizeFindings(await lintFiles(files, malformedReference), files)).toHaveLength(2);
  });

  test('that the template had in its place', async () => {
    const name = 'Your Name, You. (2009). &quot;Paper Title Number 1.&quot; <i>Journal 1</i>. 1(1).';
    expect(await lint(`citation: '${name}'`)).toEqual([expect.stringMatching(/ text "Your Name, You\. /)]);
    const title = name.replace('Your Name, You.', 'Lamport, L.');
    expect(await lint(`citation: '${title}'`)).toEqual([
      expect.stringContaining(' no-title "Paper Title Number 1'),
    ]);
  });
});

test('an apostrophe that is doubled in the file stands once in the text', () => {
  const text = "citation: ' The ''clocks'' of Lamport. '";
  const field: FrontMatterField = {
    name: 'citation',
    nameRegion: { start: 0, end: 8 },
    value: " The 'clocks' of Lamport. ",
    region: { start: 10, end: text.length },
  };
  expect(referencesOfFields([field], text)).toEqual([
    {
      construct: 'field',
      region: { start: 12, end: text.length - 2 },
      text: "The 'clocks' of Lamport.",
      gaps: [
        { at: 4, length: 1 },
        { at: 11, length: 1 },
      ],
    },
  ]);
});
