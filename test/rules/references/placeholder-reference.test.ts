import { expect, test } from 'vitest';
import placeholderReference, {
  mayHoldPlaceholder,
  NAMES,
  TITLES,
} from '../../../rules/references/placeholder-reference.ts';
import { lintFiles, summarizeFindings } from '../../support/lint-files.ts';

const site = {
  'hugo.toml': 'title = "Notes"\n',
  'layouts/shortcodes/cite.html':
    '{{ .Page.Scratch.SetInMap "references" (.Get 0) (.Get 1) }}<sup>[{{ .Get 0 }}]</sup>\n',
};
const cite = (key: string, text: string) => `{{< cite "${key}" "${text}" >}}`;
const page = (body: string) => ({ ...site, 'content/a.md': `---\ntitle: A\n---\n${body}\n` });
const paper = (bibliography: string, body = 'Known.') => ({
  'paper.md': `---\ntitle: A\nbibliography: refs.bib\n---\n${body}\n`,
  'refs.bib': bibliography,
});
const lint = async (files: Record<string, string>) =>
  summarizeFindings(await lintFiles(files, placeholderReference), files);

test.each([
  'TODO',
  'TBD: ask Ada',
  '???',
  'Reference needed',
  'Lorem ipsum dolor sit amet',
  'Author, A. A. (Year). Title of work. Publisher.',
])('%s', async (text) => {
  expect(await lint(page(cite('lovelace1843', text)))).toEqual([expect.stringContaining(' text ')]);
});

const online = (title: string, author = 'Lovelace, Ada') =>
  `@online{lovelace,\n  author = {${author}},\n  title = {${title}},\n  year = {2019}\n}\n`;

test.each([
  '404 Not Found',
  'Page not found',
  'Are you a robot?',
  'Just a moment...',
  'Attention Required! | Cloudflare',
  '403 Forbidden',
  'Redirecting…',
])('title %s', async (title) => {
  expect(await lint(paper(online(title)))).toEqual([expect.stringContaining(' title ')]);
});

test.each(['Admin', 'Super User', 'First Author'])('author %s', async (author) => {
  expect(await lint(paper(online('Sketch of the Analytical Engine', author)))).toEqual([
    expect.stringContaining(' name '),
  ]);
});

test.each([
  '404: A History of Errors',
  'Not Found',
  'Are You a Machine?',
  '500 Years of Printing',
  'Captcha Design',
])('title %s names a work', async (title) => {
  expect(await lint(paper(online(title)))).toEqual([]);
});

test('a title that begins like a note', async () => {
  const text = 'Todo, M. (2004). *Reference needed: a history*. Springer.';
  expect(await lint(page(cite('todo2004', text)))).toEqual([]);
});

test('a text that holds one of the titles and names is read', () => {
  const errors = ['404 Not Found', 'Error 500', 'Page not found', 'File does not exist', 'Lorem ipsum'];
  const passed = [...TITLES, ...NAMES, ...errors].filter(
    (words) => !mayHoldPlaceholder(`Ada. ${words}. 1843.`),
  );
  expect(passed).toEqual([]);
});
