import { describe, expect, test } from 'vitest';
import { notebook } from '../support/notebook.ts';
import { runCli } from '../support/run-cli.ts';

const hoare = 'Hoare, C. A. R. (1962). Quicksort. *The Computer Journal*, *5*(1), 10–16.';
const knuth = 'Knuth, D. E. (1984). Literate programming. *The Computer Journal*, *27*(2), 97–111.';
const HOARE = (key: string): string => `@article{${key},
  author = {Hoare, C. A. R.},
  title = {Quicksort},
  journal = {The Computer Journal},
  volume = {5},
  number = {1},
  pages = {10--16},
  year = {1962},
}
`;

/** Rewrites, then lints what came of it, and rewrites again: nothing is left to do. */
async function rewrite(
  files: Readonly<Record<string, string>>,
  args: readonly string[] = [],
  lintArgs: readonly string[] = [],
) {
  const run = await runCli(['extract', '--rewrite', ...args], files);
  const written = Object.fromEntries(
    [...run.written].map(([path, text]) => [path.replace('/site/', ''), text]),
  );
  const after = { ...files, ...written };
  const lint = await runCli(lintArgs, after);
  const again = await runCli(['extract', '--rewrite', ...args], after);
  return { ...run, written, lint: { code: lint.code, stdout: lint.stdout }, again: again.written.size };
}
const clean = { code: 0, stdout: expect.stringMatching(/^No findings/) };

describe('Hugo', () => {
  const page = (...shortcodes: readonly string[]): string =>
    `---\ntitle: A\ndate: 2024-01-01\n---\n${shortcodes.join('\n')}\n`;
  const lookup =
    '{{ $text := .Get 1 }}{{ with where site.Data.references "id" (.Get 0) }}{{ index . 0 }}{{ else }}{{ $text }}{{ end }}';
  const site = { 'hugo.toml': '', 'layouts/shortcodes/cite.html': lookup };

  test('a template that looks the key up', async () => {
    const files = { ...site, 'content/a.md': page(`Known{{< cite "hoare1962" "${hoare}" >}}.`) };
    const { code, stdout, stderr, written, lint, again } = await rewrite(files);
    expect({ code, stdout, lint, again }).toEqual({ code: 0, stdout: '', lint: clean, again: 0 });
    expect(written).toEqual({
      'content/a.md': page('Known{{< cite "hoare1962" >}}.'),
      'references.bib': HOARE('hoare1962'),
    });
    expect(stderr).toBe('bibliolint: 1 reference in 1 page became citations; 1 work in references.bib.\n');
  });

  test('as data that Hugo can read', async () => {
    const files = { ...site, 'content/a.md': page(`Known{{< cite "hoare1962" "${hoare}" >}}.`) };
    const { written, lint } = await rewrite(files, ['--to', 'csl-json']);
    expect(Object.keys(written)).toEqual(['data/references.json', 'content/a.md'].sort().reverse());
    expect(lint).toEqual(clean);
  });

  test('a template that stops the build without a text: nothing is touched, and it is said', async () => {
    const files = {
      'hugo.toml': '',
      'layouts/shortcodes/cite.html':
        '{{ $r := .Get 1 }}{{ if not $r }}{{ errorf "no reference for %q" (.Get 0) }}{{ end }}<sup title="{{ $r }}">{{ .Get 0 }}</sup>',
      'content/a.md': page(`Known{{< cite "hoare1962" "${hoare}" >}}.`),
    };
    const { code, stderr, written } = await rewrite(files);
    expect({ code, written }).toEqual({ code: 1, written: {} });
    expect(stderr).toContain(
      'layouts/shortcodes/cite.html stops the build without one. The template must change first',
    );
  });

  test('no template to be seen', async () => {
    const files = { 'a.md': page(`Known{{< cite "hoare1962" "${hoare}" >}}.`) };
    const { code, stderr, written, lint } = await rewrite(files);
    expect({ code, lint }).toEqual({ code: 0, lint: clean });
    expect(written).toEqual({
      'a.md': page('Known{{< cite "hoare1962" >}}.'),
      'references.bib': HOARE('hoare1962'),
    });
    expect(stderr).toContain('the template of `cite` is not here');
  });

  test('named arguments and raw strings', async () => {
    const template =
      '{{ $key := .Get "key" }}{{ $text := .Get "text" }}{{ index site.Data.references $key }}{{ $text | markdownify }}<a href="#ref-{{ $key }}">{{ $key }}</a>';
    const files = {
      'hugo.toml': '',
      'layouts/shortcodes/cite.html': template,
      'content/a.md': page(
        `{{< cite text=\`${hoare}\` key="hoare1962" >}} {{< cite key="knuth1984" text="${knuth}" >}}`,
      ),
    };
    const { written } = await rewrite(files);
    expect(written['content/a.md']).toBe(page('{{< cite key="hoare1962" >}} {{< cite key="knuth1984" >}}'));
  });

  test('a text that says something else stays, and so does what has no key of its own', async () => {
    const files = {
      ...site,
      'content/a.md': page(
        `{{< cite "hoare1962" "${hoare}" >}}`,
        `{{< cite "hoare1962" "${hoare.replace('1962', '1961')}" >}}`,
      ),
    };
    const { code, stderr, written } = await rewrite(files);
    expect(code).toBe(1);
    expect(written['content/a.md']).toBe(
      page('{{< cite "hoare1962" >}}', `{{< cite "hoare1962" "${hoare.replace('1962', '1961')}" >}}`),
    );
    expect(stderr).toContain('content/a.md:6:23 stays: it contradicts the text or entry that is used.');
  });

  test('--diff prints a patch, --dry-run a line; both write nothing', async () => {
    const files = { ...site, 'content/a.md': page(`Known{{< cite "hoare1962" "${hoare}" >}}.`) };
    const diff = await runCli(['extract', '--rewrite', '--diff'], files);
    expect(diff.written.size).toBe(0);
    expect(diff.stdout).toContain(
      'diff --git a/references.bib b/references.bib\nnew file mode 100644\n--- /dev/null\n+++ b/references.bib\n@@ -0,0 +1,9 @@\n+@article{hoare1962,\n',
    );
    expect(diff.stdout).toContain('\n+Known{{< cite "hoare1962" >}}.\n');
    const dry = await runCli(['extract', '--rewrite', '--dry-run'], files);
    expect({ stdout: dry.stdout, written: dry.written.size }).toEqual({ stdout: '', written: 0 });
    expect(dry.stderr).toBe(
      'bibliolint: 1 reference in 1 page would become citations; 1 work in references.bib.\n',
    );
  });

  test('-o names the bibliography; what it holds stays', async () => {
    const old = '% kept\n@misc{old,\n  title = {Old},\n}';
    const files = {
      ...site,
      'content/a.md': page(`{{< cite "hoare1962" "${hoare}" >}}`),
      'content/refs.bib': old,
    };
    const { written, lint } = await rewrite(files, ['-o', 'content/refs.bib']);
    expect(written['content/refs.bib']).toBe(`${old}\n\n${HOARE('hoare1962')}`);
    expect(lint).toEqual(clean);
    expect((await runCli(['extract', '--rewrite', '-o', '../x.bib'], files)).code).toBe(2);
  });
});

describe('the Pandoc family', () => {
  const front = '---\ntitle: A\n---\n\n';

  test('footnotes become citations before the full stop; notes called together one citation', async () => {
    const files = {
      'a.md': `${front}Programs are read.[^k] Sorting,[^h] and both[^k][^h]; see etc.[^k] and so on.\n\nSo they say.[^n]\n\n[^k]: ${knuth}\n\n[^h]: ${hoare}\n\n[^n]: But see Brooks.\n`,
    };
    const { code, written, lint, again } = await rewrite(
      files,
      ['--dialect', 'pandoc'],
      ['--dialect', 'pandoc'],
    );
    expect({ code, lint, again }).toEqual({ code: 0, lint: clean, again: 0 });
    expect(written['a.md']).toBe(
      '---\ntitle: A\nbibliography: references.bib\n---\n\nPrograms are read [@k]. Sorting [@h], and both [@k; @h]; see etc. [@k] and so on.\n\nSo they say.[^n]\n\n[^n]: But see Brooks.\n',
    );
    expect(written['references.bib']?.startsWith(HOARE('h'))).toBe(true);
  });

  test.each([
    ['more than a reference', `Known.[^k]\n\n[^k]: ${knuth} Chapter 2 has the details.\n`],
    ['two paragraphs', `Known.[^k]\n\n[^k]: ${knuth}\n\n    And more.\n`],
    ['a note beside it that stays', `Known.[^k][^n]\n\n[^k]: ${knuth}\n\n[^n]: A note.\n`],
    ['a bracket behind it', `Known[^k](see there)\n\n[^k]: ${knuth}\n`],
    ['a label that is defined twice', `Known.[^k]\n\n[^k]: ${knuth}\n\n[^k]: ${hoare}\n`],
  ])('a footnote stays: %s', async (_name, text) => {
    const { written, stderr } = await rewrite({ 'a.md': front + text }, ['--dialect', 'pandoc']);
    expect(written).toEqual({});
    expect(stderr).toContain('nothing was rewritten.');
  });

  test('a numbered list that is pointed at becomes the list of the engine', async () => {
    const files = {
      'a.md': `${front}Programs [1] are sorted [1, 2].\n\n# References\n\n1. ${knuth}\n2. ${hoare}\n\n# Appendix\n\nMore.\n`,
    };
    const { written, lint } = await rewrite(files, ['--dialect', 'pandoc'], ['--dialect', 'pandoc']);
    expect(written['a.md']).toBe(
      '---\ntitle: A\nbibliography: references.bib\n---\n\nPrograms [@knuth1984] are sorted [@knuth1984; @hoare1962].\n\n# References\n\n::: {#refs}\n:::\n\n# Appendix\n\nMore.\n',
    );
    expect(lint).toEqual(clean);
  });

  test('links into a list, and the author in the text', async () => {
    const files = {
      'myst.yml': 'version: 1\nproject:\n  title: A\n',
      'a.md': `As [Knuth (1984)](#k84) said, and others ([Hoare, 1962](#h62)).\n\n## References\n\n- <a id="k84"></a>${knuth}\n- <a id="h62"></a>${hoare}\n`,
    };
    const { written, lint } = await rewrite(files);
    expect(written['a.md']).toBe('As @k84 said, and others [@h62].\n\n## References\n');
    expect(lint).toEqual(clean);
  });

  test('the pages of a citation go along, or the list stays', async () => {
    const files = {
      'a.md': `${front}Programs [1] are read [1, p. 98] and sorted [2].\n\n# References\n\n1. ${knuth}\n2. ${hoare}\n`,
    };
    const { written, lint } = await rewrite(files, ['--dialect', 'pandoc'], ['--dialect', 'pandoc']);
    expect(written['a.md']).toContain(
      'Programs [@knuth1984] are read [@knuth1984, p. 98] and sorted [@hoare1962].',
    );
    expect(lint).toEqual(clean);
  });

  test('a list whose pages could not go along stays', async () => {
    const files = {
      'myst.yml': 'version: 1\nproject:\n  title: A\n',
      'a.md': `As [Knuth, 1984, p. 98](#k84) said.\n\n## References\n\n- <a id="k84"></a>${knuth}\n`,
    };
    const { written, stderr } = await rewrite(files);
    expect(written).toEqual({});
    expect(stderr).toContain('stays: the text cites pages or a part of it, which would be lost');
  });

  test('a list with an item that nothing points at stays', async () => {
    const files = { 'a.md': `${front}Programs [1] are read.\n\n# References\n\n1. ${knuth}\n2. ${hoare}\n` };
    const { written, stderr } = await rewrite(files, ['--dialect', 'pandoc']);
    expect(written).toEqual({});
    expect(stderr).toContain('a.md:10:4 stays: nothing in the text points at it');
  });

  test('what the bibliography of the site has is cited by its key, the rest is added there', async () => {
    const refs =
      '@article{knuth1984lit,\n  author = {Knuth, Donald E.},\n  title = {Literate Programming},\n  journal = {The Computer Journal},\n  year = {1984},\n}\n';
    const files = {
      '_quarto.yml': 'project:\n  type: website\nbibliography: refs.bib\n',
      'refs.bib': refs,
      'a.qmd': `${front}Read.[^1] Sorted.[^2]\n\n[^1]: ${knuth}\n[^2]: ${hoare}\n`,
    };
    const { code, written, lint } = await rewrite(files);
    expect({ code, lint }).toEqual({ code: 0, lint: clean });
    expect(written).toEqual({
      'a.qmd': `${front}Read [@knuth1984lit]. Sorted [@hoare1962].\n`,
      'refs.bib': `${refs}\n${HOARE('hoare1962')}`,
    });
  });

  test('CRLF stays CRLF', async () => {
    const text = `${front}Read.[^h]\n\n[^h]: ${hoare}\n`.replaceAll('\n', '\r\n');
    const { written } = await rewrite({ 'a.md': text }, ['--dialect', 'pandoc']);
    expect(written['a.md']).toBe(
      '---\r\ntitle: A\r\nbibliography: references.bib\r\n---\r\n\r\nRead [@h].\r\n',
    );
  });
});

describe('other dialects', () => {
  test('jekyll-scholar', async () => {
    const files = {
      '_config.yml': 'scholar:\n  bibliography: refs.bib\n',
      '_bibliography/refs.bib': HOARE('hoare1962'),
      '_posts/2024-01-01-a.md': `---\ntitle: A\n---\nSorted.[^1]\n\n[^1]: ${hoare}\n\n{% bibliography --cited %}\n`,
    };
    const { written, lint } = await rewrite(files);
    expect(written).toEqual({
      '_posts/2024-01-01-a.md':
        '---\ntitle: A\n---\nSorted {% cite hoare1962 %}.\n\n{% bibliography --cited %}\n',
    });
    expect(lint).toEqual(clean);
  });

  test('Documenter, whose list of references stands on a page of its own', async () => {
    const files = {
      'docs/make.jl':
        'using Documenter, DocumenterCitations\nCitationBibliography(joinpath(@__DIR__, "refs.bib"))\n',
      'docs/refs.bib': HOARE('hoare1962'),
      'docs/src/a.md': `Sorted.[^1] Written.[^1][^2]\n\n[^1]: ${hoare}\n[^2]: ${knuth}\n`,
    };
    const { written, lint } = await rewrite(files);
    expect(written['docs/src/a.md']).toBe(
      'Sorted [hoare1962](@cite). Written [hoare1962, knuth1984](@cite).\n',
    );
    expect(lint).toEqual(clean);
  });

  test('plain Markdown has no citations', async () => {
    const { code, written, stderr } = await rewrite({ 'a.md': `Sorted.[^1]\n\n[^1]: ${hoare}\n` });
    expect({ code, written }).toEqual({ code: 0, written: {} });
    expect(stderr).toContain('a.md keeps its references: markdown has no citations; --dialect says');
  });
});

test('a notebook stays as it is, whose references are extracted all the same', async () => {
  const files = {
    'myst.yml': 'version: 1\nproject:\n  title: A\n',
    'a.ipynb': notebook([`Known.[^k]\n\n[^k]: ${knuth}\n`]),
  };
  const { written, stderr } = await rewrite(files);
  expect(written).toEqual({});
  expect(stderr).toContain('a.ipynb stays as it is: it is a notebook.');
  const { stdout } = await runCli(['extract'], files);
  expect(stdout).toContain('title = {Literate programming}');
});
