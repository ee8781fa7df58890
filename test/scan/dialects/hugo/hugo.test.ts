import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { collectHugo } from '../../../../src/scan/dialects/hugo/hugo.ts';
import { readShortcodeTemplate } from '../../../../src/scan/dialects/hugo/templates.ts';
import { pairHugoShortcodes } from '../../../../src/scan/template/hugo/pairing.ts';
import { lexHugoShortcodes } from '../../../../src/scan/template/hugo/shortcode.ts';
import { hugoDialect, plainSignature } from '../../../support/hugo-dialect.ts';
import { hasShared, shared } from '../../../support/shared.ts';

const unknownSite = hugoDialect([], false);

const template = (name: string, text: string) =>
  readShortcodeTemplate(name, text, `layouts/shortcodes/${name}.html`);
const seedSite = hugoDialect([
  template(
    'cite',
    `{{ $key := .Get 0 }}{{ $text := .Get 1 }}{{ if or (not $key) (not $text) }}{{ errorf "both" }}{{ end }}
     {{ .Page.Scratch.SetInMap "references" $key $text }}<a href="#ref-{{ $key }}">*</a>`,
  ),
]);
const dataSite = hugoDialect([
  template(
    'cite',
    `{{ range split (.Get 0) ";" }}{{ $k := . }}{{ if hasPrefix $k "-" }}{{ $k = strings.TrimPrefix "-" $k }}{{ end }}
     {{ with index site.Data.bibliography $k }}{{ .short }}{{ end }}{{ end }}{{ with .Get 1 }}, p. {{ . }}{{ end }}`,
  ),
  template('bibliography', '{{ range getJSON (.Get 0) }}<li>{{ .title }}</li>{{ end }}'),
]);

const collect = (text: string, dialect = unknownSite) => {
  const { shortcodes, problems } = lexHugoShortcodes(text, 0);
  const facts = collectHugo(shortcodes, dialect, text);
  return { ...facts, problems: [...problems, ...pairHugoShortcodes(shortcodes, dialect), ...facts.problems] };
};
const cites = (text: string, dialect = unknownSite) =>
  collect(text, dialect).citations.flatMap((citation) => citation.cites);
const keys = (text: string, dialect = unknownSite) => cites(text, dialect).map(({ key }) => key);
const ids = (text: string, dialect = unknownSite) =>
  collect(text, dialect).problems.map(({ messageId }) => messageId);

const KNUTH = '"Knuth, D. E. (1997). *The Art of Computer Programming*. Addison-Wesley."';
const LOVE = '"Love, R. (2010). *Linux Kernel Development*. Addison-Wesley."';

it.each(['Wang et al., 2024', 'Wang et al.', 'Knuth and Plass (1981)', '(Hopper, 1952)'])(
  'a text that is how the citation is to read is no reference: %s',
  (label) => {
    const { citations, references } = collect(`{{< cite id="wang2024" text="${label}" >}}`);
    expect([citations.length, references]).toEqual([1, []]);
  },
);

it('who is quoted is no key, with a comma or without', () => {
  expect(keys('{{< cite "Jane Austen, *Emma*" >}} {{< cite "The Guardian" >}}')).toEqual([]);
  expect(keys('{{< cite "Lessig, 2002" >}} {{< cite "knuth84, lamport94" >}}')).toEqual([
    'Lessig, 2002',
    'knuth84',
    'lamport94',
  ]);
});

describe('a site whose template demands a reference text', () => {
  it('has the key, the text, and where both stand', () => {
    const text = `see {{< cite "knuth97" ${KNUTH} >}}.`;
    const { citations, references, problems } = collect(text, seedSite);
    const [cite] = citations[0]!.cites;
    expect(problems).toEqual([]);
    expect(citations).toHaveLength(1);
    expect(text.slice(citations[0]!.region.start, citations[0]!.region.end)).toBe(text.slice(4, -1));
    expect([cite?.key, cite?.mode]).toEqual(['knuth97', 'normal']);
    expect(text.slice(cite!.keyRegion.start, cite!.keyRegion.end)).toBe('knuth97');
    expect(references).toEqual([
      {
        key: 'knuth97',
        text: KNUTH.slice(1, -1),
        region: { start: text.indexOf('Knuth, D.'), end: text.indexOf('" >}}') },
        construct: 'shortcode',
      },
    ]);
  });

  it.each([
    ['{{< cite >}}', 'missing-key'],
    [`{{< cite "" ${KNUTH} >}}`, 'empty-key'],
    [`{{< cite " " ${KNUTH} >}}`, 'empty-key'],
    ['{{< cite "knuth97" >}}', 'missing-reference'],
    ['{{< cite "knuth97" "" >}}', 'missing-reference'],
    ['{{< cite "knuth97" "Knuth" "1997" >}}', 'too-many-arguments'],
    ['{{< cite knuth97 Knuth 1997 >}}', 'too-many-arguments'],
    [`{{< cite key="knuth97" text=${KNUTH} >}}`, 'missing-key'],
  ])('reports %s', (text, id) => {
    expect(ids(text, seedSite)).toEqual([id]);
  });

  it('leaves a text without key alone where the template demands neither', () => {
    const site = hugoDialect([
      template('cite', '{{ with .Get "id" }}<a id="cite-{{ . }}">{{ end }}{{ .Get "title" | markdownify }}'),
    ]);
    expect(ids('{{< cite title="The Mythical Man-Month" >}}', site)).toEqual([]);
    expect(ids('{{< cite name="brooks1975" >}}', site)).toEqual(['missing-key']);
  });

  it.each([
    [
      '{{< cite "k" "Lamport, L. (1978). "Time" *CACM*, 21(7)." >}}',
      'quote-inside',
      '"',
      '{{< cite "k" "Lamport, L. (1978). \\"Time\\" *CACM*, 21(7)." >}}',
    ],
    [
      '{{< cite "k" "Brooks, F. (1975). The "Mythical"" >}}',
      'quote-inside',
      '"',
      '{{< cite "k" "Brooks, F. (1975). The \\"Mythical\\"" >}}',
    ],
    [`{{< cite ${KNUTH} "knuth97" >}}`, 'swapped-arguments', KNUTH, `{{< cite "knuth97" ${KNUTH} >}}`],
  ])('mends %s', (text, id, marked, after) => {
    const [problem, ...others] = collect(text, seedSite).problems;
    expect([problem?.messageId, others]).toEqual([id, []]);
    expect(text.slice(problem!.region.start, problem!.region.end)).toBe(marked);
    let fixed = text;
    for (const { region, text: inserted } of problem!.fix!.edits.toReversed()) {
      fixed = fixed.slice(0, region.start) + inserted + fixed.slice(region.end);
    }
    expect(fixed).toBe(after);
    expect(ids(after, seedSite)).toEqual([]);
  });

  it('leaves arguments alone that touch without being one text', () => {
    expect(ids('{{< cite "a""b" >}}', seedSite)).toEqual([]);
    expect(ids('{{< cite "a" "b" "c" >}}', seedSite)).toEqual(['too-many-arguments']);
  });

  it('says how many arguments the template reads', () => {
    const [problem] = collect('{{< cite knuth97 Knuth D. E. >}}', seedSite).problems;
    expect(problem?.data).toEqual({ name: 'cite', most: 2, count: 4 });
    expect(problem?.region).toEqual({ start: 23, end: 28 });
  });

  it('undoes the escapes in the text, and keeps the region as written', () => {
    const text = '{{< cite "a" "Knuth, D. \\"The Art\\". 1997." >}}';
    const [reference] = collect(text, seedSite).references;
    expect(reference?.text).toBe('Knuth, D. "The Art". 1997.');
    expect(text.slice(reference!.region.start, reference!.region.end)).toBe('Knuth, D. \\"The Art\\". 1997.');
  });
});

describe('a site whose template looks keys up', () => {
  it('splits keys, each with its region and its pages', () => {
    const text = '{{< cite "a; -b ;Lessig 2002" "5-6;;chap. 3" >}}';
    const found = cites(text, dataSite).map(({ keyRegion, ...cite }) => ({
      ...cite,
      written: text.slice(keyRegion.start, keyRegion.end),
    }));
    expect(found).toEqual([
      { key: 'a', mode: 'normal', label: 'page', locator: '5-6', written: 'a' },
      { key: 'b', mode: 'suppress-author', written: 'b' },
      { key: 'Lessig 2002', mode: 'normal', label: 'chapter', locator: '3', written: 'Lessig 2002' },
    ]);
  });

  it('has the path of a list of references', () => {
    const text = '{{< bibliography "data/bib.json" >}}';
    expect(collect(text, dataSite)).toMatchObject({
      printsReferenceList: true,
      bibliographies: [{ path: 'data/bib.json', region: { start: 18, end: 31 }, role: 'bibliography' }],
    });
    expect(collect('{{< bibliography cited >}}', dataSite).bibliographies).toEqual([]);
    expect(collect('{{< cite a >}}', dataSite).printsReferenceList).toBe(false);
  });

  it('reads a bare number as Hugo does', () => {
    const text = '{{< cite 007 25 >}}';
    const [cite] = cites(text, dataSite);
    expect([cite?.key, cite?.locator]).toEqual(['7', '25']);
    expect(text.slice(cite!.keyRegion.start, cite!.keyRegion.end)).toBe('007');
  });

  it('keeps the whole keys of an argument with an empty one', () => {
    expect(ids('{{< cite "a;;b" >}}', dataSite)).toEqual(['empty-key']);
    expect(keys('{{< cite "a;;b" >}}', dataSite)).toEqual(['a', 'b']);
  });

  it('cites what a damaged tag surely has, and adds no second problem', () => {
    expect(keys('{{< cite "a" "5" >} {{< cite "b }} {{< cite "c" 5 }}', dataSite)).toEqual(['a', 'c']);
    expect(ids('{{< cite }}', dataSite)).toEqual(['unrecognized-char']);
  });

  it('cites nothing by other names', () => {
    expect(keys('{{< ref "a" >}}{{< figure "b" >}}{{< citep "c" >}}', dataSite)).toEqual([]);
  });
});

describe('a site without templates', () => {
  it.each([
    [`{{< cite "knuth97" ${KNUTH} >}}`, ['knuth97']],
    ['{{< cite knuth97 5-6 >}}', ['knuth97']],
    ['{{< cite "k1;k2;k3" "5-6;;25" >}}', ['k1', 'k2', 'k3']],
    ['{{< cite "knuth97, lamport94" >}}', ['knuth97', 'lamport94']],
    ['{{< cite "Lessig, 2002" >}}', ['Lessig, 2002']],
    ['{{< cite "-Lessig 2002" >}}', ['Lessig 2002']],
    ['{{< cite p knuth97 >}}{{< cite t lamport94 >}}', ['knuth97', 'lamport94']],
    [`{{< cite p ${KNUTH} >}}`, ['p']],
    ['{{< cite bib="a,b" >}}', ['a', 'b']],
    ['{{< cite key="a" pages=3 >}}{{< cite id=b >}}', ['a', 'b']],
    ['{{< citep a >}}{{< citet b >}}{{< bibentry c >}}', ['a', 'b', 'c']],
    ['{{< citep knuth1997 turing1936 >}}', ['knuth1997', 'turing1936']],
    ['{{< cite t knuth1997 turing1936 hopper-etal1952b >}}', ['knuth1997', 'turing1936', 'hopper-etal1952b']],
    [
      '{{< cite knuth1997 apa >}}{{< cite knuth1997 "p. 3" >}}{{< cite turing1936 5 >}}',
      ['knuth1997', 'knuth1997', 'turing1936'],
    ],
    ['{{% cite a %}}', ['a']],
  ])('cites in %s', (text, expected) => {
    expect(keys(text)).toEqual(expected);
    expect(ids(text)).toEqual([]);
  });

  it.each([
    '{{< cite "https://example.org/a" >}}',
    '{{< cite "https://example.org/a" "The title. Of it, 1997" >}}',
    '{{< cite "/publications/x" >}}',
    '{{< cite "William Shakespeare" "Hamlet, Act III, Scene I" >}}',
    '{{< cite doi="10.1000/1" >}}{{< cite "10.1000/182" >}}{{< cite "doi:10.1000/182" >}}',
    '{{< cite text="a" url="b" >}}{{< cite title="The Art" >}}',
    '{{< cite >}}',
    '{{< cite 3 >}}',
    '{{< cite >}}a quotation{{< /cite >}}',
    '{{< cite "Knuth" >}}a quotation{{< /cite >}}',
    '{{< cite "The Art of Computer Programming" >}}',
    '{{< ref "knuth97" >}}{{< relref "a" >}}{{< quote "b" >}}',
  ])('does not cite in %s', (text) => {
    expect(keys(text)).toEqual([]);
    expect(ids(text)).toEqual([]);
  });

  it('leaves a page that is cited by its path to who knows the site', () => {
    const text = '{{< cite page="/publications/x" view=2 >}}';
    expect(keys(text)).toEqual([]);
    expect(ids(text)).toEqual(['missing-page']);
  });

  it('tells pages from a reference text', () => {
    for (const pages of [
      '5-6',
      '"p. 3"',
      '"pp. 3–28"',
      '304',
      '"xii"',
      '"chap. 2"',
      '"§ 4"',
      '"3, 5 and 7"',
      '"12ff."',
    ]) {
      const [cite] = cites(`{{< cite a ${pages} >}}`);
      expect(cite?.locator).toBeDefined();
      expect(collect(`{{< cite a ${pages} >}}`).references).toEqual([]);
    }
    for (const other of ['"see also"', 'author', '"Knuth 1997"']) {
      expect(cites(`{{< cite a ${other} >}}`)[0]).not.toHaveProperty('locator');
      expect(collect(`{{< cite a ${other} >}}`).references).toEqual([]);
    }
    expect(cites('{{< citet a >}}')[0]?.mode).toBe('author-in-text');
  });

  it('takes any text for a reference where the page writes them', () => {
    const page = `{{< cite a ${KNUTH} >}}{{< cite b "Love 2010" >}}`;
    expect(collect(page).references.map(({ key }) => key)).toEqual(['a', 'b']);
  });

  it('misses a reference only where the page has one for the other keys', () => {
    const page = `{{< cite a ${KNUTH} >}}{{< cite b ${LOVE} >}}`;
    expect(ids(`${page}{{< cite a >}}`)).toEqual([]);
    expect(ids(`${page}{{< cite c >}}`)).toEqual(['missing-reference']);
    expect(ids(`${page}{{< cite c "" >}}`)).toEqual(['missing-reference']);
    expect(keys(`${page}{{< cite c >}}`)).toEqual(['a', 'b']);
    expect(ids(`{{< cite a ${KNUTH} >}}{{< cite b >}}{{< cite c >}}`)).toEqual([]);
    expect(ids(`${page}{{< cite c 5-6 >}}{{< cite d >}}`)).toEqual([]);
  });

  it('misses a key where the other calls have one', () => {
    expect(ids('{{< cite a >}}{{< cite >}}')).toEqual(['missing-key']);
    expect(ids('{{< cite "" >}}')).toEqual(['empty-key']);
  });

  it('tells of a blank inside the quotes of a key, "knuth1997 "', () => {
    const site = (assignment: string) =>
      hugoDialect([
        template('cite', `${assignment}{{ with index site.Data.references $k }}{{ .title }}{{ end }}`),
      ]);
    const asWritten = site('{{ $k := .Get 0 }}');
    for (const key of ['"knuth1997 "', '" knuth1997"', '` knuth1997`']) {
      expect(ids(`a {{< cite ${key} >}}`, asWritten), key).toEqual(['blank-around-key']);
      expect(keys(`a {{< cite ${key} >}}`, asWritten), key).toEqual(['knuth1997']);
    }
    expect(ids('a {{< cite "knuth1997" >}} {{< cite " " >}}', asWritten)).toEqual(['empty-key']);
    for (const assignment of [
      '{{ $k := .Get 0 | strings.TrimSpace }}',
      '{{ $k := trim (.Get 0) " " }}',
      '{{ $k := partial "key.html" (.Get 0) }}',
    ])
      expect(ids('a {{< cite "knuth1997 " >}}', site(assignment)), assignment).toEqual([]);
  });

  it('tells of a brace too many, {{{< cite "knuth1997" >}}', () => {
    for (const text of [
      'a {{{< cite "knuth1997" >}} b',
      'a {{< cite "knuth1997" >}}} b',
      'a {{% cite "knuth1997" %}}} b',
      '{ a\n\nb {{< cite "knuth1997" >}}}',
    ])
      expect(ids(text, dataSite), text).toEqual(['stray-brace']);
    for (const text of [
      '\\emph{{{< cite "knuth1997" >}}} b',
      '{see {{< cite "knuth1997" >}}} b',
      '{{{< cite "knuth1997" >}} and\nmore} b',
    ])
      expect(ids(text, dataSite), text).toEqual([]);
  });

  it('believes no profile where all templates are known', () => {
    expect(keys('{{< cite a >}}', hugoDialect([plainSignature('cite', false)]))).toEqual([]);
  });
});

describe.skipIf(!hasShared)('the page this project began with', () => {
  const page = hasShared ? readFileSync(shared('seed/understanding-memory-management.md'), 'utf8') : '';
  const body = page.indexOf('---', 3) + 3;
  const problemsOf = (text: string, dialect = unknownSite) => {
    const { shortcodes, problems } = lexHugoShortcodes(text, Math.min(body, text.length));
    const facts = collectHugo(shortcodes, dialect, text);
    return [...problems, ...pairHugoShortcodes(shortcodes, dialect), ...facts.problems];
  };
  const lineOf = (text: string, offset: number) => text.slice(0, offset).split('\n').length;

  it.each([
    ['without templates', unknownSite],
    ['with its own template', seedSite],
  ])('is read whole %s', (_how, dialect) => {
    const { citations, references, problems } = collect(page, dialect);
    const expected = [
      'knuth1997art',
      'love2010linux',
      'drepper2007memory',
      'seward2005valgrind',
      'knuth1997art',
    ];
    expect(citations.flatMap((citation) => citation.cites.map(({ key }) => key))).toEqual(expected);
    expect(references.map(({ key }) => key)).toEqual(expected);
    expect(problems).toEqual([]);
  });

  const tags = lexHugoShortcodes(page, body).shortcodes;
  const cuts = tags.flatMap(({ region, params }) => [
    ['>}}', region.end - 3, region.end] as const,
    [' >}}', region.end - 4, region.end] as const,
    ['>', region.end - 3, region.end - 2] as const,
    ['}', region.end - 1, region.end] as const,
    ['{', region.start, region.start + 1] as const,
    ['<', region.start + 2, region.start + 3] as const,
    ...params.flatMap((param) => [
      ['an opening quote', param.region.start, param.region.start + 1] as const,
      ['a closing quote', param.region.end - 1, param.region.end] as const,
    ]),
    ['the key', params[0]!.region.start + 1, params[0]!.region.end - 1] as const,
  ]);

  it.each(cuts)('has one problem, on its line, without %s at %i', (_what, start, end) => {
    const damaged = page.slice(0, start) + page.slice(end);
    for (const dialect of [unknownSite, seedSite]) {
      const problems = problemsOf(damaged, dialect);
      expect(problems.map(({ region }) => lineOf(damaged, region.start))).toEqual([lineOf(page, start)]);
    }
  });

  it('has one problem for any one of these cuts, wherever the prose goes on', () => {
    const other = fc.constantFrom(...cuts);
    const prose = fc.constantFrom('', ' and "so" on', ' `code`', '\n\n', ' (see p. 3).', ' it’s');
    fc.assert(
      fc.property(other, prose, ([, start, end], text) => {
        const tag = tags.find(({ region }) => region.end >= end)!;
        const extended = page.slice(0, tag.region.end) + text + page.slice(tag.region.end);
        const damaged = extended.slice(0, start) + extended.slice(end);
        expect(problemsOf(damaged)).toHaveLength(1);
      }),
    );
  });
});

describe('any page', () => {
  it('never throws, and keys stand where they say', () => {
    const argument = fc.oneof(
      fc.constantFrom(
        'a',
        '"a;b"',
        '"-a"',
        '5',
        'true',
        'key="a"',
        'key=a',
        '""',
        '"a \\" b"',
        '\\"a\\"',
        '`a,b`',
        'p',
        '"Knuth, D. E. (1997). Art."',
      ),
      fc.string({ maxLength: 4 }).map((text) => JSON.stringify(text)),
    );
    const tag = fc
      .tuple(
        fc.constantFrom('cite', 'citet', 'bibliography', '/cite', 'constructor', '__proto__'),
        fc.array(argument, { maxLength: 4 }),
      )
      .map(([name, args]) => `{{< ${name} ${args.join(' ')} >}}`);
    fc.assert(
      fc.property(
        fc.array(tag, { maxLength: 8 }),
        fc.constantFrom(unknownSite, seedSite, dataSite),
        (tags, dialect) => {
          const text = tags.join(' ');
          const facts = collect(text, dialect);
          expect(JSON.parse(JSON.stringify(facts))).toEqual(facts);
          for (const { key, keyRegion } of facts.citations.flatMap((citation) => citation.cites)) {
            const written = text.slice(keyRegion.start, keyRegion.end);
            expect(written.replaceAll('\\', '')).toBe(key.replaceAll('\\', ''));
          }
        },
      ),
    );
  });
});
