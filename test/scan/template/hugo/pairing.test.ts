import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { pairHugoShortcodes } from '../../../../src/scan/template/hugo/pairing.ts';
import { lexHugoShortcodes } from '../../../../src/scan/template/hugo/shortcode.ts';
import { hugoDialect, plainSignature } from '../../../support/hugo-dialect.ts';

const site = hugoDialect([
  plainSignature('cite', false),
  plainSignature('note', true),
  plainSignature('columns', true),
]);
const unknownSite = hugoDialect([], false);

const problems = (text: string, dialect = site) => {
  const { shortcodes, problems: lexed } = lexHugoShortcodes(text, 0);
  return [...lexed, ...pairHugoShortcodes(shortcodes, dialect)];
};
const brief = (text: string, dialect = site): string[] =>
  problems(text, dialect).map(
    ({ messageId, region }) => `${messageId}: ${text.slice(region.start, region.end)}`,
  );

describe('a site whose templates are known', () => {
  it.each([
    ['a pair', '{{< note >}}x{{< /note >}}'],
    ['a pair of two delimiters', '{{< note >}}x{{% /note %}}'],
    ['a self-closing tag', '{{< note />}}'],
    ['a nested pair of one name', '{{< note >}}{{< note >}}{{< /note >}}{{< /note >}}'],
    ['crossed pairs, for Hugo only counts', '{{< note >}}{{< columns >}}{{< /note >}}{{< /columns >}}'],
    ['a close without a name', '{{< note >}}x{{< / >}}'],
    ['a name in capitals', '{{< Note >}}x{{< /Note >}}{{< CITE a >}}'],
    [
      'what Hugo brings along',
      '{{< figure src="a" >}}{{< highlight go >}}{{< /highlight >}}{{< x user="a" >}}{{< qr text="a" />}}',
    ],
    ['an inline shortcode', '{{< now.inline >}}{{ now }}{{< /now.inline >}}'],
  ])('has nothing to say about %s', (_what, text) => {
    expect(brief(text)).toEqual([]);
  });

  it.each([
    ['{{< note >}} text', ['must-be-closed: {{< note >}}']],
    ['{{< note >}}a{{< columns >}}b{{< /note >}}', ['must-be-closed: {{< columns >}}']],
    ['{{< note >}}a{{< columns >}}b', ['must-be-closed: {{< note >}}', 'must-be-closed: {{< columns >}}']],
    ['{{< cite a >}}x{{< /cite >}}', ['close-without-inner: {{< /cite >}}']],
    ['{{< cite a />}}', ['close-without-inner: {{< cite a />}}']],
    ['{{< note >}}{{< cite a >}}x{{< /cite >}}{{< /note >}}', ['close-without-inner: {{< /cite >}}']],
    ['{{< note >}}x{{< /note >}} {{< /note >}}', ['close-without-inner: {{< /note >}}']],
    ['{{< note >}}x{{< /nots >}}', ['close-mismatch: nots']],
    ['{{< note >}}x{{< /Note >}}', ['close-mismatch: Note']],
    ['{{< /note >}} x', ['close-none-open: /']],
    ['{{< / >}} x', ['close-none-open: /']],
    ['{{< ntoe >}} x', ['unknown-shortcode: ntoe']],
    ['{{< ntoe >}} x {{< /note >}}', ['unknown-shortcode: ntoe']],
    ['{{< ntoe >}} x {{< /ntoe >}}', ['unknown-shortcode: ntoe']],
    ['{{< note/>}} x', ['unknown-shortcode: note/']],
    ['{{< note >}}{{< nosuch >}}{{< /note >}}', ['unknown-shortcode: nosuch']],
  ])('reports %s', (text, expected) => {
    expect(brief(text)).toEqual(expected);
  });

  it('says where Hugo reports it, where that is elsewhere', () => {
    const offset = (text: string) => problems(text)[0]?.data?.['engineOffset'];
    expect(offset('x {{< note >}}a{{< columns >}}b{{< /note >}}')).toBe(2);
    expect(offset('x {{< note >}}{{< nosuch >}}{{< /note >}}')).toBe(2);
    const text = '{{< note >}}{{< cite a >}}x{{< /cite >}}{{< /note >}}';
    expect(offset(text)).toBe(text.lastIndexOf('{{<'));
  });

  it('suggests the nearest name, and how to mend what it can', () => {
    const fixOf = (text: string) => problems(text)[0]?.fix;
    expect(problems('{{< ntoe >}}')[0]?.data).toMatchObject({ name: 'ntoe', suggestion: 'note' });
    expect(fixOf('{{< ntoe >}}')).toMatchObject({ safety: 'suggest', edits: [{ text: 'note' }] });
    expect(fixOf('{{< note/>}}')).toMatchObject({ safety: 'suggest', edits: [{ text: 'note /' }] });
    expect(fixOf('{{< cite a />}}')).toMatchObject({
      safety: 'safe',
      edits: [{ region: { start: 11, end: 12 }, text: '' }],
    });
    expect(fixOf('{{< note >}}{{< /nots >}}')).toMatchObject({
      safety: 'suggest',
      edits: [{ text: 'note' }],
    });
    expect(fixOf('{{< zzzzzz >}}')).toBeUndefined();
  });

  it('leaves damaged tags to the lexer', () => {
    expect(brief('{{< note "a >}}x{{< /note >}}')).toEqual(['unterminated-dquote: "a']);
    expect(brief('{{< note >}}x{{< /note >}')).toEqual(['unclosed-action: >}']);
    expect(brief('{< note >}}{{< note >}}x{{< /note >}}x{{< /note >}}')).toEqual([
      'unopened-shortcode: {< note >}}',
    ]);
    expect(brief('{{< nosuch "a >}}')).toEqual(['unterminated-dquote: "a']);
    const text = '{{< quote "a >}}{{< quote b >}}{{< whatever >}}x{{< /whatevr >}}';
    expect(brief(text, unknownSite)).toEqual(['unterminated-dquote: "a', 'close-mismatch: whatevr']);
  });
});

describe('a site whose templates are not known', () => {
  it.each([
    ['{{< whatever a >}}', []],
    ['{{< whatever >}}x{{< /whatever >}}', []],
    ['{{< whatever />}}', []],
    ['{{< cite >}}a quotation{{< /cite >}}', []],
    ['{{< a >}}{{< whatever >}}x{{< /whatever >}}', []],
    ['{{< whatever >}}x{{< /whatever >}} {{< whatever >}}y', ['must-be-closed: {{< whatever >}}']],
    ['{{< highlight go >}}x', ['must-be-closed: {{< highlight go >}}']],
    ['{{< br/>}}', ['unknown-shortcode: br/']],
    ['{{< whatever >}}x{{< /whatevr >}}', ['close-mismatch: whatevr']],
  ])('takes closing tags for evidence in %s', (text, expected) => {
    expect(brief(text, unknownSite)).toEqual(expected);
  });

  it('says of a pair among tags without a body that Hugo wants all of them alike', () => {
    const text = '{{< citation a >}} {{< citation b >}} {{< citation >}}Knuth 1984{{< /citation >}}';
    expect(brief(text, unknownSite)).toEqual(['close-without-inner: {{< /citation >}}']);
    expect(problems(text, unknownSite)[0]?.data?.['hint']).toContain('for all of them or for none');
  });
});

describe('one slip of the hand', () => {
  const page = [
    'Intro {{< cite "knuth97" "Knuth, D. E. (1997). *Art*. Addison-Wesley." >}} and {{< cite lovelace1843 >}}.',
    '',
    '{{% note title="On tools" kind=wide %}}',
    'He said "yes" {{< cite "shannon48" "p. 3" >}}, it `is` {{< figure src=a.png >}}.',
    '{{% /note %}}',
    '',
    '{{< columns >}}{{< note >}}x{{< /note >}}{{< /columns >}} {{</* cite "a" */>}} {{< note />}} {{< cite "b" >}}',
  ].join('\n');
  const slips = ['"', '{', '}', '<', '>', '%', '/', '“', '`', "'", ',', '=', ':', '\n', ' ', '\\', 'q'];
  const tags = lexHugoShortcodes(page, 0).shortcodes;
  const templates = [
    plainSignature('cite', false),
    plainSignature('note', true),
    plainSignature('columns', true),
  ];

  it.each([true, false])('makes at most one problem, whatever is typed or lost in a tag (%s)', (complete) => {
    const dialect = hugoDialect(templates, complete);
    const unsure: string[] = [];
    for (const { region } of tags) {
      for (let at = region.start; at < region.end; at++) {
        const texts = [
          page.slice(0, at) + page.slice(at + 1),
          ...slips.map((slip) => page.slice(0, at) + slip + page.slice(at)),
        ];
        for (const text of texts) {
          if (problems(text, dialect).length > 1) unsure.push(text.slice(Math.max(0, at - 20), at + 20));
        }
      }
    }
    expect(unsure).toEqual([]);
  });
});

describe('any page', () => {
  const tag = fc.constantFrom(
    ...[
      '{{< note >}}',
      '{{< /note >}}',
      '{{< columns >}}',
      '{{< /columns >}}',
      '{{< cite a >}}',
      '{{< /cite >}}',
    ],
    ...[
      '{{< note />}}',
      '{{< / >}}',
      '{{< nosuch >}}',
      '{{< /nosuch >}}',
      '{{< note "a >}}',
      '{{< /note >}',
      ' text ',
    ],
  );

  it('never throws, and balanced pages have no problem', () => {
    fc.assert(
      fc.property(fc.array(tag, { maxLength: 30 }), (tags) => {
        const found = problems(tags.join(''));
        expect(JSON.parse(JSON.stringify(found))).toEqual(found);
      }),
    );
    const balanced = fc.letrec<{ page: string }>((tie) => ({
      page: fc.oneof(
        { maxDepth: 6 },
        fc.constantFrom('', 'text', '{{< cite a >}}', '{{< note />}}'),
        tie('page').map((inner) => `{{< note >}}${inner}{{< /note >}}`),
        fc.tuple(tie('page'), tie('page')).map(([a, b]) => `${a}{{% columns %}}${b}{{% /columns %}}`),
      ),
    })).page;
    fc.assert(
      fc.property(balanced, (page) => {
        expect(problems(page)).toEqual([]);
      }),
    );
  });

  it.each([
    ['opening tags', '{{< note >}}'],
    ['closing tags of another name', '{{< note >}}{{< columns >}}{{< /note >}}'],
    ['unknown names', '{{< ntoe >}}{{< /note >}}'],
    ['strays', '{{< /note >}}'],
  ])('pairs many %s in linear time', (_what, unit) => {
    const time = (count: number): number => {
      const { shortcodes } = lexHugoShortcodes('{{< note />}}' + unit.repeat(count), 0);
      const started = process.cpuUsage();
      pairHugoShortcodes(shortcodes, site);
      const { user, system } = process.cpuUsage(started);
      return (user + system) / 1000;
    };
    time(1000);
    expect(time(32_000)).toBeLessThan(20 * (time(4000) + 10));
  });
});
