import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { findIdentifiers } from '../../src/work/identifiers.ts';

const find = (text: string) => findIdentifiers(text).map(({ kind, written }) => `${kind} ${written}`);

describe('findIdentifiers', () => {
  test.each([
    [
      'Lamport (1978). CACM 21(7). https://doi.org/10.1145/359545.359563.',
      ['doi https://doi.org/10.1145/359545.359563'],
    ],
    ['doi:10.1145/359545.359563, accessed', ['doi doi:10.1145/359545.359563']],
    ['DOI 10.1145/359545.359563; see', ['doi DOI 10.1145/359545.359563']],
    ['doi: 1O.1145/359545.359563, with a letter', ['doi doi: 1O.1145/359545.359563']],
    ['(10.1145/359545.359563)', ['doi 10.1145/359545.359563']],
    [
      '[link](http://dx.doi.org/10.1016/S0140-6736(20)30183-5).',
      ['doi http://dx.doi.org/10.1016/S0140-6736(20)30183-5'],
    ],
    [
      'https://doi.org/10.1002/(SICI)1097-0258(19980815/30)17:15/16<1661::AID-SIM968>3.0.CO;2-2',
      ['doi https://doi.org/10.1002/(SICI)1097-0258(19980815/30)17:15/16<1661::AID-SIM968>3.0.CO;2-2'],
    ],
    ['<https://doi.org/10.1145/359545.359563>', ['doi https://doi.org/10.1145/359545.359563']],
    ['arXiv preprint arXiv:1706.03762 [cs.CL].', ['arxiv arXiv preprint arXiv:1706.03762']],
    ['CoRR, abs/1706.03762, 2017', ['arxiv abs/1706.03762']],
    ['arXiv:hep-th/9711200v3.', ['arxiv arXiv:hep-th/9711200v3']],
    ['see https://arxiv.org/abs/1706.03762v5.', ['arxiv https://arxiv.org/abs/1706.03762v5']],
    ['https://arxiv.org/list/cs.CL/recent', ['url https://arxiv.org/list/cs.CL/recent']],
    ['ISBN 0-201-89683-4 1997', ['isbn ISBN 0-201-89683-4']],
    ['ISBN-13: 978 0 201 89683 1, pp. 7', ['isbn ISBN-13: 978 0 201 89683 1']],
    ['ISBN 0-201-89683-4 (pbk.), 978-0-201-89683-1.', ['isbn ISBN 0-201-89683-4', 'isbn 978-0-201-89683-1']],
    ['ISBN: 978-0-201-8968-1', ['isbn ISBN: 978-0-201-8968-1']],
    ['ISSN 0001-0782', ['issn ISSN 0001-0782']],
    ['eISSN: 2434-561X', ['issn eISSN: 2434-561X']],
    ['PMID: 13054692; PMCID: PMC2174844', ['pmid PMID: 13054692', 'pmcid PMCID: PMC2174844']],
    ['https://pubmed.ncbi.nlm.nih.gov/13054692/', ['pmid https://pubmed.ncbi.nlm.nih.gov/13054692/']],
    ['ORCID: 0000-0002-1825-0097', ['orcid ORCID: 0000-0002-1825-0097']],
    ['https://orcid.org/0000-0002-1825-0097', ['orcid https://orcid.org/0000-0002-1825-0097']],
    [
      '曹雪芹：《红楼梦》，https://www.gutenberg.org/ebooks/24264。',
      ['url https://www.gutenberg.org/ebooks/24264'],
    ],
    ['_https://www.tug.org/_', ['url https://www.tug.org/']],
    [
      '(https://en.wikipedia.org/wiki/Ada_(given_name))',
      ['url https://en.wikipedia.org/wiki/Ada_(given_name)'],
    ],
    ['at www.tug.org, or', ['url www.tug.org']],
    ['doi:10,1145/359545', ['doi doi:10,1145/359545']],
    ['version 10.1145 and 1.10.2000/3, DOI link, the doi of it, isbn number, arxiv paper, PMC', []],
    ['someone@www.tug.org', []],
  ])('%s', (text, expected) => {
    expect(find(text)).toEqual(expected);
  });

  test('regions are in order, inside the text, and hold what is written', () => {
    const pieces = fc.constantFrom(
      'doi:',
      '10.1145/',
      '359545',
      ' ',
      'https://',
      'doi.org/',
      'arXiv:',
      '1706.03762',
      'ISBN ',
      '978-0-201-89683-1',
      'ISSN ',
      '0001-0782',
      'PMID: ',
      '(',
      ')',
      '<',
      '>',
      '.',
      ',',
      '_',
      '*',
      '红',
      '\uD83D',
      'www.',
      'PMC123456',
    );
    const texts = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.array(pieces).map((all) => all.join('')),
    );
    fc.assert(
      fc.property(texts, (text) => {
        let before = 0;
        for (const { region, written } of findIdentifiers(text)) {
          expect(region.start).toBeGreaterThanOrEqual(before);
          expect(region.end).toBeGreaterThan(region.start);
          expect(text.slice(region.start, region.end)).toBe(written);
          before = region.end;
        }
        expect(before).toBeLessThanOrEqual(text.length);
      }),
      { numRuns: 2000 },
    );
  });

  test.each(['http://(', 'doi:10.1145/', 'ISBN 978-', 'arXiv:', '10.1145/<1:', 'www.', 'abs/a-', 'PMID: 1 '])(
    'stays linear over many “%s”',
    (piece) => {
      const time = (count: number) => {
        const text = piece.repeat(count);
        const start = performance.now();
        findIdentifiers(text);
        return performance.now() - start;
      };
      time(1000);
      expect(time(40_000)).toBeLessThan(1500);
    },
  );
});
