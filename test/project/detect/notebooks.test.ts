import { beforeAll, expect, test } from 'vitest';
import { sitesWithDocuments } from '../../../src/project/detect/dialect.ts';
import { loadAllParsers } from '../../../src/scan/parsers.ts';

beforeAll(loadAllParsers);

type Files = Readonly<Record<string, string>>;

const documents = (files: Files): string[] =>
  sitesWithDocuments({ files: Object.keys(files), read: (path) => files[path] }).flatMap(
    ({ dialect, documents: own }) => own.map((path) => `${dialect.name} ${path}`),
  );
const MYST_NB = 'extensions = ["myst_nb", "sphinxcontrib.bibtex"]\n';

test.each<[string, Files, string[]]>([
  ['mystmd', { 'myst.yml': '', 'a.ipynb': '', 'b.md': '' }, ['myst a.ipynb', 'myst b.md']],
  [
    'mystmd with a table of contents',
    {
      'myst.yml': 'project:\n  toc:\n    - file: a.ipynb\n    - file: b\n',
      'a.ipynb': '',
      'b.ipynb': '',
      'c.ipynb': '',
    },
    ['myst a.ipynb', 'myst b.ipynb'],
  ],
  [
    'mystmd less what it excludes',
    { 'myst.yml': 'project:\n  exclude: [drafts/*]\n', 'drafts/a.ipynb': '', 'b.ipynb': '' },
    ['myst b.ipynb'],
  ],
  [
    'Jupyter Book',
    {
      '_config.yml': 'execute:\n  execute_notebooks: off\n',
      '_toc.yml': '',
      'a.ipynb': '',
      '_build/a.ipynb': '',
      '.ipynb_checkpoints/a.ipynb': '',
    },
    ['sphinx a.ipynb'],
  ],
  [
    'Jupyter Book, of its table of contents alone',
    {
      '_config.yml': 'only_build_toc_files: true\n',
      '_toc.yml': 'format: jb-book\nroot: a\n',
      'a.ipynb': '',
      'b.ipynb': '',
    },
    ['sphinx a.ipynb'],
  ],
  ['MyST-NB', { 'conf.py': MYST_NB, 'a.ipynb': '' }, ['sphinx a.ipynb']],
  [
    'Sphinx without it',
    { 'conf.py': 'extensions = ["myst_parser", "nbsphinx"]\n', 'a.ipynb': '', 'b.md': '' },
    ['sphinx b.md'],
  ],
  ['Quarto', { '_quarto.yml': '', 'a.ipynb': '', '_b.ipynb': '' }, ['quarto a.ipynb']],
  [
    'a book of Quarto',
    { '_quarto.yml': 'project:\n  type: book\nbook:\n  chapters: [a.ipynb]\n', 'a.ipynb': '', 'b.ipynb': '' },
    ['quarto a.ipynb'],
  ],
  [
    'what Quarto renders',
    {
      '_quarto.yml': 'project:\n  render: ["*.ipynb", "!b.ipynb"]\n',
      'a.ipynb': '',
      'b.ipynb': '',
      'c.qmd': '',
    },
    ['quarto a.ipynb'],
  ],
  [
    'the page itself where Quarto kept its notebook',
    { '_quarto.yml': '', 'a.qmd': '', 'a.ipynb': '' },
    ['quarto a.qmd'],
  ],
  ['the text of a pair of Jupytext', { 'conf.py': MYST_NB, 'a.md': '', 'a.ipynb': '' }, ['sphinx a.md']],
  [
    'no notebooks of Hugo',
    { 'hugo.toml': '', 'content/a.ipynb': '', 'content/b.md': '' },
    ['hugo content/b.md'],
  ],
  ['no notebooks without a site', { 'a.ipynb': '', 'nb/b.ipynb': '', 'refs.bib': '' }, []],
  ['no notebooks beside loose pages', { 'a.qmd': '', 'b.ipynb': '' }, ['quarto a.qmd']],
])('%s', (_, files, expected) => {
  expect(documents(files).sort()).toEqual(expected);
});
