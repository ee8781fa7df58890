import { describe, expect, test } from 'vitest';
import { readBibtex } from '../../src/scan/bibliography/bibtex/bibtex.ts';
import { readWithBiber, readWithBibtex, type TexReading } from '../support/read-tex.ts';
import { hasShared, readCases } from '../support/shared.ts';
import { hasTool } from '../support/tools.ts';

interface Row {
  readonly input: string;
  readonly bibtex: { readonly rc: number };
  readonly biber: { readonly rc: number };
}

const hasBibtex = hasTool('bibtex', 'nothing is compared with it');
const hasBiber = hasTool('biber', 'nothing is compared with it');

/** Pieces that both programs read. */
const PIECES = [
  '@article{g1, author = {Knuth, Donald E.}, title = {Literate Programming}, journal = {The Computer Journal}, year = 1984}\n',
  '@string{aw = "Addison-Wesley"}\n',
  '@string(mit = {MIT Press})\n',
  '@book{g2,\n  author = {Knuth, Donald E.},\n  title = {The {\\TeX}book},\n  publisher = aw # ", Reading",\n  month = jan,\n  year = 1984\n}\n',
  '@inproceedings{g3, author={Knuth, Donald E.}, title={Semantics}, crossref={g4}}\n@proceedings{g4, title={P}, booktitle={P}, year=1968}\n',
  '@comment{of no interest}\n',
  '@preamble{"\\newcommand{\\x}{y}"}\n',
  '%  a comment\n',
  'text between entries\n',
  '@xdata{g5, publisher={P}}\n@book{g6, author={Turing, Alan}, title={T}, xdata={g5}, year=2001}\n',
  '@book(g7, author={Hoare, C. A. R.}, title={T}, publisher={P}, year=1985)\n',
  '@misc{g8, title = "quoted {"} value", note = "a" # {b}}\n',
  '@online{g9, ids = {g10, g11}, title={T}, url={https://tug.org}, date={2001}}\n',
];

/** Numbers by a fixed sequence: the same every time. */
function sequence(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
}

/** Texts made of the rows of the case table and of whole pieces; every second one with a slip of the keyboard in it. */
function texts(count: number, seed: number): string[] {
  const next = sequence(seed);
  const rows = readCases<Row>('bib-cases');
  const whole = rows.filter(({ bibtex, biber }) => bibtex.rc === 0 && biber.rc === 0);
  return Array.from({ length: count }, (_, index) => {
    const isDamaged = index % 2 === 1;
    const from = isDamaged ? whole : rows;
    let text = '';
    for (let piece = 0; piece < 2 + next(3); piece++) {
      const added =
        next(2) === 0 ? (PIECES[next(PIECES.length)] ?? '') : (from[next(from.length)]?.input ?? '');
      text += `${added.trimEnd()}\n`.replace(/\b([kg])(\d+)\b/g, `$1${piece}$2`);
    }
    return isDamaged ? damage(text, next) : text;
  });
}

/** One sign lost, doubled, exchanged or too much. */
function damage(text: string, next: (below: number) => number): string {
  const spots = [...text.matchAll(/[{},="#@%()\n]|\w(?=\s*=)/g)].map(({ index }) => index);
  const at = spots[next(spots.length)] ?? 0;
  const sign = '{},="#@%()\\ \n'.charAt(next(13));
  const middle = ['', text.charAt(at).repeat(2), sign, text.charAt(at) + sign][next(4)] ?? '';
  return text.slice(0, at) + middle + text.slice(at + 1);
}

/** Keys as a set; BibTeX knows an entry without key, and one key in two cases once. */
const keySet = (keys: Iterable<string>): string[] =>
  [...new Set([...keys].filter((key) => key !== '').map((key) => key.toLowerCase()))].sort();

/**
 * What BibTeX alone reads otherwise: it skips the word `@comment`, not the braces behind it, cuts a key at a brace, and
 * loses a second entry on the last line.
 */
const BIBTEX_ALONE = /@comment\s*\{[^}]*@|@\w+\s*\{[^,\s]*\{|@.*@.*\s*$(?![\s\S])/i;

function compare(text: string, theirs: TexReading): void {
  const { entries, problems } = readBibtex(text);
  if (theirs.refused) expect({ text, problems: problems.length }).not.toEqual({ text, problems: 0 });
  else if (!BIBTEX_ALONE.test(text)) {
    expect({ text, keys: keySet(entries.map(({ key }) => key)) }).toEqual({
      text,
      keys: keySet(theirs.keys),
    });
  }
}

describe.skipIf(!hasShared)('recombined and damaged bibliographies', () => {
  test.skipIf(!hasBibtex)('300 as BibTeX reads them', { timeout: 120_000 }, () => {
    let refused = 0;
    for (const text of texts(300, 20_240_229)) {
      const theirs = readWithBibtex(text);
      if (theirs.refused) refused += 1;
      compare(text, theirs);
    }
    console.log(
      `bib-differential: 300 texts, ${refused} refused by BibTeX, all reported; keys of the others equal`,
    );
    expect(refused).toBeGreaterThan(80);
  });

  test.skipIf(!hasBiber)('12 as biber reads them', { timeout: 240_000 }, () => {
    for (const text of texts(12, 7)) compare(text, readWithBiber(text));
  });
});
