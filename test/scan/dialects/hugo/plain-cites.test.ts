import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { ShortcodeSignature, SiteDialect } from '../../../../src/model.ts';
import { readPlainCites } from '../../../../src/scan/dialects/hugo/plain-cites.ts';
import { readAllShortcodes } from '../../../../src/scan/dialects/hugo/read-hugo.ts';
import { evidenceCite } from '../../../../src/scan/dialects/hugo/signatures.ts';
import type { TemplateFacts } from '../../../../src/scan/dialects/template-facts.ts';
import { loadParser } from '../../../../src/scan/parsers.ts';
import { hugoDialect, plainSignature } from '../../../support/hugo-dialect.ts';
import '../../../support/property-seed.ts';

await loadParser('commonmark');

const KNUTH = 'Knuth, D. E. (1997). *The Art of Computer Programming*. Addison-Wesley.';
const SHANNON = 'Shannon, C. E. (1948). A Mathematical Theory of Communication.';

const cite: ShortcodeSignature = { ...plainSignature('cite', false), cite: evidenceCite };

/** Sites in which the same pages say something else. */
const DIALECTS: Readonly<Record<string, SiteDialect>> = {
  'without templates': hugoDialect([], false),
  'with a template that takes two arguments': hugoDialect([{ ...cite, positional: 2 }]),
  'with a template that takes one argument': hugoDialect([{ ...cite, positional: 1 }]),
  'with a template that wants a closing tag': hugoDialect([{ ...cite, paired: true }]),
  'with a template that cites under the name of a list': hugoDialect([
    { ...plainSignature('bibliography', false), cite: evidenceCite },
  ]),
  'with no such template': hugoDialect([plainSignature('note', true)]),
};

const name = fc.constantFrom('cite', 'cite', 'cite', 'citet', 'citep', 'note', 'bibliography', 'Cite');
const key = fc.constantFrom(
  '"knuth1997"',
  '"knuth1997"',
  '"shannon48"',
  '"p"',
  '"a;b"',
  '"a b"',
  '""',
  'k84',
);
const text = fc.constantFrom(
  `"${KNUTH}"`,
  `"${KNUTH}"`,
  `"${SHANNON}"`,
  '"*Elements* (4th ed.). Dover, New York."',
  '"Page 3, 4, 5, 6"',
  '"P. 3, 4, 5, 6"',
  '"p. 3"',
  '"Knuth and the three of us"',
  '"Knuth, Dancing links."',
  '"Knuth, D. E. \\"Dancing links\\" of 2000."',
  '"Knuth, D. E. {Dancing} links of 2000."',
  '"Élie, C. (1922). Sur les équations de la gravitation."',
  '"Knuth,  D. E.  (1997). Dancing  links."',
  '"Knuth, D. E.',
  '',
);
const tag = fc
  .tuple(
    fc.constantFrom('{{< ', '{{< ', '{{< ', '{{<', '{{% ', '{{<  ', '{< ', '{{ ', '{{{< ', '{{</* '),
    name,
    fc.constantFrom(' ', ' ', ' ', '  ', '\n'),
    key,
    fc.constantFrom(' ', ' ', ' ', '  ', ''),
    text,
    fc.constantFrom(' >}}', ' >}}', ' >}}', '>}}', '> }}', ' >}', ' />}}', ' >}}}', ' */>}}', '\n>}}', ''),
  )
  .map((parts) => parts.join(''));
const plainTag = fc
  .tuple(fc.constantFrom(KNUTH, SHANNON), fc.constantFrom('knuth1997', 'shannon48', 'x-1_y'))
  .map(([reference, named]) => `{{< cite "${named}" "${reference}" >}}`);
const nearlyPlainTag = fc
  .tuple(fc.constantFrom('cite', 'cite', 'cite', 'citet', 'citep', 'note', 'bibliography'), key, text)
  .map((parts) => `{{< ${parts.join(' ')} >}}`);
const prose = fc.constantFrom(
  'Words fade. ',
  '\n\n',
  '`{{< cite "a" >}}`',
  '{{< /cite >}}',
  '```js\nif (a) { b }\n```\n',
  '<Figure src={a} />',
  'a -> } b %} c > }',
  '{{ cite "knuth1997" }}',
  ' cite "knuth1997" "Dover" >}}',
  '{',
  '}',
  '"',
);
const page = fc.array(fc.oneof(plainTag, plainTag, nearlyPlainTag, nearlyPlainTag, tag, prose), {
  maxLength: 5,
});

const listed = (facts: TemplateFacts) => ({ ...facts, shortcodes: facts.shortcodes() });

test.each(Object.entries(DIALECTS))(
  '%s, plain pages are read at once as they are tag by tag',
  (_, dialect) => {
    let plain = 0;
    fc.assert(
      fc.property(page, (parts) => {
        const written = parts.join('');
        const body = { start: 0, end: written.length };
        const atOnce = readPlainCites(written, body, dialect);
        if (atOnce === undefined) return;
        if (atOnce.citations.length > 0) plain += 1;
        expect(listed(atOnce)).toEqual(listed(readAllShortcodes(written, body, dialect)));
      }),
      { numRuns: 2000 },
    );
    if (dialect.shortcodes['cite']?.positional === 2) expect(plain).toBeGreaterThan(100);
  },
);

test('a page of plain cites is read at once, as is one without a shortcode', () => {
  const dialect = DIALECTS['without templates']!;
  const read = (written: string) => readPlainCites(written, { start: 0, end: written.length }, dialect);
  expect(read(`Words.{{< cite "knuth1997" "${KNUTH}" >}} { More }.`)?.references).toEqual([
    { region: { start: 28, end: 28 + KNUTH.length }, text: KNUTH, key: 'knuth1997', construct: 'shortcode' },
  ]);
  expect(read('Words.')?.citations).toEqual([]);
  expect(read('{{< cite "knuth1997" "Knuth, Dancing links." >}}')).toBeUndefined();
});
