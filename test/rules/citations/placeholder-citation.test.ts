import { describe, expect, test } from 'vitest';
import placeholderCitation from '../../../rules/citations/placeholder-citation.ts';
import { findingLines, lintFiles } from '../../support/lint-files.ts';

const book = (key: string) =>
  `@book{${key},\n  author = {Knuth, Donald E.},\n  title = {The Art of Computer Programming},\n  publisher = {Addison-Wesley},\n  year = {1997}\n}\n`;
const site = (page: string) => ({
  'myst.yml': 'version: 1\nproject:\n  bibliography: [refs.bib]\n',
  'refs.bib': book('knuth1997'),
  'a.md': page,
});
const lintPage = (page: string) => findingLines(site(page), placeholderCitation);

test.each(['TODO', 'tbd', 'citation-needed', 'FIXME'])('%s', async (key) => {
  expect(await lintPage(`a {cite:p}\`${key}\`\n`)).toHaveLength(1);
});

test('a key that only begins like one', async () => {
  expect(await lintPage('a {cite:p}`todorov1970`\n')).toEqual([]);
});

describe('what a chatbot leaves behind', () => {
  const lint = (text: string) => lintFiles({ 'a.md': text }, placeholderCitation);
  const marks = async (text: string) =>
    (await lint(text)).findings.map(({ at: { region } }) => text.slice(region.start, region.end));

  test.each([
    [':contentReference[oaicite:0]{index=0}'],
    ['[cite: 43]'],
    ['[cite: 1, 2, 7-9]'],
    ['[cite_start]'],
    ['\u30104\u2020source\u3011'],
    ['\u301012:1\u2020report.pdf\u3011'],
    ['\u3010F:src/main.ts\u2020L10-L20\u3011'],
    ['\ue200cite\ue202turn0search3\ue202turn1view0\ue201'],
    ['<Cite refs={["turn0search7","turn0search5"]}/>'],
  ])('%j', async (mark) => {
    expect(await marks(`A lake is cheap${mark}, they say.\n`)).toEqual([mark]);
    expect(await marks(`- A lake is cheap. ${mark}\n- **Files** as well ${mark}\n`)).toEqual([mark, mark]);
    for (const unseen of [`\`${mark}\``, `\`\`\`\n${mark}\n\`\`\``, `<!-- ${mark} -->`])
      expect(await marks(`A lake is cheap.\n\n${unseen}\n`)).toEqual([]);
  });

  test('[oai_citation:3‡Agent Skills](https://\u2026): a link that leads to its source', async () => {
    const text = 'A lake is cheap [oai_citation:3‡Agent Skills](https://agentskills.io/a).\n';
    expect(await findingLines({ 'a.md': text }, placeholderCitation)).toEqual([
      'a.md:1:18 chat-link "oai_citation:3‡Agent Skills"',
    ]);
    expect(await marks('A lake [oai_citation:3‡Skills] is cheap.\n')).toEqual([]);
  });

  test.each([
    '[cite]',
    '[cite: knuth1997]',
    '[cite: 43](lakes.md)',
    '[cite:@knuth1997]',
    '[citation needed]',
    '[oaicite]',
    '\u3010\u6ce8\u610f\u3011\u672c\u6587',
    '["turn around"]',
    'turn0search0',
  ])('%j is none', async (text) => {
    expect(await marks(`A lake is cheap ${text}.\n`)).toEqual([]);
  });

  test('in code that a shortcode prints, and in the front matter', async () => {
    const files = {
      'hugo.toml': 'title = "A"\n',
      'content/a.md':
        '---\ntitle: "A [cite: 3]"\n---\n{{< highlight md >}}\nA lake [cite: 3]\n{{< /highlight >}}\n\nA lake{{< note "[cite: 3]" >}}[cite: 4].\n',
    };
    expect(await findingLines(files, placeholderCitation)).toEqual([
      'content/a.md:8:31 chat-citation "[cite: 4]"',
    ]);
  });

  test('a page of Pandoc and a notebook', async () => {
    const notebook = JSON.stringify({
      cells: [
        { cell_type: 'code', source: ['"A [cite: 3]"\n'], metadata: {}, outputs: [], execution_count: null },
        { cell_type: 'markdown', source: ['A lake [cite: 4]\n'], metadata: {} },
      ],
      metadata: {},
      nbformat: 4,
      nbformat_minor: 5,
    });
    const files = {
      '_quarto.yml': 'project:\n  type: website\n',
      'a.qmd': 'A lake [cite: 4]\n\n```{r}\nx <- "[cite: 3]"\n```\n',
      'b.ipynb': notebook,
    };
    expect(await findingLines(files, placeholderCitation)).toEqual([
      'a.qmd:1:8 chat-citation "[cite: 4]"',
      expect.stringMatching(/^b\.ipynb:.* chat-citation "\[cite: 4\]"$/),
    ]);
  });

  test('the fix takes the blank before a mark along, and leaves the title of a link', async () => {
    const text =
      '[cite_start]A lake is cheap [cite: 3]. Files are :contentReference[oaicite:0]{index=0}\nas well [oai_citation:3‡Agent Skills](https://a.example.org).\n';
    const { findings } = await lint(text);
    const edits = findings.flatMap(({ fixes }) => fixes.flatMap((fix) => fix.edits));
    const fixed = edits
      .toSorted((a, b) => b.region.start - a.region.start)
      .reduce((all, { region, text: put }) => all.slice(0, region.start) + put + all.slice(region.end), text);
    expect(fixed).toBe('A lake is cheap. Files are\nas well [Agent Skills](https://a.example.org).\n');
  });
});
