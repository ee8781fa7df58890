import { beforeAll, describe, expect, test } from 'vitest';
import type { DialectName } from '../../../../src/model.ts';
import { readPandocMarkdown } from '../../../../src/scan/markdown/pandoc/read-document.ts';
import { loadAllParsers } from '../../../../src/scan/parsers.ts';
import { keysOf, pandocDialect, readPandoc } from '../../../support/read-pandoc.ts';

beforeAll(loadAllParsers);

const keys = (text: string, name: DialectName): string[] => keysOf(readPandoc(text, name));

function expectInPlace(text: string, name: DialectName): void {
  for (const { cites } of readPandoc(text, name).citations) {
    for (const { key, keyRegion } of cites) expect(text.slice(keyRegion.start, keyRegion.end)).toBe(key);
  }
}

describe('Pandoc', () => {
  test('cross-references of pandoc-crossref are no citations', () => {
    expect(keys('@fig:x, @Tbl:y, [@eq:a; @knuth84], @sec:s, [-@lst:l], @fig-z\n', 'pandoc')).toEqual([
      'knuth84',
      'fig-z',
    ]);
  });

  test('a site may have prefixes of its own', () => {
    const dialect = { ...pandocDialect(), crossReferencePrefixes: ['thm:'] };
    const text = '@thm:main and @knuth84\n';
    expect(keysOf(readPandocMarkdown(text, { start: 0, end: text.length }, dialect, []))).toEqual([
      'knuth84',
    ]);
  });

  test('pandoc_args: [-F, pandoc-crossref]: a filter that R Markdown or Quarto is asked to run', () => {
    const text = '@Fig:x, @tbl:y and @knuth84\n';
    const read = (front: string, name: DialectName) => {
      const all = `---\n${front}\n---\n${text}`;
      const body = { start: all.length - text.length, end: all.length };
      return keysOf(readPandocMarkdown(all, body, pandocDialect(name), []));
    };
    const crossref = 'output:\n  pdf_document:\n    pandoc_args: [-F, pandoc-crossref]';
    expect(read(crossref, 'rmarkdown')).toEqual(['knuth84']);
    expect(read('filters: [pandoc-crossref]', 'quarto')).toEqual(['knuth84']);
    expect(read('output: litedown::html_format', 'rmarkdown')).toEqual(['knuth84']);
    expect(read('output: pdf_document', 'rmarkdown')).toEqual(['Fig:x', 'tbl:y', 'knuth84']);
  });

  test('@import "b.md": a line of Markdown Preview Enhanced', () => {
    const text =
      '[@knuth84]\n\n@import "b.md"\n\n@import "data.csv" {code_block=true}\r\n\nText, @import "b.md"\n';
    expect(keys(text, 'pandoc')).toEqual(['knuth84', 'import']);
    expect(keys('@import says "b.md"\n', 'pandoc')).toEqual(['import']);
  });

  test("%% Obsidian's comments %% are no text", () => {
    const text = [
      'a %%[@one]%% [@two] 5 %% @three, %%@four%%',
      '',
      '%%',
      '@five',
      '',
      '[@six]',
      '%%',
      '',
      '```matlab',
      '%%',
      '```',
      '[@seven]',
      '```matlab',
      '%%',
      '```',
      '',
      '%%',
      '@eight',
    ];
    expect(keys(text.join('\n'), 'pandoc')).toEqual(['two', 'four', 'seven', 'eight']);
    expect(keys(text.join('\n'), 'rmarkdown')).toContain('one');
  });

  test('identifiers and labels of examples are labels', () => {
    const text = '# A {#sec:a .x}\n\n$$x$$ {.y #eq:b}\n\n(@good) Example.\n\nAs (@good) and @knuth84.\n';
    const { labels } = readPandoc(text);
    expect(labels.map(({ name, region }) => [name, text.slice(region.start, region.end)])).toEqual([
      ['sec:a', 'sec:a'],
      ['eq:b', 'eq:b'],
      ['good', 'good'],
    ]);
  });
});

describe('R Markdown', () => {
  test('chunks are code, their captions are text', () => {
    const text = [
      '```{r plot, fig.cap="After \\"Knuth\\" [@knuth84; \\\\@ref(fig:x)].", fig.alt = "@alt"}',
      "x@slot; y <- '[@code]'",
      '```',
      '',
      "```{r, fig.cap=paste('A', '@lovelace43'), echo=FALSE}",
      '```',
      '',
      '```{r}',
      '#| fig-cap: "See [@shannon48]"',
      '#| label: fig-one',
      '#| tbl-cap: >',
      '#|   Long, as',
      '#|   @turing36 says',
      '@hoare62',
      '```',
      '',
      '(ref:cap) A text reference [@dijkstra68].',
      '',
      'See \\@ref(fig:plot) and `r cite("@inline")`.',
      '',
    ].join('\n');
    expect(keys(text, 'rmarkdown')).toEqual(['knuth84', 'lovelace43', 'shannon48', 'turing36', 'dijkstra68']);
    expectInPlace(text, 'rmarkdown');
  });

  test('#| plot, fig.cap = "…": options of knitr with commas between them, over lines', () => {
    const text = [
      '```{r}',
      '#| plot, echo = FALSE, out.width = c("80%", "@no"),',
      '#| fig.cap = "After \\"Knuth\\" [@knuth84;',
      '#|   @shannon48].", fig.alt = "@alt"',
      "x@slot; y <- '[@code]'",
      '```',
      '',
      '```{python}',
      '#| fig.cap="By @lovelace43"',
      '```',
      '',
    ].join('\n');
    expect(keys(text, 'rmarkdown')).toEqual(['knuth84', 'shannon48', 'lovelace43']);
    expectInPlace(text, 'rmarkdown');
  });

  test('addresses in the text are links, backslashes may hold math', () => {
    expect(keys('https://medium.com/@user/post, \\(@a\\) and \\[@b\\]\n', 'rmarkdown')).toEqual([]);
    expect(keys('https://medium.com/@user/post\n', 'pandoc')).toEqual(['user/post']);
  });

  test('chunks of the engines for notes and theorems are text', () => {
    const text = [
      '```{theorem, pythagoras, name="Pythagoras"}',
      '- As [@knuth84].',
      '```',
      'Then',
      '```{block2, type="note"}',
      'See @shannon48.',
      '```',
      '',
      '````{asis, echo=knitr::is_html_output()}',
      '```{r}',
      '@slot',
      '```',
      '',
      '[@turing36]',
      '````',
      '',
      '```{asis, echo=FALSE}',
      '[@hidden]',
      '```',
      '',
      '```{block, type="note"}',
      '[@rendered]',
      '```',
      '',
      '> ```{asis}',
      '> [@quoted]',
      '> ```',
      '',
      '```{asis}',
      '[@dijkstra68]',
    ].join('\n');
    expect(keys(text, 'rmarkdown')).toEqual(['knuth84', 'shannon48', 'turing36', 'dijkstra68']);
    expectInPlace(text, 'rmarkdown');
    expect(keys(text.replaceAll('\n', '\r\n'), 'rmarkdown')).toHaveLength(4);
  });

  test('slides of xaringan are not read by Pandoc', () => {
    const slides = (output: string): string =>
      `---\ntitle: A\noutput: ${output}\n---\n\n.footnote[@knuth] [@knuth84] [^1]\n`;
    expect(keys(slides('xaringan::moon_reader'), 'rmarkdown')).toEqual([]);
    expect(keys(slides('\n  xaringan::moon_reader:\n    lib_dir: libs'), 'rmarkdown')).toEqual([]);
    expect(keys(slides('[html_document, xaringan::moon_reader]'), 'rmarkdown')).toEqual(['knuth', 'knuth84']);
  });

  test('a chunk that is only shown is code', () => {
    expect(keys('```{{r, fig.cap="[@a]"}}\n@b\n```\n\n@c\n', 'rmarkdown')).toEqual(['c']);
  });
});

describe('Quarto', () => {
  test('cross-references and shortcodes are no citations', () => {
    const text = '@fig-plot [@Tbl-x; @knuth84] {{< meta a.@b >}} {{< cite "@c" >}} @thm-a @sol-1 @figure\n';
    expect(keys(text, 'quarto')).toEqual(['knuth84', 'figure']);
    expectInPlace(text, 'quarto');
  });

  test('titles, names and captions in the attributes of divisions are text', () => {
    const text = [
      '::: {.callout-note title="After @knuth84, see @fig-plot"}',
      'One [@one].',
      ':::',
      '',
      "- ::: {#thm-line name='[@euclid, p. 3]'}",
      '  Two.',
      '  :::',
      '',
      ':::: {#tbl-panel layout-ncol=2 tbl-cap="Data of',
      '@wickham14" width="@no"}',
      '::: {.panel title="@no" name="@no"}',
      ':::',
      '::::',
      '',
      '```',
      '::: {.callout-tip title="@no"}',
      '```',
      '',
      '![A](a.png){#fig-a fig-alt="@no"}',
      '',
    ].join('\n');
    expect(keys(text, 'quarto')).toEqual(['knuth84', 'one', 'euclid', 'wickham14']);
    expectInPlace(text, 'quarto');
    expect(keys(text, 'pandoc')).toEqual(['one']);
  });

  test('chunks have labels', () => {
    const text =
      '```{python}\n#| label: fig-plot\n#| fig-cap: "Plot [@knuth84]"\n```\n\n```{r tbl-x, echo=FALSE}\n```\n\n# A {#sec-a}\n';
    const { labels } = readPandoc(text, 'quarto');
    expect(labels.map(({ name, region }) => [name, text.slice(region.start, region.end)])).toEqual([
      ['fig-plot', 'fig-plot'],
      ['tbl-x', 'tbl-x'],
      ['sec-a', 'sec-a'],
    ]);
    expect(keys(text, 'quarto')).toEqual(['knuth84']);
  });

  test('```{.python #lst-sort lst-cap="After @knuth84"}', () => {
    const text = [
      '```{.python #lst-sort lst-cap="After @knuth84"}',
      '@cache',
      '```',
      '',
      '- ~~~ {#lst-heap .c lst-cap="As in [@floyd64]" title="@title"}',
      '  x@y',
      '  ~~~',
      '',
      '```{.python #code-a lst-cap="@other" fig-cap="@figure"}',
      '```',
      '',
    ].join('\n');
    expect(keys(text, 'quarto')).toEqual(['knuth84', 'floyd64']);
    expect(keys(text, 'pandoc')).toEqual([]);
    expectInPlace(text, 'quarto');
  });
});

describe('Manubot', () => {
  test('persistent identifiers are keys, defined tags are labels too', () => {
    const text =
      'See [@doi:10.1371/journal.pcbi.1005128; @tag:one] and @url:https://example.org/a.\n\n[@tag:one]: doi:10.1/2\n';
    expect(keys(text, 'manubot')).toEqual([
      'doi:10.1371/journal.pcbi.1005128',
      'tag:one',
      'url:https://example.org/a',
      'tag:one',
    ]);
    expect(readPandoc(text, 'manubot').labels).toEqual([{ name: 'tag:one', region: { start: 85, end: 92 } }]);
  });
});

describe('Jinja in pages of Manubot', () => {
  test('is no text', () => {
    const text = [
      '{##',
      'Cite as [@commented].',
      '##}',
      '{% if manubot.ci_source is defined -%}',
      '{{manubot.ci_source.repo_slug}}@{{manubot.ci_source.commit}} by @{{author.github}} after [@tag:one]',
      '{% endif %}',
      '',
      '![Figure](a.png){#fig:a} and [@tag:two]',
      '',
      '{% [@tag:three]',
    ].join('\n');
    expect(keys(text, 'manubot')).toEqual(['tag:one', 'tag:two', 'tag:three']);
    expectInPlace(text, 'manubot');
  });
});

describe('mkdocs-bibtex', () => {
  test('brackets on one line cite, code, links and handles do not', () => {
    const text = [
      'See [@knuth84; see -@lovelace43, p. 3] and [x me@example.org, y].',
      'A @handle, [@user](https://example.org), `[@code]`, [@a',
      'b], [^1] and <!-- [@hidden] -->.',
      '',
      '```python',
      '[@decorator]',
      '```',
      '',
      '[^1]: A note.',
      '',
    ].join('\n');
    const { citations, footnotes } = readPandoc(text, 'mkdocs-bibtex');
    expect(citations.map(({ cites }) => cites)).toEqual([
      [
        { key: 'knuth84', keyRegion: { start: 6, end: 13 }, mode: 'normal' },
        {
          key: 'lovelace43',
          keyRegion: { start: 21, end: 31 },
          mode: 'suppress-author',
          prefix: 'see',
          label: 'page',
          locator: '3',
        },
      ],
    ]);
    expectInPlace(text, 'mkdocs-bibtex');
    expect(footnotes.uses.map(({ label }) => label)).toEqual(['1']);
    expect(footnotes.definitions).toMatchObject([{ label: '1', text: 'A note.' }]);
  });

  const keys = (text: string): string[] =>
    readPandoc(text, 'mkdocs-bibtex').citations.flatMap(({ cites }) => cites.map(({ key }) => key));

  test('keys with dots and colons, which the plugin up to version 3 reads', () => {
    expect(keys('[@knuth:84] [@Shannon.48, p. 3; see @lovelace-43.]')).toEqual([
      'knuth:84',
      'Shannon.48',
      'lovelace-43',
    ]);
  });

  test('a link by reference is none, two groups side by side are', () => {
    expect(keys('[@user][forge] [@user][] [@knuth84][@shannon48]\n\n[forge]: https://x.org')).toEqual([
      'knuth84',
      'shannon48',
    ]);
    expect(keys('Thanks, [@user]!\n\n[@user]: https://example.org/user')).toEqual([]);
    expect(keys('[@knuth84]: a program is read.')).toEqual(['knuth84']);
  });

  const problemsOf = (text: string): string[] =>
    readPandoc(text, 'mkdocs-bibtex').problems.map(({ messageId, region: { start, end } }) =>
      [messageId, text.slice(start, end)].join(' '),
    );

  test('of two keys in a part the second is lost', () => {
    expect(
      problemsOf('[@knuth84, @shannon48], [@knuth84 @shannon48; see @turing36 and also @hoare62]'),
    ).toEqual(['missing-semicolon @shannon48', 'missing-semicolon @shannon48', 'missing-semicolon @hoare62']);
    expect(problemsOf('[@knuth84, p. 3; @shannon48, me@example.org]')).toEqual([]);
  });

  test('a citation that ends on another line, or nowhere', () => {
    expect(problemsOf('As [@knuth84;\n@shannon48] says.')).toEqual([
      'broken-citation [@knuth84;\n@shannon48]',
    ]);
    expect(problemsOf('As [@knuth84, p. 3) says\nand more.')).toEqual([
      'unclosed-citation [@knuth84, p. 3) says',
    ]);
    expect(problemsOf('As [@knuth84 and [@shannon48] say.')).toEqual(['unclosed-citation [@knuth84 and']);
    for (const text of ['[@user\nthere](https://example.org)', '`[@knuth84\n`', '[@knuth84 [p. 3]]'])
      expect(problemsOf(`As ${text} says.`), text).toEqual([]);
  });

  test('a bare key, where the site leaves it to version 4', () => {
    const text =
      'As @knuth84 says, [text @shannon48](x.md), \\@a, me@example.org, https://x.org/@b, `@c`, @turing36: d.';
    const dialect = { ...pandocDialect('mkdocs-bibtex'), citesBareKeys: true as const };
    const facts = readPandocMarkdown(text, { start: 0, end: text.length }, dialect, []);
    expect(keysOf(facts)).toEqual(['knuth84', 'turing36:']);
    expect(keys(text)).toEqual([]);
  });

  test('notes are those of any page of MkDocs', () => {
    const text =
      '!!! note\n\n    Shannon[^a].\n\n=== "Tab"\n\n    [^b]\n\n[^a]:\n    His theory.\n\n[^b]: Also.\n';
    const { uses, definitions } = readPandoc(text, 'mkdocs-bibtex').footnotes;
    expect(uses.map(({ label }) => label)).toEqual(['a', 'b']);
    expect(definitions.map((definition) => definition.text)).toEqual(['His theory.', 'Also.']);
  });
});
