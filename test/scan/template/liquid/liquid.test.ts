import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Region, SiteDialect } from '../../../../src/model.ts';
import { isLiquidPage, lexLiquid } from '../../../../src/scan/template/liquid/liquid.ts';
import { mask } from '../../../../src/text/mask.ts';

const at = (text: string, { start, end }: Region): string => text.slice(start, end);
const names = (text: string): string[] => lexLiquid(text, 0).shortcodes.map(({ name }) => name);
const problems = (text: string): string[] => lexLiquid(text, 0).problems.map(({ messageId }) => messageId);
const masked = (text: string): string => mask(text, lexLiquid(text, 0).masked).replaceAll('\uE000', '_');

describe('tags whose {% lost a character', () => {
  test.each([
    ['x % cite knuth97 %} y', '% cite knuth97 %}'],
    ['x { cite knuth97 %} y', '{ cite knuth97 %}'],
    ['x { % cite knuth97 %} y', '{ % cite knuth97 %}'],
    ['x %cite knuth97%} y', '%cite knuth97%}'],
    ['x %- cite knuth97 -%} y', '%- cite knuth97 -%}'],
    ['{% cite a %}% bibliography --cited %}', '% bibliography --cited %}'],
  ])('%s', (text, region) => {
    const facts = lexLiquid(text, 0);
    expect(facts.problems.map(({ messageId, region: place }) => [messageId, at(text, place)])).toEqual([
      ['tag-unopened', region],
    ]);
    expect(facts.shortcodes.at(-1)).toMatchObject({ damaged: true });
    expect(mask(text, facts.masked)).not.toContain('%}');
  });

  test.each(['{{% cite knuth97 %} y', '{{%- cite knuth97 -%} y'])(
    '%s has a brace too many, told once',
    (text) => {
      const { problems: found, shortcodes } = lexLiquid(text, 0);
      expect(found.map(({ messageId, fix }) => [messageId, fix?.edits])).toEqual([
        ['output-unclosed', [{ region: { start: 0, end: 1 }, text: '' }]],
      ]);
      expect(shortcodes.map(({ name }) => name)).toEqual(['cite']);
    },
  );

  test.each([
    '{% raw %}{% cite a %}{% endraw %}',
    '{% comment %}% cite a %}{% endcomment %}',
    'a % if x %}b',
    '\\{ cite a %}',
  ])('no such tag: %s', (text) => {
    expect(problems(text).filter((id) => id === 'tag-unopened')).toEqual([]);
  });
});

describe('tags', () => {
  test('run from {% to the first %}, over lines, in code and comments', () => {
    const text = 'a `{% cite knuth97 %}`\n<!-- {%- cite\n  shannon48 -%} -->\n    {%cite lovelace43%}';
    const { shortcodes } = lexLiquid(text, 0);
    expect(shortcodes.map(({ region }) => at(text, region))).toEqual([
      '{% cite knuth97 %}',
      '{%- cite\n  shannon48 -%}',
      '{%cite lovelace43%}',
    ]);
    expect(shortcodes.map(({ params }) => params[0]?.value)).toEqual(['knuth97', 'shannon48', 'lovelace43']);
  });

  test('have params with exact regions', () => {
    const text = '{% cite "knuth97" b -l 24 & 32 --label figure -A %}';
    const params = lexLiquid(text, 0).shortcodes[0]!.params;
    expect(params.map(({ name, value, region, quote }) => [name, value, at(text, region), quote])).toEqual([
      [undefined, 'knuth97', '"knuth97"', '"'],
      [undefined, 'b', 'b', ''],
      ['locator', '24 & 32', '24 & 32', ''],
      ['label', 'figure', 'figure', ''],
      ['suppress_author', true, '', ''],
    ]);
    expect(params.flatMap(({ nameRegion }) => (nameRegion ? at(text, nameRegion) : []))).toEqual([
      '-l',
      '--label',
      '-A',
    ]);
  });

  test('of includes have named params', () => {
    const text = '{% include figure.html caption="a \\"b\\"" id=fig.1 %}';
    const params = lexLiquid(text, 0).shortcodes[0]!.params;
    expect(params.map(({ name, value }) => [name, value])).toEqual([
      [undefined, 'figure.html'],
      ['caption', 'a "b"'],
      ['id', 'fig.1'],
    ]);
    expect(params.map(({ region }) => at(text, region))).toEqual(['figure.html', '"a \\"b\\""', 'fig.1']);
  });

  test('are not looked for in front of the body', () => {
    const text = '---\ntitle: "{% cite a %}"\n---\n{% cite b %}';
    expect(lexLiquid(text, text.indexOf('---\n{%')).shortcodes.map(({ params }) => params[0]?.value)).toEqual(
      ['b'],
    );
  });

  test('stand one a line in a liquid tag', () => {
    const text = '{% liquid\n  cite a\n  if x\n    cite b\n  endif\n%}';
    expect(names(text)).toEqual(['cite', 'if', 'cite', 'endif']);
    expect(problems(text)).toEqual([]);
  });

  test.each([
    ['{ % cite a % }'],
    ['&#123;% cite a %&#125;'],
    ['{% raw %}{% cite a %}{{ x }}{% endraw %}'],
    ['{% raw %}{{ a {% endraw -%}'],
  ])('%s cites nothing', (text) => {
    expect(names(text)).not.toContain('cite');
    expect(problems(text)).toEqual([]);
  });
});

describe('masking', () => {
  test('takes tags, outputs and whole comments and listings away', () => {
    expect(masked('a {% cite b %} {{ c }} d')).toBe('a ____________ _______ d');
    expect(masked('{% comment %}x\ny{% endcomment %}z')).toBe(`${'_'.repeat(14)}\n${'_'.repeat(17)}z`);
    expect(masked('{% highlight c %}[^1]{% endhighlight %}z')).toBe('_'.repeat(39) + 'z');
  });

  test('leaves what raw prints', () => {
    expect(masked('{% raw %}{{ a }}{% endraw %}')).toBe('_________{{ a }}____________');
  });
});

describe('problems', () => {
  test.each<[string, string[]]>([
    ['x {% cite knuth97\n\nmore', ['tag-unclosed']],
    ['x {% cite knuth97\n\nmore {% cite b %}', ['tag-swallows-text']],
    ['{% quote knuth97 %}\ntext', ['tag-never-closed']],
    ['{% quote a %}x{% endqoute %}', ['unmatched-end-tag']],
    ['{% cite a %}text{% endcite %}', ['unmatched-end-tag']],
    ['{% if a %}{% for x in y %}{% endif %}', ['tag-never-closed']],
    ['{% if a %}{% for x in y %}{% endif %}{% endfor %}', ['tag-never-closed']],
    ['{% comment %}{% if a %}{% endif %}{% citee %}', ['tag-never-closed']],
    ['{% if x %}{% comment %}{% endif %}', ['tag-never-closed']],
    ['{ raw %}{% cite a %}{% citee {% endraw %}{% cite b %}', ['unmatched-end-tag']],
    ['{% raw %}{% cite a %}{% endraw %\n{% if x %}', ['tag-never-closed', 'tag-never-closed']],
    ['{% comment %}{% if x %}{% elsif %}{% endif %}{% endcomment %}', ['invalid-tag-syntax']],
    ['{% if x %}{% raw %}{% endif %}', ['tag-never-closed']],
    ['{% else %}', ['unmatched-end-tag']],
    ['{% %}', ['tag-without-name']],
    ['{{ page.title \n\nmore', ['output-unclosed']],
    ['$\\frac{{a}{b}}$', ['output-unclosed']],
    ['{{ cite knuth97 }}', ['cite-in-output']],
    ['{% for x of y %}{% endfor %}', ['invalid-tag-syntax']],
    ['{% highlight %}x{% endhighlight %}', ['invalid-tag-syntax']],
    ['{% include a.html key=“knuth97” %}', ['invalid-tag-syntax']],
    ['{% include fig.html text="see {% cite a %}" %}', ['tag-swallows-text']],
  ])('%j: %j', (text, expected) => {
    expect(problems(text)).toEqual(expected);
  });

  test.each([
    ['{{ reference }} {{ quote | upcase }} {{ cite }}'],
    ['$\\frac{{a}}{{b}}$'],
    ['{% details %}x{% enddetails %}'],
    ['{% tab %}{% else %}{% endtab %}'],
    ['{% endnote %}'],
    ['{% assign open = "{%" %}'],
    ['{% comment %}{% endif %}{% else %}{% unknown %}{% endcomment %}'],
    ['{% comment %}{% elsif %}{% when %}{% endcomment %}'],
    ['{% if a %}{% elsif b %}{% else %}{% endif %}{% case a %}{% when 1 %}{% else %}{% endcase %}'],
    ['{% include {{ page.figure }} a="b" %}'],
    ['{% raw %}{% citee {{ {% endraw %}'],
    ['{%- raw -%}{{ a }}{%- endraw -%}'],
  ])('%s is sound', (text) => {
    expect(problems(text)).toEqual([]);
  });

  test('name the lost text and go on behind it', () => {
    const text = '{% cite knuth97 as he says\nin text {% cite shannon48 %} end';
    const { shortcodes, problems: found } = lexLiquid(text, 0);
    expect(found[0]?.data).toEqual({ name: 'cite', text: 'as he says in text {% cite shannon48' });
    expect(shortcodes.map(({ params }) => params[0]?.value)).toEqual(['knuth97', 'shannon48']);
  });

  test.each([
    ['{% cite a %\nb', '{% cite a %}\nb'],
    ['{% cite a }\nb', '{% cite a %}\nb'],
    ['{% cite a }}\nb {% cite c %}', '{% cite a %}\nb {% cite c %}'],
    ['{% cite a% }.\nb', '{% cite a%}.\nb'],
  ])('a broken closer is mended: %j', (text, expected) => {
    const { fix } = lexLiquid(text, 0).problems[0]!;
    const edit = fix!.edits[0]!;
    expect(fix?.safety).toBe('safe');
    const mended = text.slice(0, edit.region.start) + edit.text + text.slice(edit.region.end);
    expect(mended).toBe(expected);
    expect(problems(mended)).toEqual([]);
  });

  test('a stray end tag that leaves a block open says which end tag is meant', () => {
    const [problem] = lexLiquid('{% quote a %}x{% endcite %}', 0).problems;
    expect(problem?.data).toEqual({ name: 'endcite', expected: 'endquote' });
    expect(problem?.related?.[0]?.region).toEqual({ start: 0, end: 13 });
  });

  test("blocks of the site's plugins have to be closed too", () => {
    const signature = { name: 'note', paired: true };
    const dialect = { shortcodes: { note: signature } } as unknown as SiteDialect;
    expect(lexLiquid('{% note %}x', 0, dialect).problems[0]?.messageId).toBe('tag-never-closed');
    expect(lexLiquid('{% note %}x{% endnote %}', 0, dialect).problems).toEqual([]);
  });

  test("a plugin's `quote` that is no block needs no end", () => {
    const shortcodes = { quote: { name: 'quote', paired: false }, cite: { name: 'cite', paired: false } };
    const dialect = { shortcodes } as unknown as SiteDialect;
    expect(lexLiquid('{% quote Flying is easy. %}', 0, dialect).problems).toEqual([]);
    expect(lexLiquid('{% quote %}a{% endquote %} {% cite %}b{% endcite %}', 0, dialect).problems).toEqual([]);
  });
});

test('Jekyll renders a page whose first line is ---', () => {
  expect(isLiquidPage('---\nlayout: post\n---\n')).toBe(true);
  expect(isLiquidPage('--- \r\n---\r\n')).toBe(true);
  expect(isLiquidPage('\uFEFF---\n---\n')).toBe(false);
  expect(isLiquidPage('\n---\n---\n')).toBe(false);
  expect(isLiquidPage('---')).toBe(false);
  expect(isLiquidPage('---\n---\n', false)).toBe(false);
});

describe('for any input', () => {
  const piece = fc.oneof(
    fc.constantFrom('{%', '%}', '{{', '}}', '{', '}', '%', '-', '"', "'", '\n', ' ', '“', '”', 'é', ','),
    fc.constantFrom(
      'cite ',
      'raw ',
      'endraw ',
      'comment ',
      'endcomment ',
      'quote a',
      'endquote',
      'if x',
      'endif',
    ),
    fc.constantFrom(
      'liquid\n',
      'include a b="c"',
      '{% cite a %}',
      '{{ x }}',
      ' -l 3',
      ' --citd',
      'highlight c',
    ),
    fc.string({ maxLength: 5 }),
  );
  const source = fc.array(piece, { maxLength: 30 }).map((pieces) => pieces.join(''));

  test('lexing gives plain data inside the text and masks apart from each other', () => {
    fc.assert(
      fc.property(source, (text) => {
        const facts = lexLiquid(text, 0);
        expect(JSON.parse(JSON.stringify(facts))).toEqual(facts);
        for (const region of regionsOf(facts)) {
          expect(region.start).toBeGreaterThanOrEqual(0);
          expect(region.end).toBeGreaterThanOrEqual(region.start);
          expect(region.end).toBeLessThanOrEqual(text.length);
        }
        expect(mask(text, facts.masked)).toHaveLength(text.length);
        facts.masked.forEach((region, index) => {
          expect(region.start).toBeGreaterThanOrEqual(facts.masked[index - 1]?.end ?? 0);
        });
      }),
      { numRuns: 1500 },
    );
  });

  test.each<[string, string]>([
    ['openers', '{%'.repeat(100_000)],
    ['openers with a closer at the end', '{% '.repeat(40_000) + '%}'],
    ['outputs', '{{'.repeat(100_000)],
    ['outputs of one brace', '{{ a }'.repeat(100_000)],
    ['unclosed cites on one line', '{% cite a '.repeat(50_000)],
    ['quoted openers', '{% a = "{% '.repeat(50_000) + '%}'],
    ['raw blocks that never end', '{% raw %}' + '{% cite a %}{{ b '.repeat(50_000)],
    ['open blocks', '{% if a %}'.repeat(50_000)],
    ['open blocks and strangers', '{% if a %}'.repeat(30_000) + '{% endfor %}'.repeat(30_000)],
    ['comments in comments', '{% comment %}'.repeat(30_000) + '{% endcomment %}'.repeat(30_000)],
    ['blanks', '{% cite ' + ' '.repeat(300_000) + 'a %}'],
    ['keys', '{% cite ' + 'a, '.repeat(100_000) + '%}'],
    ['options', '{% cite a ' + '-l 3 '.repeat(50_000) + '%}'],
    ['dashes', '{% cite a ' + '-'.repeat(200_000) + ' %}'],
    ['include pairs', '{% include a ' + 'b="c" '.repeat(50_000) + '%}'],
    ['include quotes', '{% include a b=' + '"'.repeat(100_000) + '%}'],
    ['lines of a liquid tag', '{% liquid\n' + 'cite a\n'.repeat(50_000) + '%}'],
    ['blank lines of a comment', '{% # ' + '\n'.repeat(100_000) + '%}'],
    ['highlight lines', '{% highlight ' + 'a\n'.repeat(100_000) + '! %}'],
  ])('%s by the ten thousand take linear time', (_, text) => {
    const start = performance.now();
    lexLiquid(text, 0);
    expect(performance.now() - start).toBeLessThan(5000);
  });
});

function regionsOf(facts: ReturnType<typeof lexLiquid>): Region[] {
  const params = facts.shortcodes.flatMap((tag) => tag.params);
  return [
    ...facts.masked,
    ...facts.shortcodes.flatMap(({ region, nameRegion }) => [region, nameRegion]),
    ...params.flatMap(({ region, nameRegion }) =>
      nameRegion === undefined ? [region] : [region, nameRegion],
    ),
    ...facts.problems.flatMap(({ region, fix }) => [
      region,
      ...(fix?.edits ?? []).map((edit) => edit.region),
    ]),
  ];
}

test('a raw block whose tag lost a mark cites as little as a whole one, and what follows is read', () => {
  const keysOf = (text: string) =>
    lexLiquid(text, 0).shortcodes.flatMap(({ name, params }) => (name === 'cite' ? [params[0]?.value] : []));
  expect(keysOf('{ raw %}\n{% cite a %}\n{% endraw %}\n{% cite b %}')).toEqual(['b']);
  expect(keysOf('{% raw %}\n{% cite a %}\n{% endraw }\n{% cite b %}')).toEqual(['b']);
  expect(keysOf('{% raw %}\n{% cite a %}\n{% endraw %\n\n{% cite b %}')).toEqual(['b']);
});

test('a page of tags that nothing closes is told of the first thousand', () => {
  expect(problems('{% cite a '.repeat(1200))).toEqual(Array.from({ length: 1000 }, () => 'tag-unclosed'));
});
