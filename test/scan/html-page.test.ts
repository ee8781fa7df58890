import { beforeAll, expect, test } from 'vitest';
import undefinedKey from '../../rules/citations/undefined-key.ts';
import undefinedFootnote from '../../rules/footnotes/undefined-footnote.ts';
import { loadAllParsers } from '../../src/scan/parsers.ts';
import { scanDocument } from '../../src/scan/scan.ts';
import { findingLines, lintFiles } from '../support/lint-files.ts';

beforeAll(loadAllParsers);

const scan = (path: string, text: string) =>
  scanDocument(
    { path, text },
    {
      name: 'distill',
      root: '',
      reason: '',
      shortcodes: {},
      shortcodesComplete: false,
      crossReferencePrefixes: [],
    },
  );
const keys = (path: string, text: string): string[] =>
  scan(path, text).citations.flatMap(({ cites }) => cites.map(({ key }) => key));

const knuth = '@book{knuth84, title={Literate Programming}, author={Knuth, D. E.}, year={1984}}';

test('elements are read wherever they stand in the HTML, and in code and comments nowhere', () => {
  const page = [
    '<d-article>\n\n    <p>A<d-cite key="a,b"></d-cite>\n\n    <dt-cite key="c"></dt-cite></p>',
    '<!-- <d-cite key="comment"></d-cite> --><pre><d-cite key="pre"></d-cite></pre>',
    '<d-code><d-cite key="code"></d-cite></d-code><dt-code><dt-cite key="code"></dt-cite></dt-code>',
    '<script>const x = "<d-cite key=js></d-cite>";</script></d-article>',
  ].join('\n');
  expect(keys('index.html', page)).toEqual(['a', 'b', 'c']);
});

test('a bibliography beside the page and one inside it', () => {
  const page = `<d-bibliography src="refs.bib"></d-bibliography>\n<script type="text/bibtex">\n${knuth}\n</script>`;
  const { bibliographies, entries } = scan('index.html', page);
  expect(bibliographies.map(({ path, region }) => [path, page.slice(region.start, region.end)])).toEqual([
    ['refs.bib', 'refs.bib'],
  ]);
  expect(entries.map(({ key, keyRegion }) => [key, page.slice(keyRegion.start, keyRegion.end)])).toEqual([
    ['knuth84', 'knuth84'],
  ]);
});

test('a bibliography inside a page of Markdown, code left out', async () => {
  const script = `<script type="text/bibliography">\n${knuth}\n</script>`;
  const page = `# Play\n\n<dt-cite key="knuth84"></dt-cite> and <dt-cite key="knuth48"></dt-cite>.\n\n`;
  const { entries } = scan('draft.md', page + script);
  expect(entries.map(({ key }) => key)).toEqual(['knuth84']);
  for (const shown of [`\`\`\`html\n${script}\n\`\`\``, '<d-bibliography src="refs.bib"></d-bibliography>'])
    expect(scan('draft.md', page + shown)).toMatchObject({ bibliographies: [], entries: [] });
  expect(await findingLines({ 'draft.md': page + script }, undefinedKey)).toEqual([
    expect.stringContaining('misspelt "knuth48"'),
  ]);
});

test('only the build knows a key that a template prints', () => {
  const page =
    '---\nlayout: distill\n---\n<d-cite key="{{ include.key }}"></d-cite> <d-cite key="a,{{ b }}"></d-cite>\n';
  for (const path of ['a.md', 'a.html']) {
    expect(keys(path, page)).toEqual(['a']);
    expect(scan(path, page).problems).toEqual([]);
  }
});

test('an element in the caption of an include is a citation', () => {
  const include = (caption: string, open = '', close = '') =>
    `---\nlayout: distill\n---\n${open}{% include figure.html caption="${caption}" %}${close}\n`;
  const cite = "From <d-cite key='a'></d-cite>";
  expect(keys('a.md', include(cite))).toEqual(['a']);
  expect(keys('a.md', include('From <d-cite key=\\"a\\"></d-cite>'))).toEqual([]);
  expect(keys('a.md', include(cite, '{% comment %}', '{% endcomment %}'))).toEqual([]);
});

test('pages for the Distill template are found without Jekyll', async () => {
  const article = '<d-article><d-cite key="knuth84"></d-cite><d-cite key="knuth48"></d-cite></d-article>\n';
  const lint = (files: Record<string, string>) => findingLines(files, undefinedKey);
  const beside = `${article}<d-bibliography src="refs.bib"></d-bibliography>`;
  const found = [expect.stringContaining('misspelt "knuth48"')];
  expect(await lint({ 'public/index.html': beside, 'public/refs.bib': knuth, 'README.md': '' })).toEqual(
    found,
  );
  expect(await lint({ 'a/index.html': beside, 'a/refs.bib': knuth, 'refs.bib': '' })).toEqual(found);
  const inside = `${article}<script type="text/bibtex">${knuth}</script>`;
  expect(await lint({ 'index.html': inside, 'notes.md': 'A [^1]: [@a]' })).toEqual(found);
  expect(await lint({ 'index.html': '<p>@knuth48</p>' })).toEqual([]);
});

test('no engine reads HTML as Markdown', async () => {
  const page = '---\ntitle: A\n---\n\nWrite [^1] for a note.\n\n<p>\n\nSo [^2].\n</p>\n';
  const files = { '_config.yml': 'theme: minima\n', 'a.html': page };
  expect((await lintFiles(files, undefinedFootnote)).findings).toEqual([]);
});
