import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { SyntaxProblem } from '../../../../src/model.ts';
import { lexHugoShortcodes } from '../../../../src/scan/template/hugo/shortcode.ts';
import { mask } from '../../../../src/text/mask.ts';

/** On a busy machine the time of other threads counts as well; what takes the square of the time fails each time. */
const RETRIED = { retry: 2 };

const lex = (text: string) => lexHugoShortcodes(text, 0);
const values = (text: string) => lex(text).shortcodes.map(({ params }) => params.map(({ value }) => value));

/** A problem in short: its id, its cause, and the text it stands on. */
function brief(text: string): string[] {
  return lex(text).problems.map(({ messageId, data, region }) => {
    const cause = data?.['cause'] === undefined ? '' : ` (${data['cause']})`;
    return `${messageId}${cause}: ${text.slice(region.start, region.end)}`;
  });
}

function mended(text: string, { fix }: SyntaxProblem): string {
  const edits = [...(fix?.edits ?? [])].sort((a, b) => b.region.start - a.region.start);
  return edits.reduce(
    (out, edit) => out.slice(0, edit.region.start) + edit.text + out.slice(edit.region.end),
    text,
  );
}

/** The text after the fix of its only problem, with the safety of the fix. */
function fixed(text: string): [safety: string | undefined, text: string] {
  const { problems } = lex(text);
  expect(problems).toHaveLength(1);
  return [problems[0]?.fix?.safety, mended(text, problems[0]!)];
}

describe('shortcodes', () => {
  it('has the regions of the tag, its name and each argument', () => {
    const text = 'see {{< cite "knuth97" page=5 >}}.';
    const { shortcodes } = lex('{{< cite key="knuth97" page=5 >}}');
    expect(shortcodes[0]?.params.map(({ name, value }) => [name, value])).toEqual([
      ['key', 'knuth97'],
      ['page', 5],
    ]);
    const tag = lex('see {{< cite "knuth97" \\"x\\" `y` z >}}.').shortcodes[0]!;
    const source = 'see {{< cite "knuth97" \\"x\\" `y` z >}}.';
    expect(source.slice(tag.region.start, tag.region.end)).toBe('{{< cite "knuth97" \\"x\\" `y` z >}}');
    expect(source.slice(tag.nameRegion.start, tag.nameRegion.end)).toBe('cite');
    expect(tag.params.map(({ region }) => source.slice(region.start, region.end))).toEqual([
      '"knuth97"',
      '\\"x\\"',
      '`y`',
      'z',
    ]);
    expect(tag.params.map(({ quote }) => quote)).toEqual(['"', '"', '`', '']);
    expect(mask(text, lex(text).masked)).toHaveLength(text.length);
  });

  it.each([
    ['true false 007 -7 3.14 "7" "true"', [true, false, 7, -7, 3.14, '7', 'true']],
    [
      '1e5 0x10 1. -0 99999999999999999999 12345678901234567',
      ['1e5', '0x10', '1.', 0, '99999999999999999999', '12345678901234567'],
    ],
    ['"a \\"b\\" \\alpha"', ['a "b" alpha']],
    ['"a \\n \\alpha"', ['a \\n \\alpha']],
    ['"a""b"c', ['a', 'b', 'c']],
    ['`a\n"b" >}}`', ['a\n"b" >}}']],
    ['"" ``', ['', '']],
    ['größe2001 кнут 引用 a-b_c.d -x', ['größe2001', 'кнут', '引用', 'a-b_c.d', '-x']],
  ])('reads the positional arguments %s', (written, expected) => {
    expect(values(`{{< cite ${written} >}}`)).toEqual([expected]);
  });

  it.each([
    ['key = "a"', { key: 'a' }],
    ['"key"="a"', { key: 'a' }],
    ['key= \n`a`', { key: 'a' }],
    ['f=.5 i=+5 b=true s=a/b:c', { f: 0.5, i: 5, b: true, s: 'a/b:c' }],
    ['key=\\"a b\\"', { key: 'a b' }],
    ['key="a" key="b"', { key: 'b' }],
    ['__proto__="a" constructor="b"', JSON.parse('{"__proto__":"a","constructor":"b"}')],
  ])('reads the named arguments %s', (written, expected) => {
    const { shortcodes, problems } = lex(`{{< cite ${written} >}}`);
    expect(problems).toEqual([]);
    expect(Object.fromEntries(shortcodes[0]!.params.map(({ name, value }) => [name, value]))).toEqual(
      expected,
    );
  });

  it('tells opening, closing and self-closing tags, and both delimiters', () => {
    const found = lex('{{% note %}}{{< /note >}}{{<note/ >}}{{< note />}}').shortcodes;
    expect(
      found.map(({ name, delimiter, closing, selfClosing }) => [name, delimiter, closing, selfClosing]),
    ).toEqual([
      ['note', '%', false, false],
      ['note', '<', true, false],
      ['note/', '<', false, false],
      ['note', '<', false, true],
    ]);
  });

  it('sees no tag in braces of other kinds', () => {
    expect(lex('{{ .Title }} {{ < }} { {% x').shortcodes).toEqual([]);
    expect(lex('$\\frac{{a}}{b}$ {{{a}}} {% raw %} {<Foo/>}}')).toEqual({
      shortcodes: [],
      masked: [],
      problems: [],
    });
  });

  it('reads tags in code, comments and attributes, as Hugo does', () => {
    const text = '```\n{{< cite "a" >}}\n```\n`{{< cite b >}}` <!-- {{< cite c >}} --> [x]({{< ref "d" >}})';
    expect(values(text)).toEqual([['a'], ['b'], ['c'], ['d']]);
  });

  it('starts behind the front matter', () => {
    const text = '---\ntitle: "{{< cite >"\n---\n{{< cite a >}}';
    const { shortcodes, problems } = lexHugoShortcodes(text, text.lastIndexOf('---') + 3);
    expect([shortcodes.length, problems.length]).toEqual([1, 0]);
  });
});

describe('escapes', () => {
  it('masks them and reads no shortcode', () => {
    const text = 'a {{</* cite "knuth */>}} b {{%/* */%}}';
    const { shortcodes, masked, problems } = lex(text);
    expect([shortcodes, problems]).toEqual([[], []]);
    expect(masked.map(({ start, end }) => text.slice(start, end))).toEqual([
      '{{</* cite "knuth */>}}',
      '{{%/* */%}}',
    ]);
  });

  it('says which text an unclosed escape takes with it', () => {
    const text = 'a {{</* cite "knuth" >}} lost {{< cite b >}} {{</* cite c */>}} {{< cite d >}}';
    const { shortcodes, problems } = lex(text);
    expect(values(text)).toEqual([['d']]);
    expect(shortcodes).toHaveLength(1);
    expect(problems.map(({ messageId, data }) => [messageId, data?.['text']])).toEqual([
      ['escape-swallows-text', 'lost {{< cite b >}} {{</* cite c'],
    ]);
    expect(fixed(text)[1]).toBe(
      'a {{</* cite "knuth" */>}} lost {{< cite b >}} {{</* cite c */>}} {{< cite d >}}',
    );
  });

  it('lets one escape show several tags, for they come out as written', () => {
    expect(brief('{{</* note >}} text {{< /note */>}}')).toEqual([]);
  });

  it.each([
    ['{{</* cite a >}} b', 'escape-unclosed: {{</* cite a >}}'],
    ['{{</* cite a */%}} b', 'escape-unclosed: {{</* cite a */%}}'],
    ['{{</*/>}} b', 'escape-unclosed: {{</*/>}}'],
    ['{{</* cite a', 'escape-unclosed: {{</* cite a'],
  ])('reports %s', (text, expected) => {
    expect(brief(`${text}\n{{< cite b >}}`)).toEqual([expected]);
    expect(values(`${text}\n{{< cite b >}}`)).toEqual([['b']]);
  });
});

describe('damaged tags', () => {
  it.each([
    // The closing delimiter.
    ['{{< cite "k" >} on', 'unrecognized-char (missing-character): >', 'safe', '{{< cite "k" >}} on'],
    ['{{< cite "k" }} on', 'unrecognized-char (missing-character): }', 'safe', '{{< cite "k" >}} on'],
    ['{{% cite "k" }} on', 'unrecognized-char (missing-character): }', 'safe', '{{% cite "k" %}} on'],
    ['{{< cite "k" > on', 'unrecognized-char (missing-character): >', 'suggest', '{{< cite "k" >}} on'],
    ['{{< cite "k" > }} on', 'unrecognized-char (split-delimiter): >', 'suggest', '{{< cite "k" >}} on'],
    ['{{< cite "k" %}} on', 'unrecognized-char (wrong-delimiter): %', 'suggest', '{{< cite "k" >}} on'],
    [
      '{{< cite "k" on. {{< cite b >}}',
      'unrecognized-char (missing-close): {{< cite "k"',
      'suggest',
      '{{< cite "k" >}} on. {{< cite b >}}',
    ],
    ['{{< ci%}e "k" >}} on', 'unrecognized-char (needs-quotes): %', undefined, '{{< ci%}e "k" >}} on'],
    ['{{< cite k=v>}} on', 'mixed-params (swallowed-close): v>}}', 'safe', '{{< cite k=v >}} on'],
    ['{{< note k=v/>}} on', 'mixed-params (swallowed-close): v/>}}', 'safe', '{{< note k=v />}} on'],
    ['{{< cite k=v}} on', 'mixed-params (missing-character): }}', 'suggest', '{{< cite k=v >}} on'],
    // Quotes.
    ['{{< cite "k >}} on', 'unterminated-dquote (missing-quote): "k', 'safe', '{{< cite "k" >}} on'],
    [
      '{{< cite "k "Knuth, D." >}} on',
      'unrecognized-char (missing-quote): "k',
      'safe',
      '{{< cite "k" "Knuth, D." >}} on',
    ],
    [
      '{{< cite k" "Knuth, D." >}} on',
      'unrecognized-char (missing-quote): k"',
      'safe',
      '{{< cite "k" "Knuth, D." >}} on',
    ],
    [
      '{{< cite "k" Knuth, D." >}} on',
      'unrecognized-char (missing-quote): Knuth, D."',
      'safe',
      '{{< cite "k" "Knuth, D." >}} on',
    ],
    // Where the key ends is a guess, and its quotes are not those of a text.
    [
      '{{< cite "k"1" "Knuth, D." and C." >}} on',
      'unrecognized-char (missing-quote): ,',
      undefined,
      '{{< cite "k"1" "Knuth, D." and C." >}} on',
    ],
    ['{{< cite `k >}} on', 'unterminated-raw (missing-quote): `k', 'safe', '{{< cite `k` >}} on'],
    [
      '{{< cite "k\\" >}} on',
      'unterminated-dquote (escaped-quote): k\\" >}}',
      'suggest',
      '{{< cite "k" >}} on',
    ],
    ['{{< cite "a\nb" >}} on', 'unterminated-dquote (line-break): a', undefined, '{{< cite "a\nb" >}} on'],
    ['{{< cite "a\\`b" >}} on', 'bad-escape (other): a\\`', 'suggest', '{{< cite "a`b" >}} on'],
    ["{{< cite 'k' >}} on", "unrecognized-char (single-quotes): '", 'safe', '{{< cite "k" >}} on'],
    ["{{< cite key='a b' >}} on", 'mixed-params (single-quotes): b', 'safe', '{{< cite key="a b" >}} on'],
    ['{{< cite &quot;k&quot; >}} on', 'unrecognized-char (html-entity): &', 'suggest', '{{< cite "k" >}} on'],
    [
      '{{< cite key=“k” >}} on',
      'curly-quoted-argument (curly-quotes): “k”',
      'safe',
      '{{< cite key="k" >}} on',
    ],
    ['{{< cite key=k" >}} on', 'stray-quote (missing-quote): k"', 'safe', '{{< cite key="k" >}} on'],
    ["{{< cite key='k' >}} on", "stray-quote (single-quotes): 'k'", 'safe', '{{< cite key="k" >}} on'],
    // Characters.
    [
      '{{< cite knuth:1997 >}} on',
      'unrecognized-char (needs-quotes): :',
      'safe',
      '{{< cite "knuth:1997" >}} on',
    ],
    [
      '{{< cite a:b "c: d" >}} on',
      'unrecognized-char (needs-quotes): :',
      'safe',
      '{{< cite "a:b" "c: d" >}} on',
    ],
    ['{{< cite a:b c:d >}} on', 'unrecognized-char (needs-quotes): :', 'safe', '{{< cite "a:b" "c:d" >}} on'],
    [
      '{{< cite knuth/1997 >}} on',
      'unrecognized-char (needs-quotes): /',
      'safe',
      '{{< cite "knuth/1997" >}} on',
    ],
    [
      '{{< doi 10.1145/363235.363259 >}} on',
      'unrecognized-char (needs-quotes): /',
      'safe',
      '{{< doi "10.1145/363235.363259" >}} on',
    ],
    [
      '{{< cite "k" "Lamport, L. (1978). "Time, clocks". *CACM*." >}} on',
      'unrecognized-char (missing-quote): "Lamport, L. (1978). "',
      'safe',
      '{{< cite "k" "Lamport, L. (1978). \\"Time, clocks\\". *CACM*." >}} on',
    ],
    [
      '{{< cite "k" "Knuth, D. (1984).” >}} on {{< cite "l" >}}',
      'unterminated-dquote (missing-quote): "Knuth, D. (1984).”',
      'safe',
      '{{< cite "k" "Knuth, D. (1984)." >}} on {{< cite "l" >}}',
    ],
    [
      '{{< cite "k" "Knuth: “Literate programming” >}} on',
      'unterminated-dquote (missing-quote): "Knuth: “Literate programming”',
      'safe',
      '{{< cite "k" "Knuth: “Literate programming”" >}} on',
    ],
    ['{{< cite [a b] >}} on', 'unrecognized-char (needs-quotes): [', undefined, '{{< cite [a b] >}} on'],
    ['{{< cite "a", "b" >}} on', 'unrecognized-char (separator): ,', 'suggest', '{{< cite "a" "b" >}} on'],
    [
      '{{< cite\u00a0"k" >}} on',
      'unrecognized-char (invisible-character): \u00a0',
      'safe',
      '{{< cite "k" >}} on',
    ],
    [
      '{{< cite \u200bk >}} on',
      'unrecognized-char (invisible-character): \u200b',
      'safe',
      '{{< cite k >}} on',
    ],
    // Names.
    ['{{< >}} on', 'no-name (other): {{< >}}', undefined, '{{< >}} on'],
    ['{{< n.inline>}} on', 'period-in-name (other): n.inline', 'suggest', '{{< n.inline >}} on'],
    ['{{< /* cite a */ >}} on', 'close-none-open (spaced-escape): /', 'suggest', '{{</* cite a */>}} on'],
    [
      '{{< cite a >}} as {{< /* cite a */ >}} on',
      'unrecognized-char (spaced-escape): *',
      'suggest',
      '{{< cite a >}} as {{</* cite a */>}} on',
    ],
  ])('reports one problem in %s', (text, expected, safety, after) => {
    expect(brief(text)).toEqual([expected]);
    expect(fixed(text)).toEqual([safety, after]);
    if (safety !== undefined) expect(brief(after)).toEqual([]);
  });

  it('takes curly quotes for the cause, where they are', () => {
    for (const [text, after] of [
      ['{{< cite “k” “Knuth, D.” >}}', '{{< cite "k" "Knuth, D." >}}'],
      ['{{< cite "k” >}}', '{{< cite "k" >}}'],
      ['{{< cite “k" >}}', '{{< cite "k" >}}'],
      ['{{< cite "k” "Knuth, D." >}}', '{{< cite "k" "Knuth, D." >}}'],
      ['{{< cite „k“ >}}', '{{< cite "k" >}}'],
      ['{{< cite ‘k’ >}}', '{{< cite "k" >}}'],
      ['{{< cite key=“a b” >}}', '{{< cite key="a b" >}}'],
    ] as const) {
      expect(lex(text).problems.map(({ messageId }) => messageId)).toEqual(['curly-quoted-argument']);
      expect(fixed(text)).toEqual(['safe', after]);
    }
    expect(brief('{{< cite "the “art” of" >}}')).toEqual([]);
    expect(brief('{{< cite o’hara >}}')).toEqual(['unrecognized-char (needs-quotes): ’']);
  });

  it('stands at the damage where Hugo runs on into later lines, and says where Hugo stops', () => {
    const text = 'a {{< cite "k" \n\nand on {{< cite b >}}';
    const [problem] = lex(text).problems;
    expect(brief(text)).toEqual(['unrecognized-char (missing-close): {{< cite "k"']);
    expect(problem?.data?.['engineOffset']).toBe(text.lastIndexOf('{{<'));
    expect(values(text)).toEqual([['k'], ['b']]);
  });

  it('stands at the damage where Hugo stops in the next tag of the line', () => {
    const text = 'a {{< cite "k" "Knuth, D. >}} and {{< cite "b" "Lamport, L." >}}';
    const [problem] = lex(text).problems;
    expect(brief(text)).toEqual(['unrecognized-char (missing-quote): "Knuth, D.']);
    expect(problem?.data).toMatchObject({ side: 'closing', engineOffset: text.indexOf(', L') });
    expect(values(text).at(-1)).toEqual(['b', 'Lamport, L.']);
  });

  it.each([
    ['{{< quote author=Knuth>}}{{< /quote >}}', 'Knuth>}}', '{{< quote author=Knuth >}}{{< /quote >}}'],
    ['{{< quote author= >}}Yes.{{< /quote >}}', '>}}', '{{< quote author= "" >}}Yes.{{< /quote >}}'],
  ])(
    'says which value took the closing delimiter in %s, where Hugo builds the page',
    (text, value, after) => {
      expect(brief(text)).toEqual([`swallowed-close (swallowed-close): ${value}`]);
      expect(fixed(text)[1]).toBe(after);
      expect(brief(after)).toEqual([]);
    },
  );

  it('keeps prose out of the tag that is not closed', () => {
    const text = '{{< cite knuth97 and on\n\nmore prose';
    expect(lex(text).masked).toEqual([{ start: 0, end: '{{< cite knuth97'.length }]);
  });

  it('reads each tag behind a damaged one', () => {
    const text = '{{< cite "a >}} {{< cite "b" >}} {{< cite @c >}} {{< cite "d" }} {{< cite e >}}';
    expect(brief(text)).toHaveLength(3);
    expect(
      lex(text).shortcodes.map(({ damaged, params }) => [damaged, params.map(({ value }) => value)]),
    ).toEqual([
      [true, []],
      [undefined, ['b']],
      [true, []],
      [true, ['d']],
      [undefined, ['e']],
    ]);
  });

  it('opens and closes with damaged tags too', () => {
    const found = lex('{{< note "a >}}b{{< /note >}}{{< note a:b />}}{{< -note >}}{{< /note >}').shortcodes;
    expect(
      found.map(({ name, closing, selfClosing, damaged }) => [name, closing, selfClosing, damaged]),
    ).toEqual([
      ['note', false, false, true],
      ['note', true, false, undefined],
      ['note', false, true, true],
      ['note', false, false, true],
      ['note', true, false, true],
    ]);
  });

  it('finds tags that lost a brace, of a name it knows', () => {
    expect(fixed('a {< cite "k" >}} b')).toEqual(['safe', 'a {{< cite "k" >}} b']);
    expect(fixed('a {{ cite "k" >}} b')).toEqual(['safe', 'a {{< cite "k" >}} b']);
    expect(fixed('a {{ < cite "k" >}} b')).toEqual(['suggest', 'a {{< cite "k" >}} b']);
    expect(fixed('{{< note >}}x{< /note >}}')).toEqual(['safe', '{{< note >}}x{{< /note >}}']);
    expect(brief('{< unknown >}} \\{< cite a >}} &#123;{< cite a >}} {% cite a %} {{ cite }}')).toEqual([]);
  });

  it('finds tags whose delimiters are both broken, where a quoted argument stands between', () => {
    expect(fixed('a {< cite "k" >} b')).toEqual(['safe', 'a {{< cite "k" >}} b']);
    expect(fixed('a {{ < cite "k" > }} b')).toEqual(['suggest', 'a {{< cite "k" >}} b']);
    expect(fixed('a {{ cite "k" >} b')).toEqual(['safe', 'a {{< cite "k" >}} b']);
    expect(brief('icon={<figure src="a.png" />} {< cite k >} cite "k" >} {% cite "k" %}')).toEqual([]);
    expect(brief('icon={<cite title="a">} `{{ < cite "k" > }}`\n\n    {< cite "k" >}')).toEqual([]);
  });

  it('finds tags that lost the whole delimiter or both braces, where a quoted argument follows the name', () => {
    expect(fixed('a< cite "k" >}} b')).toEqual(['suggest', 'a{{< cite "k" >}} b']);
    expect(fixed('a cite "k" >}} b')).toEqual(['suggest', 'a {{< cite "k" >}} b']);
    expect(brief('we cite "k" and cite "k" "Knuth, D." >}}')).toEqual([
      'unopened-shortcode: cite "k" "Knuth, D." >}}',
    ]);
    expect(brief('we cite k >}} and > "k" >}} and excite "k" >}}')).toEqual([]);
    expect(brief('&#123;&#123;< cite "a" >}} \\{\\{< cite "a" >}} `cite` is "a" >}}')).toEqual([]);
  });

  it('allows no other tag inside an inline shortcode, and says so once', () => {
    expect(brief('{{< t.inline >}}{{ now }}{{< /t.inline >}}{{< cite a >}}')).toEqual([]);
    expect(brief('{{< t.inline >}}{{< cite a >}}{{< cite b >}}{{< /t.inline >}}')).toEqual([
      'inline-nesting: {{<',
    ]);
  });
});

const piece = fc.oneof(
  fc.constantFrom(
    ...[
      '{{<',
      '{{%',
      '>}}',
      '%}}',
      '{{</*',
      '*/>}}',
      '"',
      '`',
      '\\',
      '=',
      '/',
      '.',
      ',',
      ' ',
      '\n',
      '\n\n',
      '>',
      '}',
      '{',
    ],
    ...[
      'cite',
      'note',
      'k',
      '“',
      '”',
      "'",
      '.inline ',
      '\u00a0',
      '😀',
      'é',
      '\ud800',
      '{{< cite "a" >}}',
      'key="v"',
      ' /',
    ],
  ),
  fc.string({ maxLength: 3 }),
);
const anyText = fc.array(piece, { maxLength: 40 }).map((pieces) => pieces.join(''));

describe('any text', () => {
  it('never throws; regions lie inside the text, in order; facts survive JSON; masking keeps the length', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const facts = lex(text);
        expect(JSON.parse(JSON.stringify(facts))).toEqual(facts);
        let last = 0;
        for (const { start, end } of facts.masked) {
          expect(start).toBeGreaterThanOrEqual(last);
          expect(end).toBeGreaterThan(start);
          last = end;
        }
        expect(last).toBeLessThanOrEqual(text.length);
        expect(mask(text, facts.masked)).toHaveLength(text.length);
        for (const { region } of facts.problems) {
          expect(region.start).toBeGreaterThanOrEqual(0);
          expect(region.end).toBeGreaterThanOrEqual(region.start);
          expect(region.end).toBeLessThanOrEqual(text.length);
        }
        for (const { region, nameRegion, name, params } of facts.shortcodes) {
          expect(text.slice(nameRegion.start, nameRegion.end)).toBe(name);
          for (const param of params) {
            expect(param.region.start).toBeGreaterThanOrEqual(region.start);
            expect(param.region.end).toBeLessThanOrEqual(region.end);
          }
        }
      }),
      { numRuns: 600 },
    );
  });

  it('never makes a safe fix that leaves its tag broken', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        for (const problem of lex(text).problems) {
          if (problem.fix?.safety !== 'safe') continue;
          const { start } = problem.related?.[0]?.region ?? problem.region;
          const before = lex(text).problems.filter(({ region }) => region.start >= start).length;
          const after = lex(mended(text, problem)).problems.filter(
            ({ region }) => region.start >= start,
          ).length;
          expect(after).toBeLessThanOrEqual(Math.max(0, before));
        }
      }),
      { numRuns: 400 },
    );
  });

  it.each([
    ['openers', '{{< a '],
    ['unclosed tags', '{{< cite "a" text\n'],
    ['quotes', '{{< cite "'],
    ['swallowing values', '{{<a b=v>}}'],
    ['swallowing values behind quoted names', '{{<a "b"=v>}} w '],
    ['raw strings', '{{< a `>}} "'],
    ['mixed quotes', '{{<a "k"=v>}}"`{{<'],
    ['escapes', '{{</* a >}} {{</* b */%}} '],
    ['curly quotes on one line', '{{< a “x” y:z >}}'],
    ['closing tags', '{{< /a x'],
    ['stray closing delimiters', '{ >}} '],
    ['braces', '{{< a {{ < cite >}} '],
  ])('reads many %s in linear time', RETRIED, (_what, unit) => {
    const time = (count: number): number => {
      const text = unit.repeat(count);
      const started = process.cpuUsage();
      lex(text);
      const { user, system } = process.cpuUsage(started);
      return (user + system) / 1000;
    };
    time(1000);
    expect(time(16_000)).toBeLessThan(20 * (time(2000) + 10));
  });
});
