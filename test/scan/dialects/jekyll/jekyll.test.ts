import { existsSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { ShortcodeSignature, SiteDialect } from '../../../../src/model.ts';
import { collectJekyll } from '../../../../src/scan/dialects/jekyll/jekyll.ts';
import { isLiquidPage, lexLiquid } from '../../../../src/scan/template/liquid/liquid.ts';
import { hasShared, shared } from '../../../support/shared.ts';

function jekyll(shortcodes: Record<string, ShortcodeSignature> = {}): SiteDialect {
  const reason = '_config.yml stands there';
  return {
    name: 'jekyll',
    root: '',
    reason,
    shortcodes,
    shortcodesComplete: false,
    crossReferencePrefixes: [],
  };
}

const collect = (text: string, dialect = jekyll()) =>
  collectJekyll(lexLiquid(text, 0, dialect).shortcodes, dialect, text);
const keys = (text: string): string[] =>
  collect(text).citations.flatMap(({ cites }) => cites.map(({ key }) => key));
const problems = (text: string): string[] => collect(text).problems.map(({ messageId }) => messageId);

function mend(text: string): string {
  const edits = collect(text).problems.flatMap(({ fix }) => fix?.edits ?? []);
  return [...edits]
    .sort((a, b) => b.region.start - a.region.start)
    .reduce((out, { region, text: by }) => out.slice(0, region.start) + by + out.slice(region.end), text);
}

describe('citations', () => {
  test('have their keys where they stand', () => {
    const text = 'see {% cite "knuth97" shannon48 %}';
    const [citation] = collect(text).citations;
    expect(citation?.construct).toBe('tag');
    expect(citation?.cites.map(({ keyRegion }) => text.slice(keyRegion.start, keyRegion.end))).toEqual([
      'knuth97',
      'shannon48',
    ]);
  });

  test('pair locators and labels with the keys', () => {
    const [citation] = collect('{% cite a b c -A -l 3 -L chapter --locator 24 & 32 %}').citations;
    expect(citation?.cites.map(({ key, mode, label, locator }) => [key, mode, label, locator])).toEqual([
      ['a', 'suppress-author', 'chapter', '3'],
      ['b', 'suppress-author', 'page', '24 & 32'],
      ['c', 'suppress-author', undefined, undefined],
    ]);
  });

  test.each<[string, string[]]>([
    ['{% nocite a b %}', ['a', 'b']],
    ['{% cite_details a --text More here %}', ['a']],
    ['{% details_link a %}', ['a']],
    ['{% reference a --file books %}', ['a']],
    ['{% quote a %}{% cite b %}{% endquote %}', ['a', 'b']],
    ['{% bibliography --cited %}', []],
    ['{% bibliography -q @*[key=a] %}', ['*']],
    ['{% bibliography_count -q @book %}', []],
  ])('%s cites %j', (text, expected) => {
    expect(keys(text)).toEqual(expected);
    expect(problems(text)).toEqual([]);
  });

  test('of nocite and of a whole bibliography are marked', () => {
    const found = collect('{% nocite a %}{% bibliography %}');
    expect(found.citations.map(({ construct }) => construct)).toEqual(['nocite', 'nocite']);
    expect(found.printsReferenceList).toBe(true);
    expect(collect('{% nocite a %}').printsReferenceList).toBe(false);
  });

  test('name their bibliographies', () => {
    const text = '{% cite a --file books %}{% bibliography -f papers -f {{ page.bib }} %}';
    const { bibliographies } = collect(text);
    expect(bibliographies.map(({ path, region }) => [path, text.slice(region.start, region.end)])).toEqual([
      ['books', 'books'],
      ['papers', 'papers'],
      ['{{ page.bib }}', '{{ page.bib }}'],
    ]);
  });
});

describe('what only the build knows', () => {
  test.each<[string, string[]]>([
    ['{% cite page.key site.key %}', []],
    ['{% assign k = "knuth97" %}{% cite k a %}', ['knuth97', 'a']],
    ['{% assign k = "knuth97" | append: "a" %}{% cite k %}', []],
    ['{% assign k = page.key %}{% cite k %}', []],
    ['{% if x %}{% assign k = "a" %}{% endif %}{% cite k %}', []],
    ['{% cite k %}{% assign k = "a" %}', ['k']],
    ['{% capture k %}a{% endcapture %}{% cite k %}', []],
    ['{% for k in page.keys %}{% cite k %}{% endfor %}{% cite k %}', ['k']],
    ['{% for p in site.posts %}{% cite p.key %}{% endfor %}', []],
    ['{% include cite.html key="a" %}', []],
    ['{% cite {{ page.key }} %}', []],
  ])('%s', (text, expected) => {
    expect(keys(text)).toEqual(expected);
  });

  test('is not asked of what reaches no reader', () => {
    expect(keys('{% comment %}{% cite a %}{% endcomment %}')).toEqual([]);
    expect(keys('{% highlight liquid %}{% cite a %}{% endhighlight %}')).toEqual([]);
    expect(keys('{% if false %}{% cite a %}{% else %}{% cite b %}{% endif %}')).toEqual(['b']);
    expect(keys('{% unless true %}{% cite a %}{% endunless %}')).toEqual([]);
    expect(keys('{% if true %}{% cite a %}{% else %}{% cite b %}{% endif %}')).toEqual(['a']);
    expect(keys('{% if page.x %}{% cite a %}{% else %}{% cite b %}{% endif %}')).toEqual(['a', 'b']);
  });

  test('is asked of a capture that is printed', () => {
    expect(keys('{% capture x %}{% cite a %}{% endcapture %}')).toEqual([]);
    expect(keys('{% capture x %}{% cite a %}{% endcapture %}{{ x }}')).toEqual(['a']);
    expect(keys('{% capture x %}{% cite a %}{% endcapture %}{% include f.html caption=x %}')).toEqual(['a']);
  });
});

describe('problems', () => {
  test.each<[string, string[], string]>([
    ['{% cite a, b %}', ['comma-separated-keys'], '{% cite a b %}'],
    ['{% cite a,b,c %}', ['comma-separated-keys'], '{% cite a b c %}'],
    ['{% cite a , b; c %}', ['comma-separated-keys'], '{% cite a  b c %}'],
    ['{% cite "a,b" %}', ['comma-separated-keys'], '{% cite a b %}'],
    ['{% cite_details a1, b2 %}', ['comma-separated-keys'], '{% cite_details a1 b2 %}'],
    ['{% cite_details a1, the story %}', ['text-behind-comma'], '{% cite_details a1 --text the story %}'],
    ['{% cite_details a1, of 1984 %}', ['text-behind-comma'], '{% cite_details a1 --text of 1984 %}'],
    ['{% cite “a” %}', ['curly-quoted-argument'], '{% cite a %}'],
    ['{% cite “a b” %}', ['curly-quoted-argument'], '{% cite a b %}'],
    ['{% cite“a” %}', ['curly-quoted-argument'], '{% cite a %}'],
    ['{% cite,a %}', ['comma-separated-keys'], '{% cite a %}'],
    ['{% cite "a b" %}', ['quoted-keys-split'], '{% cite a b %}'],
    ['{% cite a --suppress-author %}', ['unknown-option'], '{% cite a --suppress_author %}'],
    ['{% cite a --page 3 %}', ['unknown-option'], '{% cite a --locator 3 %}'],
    ['{% cite a -locator 3 %}', ['unknown-option'], '{% cite a --locator 3 %}'],
    ['{% cite a –l 3 %}', ['unknown-option'], '{% cite a -l 3 %}'],
    ['{% bibliography -cited %}', ['unknown-option'], '{% bibliography --cited %}'],
    ['{% bibliography --citd %}', ['unknown-option'], '{% bibliography --cited %}'],
    ['{% bibliography -q @book -- max 3 %}', ['unknown-option'], '{% bibliography -q @book --max 3 %}'],
    ['{% cite 1984 %}', ['literal-key'], '{% cite "1984" %}'],
    ['{% cite {{ page.key }} %}', ['output-in-tag'], '{% cite page.key %}'],
    ['{% cite a | strip %}', ['filter-in-tag'], '{% cite a %}'],
    ['{% cite page.key |append: ".b" -l 3 %}', ['filter-in-tag'], '{% cite page.key -l 3 %}'],
    ['{% citee a %}', ['unknown-tag'], '{% cite a %}'],
    ['{% bibliograpy %}', ['unknown-tag'], '{% bibliography %}'],
    ['{% Cite a %}', ['unknown-tag'], '{% cite a %}'],
  ])('%s: %j, mended %s', (text, expected, mended) => {
    expect(problems(text)).toEqual(expected);
    expect(mend(text)).toBe(mended);
    expect(problems(mended)).toEqual([]);
  });

  test.each<[string, string[]]>([
    ['{% cite %}', ['empty-citation']],
    ['{% cite -l 3 a %}', ['empty-citation']],
    ['{% cite "" %}', ['empty-citation']],
    [`{% cite a '' %}`, ['empty-citation']],
    ['{% cite -A a %}', ['key-behind-option']],
    ['{% cite a -z 3 %}', ['unknown-option']],
    ['{% cite a -l 3 -z 4 %}', ['unknown-option']],
    ['{% cite a -l %}', ['missing-option-value']],
    ['{% cite a -l -L chapter %}', ['missing-option-value']],
    ['{% cite a.3 -l a.3 %}', ['missing-option-value']],
    ['{% bibliography papers %}', ['stray-argument']],
    ['{% cite a --citd -l 3 %}', ['unknown-option']],
    ['{% comment %}{% cite a -z %}{% cite %}{% endcomment %}', ['unknown-option']],
    ['{% cite a\n\n{% cite b %}', []],
    ['{% cite \n\n{% cite b %}', []],
  ])('%s: %j', (text, expected) => {
    expect(problems(text)).toEqual(expected);
  });

  test.each([
    ['{% cite a|strip a | b %}'],
    ["{% cite d'oro2022 'tHooft1971 DBLP:conf/iclr/X22 %}"],
    ['{% cite größe2001 a.b a-b @c 1999x %}'],
    ['{% cite a -l -2 -p post1 -t See - this -s ieee %}'],
    ['{% bibliography -f {{ page.bib }} -q @*[year={{page.year}} && keywords ~= web]* -m 5 %}'],
    ['{% bibliography --group_by type,year --group_order descending --template bib -r -c %}'],
    ['{% site %}{% note %}{% seo %}{% gist a/b %}{% references %}'],
    ['{% comment %}{% citee a %}{% endcomment %}'],
  ])('%s is sound', (text) => {
    expect(problems(text)).toEqual([]);
  });

  test('the words that cite_details was to print are no keys', () => {
    expect(keys('{% cite_details a1, the story of 1984 %}')).toEqual(['a1']);
  });

  test('a tag in the argument of an include is never run, and the include has been reported', () => {
    const unseen = (text: string) =>
      collect(text).citations.map(({ isUnseen, cites }) => [cites[0]!.key, isUnseen === true]);
    expect(unseen('{% include x.html text="A {% cite x %} or {% cite y %}" %} {% cite z %}')).toEqual([
      ['x', true],
      ['y', true],
      ['z', false],
    ]);
    expect(unseen('{% include x.html text="a" and {% cite x %} "b" %}')).toEqual([['x', false]]);
    expect(unseen('{% include x.html text="a\n\n{% cite x %} "b" %}')).toEqual([['x', false]]);
  });

  test('recovered keys are cited', () => {
    expect(keys('{% cite a, “b” "c,d" –l 3 %}')).toEqual(['a', 'b', 'c', 'd']);
    expect(keys('{% cite a as he says\n\n{% cite b %}')).toEqual(['a', 'b']);
  });
});

test("a tag of the site's own plugin is left alone", () => {
  const own = { name: 'cite', paired: false };
  const found = collect('{% cite Knuth, 1997 -z %}', jekyll({ cite: own }));
  expect([found.citations, found.problems]).toEqual([[], []]);
});

test('any tag gives plain data with regions inside the text', () => {
  const word = fc.constantFrom(
    ...[
      'a',
      'b,',
      '“c”',
      '"d',
      'e"',
      '-l',
      '3',
      '--file',
      '--citd',
      '-z',
      '{{',
      '}}',
      '1984',
      'page.x',
      '–l',
      ',',
      ';',
      "'",
    ],
  );
  const tag = fc
    .tuple(fc.constantFrom('cite', 'bibliography', 'quote', 'nocite'), fc.array(word, { maxLength: 8 }))
    .map(([name, words]) => `{% ${name} ${words.join(' ')} %}`);
  fc.assert(
    fc.property(fc.array(fc.oneof(tag, fc.string({ maxLength: 8 })), { maxLength: 6 }), (pieces) => {
      const text = pieces.join('');
      const found = collect(text);
      expect(JSON.parse(JSON.stringify(found))).toEqual(found);
      const regions = [
        ...found.citations.flatMap(({ region, cites }) => [region, ...cites.map((cite) => cite.keyRegion)]),
        ...found.problems.flatMap(({ region, fix }) => [region, ...(fix?.edits ?? []).map((e) => e.region)]),
        ...found.bibliographies.map(({ region }) => region),
      ];
      for (const { start, end } of regions) {
        expect(start).toBeLessThanOrEqual(end);
        expect(end).toBeLessThanOrEqual(text.length);
      }
    }),
    { numRuns: 1000 },
  );
});

test("Pandoc's brackets are no name of a variable", () => {
  expect(keys('{% cite [@knuth97] %} {% cite [page.key] %}')).toEqual(['[@knuth97]']);
});

test("a plugin's tag that cites as jekyll-scholar does has keys and options of its own", () => {
  const cite = {
    key: { names: [], rest: true },
    separators: '',
    suppressPrefix: false,
    referenceRequired: false,
  } as const;
  const dialect = jekyll({ citet: { name: 'citet', paired: false, cite } });
  const facts = collect('{% citet knuth97 shannon48 --year %} {% citet %}', dialect);
  expect(facts.citations.map(({ cites }) => cites.map(({ key }) => key))).toEqual([['knuth97', 'shannon48']]);
  expect(facts.problems).toEqual([]);
});

test.each<[string, string]>([
  ['keys', '{% cite ' + 'a, '.repeat(50_000) + '%}'],
  ['quoted keys', '{% cite ' + '"a '.repeat(50_000) + '%}'],
  ['keys and locators', '{% cite ' + 'a '.repeat(50_000) + '-l 3 '.repeat(50_000) + '%}'],
  ['brackets', '{% cite ' + '['.repeat(100_000) + ' %}'],
  ['braces', '{% cite ' + '{{ '.repeat(50_000) + '%}'],
  ['captures', '{% capture x %}{% cite a %}{% endcapture %}{{ x }}'.repeat(20_000)],
  ['nested captures', '{% capture x %}'.repeat(20_000) + '{% cite a %}'],
  ['unknown tags', '{% bibliograhpy %}'.repeat(20_000)],
])('%s by the ten thousand take linear time', (_, text) => {
  const start = process.cpuUsage();
  collect(text);
  expect(process.cpuUsage(start).user / 1000).toBeLessThan(5000);
});

test.skipIf(!hasShared)('every key of emanueleghelfi.github.io is found', () => {
  const site = 'EmanueleGhelfi+emanueleghelfi.github.io';
  const truth = JSON.parse(readFileSync(shared(`corpus/truth/${site}.json`), 'utf8')) as {
    readonly files: Readonly<Record<string, { readonly citations: readonly string[] }>>;
  };
  let files = 0;
  let cites = 0;
  for (const [path, { citations }] of Object.entries(truth.files)) {
    const file = shared(`corpus/sites/${site}/${path}`);
    expect(existsSync(file)).toBe(true);
    const text = readFileSync(file, 'utf8');
    const { shortcodes, problems: found } = lexLiquid(text, text.indexOf('\n---', 3) + 4);
    expect(isLiquidPage(text)).toBe(true);
    expect(found).toEqual([]);
    const facts = collectJekyll(shortcodes, jekyll(), text);
    const cited = facts.citations.flatMap((citation) => citation.cites.map(({ key }) => key));
    expect(cited.filter((key) => key !== '*').sort()).toEqual([...citations].sort());
    expect(facts.problems).toEqual([]);
    files += 1;
    cites += citations.length;
  }
  console.log(`${site}: ${cites} cites in ${files} files agree`);
});
