import fc from 'fast-check';
import { beforeAll, describe, expect, test } from 'vitest';
import type { DialectName } from '../../../src/model.ts';
import { loadAllParsers } from '../../../src/scan/parsers.ts';
import { readByMicromark } from '../../support/full-micromark.ts';
import { FLAVORS, readText } from '../../support/read-markdown.ts';
import { readPandoc } from '../../support/read-pandoc.ts';
import { readCases } from '../../support/shared.ts';

beforeAll(loadAllParsers);

const TABLES = ['pandoc', 'myst', 'rehype-citation', 'footnote', 'jekyll'];

/** Rows of the case tables where they are at hand, and pieces of our own that get into each other's way. */
const FRAGMENTS: readonly string[] = [
  ...TABLES.flatMap((name) => readCases<{ readonly input: string }>(`${name}-cases`))
    .map(({ input }) => input.replace(/^\uFEFF/, ''))
    .filter((input) => input.length < 80),
  ...'@knuth84|[@knuth84]|[see @knuth84, p. 3; -@shannon48]|@lovelace43 [p. 4]|[@knuth84, @shannon48]|-@hoare62'.split(
    '|',
  ),
  ...'[@knuth84|knuth84]|(@knuth84)|word@knuth84|[@{knuth84}]|{cite}`knuth84`|{cite:p}`a; b`|{ref}`t`'.split(
    '|',
  ),
  ...'<d-cite key="knuth84"></d-cite>|<Cite id="knuth84" />|[^1]|[^note]|^[see @turing36]|[x @knuth84](u)'.split(
    '|',
  ),
  ...'![x @knuth84](u)|*@knuth84*|**[@knuth84]**|_@knuth84_|`@knuth84`|``` @knuth84|$@knuth84$|\\@knuth84'.split(
    '|',
  ),
  ...'\n[^1]: See @knuth84.|\n[^note]: [@hoare62] and [^1]|\n    [@knuth84]|\n> [@knuth84]|\n- @knuth84|\n1. [^1]'.split(
    '|',
  ),
  ...'\n## See @knuth84|\n```\n@knuth84\n```|\n<div>\n@knuth84\n</div>|\n<!-- @knuth84 -->|\n::: note\n@a1\n:::'.split(
    '|',
  ),
  ...'\n```{note}\n@knuth84\n```|\n(target)=|\n## References\n\n- Knuth, D. E. (1984). Literate Programming.|[3]'.split(
    '|',
  ),
  ...'plain words|Knuth, who wrote it.|"quoted"|it\'s|a_b_c|2*3*4|&amp;|<b>|</b>|<|[|]|(|)|{|}|*|_|`|\\|#|- |> '.split(
    '|',
  ),
];
const SEPARATORS = [' ', ' ', '', '\n', '\n\n', '\n\n', '\r\n'];

const page = fc
  .array(fc.tuple(fc.constantFrom(...FRAGMENTS), fc.constantFrom(...SEPARATORS)), {
    minLength: 1,
    maxLength: 9,
  })
  .map((pieces) => pieces.flat().join(''));

/** A paragraph with whatever any engine cites with. */
const MARKS = '[^zz] @zz [@zz] {cite}`zz` <d-cite key="zz"></d-cite> <Cite id="zz" /> &#64;zz $$ -- (z)=';

/** All facts of a text in which the lead stands first, less those of the lead, counted from behind it. */
function behind(lead: string, facts: object): unknown {
  const from = lead.length;
  const shift = (value: unknown): unknown => {
    if (Array.isArray(value)) return value.filter((item) => !standsBefore(item)).map(shift);
    if (typeof value !== 'object' || value === null) return value;
    return Object.fromEntries(
      Object.entries(value).map(([name, inner]) => [
        name,
        (name === 'start' || name === 'end') && typeof inner === 'number' ? inner - from : shift(inner),
      ]),
    );
  };
  const standsBefore = (value: unknown): boolean => {
    if (typeof value !== 'object' || value === null) return false;
    const { start, region } = value as { start?: number; region?: { start: number } };
    return (start ?? region?.start ?? from) < from;
  };
  // Where nothing is cited it does not matter that an engine would print the list by itself.
  return shift({ ...facts, printsReferenceList: undefined });
}

const PANDOC: readonly DialectName[] = ['pandoc', 'quarto', 'rmarkdown', 'manubot', 'mkdocs-bibtex'];

describe('a page reads the same whether a candidate elsewhere had it taken apart or not', () => {
  const lead = `Lead.\n\n${MARKS}\n\n`;
  const bare = `Lead.\n\n${MARKS.replaceAll(/[^\n]/g, 'x')}\n\n`;

  test.each(FLAVORS)('%s', (flavor) => {
    fc.assert(
      fc.property(page, (text) => {
        expect(behind(lead, readText(lead + text, flavor))).toEqual(
          behind(bare, readText(bare + text, flavor)),
        );
      }),
      { numRuns: 400 },
    );
  });

  test.each(PANDOC)('%s', (dialect) => {
    fc.assert(
      fc.property(page, (text) => {
        expect(behind(lead, readPandoc(lead + text, dialect))).toEqual(
          behind(bare, readPandoc(bare + text, dialect)),
        );
      }),
      { numRuns: 400 },
    );
  });
});

describe('every citation, use and definition of a note is that of a full micromark', () => {
  /** The micromark here has no front matter. Tables, struck text and bare addresses are of extensions. */
  const isCore = (text: string): boolean =>
    !/^---|[|~]|https?:|www\.|\w@\w|&(?!amp;)|^(?:import|export)\b|<\/?[A-Z]|<>|\{\/\*/m.test(text);

  test('rehype-citation', () => {
    let cited = 0;
    fc.assert(
      fc.property(page.filter(isCore), (text) => {
        const { citations, footnotes } = readText(text, 'rehype-citation');
        const full = readByMicromark(text);
        cited += full.citations.length;
        const elements = ['element', 'link', 'numbered'];
        const ours = citations
          .filter(({ construct }) => !elements.includes(construct))
          .map(({ construct, region, cites }) => {
            const keys = cites.map(({ key, mode, keyRegion }) => {
              return `${mode === 'suppress-author' ? '-' : ''}${key} ${keyRegion.start}`;
            });
            return `${construct} ${region.start}-${region.end} ${keys.join(' ')}`;
          });
        expect(ours.sort()).toEqual(full.citations);
        const defined = new Set(footnotes.definitions.map(({ label }) => label.toLowerCase().toUpperCase()));
        const uses = footnotes.uses
          .filter(({ label }) => defined.has(label.toLowerCase().toUpperCase()))
          .map(({ label, region }) => `${label} ${region.start}-${region.end}`);
        expect(uses.sort()).toEqual(full.uses);
        expect(footnotes.definitions.map(({ label, region }) => `${label} ${region.start}`).sort()).toEqual(
          full.definitions,
        );
      }),
      { numRuns: 2000 },
    );
    expect(cited).toBeGreaterThan(1000);
  });
});
