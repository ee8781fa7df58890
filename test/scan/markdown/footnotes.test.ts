import { describe, expect, test } from 'vitest';
import type { MarkdownFlavor } from '../../../src/scan/markdown/read-markdown.ts';
import { MASK } from '../../../src/text/mask.ts';
import { readText } from '../../support/read-markdown.ts';

const notes = (text: string, flavor: MarkdownFlavor = 'goldmark') => {
  const { uses, definitions } = readText(text, flavor).footnotes;
  return { uses: uses.map(({ label }) => label), definitions: definitions.map(({ label }) => label) };
};

describe('footnotes', () => {
  test('stand where they are said to stand', () => {
    const text =
      'As Knuth shows[^knuth84].\n\n[^knuth84]: Knuth, D. E. (1984).\n    Literate Programming.\n\nEnd.\n';
    const { uses, definitions } = readText(text, 'goldmark').footnotes;
    expect(uses.map(({ region }) => text.slice(region.start, region.end))).toEqual(['[^knuth84]']);
    const [definition] = definitions;
    expect(definition?.text).toBe('Knuth, D. E. (1984).');
    expect(text.slice(definition!.labelRegion.start, definition!.labelRegion.end)).toBe('knuth84');
    expect(text.slice(definition!.region.start, definition!.region.end)).toBe(
      '[^knuth84]: Knuth, D. E. (1984).\n    Literate Programming.',
    );
  });

  test('an undefined call is a use all the same', () => {
    expect(notes('See[^shannon48].\n')).toEqual({ uses: ['shannon48'], definitions: [] });
  });

  test.each([
    ['https://example.org/notes[^1]', [0, 0, 1]],
    ['(https://example.org/notes)[^1]', [0, 0, 1]],
    ['www.example.org/notes.[^1]', [0, 0, 1]],
    ['"www.example.org/notes"[^1]', [1, 1, 1]],
    ['https://example.org[^1]', [1, 0, 1]],
    ['*See https://example.org/notes*[^1]', [1, 0, 1]],
    ['https://example.org/notes [^1]', [1, 1, 1]],
    ['<https://example.org/notes>[^1]', [1, 1, 1]],
    ['`https://example.org/notes`[^1]', [1, 1, 1]],
    ['[notes](https://example.org/notes)[^1]', [1, 1, 1]],
    ['![notes](https://example.org/notes.png)[^1]', [1, 1, 1]],
    ['[see https://example.org/notes[^1]]', [1, 1, 1]],
    ['![Note G[^1]](g.png)', [1, 0, 1]],
    ['Stop![^1]', [1, 1, 1]],
    ['![^1](g.png)', [1, 0, 1]],
    ['Stop![^1] (see there)', [1, 1, 1]],
  ])('a mark in a bare address or in the text of an image: %s', (text, counts) => {
    const page = `${text} and more.\n\n[^1]: Lovelace, A. A. (1843). Notes by the translator.\n`;
    const flavors = ['goldmark', 'markdown', 'kramdown'] as const;
    expect(flavors.map((flavor) => notes(page, flavor).uses.length)).toEqual(counts);
  });

  test('a code span whose end begins a line goes on there', () => {
    for (const flavor of ['goldmark', 'kramdown', 'myst', 'python-markdown'] as const) {
      expect(notes('Write `a[^1]\n` behind it.\n', flavor).uses, flavor).toEqual([]);
      expect(notes('Write `a\n~ [^1]` behind it.\n', flavor).uses.length, flavor).toBe(
        flavor === 'myst' ? 1 : 0,
      );
    }
  });

  test.each([
    ['x <mark>a[^1]</mark>', 0],
    ['x <u>a</u>[^1] <u>b</u>', 1],
    ['x <u>a[^1] <u>b</u></u>', 0],
    ['x <font color="red">a[^1]', 0],
    ['x <b>a[^1]</b> <span>b</span>', 1],
    ['x <mark markdown="1">a[^1]</mark>', 1],
    ['x <wbr>a[^1] <d-cite key="a"/>b', 1],
    ['x <!-- c --> a[^1]', 1],
  ])('kramdown reads no call in an element that it keeps raw: %s', (text, count) => {
    const page = `${text}\n\n[^1]: Lovelace, A. A. (1843). Notes by the translator.\n`;
    expect(notes(page, 'kramdown').uses.length).toBe(count);
  });

  test('@knuth84[^1]: mystmd takes the mark behind a key for its locator', () => {
    const uses = (text: string) => notes(`${text}\n\n[^1]: Literate Programming.\n`, 'myst').uses;
    expect(uses('As @knuth84[^1] says.')).toEqual([]);
    expect(uses('As @knuth84 [^1] says.')).toEqual([]);
    expect(uses('As @knuth84 says[^1].')).toEqual(['1']);
    expect(uses('As [@knuth84][^1] says.')).toEqual(['1']);
    expect(uses('As @knuth84[^2] says.')).toEqual(['2']);
  });

  test('a mark of no note is one in an address, too', () => {
    expect(notes('See https://example.org/notes[^1].\n').uses).toEqual(['1']);
  });

  test('nothing in code, in raw HTML or in a comment is a footnote', () => {
    for (const text of [
      '`[^1]`\n\n    [^2]\n',
      '```\n[^1]: x[^2]\n```\n',
      '<!--\n[^1]: x[^2]\n-->\n',
      '<pre>\n[^1]\n\n[^2]\n</pre>\n',
      'a <b title="[^1]"> b\n',
      'a <https://example.org/[^1]> b\n',
      '\\[^1]\n',
    ]) {
      expect(notes(text), text).toEqual({ uses: [], definitions: [] });
    }
  });

  test('a call wins over a link, an undefined one does not', () => {
    expect(notes('x[^1](u)\n\n[^1]: a\n').uses).toEqual(['1']);
    expect(notes('x[^1](u)\n').uses).toEqual([]);
    expect(notes('![^1]\n\n[^1]: a\n').uses).toEqual(['1']);
  });

  test('the body of an admonition or a tab of MkDocs is no code', () => {
    const note = '\n[^a]: b\n';
    for (const text of [
      '!!! note "On sources"\n\n    Shannon[^a].\n',
      '???+ quote\n    Shannon[^a].\n',
      '=== "Tab"\n\n    !!! tip\n\n        Shannon[^a].\n',
      '- item\n\n    !!! warning\n        Shannon[^a].\n',
      '!!! note "After Shannon[^a]"\n\n    His theory.\n',
    ]) {
      expect(notes(text + note, 'markdown'), text).toEqual({ uses: ['a'], definitions: ['a'] });
    }
    expect(notes(`!!! note\n\n    Shannon[^a].\n${note}`, 'goldmark').uses).toEqual([]);
    expect(notes('!!! note\n\n    ```\n    x[^a]\n\n    y[^a]\n    ```\n', 'markdown').uses).toEqual([]);
    expect(notes('!!! note\n\n        x[^a]\n', 'markdown').uses).toEqual([]);
    expect(notes('Really!!!\n\n    x[^a]\n', 'markdown').uses).toEqual([]);
  });

  test('MDX: what components hold is text, what stands in expressions and modules is none', () => {
    const note = '\n[^a]: b\n';
    for (const text of [
      '<Callout type="info">\n  Shannon[^a].\n</Callout>\n',
      '<Tabs>\n  <TabItem value="x">\n\n    Shannon[^a].\n\n  </TabItem>\n</Tabs>\n',
      "import Note from './note'\n\nShannon[^a] {/* [^b] */}\n",
      'export const x = <b>[^b]</b>\n\nShannon[^a]\n\n<Note by={`[^b]`} />\n',
      '<div style={{ color: "red" }}>\n  Shannon[^a].\n</div>\n',
      '<Tabs>\n  <TabItem>\n    ```js\n    x[^b]\n    ```\n    Shannon[^a].\n  </TabItem>\n</Tabs>\n',
      '<Tabs>\n\n    > Shannon[^a]\n    > ```\n    > x[^b]\n\n</Tabs>\n',
      '<Steps>\n\n1.       Shannon[^a]\n\n         ```\n         x[^b]\n         ```\n\n</Steps>\n',
      '<Note>\n\n<!--\n[^b]\n\n[^b] -->\n\n</Note> <!-- [^b] -->\n\nShannon[^a]\n',
    ]) {
      expect(notes(text + note, 'markdown'), text).toEqual({ uses: ['a'], definitions: ['a'] });
    }
  });

  test('a page is not MDX for what stands in its code, nor for tags of old HTML', () => {
    for (const text of [
      '```js\nimport x from "y"\n```\n\n    [^a]\n',
      '    <Note>\n\n    [^a]\n',
      '<BR>\n\n    [^a]\n',
      'import the notes[1]\n\n    [^a]\n',
    ]) {
      expect(notes(text, 'markdown').uses, text).toEqual([]);
    }
  });

  test('a character class in prose is no call', () => {
    expect(notes('The class [^a-z] and [^\\s], [^"] and [^0-9]+ match others.\n').uses).toEqual([]);
    expect(notes('All of src/**/[^_]*.ts and of lib/*/[^a]*.js\n').uses).toEqual([]);
    expect(notes('x[^a-z]\n\n[^a-z]: a note of that name\n').uses).toEqual(['a-z']);
  });

  test('a definition reaches over indented paragraphs, not over the next one', () => {
    const text = '[^1]: a\n\n    b[^2]\n\nc\n\n[^2]: d\n\nx[^1]\n';
    const { definitions } = readText(text, 'markdown').footnotes;
    expect(definitions.map(({ region }) => text.slice(region.start, region.end))).toEqual([
      '[^1]: a\n\n    b[^2]',
      '[^2]: d',
    ]);
  });

  test('a definition may begin on the next line, or hold nothing', () => {
    const { definitions } = readText('x[^1][^2]\n\n[^1]:\n    Knuth\n\n[^2]:\n\nend\n', 'goldmark').footnotes;
    expect(definitions.map(({ text }) => text)).toEqual(['Knuth', '']);
  });

  test('templates that are masked hide nothing', () => {
    const mask = '\uE000'.repeat(20);
    expect(notes(`${mask}x[^1]${mask}\n\n[^1]: ${mask}\n`)).toEqual({ uses: ['1'], definitions: ['1'] });
  });

  test('line ends of any kind', () => {
    for (const end of ['\n', '\r\n', '\r']) {
      expect(notes(`x[^1]${end}${end}[^1]: a${end}b${end}`)).toEqual({ uses: ['1'], definitions: ['1'] });
    }
  });

  test('names of Object are labels like any other', () => {
    for (const label of ['constructor', '__proto__', 'hasOwnProperty']) {
      expect(notes(`x[^${label}]\n\n[^${label}]: a\n`)).toEqual({ uses: [label], definitions: [label] });
    }
  });
});

describe('kramdown', () => {
  test.each([
    ['    code\ntext[^1]\n', []],
    ['    code\n- text[^1]\n# text[^1]\n> text[^1]\n', []],
    ['    code\n\ntext[^1]\n', ['1']],
    ['    code\n{: .language-ruby}\ntext[^1]\n', ['1']],
    ['    code\n^\ntext[^1]\n', ['1']],
    ['    code\n<div>x</div>\ntext[^1]\n', ['1']],
    ['- item\n\n      code\ntext[^1]\n', []],
    ['- item\n\n      code\n- text[^1]\n', ['1']],
    ['- item\n  - two\n\n        code\n  - text[^1]\n', ['1']],
    ['> a\n>\n>     code\n- text[^1]\n', []],
    // Masked tags of Liquid, which may print nothing.
    [`a\n\n    ${MASK.repeat(9)}\ntext[^1]\n`, ['1']],
    [`    code\n${MASK.repeat(9)}\ntext[^1]\n`, ['1']],
  ])('indented code goes on up to a blank line: %j', (text, uses) => {
    expect(notes(`${text}\n[^1]: a\n`, 'kramdown').uses).toEqual(uses);
  });

  test('a definition does not interrupt a paragraph, nor follow an unindented line of another', () => {
    expect(notes('x[^1]\ntext\n[^1]: a\n', 'kramdown').definitions).toEqual([]);
    expect(notes('x[^1][^2]\n\n[^1]: a\ngoes on\n[^2]: b\n', 'kramdown').definitions).toEqual(['1']);
    expect(notes('x[^1][^2]\n\n[^1]: a\n[^2]: b\n', 'kramdown').definitions).toEqual(['1', '2']);
    expect(notes('x[^1]\n\n[r]: http://example.org\n[^1]: a\n', 'kramdown').definitions).toEqual(['1']);
  });

  test('a row of a table or a heading wins over a definition', () => {
    expect(notes('x[^1]\n\n[^1]: a | b\n', 'kramdown').definitions).toEqual([]);
    expect(notes('x[^1]\n\n[^1]: `a | b`\n', 'kramdown').definitions).toEqual(['1']);
    expect(notes('x[^1]\n\n[^1]: a\n---\n', 'kramdown').definitions).toEqual([]);
  });

  test('HTML is raw up to its closing tag, unless it says otherwise', () => {
    expect(notes('<div>\n\nx[^1]\n\n</div>\n\ny[^2]\n', 'kramdown').uses).toEqual(['2']);
    expect(notes('<div markdown="1">\n\nx[^1]\n\n</div>\n\ny[^2]\n', 'kramdown').uses).toEqual(['1', '2']);
    expect(notes('<br>\nx[^1]\n', 'kramdown').uses).toEqual(['1']);
  });

  test('a fence without its end is none', () => {
    expect(notes('```\nx[^1]\n', 'kramdown').uses).toEqual(['1']);
    expect(notes('```\nx[^1]\n', 'markdown').uses).toEqual([]);
  });
});

describe('the references among footnotes', () => {
  test('a formatted reference is one, keyed by its label', () => {
    const text = 'x[^k]\n\n[^k]: Knuth, D. E. (1984). Literate programming. *The Computer Journal*, 27(2).\n';
    const { references } = readText(text, 'goldmark');
    expect(references.map(({ key, construct }) => [key, construct])).toEqual([['k', 'footnote']]);
    const { region, text: written } = references[0]!;
    expect(text.slice(region.start, region.end)).toBe(written);
  });

  test('a remark is none', () => {
    for (const note of [
      'Knuth says so himself.',
      'See Knuth (1984) for another view, and chapter 3 for more.',
      'Currently, Donald Knuth is writing volume 4; in 2011 he published 4A.',
      'https://www-cs-faculty.stanford.edu/~knuth/2020/news.html',
      'In 1984, Knuth, D. wrote it.',
    ]) {
      expect(readText(`x[^1]\n\n[^1]: ${note}\n`, 'goldmark').references, note).toEqual([]);
    }
  });
});
