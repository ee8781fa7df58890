import { expect, test } from 'vitest';
import metadataCitation from '../../../rules/front-matter/metadata-citation.ts';
import { findingLines, lintFiles } from '../../support/lint-files.ts';

const lint = (files: Record<string, string>) => findingLines(files, metadataCitation);

const entry = (key: string, rest = '') =>
  `@article{${key},\n  author = {Shannon, Claude E.},\n  title = {A Mathematical Theory of Communication},\n  journal = {Bell System Technical Journal},\n  year = {1948}${rest}\n}\n`;
const paper = (front: string, body = 'Known.') => ({
  'paper.md': `---\ntitle: A\n${front}\n---\n${body}\n`,
  'refs.bib': entry('shannon1948'),
});

test.each([
  ['an author', 'author: Ada @lovelace', '"@lovelace"'],
  ['a list', 'author: [Ada @lovelace, Claude Shannon]', '"@lovelace"'],
  ['another field', 'twitter: "@lovelace"', '"@lovelace"'],
])('%s', async (_, front, marked) => {
  expect(await lint(paper(`${front}\nbibliography: refs.bib`))).toEqual([expect.stringContaining(marked)]);
});

test.each([
  ['an address', 'email: ada@lovelace.org'],
  ['an escape', 'author: Ada \\@lovelace'],
  ['a citation', 'subtitle: After @shannon1948'],
  ['a key in brackets', 'abstract: After [@hopper1952].'],
  ['a key in the abstract', 'abstract: |\n  After @hopper1952.'],
  ['a misspelt citation', 'subtitle: After @shannon1949'],
  ['nocite', 'nocite: "@*"'],
  ['another name of a note', 'aliases: ["@lovelace1843"]'],
  ['a mark of a note', 'tags: ["@reading"]'],
])('%s', async (_, front) => {
  expect(await lint(paper(`${front}\nbibliography: refs.bib`))).toEqual([]);
});

test('the fix', async () => {
  const files = paper('author: Ada @lovelace\nbibliography: refs.bib');
  const [finding] = (await lintFiles(files, metadataCitation)).findings;
  expect(finding?.fixes[0]?.edits[0]?.text).toBe('\\');
});

test('other systems print what stands there', async () => {
  const files = {
    'hugo.toml': 'title = "Notes"\n',
    'content/a.md': '---\ntitle: A\nauthor: Ada @lovelace\n---\nKnown.\n',
  };
  expect(await lint(files)).toEqual([]);
});

test('settings and addresses that Quarto reads itself', async () => {
  const front = [
    'title: Ask @lovelace',
    'author:',
    '  - name: Ada',
    '    url: https://fosstodon.org/@ada',
    'about:',
    '  links:',
    '    - text: "@ada"',
    '      href: https://fosstodon.org/@ada',
    'twitter-card:',
    '  creator: "@ada"',
  ].join('\n');
  const files = {
    '_quarto.yml': 'bibliography: refs.bib\n',
    'about.qmd': `---\n${front}\n---\nKnown.\n`,
    'refs.bib': entry('shannon1948'),
  };
  expect(await lint(files)).toEqual(['about.qmd:2:12 handle "@lovelace"']);
});

test('front matter that cannot be read cites nothing', async () => {
  const files = {
    'paper.md': '---\ntitle: Notes\nauthor: @lovelace\nbibliography: refs.bib\n---\nText.\n',
    'refs.bib': entry('shannon1948'),
  };
  expect(await lint(files)).toEqual([]);
});

test('entries written out under bibliography, which a template makes a file of', async () => {
  const front = `title: Notes\nbibliography: |\n  ${entry('shannon1948').trim().replace(/\n/g, '\n  ')}\n`;
  expect(await lint({ 'paper.md': `---\n${front}---\nSee [@shannon1948].\n` })).toEqual([]);
});

test.each([
  ['is not there', 'gone.bib'],
  ['R writes', '"`r rbbt::bbt_write_bib(\'refs.bib\')`"'],
])('an abstract that cites what a bibliography defines that %s', async (_, bibliography) => {
  const front = `---\ntitle: A\nabstract: >\n  An updated version of @hyndman2008.\nbibliography: ${bibliography}\n---\n`;
  expect(await lint({ 'vignettes/jss.Rmd': `${front}Known.\n` })).toEqual([]);
});
