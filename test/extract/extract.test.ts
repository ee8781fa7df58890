import { expect, test } from 'vitest';
import { runCli } from '../support/run-cli.ts';

const page = (...references: (readonly [key: string, text: string])[]): string =>
  `---\ntitle: A\ndate: 2024-01-01\n---\n${references.map(([key, text]) => `{{< cite "${key}" "${text}" >}}\n`).join('')}`;
const hoare = 'Hoare, C. A. R. (1962). Quicksort. *The Computer Journal*, *5*(1), 10–16.';
const knuth = 'Knuth, D. E. (1997). *Fundamental Algorithms*. Addison-Wesley.';

const HOARE = `@article{hoare1962,
  author = {Hoare, C. A. R.},
  title = {Quicksort},
  journal = {The Computer Journal},
  volume = {5},
  number = {1},
  pages = {10--16},
  year = {1962},
}
`;
const KNUTH = `@book{knuth1997,
  author = {Knuth, D. E.},
  title = {Fundamental Algorithms},
  publisher = {Addison-Wesley},
  year = {1997},
}
`;

test('one entry a work, under its key, sorted by key', async () => {
  const files = {
    'content/a.md': page(['knuth1997', knuth], ['hoare1962', hoare], ['knuth1997', knuth]),
    'content/b.md': page(['knuth1997', knuth.replaceAll('*', '_')]),
  };
  expect(await runCli(['extract'], files)).toMatchObject({
    code: 0,
    stdout: `${HOARE}\n${KNUTH}`,
    stderr: '',
  });
});

test('the order of the pages decides which text is first, and nothing else', async () => {
  const files = { 'content/a.md': page(['hoare1962', hoare]), 'content/b.md': page(['knuth1997', knuth]) };
  const turned = Object.fromEntries(Object.entries(files).reverse());
  expect(await runCli(['extract'], turned)).toEqual(await runCli(['extract'], files));
});

test('texts that contradict each other: the first is used, each other one is told of with both places', async () => {
  const files = {
    'content/a.md': page(['knuth1997', knuth]),
    'content/b.md': page(['knuth1997', knuth.replace('1997', '1998')]),
    'content/c.md': page(
      ['knuth1997', knuth.replace('1997', '1998')],
      ['knuth1997', knuth.replace('Addison-Wesley', 'Springer')],
    ),
  };
  const { code, stdout, stderr } = await runCli(['extract'], files);
  expect(code).toBe(1);
  expect(stdout).toBe(KNUTH);
  expect(stderr.trimEnd().split('\n')).toEqual([
    'bibliolint: `knuth1997` has two texts, year 1997 ≠ 1998: content/a.md:5:37 is used, content/b.md:5:37 is not.',
    'bibliolint: `knuth1997` has two texts, publisher Addison-Wesley ≠ Springer: content/a.md:5:70 is used, content/c.md:6:70 is not.',
  ]);
});

test('texts that differ in words alone are told of, and are no failure', async () => {
  const files = {
    'content/a.md': page(['knuth1997', knuth], ['knuth1997', knuth.replace('*.', '* (3rd ed.).')]),
  };
  const { code, stdout, stderr } = await runCli(['extract'], files);
  expect({ code, stdout }).toEqual({ code: 0, stdout: KNUTH });
  expect(stderr).toContain('`knuth1997` has two texts in other words, nothing ≠ 3rd ed');
});

test('a text that contradicts the bibliography its page loads', async () => {
  const files = {
    'content/posts/a/index.md': page(['knuth1997', knuth]),
    'content/posts/a/refs.bib': KNUTH.replace('1997}', '1979}'),
  };
  const { code, stdout, stderr } = await runCli(['extract', 'content/posts/a/index.md'], files);
  expect({ code, stdout }).toEqual({ code: 1, stdout: KNUTH });
  expect(stderr).toContain(
    'year 1979 ≠ 1997: content/posts/a/refs.bib:1:7 is used, content/posts/a/index.md:5:37 is not',
  );
});

test('two keys of one work are one entry with an alias; CSL-JSON has no aliases', async () => {
  const files = { 'content/a.md': page(['knuth1997', knuth], ['taocp1', knuth]) };
  const { code, stdout, stderr } = await runCli(['extract'], files);
  expect({ code, stdout }).toEqual({ code: 0, stdout: KNUTH.replace('\n}', '\n  ids = {taocp1},\n}') });
  expect(stderr).toContain('`taocp1` at content/a.md:6:20 is the work of `knuth1997`.');
  const items = JSON.parse((await runCli(['extract', '--to', 'csl-json'], files)).stdout);
  expect(items.map(({ id }: { id: string }) => id)).toEqual(['knuth1997', 'taocp1']);
});

test('a preprint and its publication, and two volumes, stay apart', async () => {
  const text = (rest: string) => `Vaswani, A. (2017). Attention is all you need. ${rest}`;
  const volume = (number: number) => knuth.replace('Algorithms', `Algorithms, Volume ${number}`);
  const files = {
    'content/a.md': page(
      ['a', text('arXiv:1706.03762.')],
      ['b', text('*Advances in Neural Information Processing Systems*, *30*, 5998–6008.')],
      ['v1', volume(1)],
      ['v2', volume(2)],
    ),
  };
  const { stdout } = await runCli(['extract'], files);
  expect(stdout.match(/^@\w+\{\w+/gm)).toEqual(['@misc{a', '@inproceedings{b', '@book{v1', '@book{v2']);
});

test('CSL-JSON', async () => {
  const { stdout } = await runCli(['extract', '--to', 'csl-json'], {
    'content/a.md': page(['hoare1962', hoare]),
  });
  expect(JSON.parse(stdout)).toEqual([
    {
      id: 'hoare1962',
      type: 'article-journal',
      title: 'Quicksort',
      author: [{ family: 'Hoare', given: 'C. A. R.' }],
      'container-title': 'The Computer Journal',
      volume: '5',
      issue: '1',
      page: '10-16',
      issued: { 'date-parts': [[1962]] },
    },
  ]);
});

test('footnotes, lists and numbers: labels that mean something stay, others become author and year', async () => {
  const files = {
    'a.md': `Known.[^hoare][^2]\n\n[^hoare]: ${hoare}\n[^2]: ${knuth}\n`,
    'b.md': `Known.[^1]\n\n[^1]: ${knuth.replace('1997', '1998').replace('Fundamental', 'Sorting')}\n\n# References\n\n1. ${hoare}\n2. ${knuth}\n`,
  };
  const { code, stdout, stderr } = await runCli(['extract', '--dialect', 'pandoc'], files);
  expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
  expect(stdout.match(/^@\w+\{\w+/gm)).toEqual(['@article{hoare', '@book{knuth1997', '@book{knuth1998']);
});

test('one label for two works: each has an entry', async () => {
  const files = {
    'a.md': `Known.[^note]\n\n[^note]: ${hoare}\n`,
    'b.md': `Known.[^note]\n\n[^note]: ${knuth}\n`,
  };
  const { code, stdout, stderr } = await runCli(['extract'], files);
  expect(code).toBe(0);
  expect(stdout.match(/^@\w+\{\w+/gm)).toEqual(['@book{knuth1997', '@article{note']);
  expect(stderr).toBe(
    'bibliolint: `note` at b.md:3:10 is another work than elsewhere; its entry is `knuth1997`.\n',
  );
});

test('keys that BibTeX cannot hold', async () => {
  const files = { 'content/a.md': page(['Hoare 1962', hoare]) };
  const { stdout, stderr } = await runCli(['extract'], files);
  expect(stdout).toBe(HOARE.replace('hoare1962', 'Hoare-1962'));
  expect(stderr).toBe('bibliolint: `Hoare 1962` is no key for BibTeX; its entry is `Hoare-1962`.\n');
  const [item] = JSON.parse((await runCli(['extract', '--to', 'csl-json'], files)).stdout);
  expect(item.id).toBe('Hoare 1962');
});

test('a text without a year, and one that is none', async () => {
  const files = {
    'content/a.md': page(['knuth', knuth.replace('(1997). ', '')], ['x', 'See the manual of the machine.']),
  };
  const { code, stdout, stderr } = await runCli(['extract'], files);
  expect(code).toBe(0);
  expect(stdout).toBe(
    `${KNUTH.replace('knuth1997', 'knuth').replace('year = {1997}', 'date = {XXXX}')}\n@misc{x,\n  title = {See the manual of the machine.},\n  date = {XXXX},\n}\n`,
  );
  expect(stderr).toContain('`knuth` has no year in its text at content/a.md:5:19');
  expect(stderr).toContain('the text of `x` at content/a.md:6:15 could not be taken apart');
});

test.each([
  [['extract', '--diff'], '--diff goes with --rewrite'],
  [['extract', '--dry-run'], '--dry-run goes with --rewrite'],
  [['extract', '--to', 'word'], 'to'],
  [['extract', '--rewrite', '--stdin'], 'Standard input cannot be rewritten'],
  [['extract', '--to', 'bibtex', '--to', 'bibtex'], '--to is given more than once'],
])('%j', async (args, expected) => {
  const { code, stdout, stderr } = await runCli(args, { 'content/a.md': page(['hoare1962', hoare]) });
  expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
  expect(stderr).toContain(expected);
});

test('nothing to extract, nothing there, and a file of its own', async () => {
  expect(await runCli(['extract'], { 'a.md': 'Prose.\n' })).toMatchObject({ code: 0, stdout: '' });
  expect(await runCli(['extract', 'b.md'], { 'a.md': 'Prose.\n' })).toMatchObject({ code: 2, stdout: '' });
  const files = { 'content/a.md': page(['hoare1962', hoare]) };
  const { stdout, written } = await runCli(['extract', '-o', 'out/refs.bib'], files);
  expect(stdout).toBe('');
  expect([...written]).toEqual([['/site/out/refs.bib', HOARE]]);
  const { stdout: piped } = await runCli(
    ['extract', '--stdin', '--stdin-filename', 'content/x.md'],
    {},
    { stdin: files['content/a.md'] },
  );
  expect(piped).toBe(HOARE);
});
