import { describe, expect, test } from 'vitest';
import type { MarkdownFlavor } from '../../../../src/scan/markdown/read-markdown.ts';
import { readText } from '../../../support/read-markdown.ts';

const keys = (text: string, flavor: MarkdownFlavor = 'myst'): string[] =>
  readText(text, flavor).citations.flatMap(({ cites }) => cites.map(({ key }) => key));

const problems = (text: string, flavor: MarkdownFlavor = 'myst'): string[] =>
  readText(text, flavor).problems.map(({ messageId }) => messageId);

/** The text with all fixes of its problems applied, last first. */
function mend(text: string, flavor: MarkdownFlavor): string {
  const edits = readText(text, flavor).problems.flatMap(({ fix }) => fix?.edits ?? []);
  return edits
    .toSorted((a, b) => b.region.start - a.region.start)
    .reduce((out, { region, text: by }) => out.slice(0, region.start) + by + out.slice(region.end), text);
}

describe('MyST roles', () => {
  test('keys, affixes and modes', () => {
    const [citation] = readText('As {cite:p}`{see}knuth84{p. 33}; shannon48` say', 'myst').citations;
    expect(citation).toMatchObject({
      construct: 'role',
      cites: [
        { key: 'knuth84', mode: 'normal', prefix: 'see', label: 'page', locator: '33' },
        { key: 'shannon48', mode: 'normal' },
      ],
    });
    expect(readText('{cite}`knuth84`', 'myst').citations[0]?.cites[0]?.mode).toBe('author-in-text');
    expect(readText('{cite}`knuth84`', 'sphinx').citations[0]?.cites[0]?.mode).toBe('normal');
    expect(readText('{cite:year}`knuth84`', 'myst').citations[0]?.cites[0]?.mode).toBe('suppress-author');
  });

  test('Sphinx knows roles only, and footcite', () => {
    expect(keys('{footcite:p}`knuth84` [@shannon48] @lovelace', 'sphinx')).toEqual(['knuth84']);
  });

  test('a blank before the body', () => {
    const text = 'See {cite:p} `knuth84`.';
    expect(problems(text)).toEqual(['spaced-role']);
    expect(mend(text, 'myst')).toBe('See {cite:p}`knuth84`.');
    expect(problems('The role `{cite:p}` takes {cite:p} and a key.')).toEqual([]);
  });

  test('a body that is not closed, or empty', () => {
    expect(problems('See {cite:p}`knuth84 and more.')).toEqual(['unclosed-role']);
    expect(problems('See {cite:p}`` here.')).toEqual(['empty-citation']);
    expect(problems('See {cite:p}` ` here.')).toEqual(['empty-citation']);
    expect(problems('See {cite:p}`knuth84,,shannon48` here.')).toEqual(['empty-role-part']);
  });

  test('a name nobody knows', () => {
    const found = readText('{citep}`knuth84` and {cite:pp}`knuth84`', 'myst').problems;
    expect(found.map(({ messageId, data }) => [messageId, data?.['role']])).toEqual([
      ['unknown-cite-role', 'citep'],
      ['unknown-cite-role', 'cite:pp'],
    ]);
    expect(problems('{cite:alt}`knuth84`', 'sphinx')).toEqual(['unknown-cite-role']);
    for (const name of ['Cite:p', 'cite-p', 'cite_t', 'textcite', 'cites'])
      expect(problems(`{${name}}\`knuth84\``), name).toEqual(['unknown-cite-role']);
    expect(problems('{Cite:p}`knuth84`', 'sphinx')).toEqual([]);
    expect(problems('{cite:alp}`knuth84` {cite:cauthorpar}`knuth84`', 'sphinx')).toEqual([]);
    expect(problems('{ref}`knuth84` {sub}`2` {site}`x`')).toEqual([]);
  });

  test('what Sphinx does not split', () => {
    for (const body of ['knuth84; shannon48', 'knuth84 shannon48', 'knuth84;shannon48']) {
      expect(problems(`{cite}\`${body}\``, 'sphinx'), body).toEqual(['role-separator']);
      expect(mend(`{cite}\`${body}\``, 'sphinx')).toBe('{cite}`knuth84,shannon48`');
    }
    expect(problems('{cite}`knuth84, shannon48`', 'sphinx')).toEqual([]);
    expect(problems('{cite}`knuth84; shannon48`', 'myst')).toEqual([]);
    expect(mend('{cite}`turing36, knuth84;@shannon48`', 'sphinx')).toBe(
      '{cite}`turing36, knuth84,shannon48`',
    );
  });

  test('what mystmd does not split', () => {
    for (const body of ['knuth84 shannon48', 'knuth84 and shannon48', 'knuth84 & shannon48']) {
      expect(problems(`{cite}\`${body}\``), body).toEqual(['role-separator']);
      expect(mend(`{cite}\`${body}\``, 'myst'), body).toBe('{cite}`knuth84,shannon48`');
    }
  });

  test('a page or a word beside a key is no second key', () => {
    for (const body of ['knuth84 p. 3', 'knuth84 33', 'see knuth84', 'knuth84, chapter 3', 'knuth84 [3]']) {
      expect(problems(`{cite}\`${body}\``, 'sphinx'), body).toEqual([]);
      expect(problems(`{cite}\`${body}\``, 'myst'), body).toEqual([]);
    }
  });

  test('a line that ends within a part of a citation', () => {
    for (const text of ['[@knuth84,\np. 3]', '[see\n@knuth84]', '[@knuth84; @turing36, p.\n3]'])
      expect(problems(`As ${text} says.`), text).toEqual(['broken-part']);
    expect(mend('> As [@knuth84,\n> p. 3; @turing36]\n', 'myst')).toBe('> As [@knuth84, p. 3; @turing36]\n');
    for (const text of [
      '[@knuth84;\n@turing36]',
      '[thanks to\n@jane]',
      '[@knuth84\nsays](https://example.org)',
    ])
      expect(problems(`As ${text} here.`), text).toEqual([]);
    expect(problems('As [@knuth84,\np. 3] says.', 'sphinx')).toEqual(['foreign-citation']);
  });

  test('a role without its braces, and as reStructuredText writes it', () => {
    for (const header of [':cite:', ':cite:p:', 'cite:p', ':footcite:']) {
      expect(problems(`As ${header}\`knuth84\` says.`, 'sphinx'), header).toEqual(['unbraced-role']);
      const role = header.replace(/^:|:$/g, '');
      expect(mend(`As ${header}\`knuth84\` says.`, 'sphinx')).toBe(`As {${role}}\`knuth84\` says.`);
    }
    for (const text of ['We cite `knuth84`, cite`x`.', 'the key excite:p`x`', 'x/cite:p`x`', '`:cite:`x`'])
      expect(problems(text), text).toEqual([]);
  });

  test('a key in other signs than backticks', () => {
    for (const body of [
      '(knuth84)',
      '[knuth84]',
      '"knuth84"',
      '‘knuth84’',
      '´knuth84´',
      '{knuth84}',
      '\\`knuth84\\`',
    ]) {
      expect(problems(`As {cite:p}${body} says.`), body).toEqual(['unquoted-role']);
      expect(mend(`As {cite:p}${body} says.`, 'myst')).toBe('As {cite:p}`knuth84` says.');
    }
    expect(mend('As {cite:p}knuth84.', 'sphinx')).toBe('As {cite:p}`knuth84`.');
    for (const text of [
      '{cite}(s)',
      '{cite:p}-roles',
      '\\{cite}[84]',
      '{cite:p} knuth84',
      '{cite}{{',
      '{cite:p}/{cite:t}',
    ])
      expect(problems(`The ${text} here.`), text).toEqual([]);
  });

  test('citations of LaTeX, and to Sphinx those of Pandoc', () => {
    const text =
      'As \\cite[p.~3]{knuth84, turing36}, [see @a], [@shannon48, p. 3], `\\cite{x}`, [@x](y.md) and \\citep*{hoare62}.';
    const found = (engine: 'myst' | 'sphinx') =>
      readText(text, engine).problems.map(({ messageId, data }) => `${messageId} ${String(data?.['key'])}`);
    expect(found('myst')).toEqual(['foreign-citation knuth84', 'foreign-citation hoare62']);
    expect(found('sphinx')).toEqual([
      'foreign-citation knuth84',
      'foreign-citation shannon48',
      'foreign-citation hoare62',
    ]);
  });

  test('more backticks on one side of the body', () => {
    expect(problems('See {cite}``knuth84`, {cite}```knuth84```.')).toEqual(['uneven-role']);
    expect(mend('See {cite}``knuth84`.', 'myst')).toBe('See {cite}`knuth84`.');
    expect(mend('See {cite:p}`knuth84`` too.', 'sphinx')).toBe('See {cite:p}`knuth84` too.');
  });

  test('a role inside a role whose body is Markdown', () => {
    expect(keys('H{sub}`2 [@knuth84]`O')).toEqual(['knuth84']);
    expect(keys('H{abbr}`2 [@knuth84]`O')).toEqual([]);
  });
});

/** As myst-parser 1.7.3 reads them. */
describe('what mystmd cites in', () => {
  test.each([
    ['{cite:p}`a,,b`', 'a  b'],
    ['{cite:p}`{see} a {p. 3}`', ' a '],
    ['{cite:p #id .class name=x}`a`', 'a'],
    ['{cite:p word}`a`', ''],
    ['{cite:p .a.b}`a`', ''],
    ['[see {cite:t}`b` and @a]', 'a'],
    ['[@a, {cite:t}`b`]', 'a'],
    ['@a [{cite:t}`b`]', 'a'],
    ['@{cite}`b`', 'cite'],
    ['![a {cite}`a`](k.png) {cite}`b`', 'b'],
    ['[a {cite}`a`](/u)', 'a'],
    ['[see [@a]](/u)', 'a'],
    ['[see @a](/u)', ''],
    ['![[@a]](k.png)', ''],
    ['<a href="/u">[@a]</a> [@b]', 'b'],
    ['<span>[@a]</span>', 'a'],
    ['x <!--- [@a] ---> y', 'a'],
    ['x <!-- [@a] --> y', ''],
    ['<!--- [@a] --->', ''],
    ['x[^1]\n\n[^1]: [@a]\n\n[^2]: [@b]', 'a'],
    ['x[^1]\n\n[^1]: [^2]\n\n[^2]: [@a]', 'a'],
    ['Term\n:   text\n\n    [@a]', 'a'],
    ['Term\n:     [@a]', ''],
    ['```{mermaid} @a\n[@b]\n```', ''],
  ])('%s', (text, expected) => {
    expect(keys(text).join(' ')).toBe(expected);
  });
});

describe('MyST citations', () => {
  test('groups that lose a key', () => {
    const text = 'As [@knuth84, @shannon48] say.';
    expect(keys(text)).toEqual(['shannon48']);
    expect(problems(text)).toEqual(['comma-between-cites']);
    expect(mend(text, 'myst')).toBe('As [@knuth84; @shannon48] say.');
    expect(keys(mend(text, 'myst'))).toEqual(['knuth84', 'shannon48']);
    expect(problems('As [@knuth84 @shannon48] say.')).toEqual(['missing-semicolon']);
    expect(mend('As [@knuth84 and -@shannon48] say.', 'myst')).toBe('As [@knuth84; -@shannon48] say.');
  });

  test.each([
    ['As cite:p}`knuth84` says.', 'broken-role'],
    ['As {cite:p`knuth84` says.', 'broken-role'],
    ['As {cite:p`knuth84` and {cite:t}`shannon48` say.', 'broken-role'],
    ['As {cite:p}}`knuth84` says.', 'broken-role'],
    ['As {cite:p}knuth84` says.', 'unopened-role'],
  ])('a role that lost a brace or its first backtick: %s', (paragraph, problem) => {
    const text = `# Sorting\n\n${paragraph}`;
    for (const engine of ['myst', 'sphinx'] as const) {
      expect(problems(text, engine)).toEqual([problem]);
      expect(mend(text, engine)).toBe(
        text.includes('shannon48')
          ? '# Sorting\n\nAs {cite:p}`knuth84` and {cite:t}`shannon48` say.'
          : '# Sorting\n\nAs {cite:p}`knuth84` says.',
      );
    }
  });

  test('a role that lost its last backtick ends in the header of the next', () => {
    const text = 'As {cite:p}`knuth84 and {cite:t}`shannon48` say.';
    expect(problems(text)).toEqual(['unclosed-role']);
    expect(problems('As {cite::p}`knuth84` says.')).toEqual(['unknown-cite-role']);
  });

  test.each([
    '`{cite:p}`',
    '`cite:p}` and `x`',
    'Write `{cite:p}` before `x`.',
    '{cite:p} is a role',
    'xcite}`a`',
  ])('no broken role: %s', (text) => {
    expect(problems(text)).toEqual([]);
  });

  test('groups that are none', () => {
    expect(problems('As [@knuth84;] says.')).toEqual(['empty-cite-part']);
    expect(mend('As [@knuth84;] says.', 'myst')).toBe('As [@knuth84] says.');
    expect(problems('As [@knuth84; see also the rest] says.')).toEqual(['part-without-key']);
    expect(problems('As [@knuth84 says.')).toEqual(['unclosed-citation']);
    expect(mend('As [@ knuth1984] says.', 'myst')).toBe('As [@knuth1984] says.');
    expect(problems('As [see @knuth84 says.')).toEqual(['unclosed-citation']);
    expect(problems('As @knuth84, p. 3] says, and @shannon48].')).toEqual([
      'unopened-citation',
      'unopened-citation',
    ]);
    expect(problems('`[@a;` and @knuth84]; [@a]')).toEqual([]);
    expect(problems('`@a]`, me@example.org], as @a says, ]0, 1] and @b, ]0, 1]')).toEqual([]);
    expect(problems('As [@] says.')).toEqual(['empty-citation']);
    expect(problems('As [@, p. 3] says.')).toEqual(['empty-citation']);
    expect(problems('One of [@, #, $].')).toEqual([]);
    expect(problems('A list [of things; and more] and [x] and `[@a;]`.')).toEqual([]);
  });

  test('not in code, links, addresses and after letters', () => {
    for (const text of [
      '`@knuth84`',
      '    @knuth84',
      '[@knuth84](https://example.org)',
      '[about @knuth84][r]\n\n[r]: /u',
      'knuth@stanford.edu',
      'https://medium.com/@knuth84',
      'www.example.org/@knuth84',
      '<https://example.org/@knuth84>',
      '\\@knuth84',
      '$x @knuth84$',
      '% @knuth84',
      '$$\n@knuth84\n$$',
      '\\begin{align}\n@knuth84\n\\end{align}',
      '![@knuth84](k.png)',
    ]) {
      expect(keys(text), text).toEqual([]);
    }
  });

  test('a DOI in a link is cited too', () => {
    const text =
      '[](https://doi.org/10.1093/comjnl/27.2.97) <https://doi.org/10.1002/j.1538-7305.1948.tb01338.x>';
    const { citations } = readText(text, 'myst');
    expect(citations.map(({ construct, cites }) => [construct, cites[0]?.key])).toEqual([
      ['link', '10.1093/comjnl/27.2.97'],
      ['link', '10.1002/j.1538-7305.1948.tb01338.x'],
    ]);
  });
});

describe('MyST directives', () => {
  test('bodies, titles and captions are read, code is not', () => {
    const text = [
      '::::{note} See [@a]',
      ':class: wide',
      '',
      '- item',
      '',
      '  ```{figure} k.png',
      '  :name: fig-knuth',
      '  A picture {cite}`b`',
      '  ```',
      '::::',
      '',
      '```{code-block} md',
      ':caption: From @c',
      '[@d]',
      '```',
      '',
      '```{math}',
      '@e',
      '```',
    ].join('\n');
    expect(keys(text).sort()).toEqual(['a', 'b', 'c']);
    const { citations, labels } = readText(text, 'myst');
    for (const { cites } of citations) {
      for (const { key, keyRegion } of cites) expect(text.slice(keyRegion.start, keyRegion.end)).toBe(key);
    }
    expect(labels.map(({ name }) => name)).toContain('fig-knuth');
  });

  test('quoted, in YAML options and in nested fences', () => {
    expect(keys('> ```{note}\n> [@a]\n> ```\n')).toEqual(['a']);
    expect(keys('```{note}\n---\nname: n\n---\n[@a]\n```\n')).toEqual(['a']);
    expect(keys('````{note}\n```{tip}\n[@a]\n```\n[@b]\n````\n').sort()).toEqual(['a', 'b']);
    expect(keys('```python\n[@a]\n```\n')).toEqual([]);
  });

  test('labels of every kind', () => {
    const text = [
      '---',
      'label: page-label',
      '---',
      '(my-target)=',
      '# Literate Programming!',
      '',
      '```{figure}',
      ':label: Fig-K',
      '![](a.png)',
      '![](b.png)',
      '```',
      '',
      '$$',
      'x',
      '$$ (eq-knuth)',
      '',
      ':::{note #note-id}',
      ':::',
      '',
      '{span #span-id}`text`',
      '',
      '```{code-cell} python',
      '#| label: cell-k',
      '```',
    ].join('\n');
    const names = readText(text, 'myst').labels.map(({ name }) => name);
    for (const name of [
      'page-label',
      'my-target',
      'literate-programming-',
      'Fig-K',
      'fig-k',
      'Fig-K-a',
      'Fig-K-b',
      'eq-knuth',
      'note-id',
      'span-id',
      'cell-k',
    ]) {
      expect(names, name).toContain(name.replace(/-$/, ''));
    }
  });

  test('Sphinx cites what stands between < and > at the end, {cite}`Knuth <knuth84>`', () => {
    expect(keys('{cite}`Knuth, 1984 <knuth84>` {cite:t}`two<a, b>` {footcite}`x\n<c>`', 'sphinx')).toEqual([
      'knuth84',
      'a',
      'b',
      'c',
    ]);
    expect(keys('{cite}`<knuth84>` {cite}`see <knuth84> too`', 'sphinx')).toEqual([
      '<knuth84>',
      'see <knuth84> too',
    ]);
    expect(keys('{cite}`Knuth <knuth84>`')).toEqual(['Knuth <knuth84>']);
  });

  test('sphinxcontrib-bibtex takes what stands in braces for prefix and suffix, commas included', () => {
    const text = 'As {cite}`{e.g.,} knuth84{p. 3, 4}, shannon48, {see also}lovelace{note G}` says.';
    const [citation] = readText(text, 'sphinx').citations;
    expect(citation?.cites).toMatchObject([
      { key: 'knuth84', prefix: 'e.g.,', label: 'page', locator: '3, 4' },
      { key: 'shannon48' },
      { key: 'lovelace', prefix: 'see also', suffix: 'note G' },
    ]);
    const written = citation?.cites.map(({ keyRegion }) => text.slice(keyRegion.start, keyRegion.end));
    expect(written).toEqual(['knuth84', 'shannon48', 'lovelace']);
  });

  test('docutils looks a role up in lower case, mystmd as it is written', () => {
    const text = '{Cite:t}`knuth84` {CITE}`shannon48` {Cite:Alt}`lovelace`';
    const { citations, problems } = readText(text, 'sphinx');
    expect(citations.map(({ cites }) => cites[0])).toMatchObject([
      { key: 'knuth84', mode: 'author-in-text' },
      { key: 'shannon48', mode: 'normal' },
    ]);
    expect(problems.map(({ messageId }) => messageId)).toEqual(['unknown-cite-role']);
    expect(readText(text, 'myst').citations).toEqual([]);
  });

  test('the caption of a code cell cites', () => {
    const text = '```{code-cell} python\n:caption: After [@knuth84]\nprint("[@code]")\n```\n';
    const { citations } = readText(text, 'myst');
    expect(citations.flatMap(({ cites }) => cites.map(({ key }) => key))).toEqual(['knuth84']);
  });

  test('bibliography prints the list', () => {
    expect(readText('```{bibliography}\n:all:\n```\n', 'sphinx').printsWholeBibliography).toBe(true);
    expect(readText('```{bibliography}\n```\n', 'sphinx').printsWholeBibliography).toBe(false);
    expect(readText('```{bibliography}\n```\n', 'sphinx').printsReferenceList).toBe(true);
    expect(readText('{cite}`a`\n', 'sphinx').printsReferenceList).toBe(false);
    expect(readText('{cite}`a`\n', 'myst').printsReferenceList).toBe(true);
  });
});

test('`` where ``` should close a {bibliography}: neither that nor what follows is a key', () => {
  const text = '```{bibliography}\nknuth84\n``\n\n---\n\nDiscussion\n';
  expect(readText(text, 'sphinx').citations.flatMap(({ cites }) => cites.map(({ key }) => key))).toEqual([
    'knuth84',
  ]);
});

describe('keys in the body of {bibliography}', () => {
  const directive =
    '# Works\n\n```{bibliography} refs.bib\n:filter: False\n\nknuth84\n  shannon48\n:style: plain\n```\n';

  test('are printed as if they were cited', () => {
    const { citations } = readText(directive, 'sphinx');
    expect(citations.map(({ construct }) => construct)).toEqual(['nocite', 'nocite']);
    const regions = citations.flatMap(({ cites }) => cites.map(({ keyRegion }) => keyRegion));
    expect(regions.map(({ start, end }) => directive.slice(start, end))).toEqual(['knuth84', 'shannon48']);
  });

  test('say nothing to mystmd', () => {
    expect(readText(directive, 'myst').citations).toEqual([]);
  });
});

describe('what mystmd reads of a directive', () => {
  test.each([
    ['a name it does not know', '```{knuth} @a\n@b\n```', []],
    ['a name in other letters', '```{Note}\n@a\n```', []],
    ['a theorem', '```{prf:theorem} @a\n:label: t\n@b\n```', ['a', 'b']],
    ['attributes without a name', ':::{.wide #t}\n@a\n:::', ['a']],
    ['a raw block', '```{=html}\n@a\n```', []],
    ['the title of a tab', ':::{tab-item} @a\n@b\n:::', ['b']],
    ['an argument of a quotation', '```{epigraph} @a\n@b\n```', ['b']],
    [
      'the header and the footer of a card',
      '```{card} @a\n:header: @b\n:footer: [@c]\n@d\n```',
      ['a', 'b', 'c', 'd'],
    ],
    [
      'the cells of a table',
      '```{csv-table} @a\n:header: "@b, x"\n"[@c; @d]", {cite}`e`\n```',
      ['a', 'b', 'c', 'd', 'e'],
    ],
    ['what is shown instead of a frame', '```{iframe} https://example.org\n@a\n```', ['a']],
  ])('%s', (_, text, expected) => {
    expect(keys(text).sort()).toEqual(expected);
  });

  test('Sphinx has extensions without number, so there any name holds Markdown', () => {
    expect(keys('```{knuth} {cite}`a`\n{cite}`b`\n```', 'sphinx').sort()).toEqual(['a', 'b']);
  });
});

describe('what mystmd reads otherwise than others', () => {
  test('of two notes under one label the last', () => {
    expect(keys('x[^1]\n\n[^1]: @a\n[^1]: @b\n')).toEqual(['b']);
    expect(keys('x[^1]\n\n[^1]: [@aa]\n[^1]: [@bb]\n', 'rehype-citation')).toEqual(['aa']);
  });

  test('two dashes are a prefix, one hides the author', () => {
    expect(readText('[--@a; -@b]', 'myst').citations[0]?.cites).toMatchObject([
      { key: 'a', mode: 'normal', prefix: '--' },
      { key: 'b', mode: 'suppress-author' },
    ]);
  });

  test('a blank line inside a list item ends a comment', () => {
    expect(keys('- <!--\n\n  @a\n\n  -->\n')).toEqual(['a']);
    expect(keys('<!--\n\n@a\n\n-->\n')).toEqual([]);
  });
});

test('{eval-rst} of Sphinx cites in reStructuredText', () => {
  const cites = (body: string, engine: 'sphinx' | 'myst' = 'sphinx') => {
    const text = `# A\n\n\`\`\`{eval-rst}\n${body}\n\`\`\`\n`;
    const found = readText(text, engine).citations.flatMap((citation) => citation.cites);
    for (const { key, keyRegion } of found) expect(text.slice(keyRegion.start, keyRegion.end)).toBe(key);
    return found.map(({ key }) => key);
  };
  expect(cites('See :cite:p:`knuth84` and\n:cite:`shannon48, {p. 3}hopper52`.')).toEqual([
    'knuth84',
    'shannon48',
    'hopper52',
  ]);
  expect(cites('.. note::\n\n   As :footcite:t:`knuth84` says.')).toEqual(['knuth84']);
  expect(cites('Write ``:cite:`knuth84```.')).toEqual([]);
  expect(cites('Write::\n\n   :cite:`knuth84`')).toEqual([]);
  expect(cites('.. code-block:: rst\n\n   :cite:`knuth84`')).toEqual([]);
  expect(cites(':ref:`knuth84` {cite:p}`knuth84`')).toEqual([]);
  expect(cites(':cite:p:`knuth84`', 'myst')).toEqual([]);
});

test(':keyprefix: a- of a {bibliography} of Sphinx is no part of the keys that it begins', () => {
  const text =
    'As {cite}`a-knuth84, shannon48` and {cite:t}`b-hopper52`.\n\n```{bibliography}\n:keyprefix: a-\n```\n\n' +
    '```{eval-rst}\n.. bibliography:: refs.bib\n   :keyprefix: b-\n```\n';
  const cites = (engine: 'sphinx' | 'myst') =>
    readText(text, engine).citations.flatMap((citation) => citation.cites);
  for (const { key, keyRegion } of cites('sphinx'))
    expect(text.slice(keyRegion.start, keyRegion.end)).toBe(key);
  expect(cites('sphinx').map(({ key }) => key)).toEqual(['knuth84', 'shannon48', 'hopper52']);
  expect(cites('myst').map(({ key }) => key)).toEqual(['a-knuth84', 'shannon48', 'b-hopper52']);
});
