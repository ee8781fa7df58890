import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Work } from '../../src/model.ts';
import {
  compareWorks,
  describeDifferences,
  describeTextDifference,
  isSameWork,
  textDifferences,
  workKeys,
} from '../../src/work/compare.ts';
import { isSameContainer, isSamePublisher } from '../../src/work/compare-containers.ts';
import { compareTitles } from '../../src/work/compare-titles.ts';
import { workOfEntry } from '../../src/work/entry-work.ts';
import { isSamePerson } from '../../src/work/fold-names.ts';
import { readBibtexNames } from '../../src/work/names.ts';
import { bibtex } from './build-entry.ts';

type Fields = Readonly<Record<string, string>>;
const work = (fields: Fields, type = 'article'): Work => workOfEntry(bibtex(type, fields));

const SHANNON: Fields = {
  author: 'Shannon, Claude E.',
  title: 'A Mathematical Theory of Communication',
  journal: 'Bell System Technical Journal',
  year: '1948',
  volume: '27',
  number: '3',
  pages: '379--423',
};
const TAOCP: Fields = {
  author: 'Knuth, Donald E.',
  title: 'The Art of Computer Programming',
  volume: '1',
  year: '1997',
  publisher: 'Addison-Wesley',
};
const VASWANI: Fields = {
  author: 'Vaswani, Ashish and Shazeer, Noam and Parmar, Niki and others',
  title: 'Attention Is All You Need',
  booktitle: 'Advances in Neural Information Processing Systems',
  year: '2017',
};
const VASWANI_PREPRINT: Fields = {
  author: 'Vaswani, Ashish and Shazeer, Noam and Parmar, Niki and Uszkoreit, Jakob',
  title: 'Attention is all you need',
  journal: 'arXiv preprint arXiv:1706.03762',
  year: '2017',
};

const person = (text: string) => readBibtexNames(text).names[0]!;

describe('persons', () => {
  test.each([
    ['Knuth, Donald E.', 'D. E. Knuth'],
    ['Knuth, Donald', 'Knuth'],
    ['Gödel, Kurt', 'Godel, K.'],
    ['Gödel, Kurt', 'Goedel, Kurt'],
    ['Müller, Hans', 'Mueller, H.'],
    ['Ludwig van Beethoven', 'Beethoven, Ludwig van'],
    ['García Márquez, Gabriel', 'García, Gabriel'],
    ["Garc{\\'i}a-M{\\'a}rquez, Gabriel", 'García Márquez, G.'],
    ['Lévi-Strauss, Claude', 'Levi-Strauss, C.'],
    ["O'Neil, Cathy", 'O’Neil, Cathy'],
    ['Wang, Wei', 'Wei, Wang'],
    ['Łukasiewicz, Jan', 'Lukasiewicz, J'],
    ['{World Health Organization}', 'World Health Organization'],
    ['{World Health Organization}', '{WHO}'],
    ['Колмогоров, А. Н.', 'Kolmogorov, A. N.'],
    ['King, Jr., Martin Luther', 'King, M. L.'],
    ['William Gates', 'Bill Gates'],
    ['曹雪芹', '曹, 雪芹'],
  ])('%s may be %s', (a, b) => {
    expect(isSamePerson(person(a), person(b))).toBe(true);
    expect(isSamePerson(person(b), person(a))).toBe(true);
  });

  test.each([
    ['Knuth, Donald E.', 'Lamport, Leslie'],
    ['Turing, Alan', 'Turing, Sara'],
    ['Bauer, F.', 'Baur, F.'],
    ['曹雪芹', '吴承恩'],
    ['{World Health Organization}', '{World Trade Organization}'],
    ['Li, Wei', 'Lin, Wei'],
  ])('%s is not %s', (a, b) => {
    expect(isSamePerson(person(a), person(b))).toBe(false);
    expect(isSamePerson(person(b), person(a))).toBe(false);
  });
});

describe('titles', () => {
  test.each([
    ['On Computable Numbers', '“On computable numbers.”', 'same'],
    ['On-line algorithms', 'Online Algorithms', 'same'],
    ['Gödel, Escher, Bach: An Eternal Golden Braid', 'Gödel, Escher, Bach', 'subtitle'],
    [
      'On Computable Numbers, with an Application to the Entscheidungsproblem',
      'On Computable Numbers',
      'subtitle',
    ],
    ['Ethics: Inventing Right and Wrong', 'Ethics', 'subtitle'],
    ['A Mathematical Theory of Communication', 'A Mathematical Theory of Comunication', 'misspelt'],
    ['A Mathematical Theory of Communication', 'The Mathematical Theory of Communication', 'misspelt'],
    ['The Art of Computer Programming, Volume 1', 'The Art of Computer Programming, Volume 2', 'numbered'],
    ['The Art of Computer Programming, Volume 1', 'The Art of Computer Programming', 'numbered'],
    ['Henry IV, Part I', 'Henry IV, Part II', 'numbered'],
    ['The Art of War', 'Art of War', 'same'],
    ['Modern C', 'Modern C, Second Edition', 'different'],
    ['Deep Learning', 'Deep Learning for Vision', 'different'],
    ['红楼梦', '西游记', 'different'],
    ['红楼梦', '《红楼梦》', 'same'],
    ['C Primer', 'C++ Primer', 'numbered'],
    ['Programming in C', 'Programming in C#', 'numbered'],
    ['A Study of 1984', 'A Study of 1985', 'numbered'],
    ['Computer Programming. Vol. 1, Algorithms', 'Computer Programming, Volume I: Algorithms', 'same'],
    ['Die Geschwister Tanner, Bd. 2', 'Die Geschwister Tanner, Band 2', 'same'],
    ['Tractatus, Pt. A', 'Tractatus, Part A', 'same'],
    ['Tractatus, Pt. 1', 'Tractatus, Part 2', 'numbered'],
    ['The C Programming Language, 2nd ed.', 'The C Programming Language (second edition)', 'same'],
    ['The C Programming Language, rev. ed.', 'The C Programming Language, revised edition', 'same'],
    ['Computer Programming, Vol. 1', 'Computer Programming, Volume 1: Algorithms', 'subtitle'],
    ['Über Graphen & Bäume', 'Ueber Graphen und Baeume', 'same'],
    ['Læren om små og store tal', 'Laeren om smaa & store tal', 'same'],
    ['Über große Kardinalzahlen', 'Ueber grosse Kardinalzahlen', 'same'],
    ['Über Graphen & Bäume', 'Ueber Graphen ohne Baeume', 'different'],
    ['Mond und Sonne', 'Mond et Sonne', 'different'],
  ])('%s and %s: %s', (a, b, relation) => {
    expect(compareTitles(a, b)).toBe(relation);
    expect(compareTitles(b, a)).toBe(relation);
  });
});

describe('containers and publishers', () => {
  test('the end of a title that was taken for the publisher', () => {
    const gamma = { author: 'Gamma, Erich', year: '1994' };
    const cut = {
      ...gamma,
      title: 'Design Patterns',
      publisher: 'Elements of Reusable Object-Oriented Software',
    };
    const whole = { ...gamma, title: 'Design Patterns: Elements of Reusable Object-Oriented Software' };
    const other = { ...gamma, title: 'Design Patterns', publisher: 'Addison-Wesley' };
    const differences = (x: Fields, y: Fields) =>
      compareWorks(work(x, 'book'), work(y, 'book')).differences.map(({ part }) => part);
    expect(differences(cut, { ...whole, publisher: 'Addison-Wesley' })).toEqual([]);
    expect(differences({ ...whole, publisher: 'Addison-Wesley' }, cut)).toEqual([]);
    expect(differences(other, { ...whole, publisher: 'Wiley' })).toEqual(['publisher']);
  });

  test.each([
    ['J. ACM', 'Journal of the ACM'],
    ['Commun. ACM', 'Communications of the ACM'],
    ['CACM', 'Communications of the ACM'],
    ['NeurIPS', 'Advances in Neural Information Processing Systems 30'],
    ['NIPS', 'NeurIPS 2017'],
    ['Proc. CVPR', 'IEEE Conference on Computer Vision and Pattern Recognition (CVPR)'],
    ['CVPR', 'IEEE Conference on Computer Vision and Pattern Recognition'],
    ['Proc. Natl. Acad. Sci. USA', 'Proceedings of the National Academy of Sciences'],
    ['PNAS', 'Proceedings of the National Academy of Sciences of the United States of America'],
    ['Bell Syst. Tech. J.', 'The Bell System Technical Journal'],
    ['Phys. Rev. Lett.', 'Physical Review Letters'],
    ['Nature', '*Nature*'],
    [
      '30th Conference on Neural Information Processing Systems, Barcelona, Spain',
      'Advances in Neural Information Processing Systems',
    ],
    ['Communications of the ACM, 21(7)', 'Commun. ACM'],
    ['Mathematische Annalen', 'Math. Ann.'],
  ])('%s is %s', (a, b) => {
    expect(isSameContainer(a, b) && isSameContainer(b, a)).toBe(true);
  });

  test.each([
    ['Nature', 'Science'],
    ['Nature', 'Nature Physics'],
    ['IRE Transactions on Information Theory', 'Annals of Improbable Research'],
    ['Physical Review', 'Physical Review Letters'],
    ['Journal of the ACM', 'Communications of the ACM'],
    ['Bell System Technical Journal', 'IEEE Transactions on Information Theory'],
    ['Physical Review A', 'Physical Review Letters'],
    ['红楼梦学刊', '明清小说研究'],
  ])('%s is not %s', (a, b) => {
    expect(isSameContainer(a, b) || isSameContainer(b, a)).toBe(false);
  });

  test.each([
    ['MIT Press', 'The MIT Press', true],
    ['Wiley', 'John Wiley & Sons', true],
    ['Springer-Verlag', 'Springer', true],
    ['OUP', 'Oxford University Press', true],
    ['Cambridge University Press', 'Oxford University Press', false],
    ['Addison-Wesley', 'Springer', false],
  ])('%s and %s: %s', (a, b, same) => {
    expect(isSamePublisher(a, b)).toBe(same);
    expect(isSamePublisher(b, a)).toBe(same);
  });
});

describe('compareWorks', () => {
  const compare = (a: Fields, b: Fields) => {
    const { verdict, differences } = compareWorks(work(a), work(b));
    return `${verdict}: ${describeDifferences(differences)}`;
  };

  test.each<[Fields, string]>([
    [{}, 'same: '],
    [{ author: 'C. E. Shannon', journal: 'Bell Syst. Tech. J.', pages: '379' }, 'same: '],
    [{ journal: '', volume: '' }, 'same: '],
    [{ pages: '379-423' }, 'same: '],
    [{ year: '1948a' }, 'same: '],
    [{ year: '1949' }, 'conflicting: year 1948 ≠ 1949'],
    [{ year: 'n.d.' }, 'conflicting: year 1948 ≠ n.d.'],
    [{ volume: '28', number: '4' }, 'conflicting: volume 27 ≠ 28; issue 3 ≠ 4'],
    [{ pages: '397--423' }, 'conflicting: pages 379–423 ≠ 397–423'],
    [{ author: 'Shanon, Claude' }, 'conflicting: authors Claude E. Shannon ≠ Claude Shanon'],
    [{ author: 'Shannon, Claude and Weaver, Warren' }, 'conflicting: authors Shannon ≠ Shannon, Weaver'],
    [{ journal: 'Nature' }, 'conflicting: published in Bell System Technical Journal ≠ Nature'],
    [
      { title: 'A Mathematical Theory of Comunication' },
      'conflicting: title A Mathematical Theory of Communication ≠ A Mathematical Theory of Comunication',
    ],
    [
      { title: 'Communication in the Presence of Noise', year: '1949', journal: 'Proceedings of the IRE' },
      'different: title A Mathematical Theory of Communication ≠ Communication in the Presence of Noise; year 1948 ≠ 1949; ' +
        'published in Bell System Technical Journal ≠ Proceedings of the IRE',
    ],
  ])('Shannon with %j is %s', (change, expected) => {
    expect(compare(SHANNON, { ...SHANNON, ...change })).toBe(expected);
  });

  test('a preprint and its publication differ in that alone', () => {
    expect(compare(VASWANI_PREPRINT, VASWANI)).toBe(
      'conflicting: preprint arXiv preprint arXiv:1706.03762 ≠ Advances in Neural Information Processing Systems',
    );
    expect(compare({ ...VASWANI_PREPRINT, year: '2016' }, VASWANI)).toMatch(/^conflicting: preprint/);
  });

  test('a preprint without a journal is named by its number', () => {
    const { title, author } = VASWANI_PREPRINT as { title: string; author: string };
    expect(compare({ title, author, year: '2017', eprint: '1706.03762' }, VASWANI)).toBe(
      'conflicting: preprint arXiv:1706.03762 ≠ Advances in Neural Information Processing Systems',
    );
  });

  test('long lists of authors are cut to where they differ', () => {
    const authors = 'Abelson, H. and Sussman, G. J. and Sussman, J. and Knuth, D.';
    expect(compare({ author: authors }, { author: `${authors} and Lamport, L.` })).toBe(
      'conflicting: authors …, Sussman, Knuth ≠ …, Sussman, Knuth, Lamport',
    );
  });

  test('identifiers', () => {
    const doi = { doi: '10.1002/j.1538-7305.1948.tb01338.x' };
    expect(
      compare(
        { ...SHANNON, ...doi },
        { ...SHANNON, doi: 'https://doi.org/10.1002/J.1538-7305.1948.TB01338.X' },
      ),
    ).toBe('same: ');
    expect(compare({ ...SHANNON, ...doi }, { ...SHANNON, doi: '10.1109/9780470544242.ch1' })).toMatch(
      /^conflicting: DOI 10\.1002/,
    );
    expect(
      compare({ ...SHANNON, url: 'http://example.org/a' }, { ...SHANNON, url: 'https://www.example.org/a/' }),
    ).toBe('same: ');
  });

  test('regions lead to the fields', () => {
    const { differences } = compareWorks(work(SHANNON), work({ ...SHANNON, year: '1949' }));
    expect(differences).toEqual([
      {
        part: 'year',
        left: '1948',
        right: '1949',
        leftRegion: { start: 300, end: 304 },
        rightRegion: { start: 300, end: 304 },
      },
    ]);
  });

  test('says when nothing could be compared', () => {
    const nothing = work({});
    expect(compareWorks(nothing, work(SHANNON))).toEqual({ verdict: 'same', differences: [], compared: [] });
    expect(compareWorks(work(SHANNON), work(SHANNON)).compared).toContain('title');
  });

  test('two Chinese books', () => {
    const honglou = { author: '曹雪芹', title: '红楼梦', year: '1791', publisher: '程伟元' };
    const xiyou = { author: '吴承恩', title: '西游记', year: '1592' };
    expect(compare(honglou, xiyou)).toBe(
      'different: title 红楼梦 ≠ 西游记; authors 曹雪芹 ≠ 吴承恩; year 1791 ≠ 1592',
    );
    expect(isSameWork(work(honglou, 'book'), work(xiyou, 'book'))).toBe(false);
    expect(workKeys(work(honglou)).some((key) => workKeys(work(xiyou)).includes(key))).toBe(false);
  });
});

describe('isSameWork', () => {
  test.each<[string, Work, Work]>([
    ['the same entry', work(SHANNON), work(SHANNON)],
    [
      'a short one',
      work(SHANNON),
      work({ author: 'C. Shannon', title: 'A mathematical theory of communication', year: '1948' }),
    ],
    ['a preprint', work(VASWANI), work(VASWANI_PREPRINT)],
    ['a preprint of the year before', work(VASWANI), work({ ...VASWANI_PREPRINT, year: '2016' })],
    [
      'the same DOI, a slip in the title, another year',
      work({ ...SHANNON, doi: '10.1002/x1' }),
      work({ ...SHANNON, doi: '10.1002/X1', title: 'A Mathematical Theory of Comunication', year: '1984' }),
    ],
    [
      'the same ISBN in both forms',
      work({ ...TAOCP, isbn: '0-201-89683-4' }, 'book'),
      work({ title: TAOCP['title']!, author: 'Knuth', isbn: '978-0-201-89683-1' }, 'book'),
    ],
    [
      'a subtitle missing',
      work({ ...SHANNON, title: 'A Mathematical Theory of Communication: Part of a Series' }),
      work(SHANNON),
    ],
    [
      'the same page',
      work({ title: 'Analytical Engine', url: 'https://www.fourmilab.ch/babbage/sketch.html' }, 'online'),
      work(
        { title: 'Analytical engine', url: 'http://fourmilab.ch/babbage/sketch.html', year: '2000' },
        'online',
      ),
    ],
    [
      'umlauts spelt out',
      work({ ...SHANNON, author: 'Gödel, Kurt' }),
      work({ ...SHANNON, author: 'Goedel, K.' }),
    ],
  ])('%s', (_name, a, b) => {
    expect(isSameWork(a, b)).toBe(true);
    expect(isSameWork(b, a)).toBe(true);
    expect(workKeys(a).some((key) => workKeys(b).includes(key))).toBe(true);
  });

  test.each<[string, Work, Work]>([
    ['another volume', work(TAOCP, 'book'), work({ ...TAOCP, volume: '2' }, 'book')],
    [
      'another volume in the title',
      work({ ...TAOCP, title: `${TAOCP['title']}, Volume 1` }, 'book'),
      work({ ...TAOCP, title: `${TAOCP['title']}, Volume 2` }, 'book'),
    ],
    [
      'another edition',
      work({ ...TAOCP, edition: '2' }, 'book'),
      work({ ...TAOCP, edition: 'Third' }, 'book'),
    ],
    ['another year', work(SHANNON), work({ ...SHANNON, year: '1949' })],
    ['another author', work(SHANNON), work({ ...SHANNON, author: 'Weaver, Warren' })],
    [
      'the report and the article',
      work(SHANNON),
      work(
        { author: SHANNON['author']!, title: SHANNON['title']!, year: '1948', institution: 'Bell Labs' },
        'techreport',
      ),
    ],
    [
      'the thesis and the article',
      work(SHANNON),
      work(
        { author: SHANNON['author']!, title: SHANNON['title']!, year: '1948', school: 'MIT' },
        'phdthesis',
      ),
    ],
    ['another journal', work(SHANNON), work({ ...SHANNON, journal: 'Nature' })],
    ['another part in the same journal', work(SHANNON), work({ ...SHANNON, number: '4', pages: '623--656' })],
    ['another DOI', work({ ...SHANNON, doi: '10.1002/x1' }), work({ ...SHANNON, doi: '10.1002/x2' })],
    [
      'a generic title',
      work({ author: 'Knuth, D.', title: 'Preface', year: '1997' }),
      work({ author: 'Knuth, D.', title: 'Preface', year: '1997' }),
    ],
    [
      'chapters of one book',
      work({ author: 'Knuth', title: 'On Trees', isbn: '0-201-89683-4' }, 'inbook'),
      work({ author: 'Knuth', title: 'On Sorting', isbn: '0-201-89683-4' }, 'inbook'),
    ],
    [
      'no year',
      work({ author: 'Knuth', title: 'The TeXbook' }),
      work({ author: 'Knuth', title: 'The TeXbook' }),
    ],
    ['nothing known', work({}), work({})],
    [
      'one site, two pages',
      work({ title: 'News', url: 'https://www.tug.org/' }),
      work({ title: 'News', url: 'https://www.tug.org/' }),
    ],
  ])('not %s', (_name, a, b) => {
    expect(isSameWork(a, b)).toBe(false);
    expect(isSameWork(b, a)).toBe(false);
  });

  const fields = fc.record(
    {
      author: fc.constantFrom(
        'Knuth, Donald',
        'D. Knuth',
        'Gödel, Kurt',
        '曹雪芹',
        'Shannon, C. and others',
        '{NASA}',
      ),
      title: fc.constantFrom(
        'The TeXbook',
        'TeXbook',
        'The TeXbook: A Guide',
        '红楼梦',
        'On Computable Numbers',
        'Volume 2',
        '',
      ),
      year: fc.constantFrom('1984', '1985', '1984a', 'n.d.', ''),
      journal: fc.constantFrom('CACM', 'Commun. ACM', 'Nature', 'arXiv preprint arXiv:1706.03762'),
      publisher: fc.constantFrom('MIT Press', 'Wiley'),
      volume: fc.constantFrom('1', 'II', '2'),
      pages: fc.constantFrom('1--2', '1', 'e12', '3--4'),
      doi: fc.constantFrom('10.1145/1', '10.1145/2', 'https://doi.org/10.1145/1'),
      url: fc.constantFrom('https://x.org/a', 'http://www.x.org/a/', 'https://dl.acm.org/doi/10.1145/1'),
    },
    { requiredKeys: [] },
  );
  const works = fc
    .tuple(fc.constantFrom('article', 'book', 'misc', 'phdthesis'), fields)
    .map(([type, all]) => work(all as Fields, type));

  test('symmetric, and reflexive where it says anything', () => {
    fc.assert(
      fc.property(works, works, (a, b) => {
        expect(isSameWork(a, b)).toBe(isSameWork(b, a));
        const there = compareWorks(a, b);
        const back = compareWorks(b, a);
        expect(back.verdict).toBe(there.verdict);
        expect(back.differences.map(({ part, left, right }) => [part, right, left])).toEqual(
          there.differences.map(({ part, left, right }) => [part, left, right]),
        );
        expect(compareWorks(a, a).differences).toEqual([]);
        if (isSameWork(a, b)) expect(workKeys(a).some((key) => workKeys(b).includes(key))).toBe(true);
      }),
      { numRuns: 5000 },
    );
  });
});

describe('describeTextDifference', () => {
  test.each([
    ['Knuth, D. (1997). TAOCP.', 'Knuth, D. (1998). TAOCP.', '1997 ≠ 1998'],
    ['Knuth, D. (1997). *TAOCP*', 'Knuth, D. (1997) TAOCP.', ''],
    ['红楼梦', '西游记', '红楼梦 ≠ 西游记'],
    ['see the notes', 'see the long notes', 'nothing ≠ long'],
    ['a b c d e f', 'a x c y e z', 'b ≠ x; d ≠ y; f ≠ z'],
    ['', '', ''],
  ])('%s / %s: %s', (a, b, words) => {
    expect(describeTextDifference(a, b)).toBe(words);
  });

  test('regions hold what is named, for any two texts, in bounded time', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), fc.string({ unit: 'grapheme' }), (a, b) => {
        for (const { left, leftRegion } of textDifferences(a, b)) {
          if (leftRegion === undefined) expect(left).toBe('');
          else expect(a.slice(leftRegion.start, leftRegion.end).replace(/\s+/g, ' ')).toBe(left);
        }
      }),
    );
    const long = (word: string) => Array.from({ length: 50_000 }, (_, at) => word + (at % 7)).join(' ');
    const start = performance.now();
    textDifferences(long('a'), long('b'));
    expect(performance.now() - start).toBeLessThan(2000);
  });
});

describe('volumes that are written longer', () => {
  const canny = (volume: string): Work =>
    work({
      author: 'Canny, John',
      title: 'A Computational Approach to Edge Detection',
      journal: 'IEEE Transactions on Pattern Analysis and Machine Intelligence',
      year: '1986',
      volume,
    });

  test.each([
    ['PAMI-8', '8', 'same'],
    ['8.6', '8', 'same'],
    ['185.4157', '185', 'same'],
    ['PAMI-8', '9', 'conflicting'],
    ['185.4157', '186', 'conflicting'],
    ['18', '8', 'conflicting'],
  ])('%s and %s', (left, right, verdict) => {
    expect(compareWorks(canny(left), canny(right)).verdict).toBe(verdict);
  });
});
