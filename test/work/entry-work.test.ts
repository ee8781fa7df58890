import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Work } from '../../src/model.ts';
import { isPreprintServer } from '../../src/work/compare-containers.ts';
import { workOfEntry } from '../../src/work/entry-work.ts';
import { bibtex, record } from './build-entry.ts';

/** A work as one line a part, so that a case reads at a glance. */
const outline = (work: Work) => {
  const persons = (list: Work['authors']) => list.map(({ value }) => value.family).join('; ');
  const { authors, editors, identifiers, othersOmitted, kind, ...parts } = work;
  const texts = Object.entries(parts).map(([name, { value }]) => [name, value]);
  return {
    ...Object.fromEntries(texts),
    kind,
    ...(authors.length > 0 ? { authors: persons(authors) } : {}),
    ...(editors.length > 0 ? { editors: persons(editors) } : {}),
    ...(othersOmitted ? { others: true } : {}),
    ...(identifiers.length > 0 ? { ids: identifiers.map(({ kind: id, value }) => `${id} ${value}`) } : {}),
  };
};

describe('workOfEntry', () => {
  test('BibTeX', () => {
    const turing = bibtex('article', {
      author: 'Turing, Alan~M.',
      title: 'On Computable Numbers, with an Application to the {Entscheidungsproblem}',
      journal: 'Proceedings of the London Mathematical Society',
      year: '1937',
      volume: 's2-42',
      number: '1',
      pages: '230--265',
      doi: 'https://doi.org/10.1112/PLMS/S2-42.1.230',
      issn: '0024-6115',
    });
    expect(outline(workOfEntry(turing))).toEqual({
      kind: 'article',
      authors: 'Turing',
      title: 'On Computable Numbers, with an Application to the Entscheidungsproblem',
      container: 'Proceedings of the London Mathematical Society',
      year: '1937',
      volume: 's2-42',
      issue: '1',
      pages: '230–265',
      ids: ['doi 10.1112/plms/s2-42.1.230', 'issn 0024-6115'],
    });
    expect(workOfEntry(turing).year?.region).toEqual({ start: 300, end: 304 });
  });

  test('BibLaTeX', () => {
    const entry = bibtex('book', {
      author: 'Hofstadter, Douglas R.',
      title: 'G{\\"o}del, Escher, Bach',
      subtitle: 'An Eternal Golden Braid',
      date: '1979-02',
      publisher: 'Basic Books',
      location: 'New York',
      isbn: '0-465-02656-7',
      edition: '1',
      urldate: '2020-03-04',
    });
    expect(outline(workOfEntry(entry))).toEqual({
      kind: 'book',
      authors: 'Hofstadter',
      title: 'Gödel, Escher, Bach: An Eternal Golden Braid',
      year: '1979',
      publisher: 'Basic Books',
      place: 'New York',
      edition: '1',
      accessed: '2020-03-04',
      ids: ['isbn 9780465026562'],
    });
  });

  test('fields of a crossref parent count where the child has none', () => {
    const child = bibtex('inproceedings', {
      author: 'Vaswani, Ashish and others',
      title: 'Attention Is All You Need',
      year: '2017',
    });
    const parent = bibtex('proceedings', {
      booktitle: 'Advances in Neural Information Processing Systems',
      year: '2018',
    });
    const work = workOfEntry(child, parent.fields);
    expect(outline(work)).toMatchObject({
      kind: 'paper',
      year: '2017',
      container: 'Advances in Neural Information Processing Systems',
      others: true,
    });
  });

  test('CSL-JSON', () => {
    const entry = record('article-journal', [
      ['author', [{ family: 'Shannon', given: 'Claude E.' }]],
      ['title', 'A Mathematical Theory of Communication'],
      ['container-title', ['Bell System Technical Journal']],
      ['issued', { 'date-parts': [[1948, 7]] }],
      ['volume', 27],
      ['issue', '3'],
      ['page', '379-423'],
      ['DOI', '10.1002/j.1538-7305.1948.tb01338.x'],
      ['ISSN', '0005-8580'],
      ['URL', 'https://ieeexplore.ieee.org/document/6773024'],
    ]);
    expect(outline(workOfEntry(entry))).toEqual({
      kind: 'article',
      authors: 'Shannon',
      title: 'A Mathematical Theory of Communication',
      container: 'Bell System Technical Journal',
      year: '1948',
      volume: '27',
      issue: '3',
      pages: '379-423',
      ids: [
        'doi 10.1002/j.1538-7305.1948.tb01338.x',
        'issn 0005-8580',
        'url https://ieeexplore.ieee.org/document/6773024',
      ],
    });
  });

  test('RIS', () => {
    const entry = record('JOUR', [
      ['AU', 'Diffie, Whitfield'],
      ['AU', 'Hellman, Martin E.'],
      ['TI', 'New directions in cryptography'],
      ['JO', 'IEEE Transactions on Information Theory'],
      ['PY', '1976/11//'],
      ['VL', '22'],
      ['IS', '6'],
      ['SP', '644'],
      ['EP', '654'],
      ['SN', '0018-9448'],
      ['DO', '10.1109/TIT.1976.1055638'],
    ]);
    expect(outline(workOfEntry(entry))).toMatchObject({
      kind: 'article',
      authors: 'Diffie; Hellman',
      year: '1976',
      pages: '644–654',
      ids: ['doi 10.1109/tit.1976.1055638', 'issn 0018-9448'],
    });
  });

  test('CITATION.cff and loose YAML', () => {
    const cff = record('book', [
      ['authors', [{ 'family-names': 'Knuth', 'given-names': 'Donald E.' }]],
      ['title', 'The TeXbook'],
      ['year', 1984],
      ['publisher', { name: 'Addison-Wesley' }],
    ]);
    expect(outline(workOfEntry(cff))).toMatchObject({
      authors: 'Knuth',
      year: '1984',
      publisher: 'Addison-Wesley',
      kind: 'book',
    });
    const loose = record('', [
      ['Author', 'Ada Lovelace'],
      ['title', 'Notes by the Translator'],
      ['date', '1843-09'],
      ['link', 'https://www.fourmilab.ch/babbage/sketch.html'],
    ]);
    expect(outline(workOfEntry(loose))).toMatchObject({ authors: 'Lovelace', year: '1843', kind: 'unknown' });
  });

  test.each([
    [{ eprint: '1706.03762', archiveprefix: 'arXiv' }, ['arxiv 1706.03762'], 'preprint'],
    [{ eprint: '1706.03762v5', eprinttype: 'arxiv', eprintclass: 'cs.CL' }, ['arxiv 1706.03762'], 'preprint'],
    [{ eprint: 'hep-th/9711200' }, ['arxiv hep-th/9711200'], 'preprint'],
    [{ journal: 'arXiv preprint arXiv:1706.03762' }, ['arxiv 1706.03762'], 'preprint'],
    [{ journal: 'CoRR', volume: 'abs/1706.03762' }, ['arxiv 1706.03762'], 'preprint'],
    [{ url: 'https://arxiv.org/abs/1706.03762' }, ['arxiv 1706.03762'], 'preprint'],
    [{ doi: '10.48550/arXiv.1706.03762' }, ['doi 10.48550/arxiv.1706.03762', 'arxiv 1706.03762'], 'preprint'],
    [{ journal: 'Nature', eprint: '1706.03762' }, ['arxiv 1706.03762'], 'article'],
    [{ eprint: '4351', eprinttype: 'hdl' }, undefined, 'article'],
    [{ doi: 'TODO' }, undefined, 'article'],
  ])('%j', (fields, ids, kind) => {
    const { ids: found, kind: read } = outline(
      workOfEntry(bibtex('article', fields as Record<string, string>)),
    );
    expect({ found, read }).toEqual({ found: ids, read: kind });
  });

  test('servers of preprints', () => {
    expect(
      ['arXiv preprint arXiv:1706.03762', 'CoRR', 'bioRxiv', 'SSRN Electronic Journal'].every(
        isPreprintServer,
      ),
    ).toBe(true);
    expect(isPreprintServer('Journal of the ACM')).toBe(false);
  });

  test('an empty entry is a work without parts', () => {
    expect(outline(workOfEntry(bibtex('misc', {})))).toEqual({ kind: 'unknown' });
    expect(outline(workOfEntry(bibtex('__proto__', { __proto__: 'x', title: ' ', author: '' })))).toEqual({
      kind: 'unknown',
    });
  });

  test('never throws, and gives plain data', () => {
    const name = fc.constantFrom(
      'author',
      'title',
      'year',
      'issued',
      'date',
      'doi',
      'isbn',
      'SN',
      'pages',
      'SP',
      'eprint',
      'url',
      'editor',
      'urldate',
    );
    const value = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.json(),
      fc.string({ unit: fc.constantFrom(...'{}[]",\\and 10./') }),
    );
    fc.assert(
      fc.property(fc.array(fc.tuple(name, value)), fc.boolean(), (fields, isBibtex) => {
        const entry = isBibtex ? bibtex('article', Object.fromEntries(fields)) : record('article', fields);
        const work = workOfEntry(entry);
        expect(JSON.parse(JSON.stringify(work))).toEqual(work);
      }),
      { numRuns: 2000 },
    );
  });
});
