import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { IdentifierKind } from '../../src/model.ts';
import {
  checkArxiv,
  checkDoi,
  checkIdentifier,
  checkIsbn,
  checkIssn,
  checkOrcid,
  checkPmcid,
  checkPmid,
  checkUrl,
  dateOfArxiv,
  doiOfUrl,
  isPlaceholderDoi,
  proxiedHost,
  splitIsbns,
  splitIssns,
  trackingParts,
  urlKey,
  withoutTracking,
} from '../../src/work/identifiers.ts';

const SICI = '10.1002/(SICI)1097-0258(19980815/30)17:15/16<1661::AID-SIM968>3.0.CO;2-2';

describe('checkDoi', () => {
  test.each([
    ['10.1145/359545.359563', '10.1145/359545.359563'],
    ['https://doi.org/10.1145/359545.359563', '10.1145/359545.359563'],
    ['http://dx.doi.org/10.1145/359545.359563', '10.1145/359545.359563'],
    ['doi:10.1145/359545.359563', '10.1145/359545.359563'],
    ['DOI: 10.1145/359545.359563', '10.1145/359545.359563'],
    ['doi.org/10.1145/359545.359563', '10.1145/359545.359563'],
    ['https://doi.org/doi:10.1145/359545.359563', '10.1145/359545.359563'],
    ['https://doi.org/https://doi.org/10.1145/359545.359563', '10.1145/359545.359563'],
    ['https://doi-org.ezproxy.example.edu/10.1145/359545.359563', '10.1145/359545.359563'],
    ['10.1002/j.1538-7305.1948.tb01338.x', '10.1002/j.1538-7305.1948.tb01338.x'],
    ['10.1112/PLMS/S2-42.1.230', '10.1112/plms/s2-42.1.230'],
    [SICI, SICI.toLowerCase()],
    ['10.1016/S0140-6736(20)30183-5', '10.1016/s0140-6736(20)30183-5'],
    ['10.1007/978-3-319-24574-4\\_28', '10.1007/978-3-319-24574-4_28'],
    ['10/aabbe', '10/aabbe'],
    ['https://doi.org/dk7k', '10/dk7k'],
    ['10.1000.10/123', '10.1000.10/123'],
  ])('%s is valid', (text, value) => {
    const { problem, value: read } = checkDoi(text);
    expect({ problem, read }).toEqual({ problem: undefined, read: value });
  });

  test.each([
    ['', 'empty', undefined],
    ['https://doi.org/', 'empty', undefined],
    ['10.1145', 'shape', undefined],
    ['10.1145/', 'shape', undefined],
    ['10.1145.359545.359563', 'shape', undefined],
    ['10.11/359545', 'prefix', undefined],
    ['11.1145/359545.359563', 'prefix', 0],
    ['n/a', 'unlike', undefined],
    ['https://dl.acm.org/doi/10.1145/359545.359563', 'prefix', 0],
    ['10.1145/359545 .359563', 'character', 14],
    ['10.1145/359545\u200B.359563', 'character', 14],
    ['10.1007/978–3-319', 'character', 11],
    ['10.1145/359545.359563.', 'trailing', 21],
    ['10.1145/359545.359563)', 'trailing', 21],
    ['https://doi.org/10.1145/359545.359563?utm_source=x', 'trailing', 37],
    ['10.1002/%28SICI%291097-0258', 'escape', undefined],
    ['10.1002/(SICI)17:15/16&lt;1661::AID-SIM968&gt;3.0.CO;2-2', 'escape', undefined],
    ['10.1145/359545.359563, 10.1145/3335772.3335934', 'double', 23],
    ['10.1145/359545.359563 https://doi.org/10.1145/3335772.3335934', 'double', 22],
    ['10.1145/359545.359563https://doi.org/10.1145/359545.359563', 'double', 21],
  ])('%s: %s', (text, kind, at) => {
    expect(checkDoi(text).problem).toMatchObject({ kind, ...(at === undefined ? {} : { at }) });
  });

  test('the region is the bare identifier', () => {
    const text = ' https://doi.org/10.1145/359545.359563. ';
    const { region } = checkDoi(text);
    expect(text.slice(region.start, region.end)).toBe('10.1145/359545.359563');
  });

  test('a page of the publisher tells the identifier', () => {
    expect(doiOfUrl('https://dl.acm.org/doi/pdf/10.1145/359545.359563')).toBe('10.1145/359545.359563');
    expect(doiOfUrl('https://www.frontiersin.org/articles/10.3389/fpsyg.2012.00001/full')).toBe(
      '10.3389/fpsyg.2012.00001',
    );
    expect(doiOfUrl('https://www.biorxiv.org/content/10.1101/2020.01.30.927871v1.full.pdf')).toBe(
      '10.1101/2020.01.30.927871',
    );
    expect(doiOfUrl('https://www.jstor.org/stable/2369948')).toBeUndefined();
  });

  test('identifiers of templates', () => {
    expect(isPlaceholderDoi('10.5555/3295222.3295349')).toBe(true);
    expect(isPlaceholderDoi('10.1234/abcd')).toBe(true);
    expect(isPlaceholderDoi('10.1145/359545.359563')).toBe(false);
  });
});

describe('checkIsbn', () => {
  test.each([
    ['0-201-89683-4', '9780201896831'],
    ['978-0-201-89683-1', '9780201896831'],
    ['0 201 89683 4', '9780201896831'],
    ['ISBN 978‑0‑201‑89683‑1', '9780201896831'],
    ['ISBN-13: 978-0-201-89683-1', '9780201896831'],
    ['ISBN-10: 0-8044-2957-X', '9780804429573'],
    ['080442957x', '9780804429573'],
    ['979-10-90636-07-1', '9791090636071'],
  ])('%s', (text, value) => {
    expect(checkIsbn(text)).toMatchObject({ value });
    expect(checkIsbn(text).problem).toBeUndefined();
  });

  test.each([
    ['', { kind: 'empty' }],
    ['ARRAY', { kind: 'shape' }],
    ['0-201-89683-5', { kind: 'checksum', found: '5', expected: '4' }],
    ['978-0-201-89683-2', { kind: 'checksum', found: '2', expected: '1' }],
    ['977-0-201-89683-1', { kind: 'prefix', found: '977' }],
    ['979-0-2600-0043-8', { kind: 'prefix', found: '979-0' }],
    ['978-0-201-89683', { kind: 'length', found: '12' }],
    ['O-201-89683-4', { kind: 'character', at: 0, found: 'O' }],
    ['0-2X1-89683-4', { kind: 'character', at: 3, found: 'X' }],
    ['0-00-000000-0', { kind: 'range' }],
  ])('%s', (text, problem) => {
    expect(checkIsbn(text).problem).toMatchObject(problem);
  });

  test('a field with several', () => {
    const text = '0-201-89683-4, 978-0-201-89683-1 (set) / 0 8044 2957 X 9780262033848';
    const pieces = splitIsbns(text).map(({ start, end }) => text.slice(start, end));
    expect(pieces).toEqual(['0-201-89683-4', '978-0-201-89683-1', '0 8044 2957 X', '9780262033848']);
    expect(splitIsbns('978-0-201-89683-1 hardcover')).toEqual([{ start: 0, end: 17 }]);
    expect(splitIsbns('0-201-89683-4 pbk.; v. 1')).toEqual([{ start: 0, end: 13 }]);
    expect(splitIsbns('unknown')).toEqual([{ start: 0, end: 7 }]);
    expect(splitIsbns('n/a')).toEqual([{ start: 0, end: 3 }]);
  });

  test.each([
    '0-201-89683-4 and 978-0-201-89683-1 and 0-8044-2957-X',
    '0-201-89683-4 (v. 1) and 978-0-201-89683-1, and 0-8044-2957-X',
    '0201896834 | 978-0-201-89683-1|080442957X',
    '0201896834 \\& 978-0-201-89683-1 & 080442957X',
  ])('several, joined: %s', (text) => {
    const pieces = splitIsbns(text).map(({ start, end }) => checkIsbn(text.slice(start, end)).problem);
    expect(pieces).toEqual([undefined, undefined, undefined]);
  });
});

describe('checkIssn, checkOrcid', () => {
  test.each([
    '0001-0782',
    'ISSN 0005-8580',
    '00058580',
    'eISSN: 2434-561X',
    '0001-0782 (Print)',
    '2434-561x',
  ])('%s', (text) => {
    expect(checkIssn(text).problem).toBeUndefined();
  });

  test('canonical forms', () => {
    expect(checkIssn('00058580').value).toBe('0005-8580');
    expect(checkOrcid('http://orcid.org/0000-0002-1694-233x/').value).toBe('0000-0002-1694-233X');
    expect(splitIssns('0001-0782, 1557-7317')).toHaveLength(2);
    expect(splitIssns('0001-0782 1557-7317')).toHaveLength(2);
    expect(splitIssns('0001-0782 and 1557-7317 | 2434-561X')).toHaveLength(3);
    expect(splitIssns('n/a')).toHaveLength(1);
  });

  test.each([
    ['0001-0783', { kind: 'checksum', found: '3', expected: '2' }],
    ['0001-078', { kind: 'length', found: '7' }],
    ['978-0-201-89683-1', { kind: 'length', found: '13' }],
    ['0001-O782', { kind: 'character', at: 5 }],
    ['0000-0000', { kind: 'range' }],
  ])('issn %s', (text, problem) => {
    expect(checkIssn(text).problem).toMatchObject(problem);
  });

  test.each([
    ['0000-0002-1825-0097', undefined],
    ['https://orcid.org/0000-0002-1694-233X', undefined],
    ['ORCID iD: 0000-0002-1825-0097', undefined],
    ['0000-0002-1825-0098', { kind: 'checksum', expected: '7' }],
    ['0000-0002-1825-009', { kind: 'length' }],
    ['0000000218250097', { kind: 'shape', expected: '0000-0002-1825-0097' }],
    ['0000-0002-1825-O097', { kind: 'character', at: 15 }],
    ['0000-0000-0000-0000', { kind: 'checksum' }],
  ])('orcid %s', (text, problem) => {
    if (problem === undefined) expect(checkOrcid(text).problem).toBeUndefined();
    else expect(checkOrcid(text).problem).toMatchObject(problem);
  });
});

describe('checkArxiv', () => {
  test.each([
    ['1706.03762', '1706.03762'],
    ['1706.03762v5', '1706.03762'],
    ['arXiv:1706.03762 [cs.CL]', '1706.03762'],
    ['arXiv preprint arXiv:1706.03762', '1706.03762'],
    ['ArXiv e-prints 1802.03426', '1802.03426'],
    ['https://arxiv.org/abs/1706.03762v1', '1706.03762'],
    ['https://arxiv.org/pdf/1706.03762.pdf', '1706.03762'],
    ['http://export.arxiv.org/abs/hep-th/9711200', 'hep-th/9711200'],
    ['http://lanl.arxiv.org/abs/cs.SE/0207053', 'cs/0207053'],
    ['10.48550/arXiv.1706.03762', '1706.03762'],
    ['https://doi.org/10.48550/arXiv.1706.03762', '1706.03762'],
    ['math.GT/0309136', 'math/0309136'],
    ['abs/1706.03762', '1706.03762'],
    ['0704.0001', '0704.0001'],
  ])('%s', (text, value) => {
    expect(checkArxiv(text)).toMatchObject({ value });
    expect(checkArxiv(text).problem).toBeUndefined();
  });

  test.each([
    ['1713.03762', 'date'],
    ['0612.0001', 'date'],
    ['1706.3762', 'length'],
    ['0704.00011', 'length'],
    ['17060.3762', 'shape'],
    ['170603762', 'shape'],
    ['hepth/9711200', 'prefix'],
    ['hep-th/9713200', 'date'],
    ['hep-th/0804200', 'date'],
    ['1706.00000', 'range'],
    ['cs.CL', 'shape'],
    ['1706.03762, 1706.03763', 'character'],
  ])('%s: %s', (text, kind) => {
    expect(checkArxiv(text).problem?.kind).toBe(kind);
  });

  test('the date in the identifier', () => {
    expect(dateOfArxiv('1706.03762')).toEqual({ year: 2017, month: 6 });
    expect(dateOfArxiv('hep-th/9711200')).toEqual({ year: 1997, month: 11 });
  });
});

describe('checkPmid, checkPmcid', () => {
  test.each([
    ['13054692', '13054692'],
    ['PMID: 13054692', '13054692'],
    ['https://pubmed.ncbi.nlm.nih.gov/13054692/', '13054692'],
    ['https://www.ncbi.nlm.nih.gov/pubmed/13054692?dopt=Abstract', '13054692'],
  ])('%s', (text, value) => {
    expect(checkPmid(text)).toMatchObject({ value });
    expect(checkPmid(text).problem).toBeUndefined();
  });

  test.each([
    ['PMC2174844', 'prefix'],
    ['013054692', 'range'],
    ['0', 'range'],
    ['1305469213', 'range'],
    ['10.1038/171737a0', 'character'],
    ['', 'empty'],
  ])('%s: %s', (text, kind) => {
    expect(checkPmid(text).problem?.kind).toBe(kind);
  });

  test('PMCID', () => {
    expect(checkPmcid('PMC2174844').problem).toBeUndefined();
    expect(checkPmcid('https://www.ncbi.nlm.nih.gov/pmc/articles/PMC2174844/').value).toBe('PMC2174844');
    expect(checkPmcid('2174844.1').value).toBe('PMC2174844');
    expect(checkPmcid('PMX12').problem?.kind).toBe('shape');
  });
});

describe('checkUrl', () => {
  test.each([
    'https://www.gutenberg.org/ebooks/10615',
    'http://example.org',
    'https://zh.wikipedia.org/wiki/红楼梦',
    'https://en.wikipedia.org/wiki/Analytical_Engine_(Babbage)',
    'https://medium.com/@user/x',
    'https://en.wikipedia.org/wiki/Apple_Inc.',
    'https://en.wikipedia.org/wiki/Washington,_D.C.',
    'ftp://ftp.cs.stanford.edu/pub/x',
    'http://8.8.8.8/x',
    'https://localhost.example.org/',
    '\\url{https://www.tug.org/}',
    'papers/knuth84.pdf',
    'mailto:knuth@example.org',
  ])('%s', (text) => {
    expect(checkUrl(text).problem).toBeUndefined();
  });

  test('angle brackets become part of the link', () => {
    expect(checkUrl('<https://www.tug.org/>')).toMatchObject({
      value: 'https://www.tug.org/',
      problem: { kind: 'character', found: '<' },
    });
  });

  test.each([
    ['www.tug.org', 'scheme', 0],
    ['tug.org/interest.html', 'scheme', 0],
    ['file:///C:/papers/knuth.pdf', 'unreadable', 0],
    ['C:\\papers\\knuth.pdf', 'unreadable', 0],
    ['/home/ada/knuth.pdf', 'unreadable', 0],
    ['/Users/ada/knuth.pdf', 'unreadable', 0],
    ['htp://www.tug.org/', 'mistyped', 0],
    ['http:/www.tug.org/', 'mistyped', 0],
    ['https//www.tug.org/', 'mistyped', 0],
    ['http//:www.tug.org/', 'mistyped', 0],
    ['www.https://www.tug.org/', 'mistyped', 0],
    ['http:\\\\www.tug.org', 'mistyped', 0],
    ['https://www.tug.org/a b', 'character', 21],
    ['https://www.tug.org/\u200Bab', 'character', 20],
    ['https://www.tug.org/ http://ctan.org/', 'double', 21],
    ['https://www.tug.org/;\n                 http://ctan.org/', 'double', 39],
    ['http://https://www.tug.org/', 'double', 7],
    ['https://www.tug.org/texhttps://ctan.org/', 'double', 23],
    ['https://knuth:secret@www.tug.org/', 'credentials', 8],
    ['http://localhost:1313/post/', 'host', 7],
    ['https://doi.org10.1145/359545.359563', 'host', 8],
    ['https://dio.org/10.1145/359545.359563', 'host', 8],
    ['https://doi.rog/10.1145/359545.359563', 'host', 8],
    ['http://127.0.0.1/', 'host', 7],
    ['http://192.168.0.12/', 'host', 7],
    ['http://intranet/knuth', 'host', 7],
    ['https://www..org/', 'host', 8],
    ['https://www.tug.org/x.', 'trailing', 21],
  ])('%s: %s', (text, kind, at) => {
    expect(checkUrl(text).problem).toMatchObject({ kind, at });
  });

  test.each([
    'https://web.archive.org/web/2020/https://ctan.org/',
    'https://www.tug.org/?url=https://ctan.org/',
    'https://www.tug.org/?url%3Dhttps://ctan.org/',
    'https://www.tug.org/?url=https%3A//ctan.org/',
  ])('an address in another: %s', (url) => {
    expect(checkUrl(url).problem).toBeUndefined();
  });

  test('tracking and comparing', () => {
    const url = 'https://www.tug.org/a/?utm_source=x&page=2&fbclid=3#top';
    expect(trackingParts(url).map((part) => part.name)).toEqual(['utm_source', 'fbclid']);
    expect(withoutTracking(url)).toBe('https://www.tug.org/a/?page=2#top');
    expect(withoutTracking('https://www.tug.org/a?utm_source=x#top')).toBe('https://www.tug.org/a#top');
    expect(withoutTracking('https://www.tug.org/a;jsessionid=1A2B?x=1')).toBe('https://www.tug.org/a?x=1');
    expect(urlKey('http://tug.org/a')).toBe(urlKey('https://www.tug.org/a/?utm_medium=y#z'));
    expect(urlKey('https://web.archive.org/web/20200101000000/http://tug.org/a')).toBe('tug.org/a');
    expect(urlKey('https://tug.org/?id=1')).not.toBe(urlKey('https://tug.org/?id=2'));
  });

  test('of a plain address is that of the same address read part by part', () => {
    const pieces =
      'www. m. doi.org dx.doi.org/10.1145/359545 doi.org10. dio.org tug .org .lan .local .de / . - ~ a 1 /10.1145/ /index.html ;'.split(
        ' ',
      );
    const tail = fc.array(fc.constantFrom(...pieces), { maxLength: 8 }).map((parts) => parts.join(''));
    fc.assert(
      fc.property(fc.constantFrom('http://', 'https://', 'ftp://'), tail, (scheme, rest) => {
        const url = `${scheme}${rest}`;
        // A blank before it is left out, and a fragment is no part of the key: both take the long way.
        const { value, problem, region } = checkUrl(` ${url}`);
        const plain = checkUrl(url);
        expect(plain.value).toBe(value);
        expect(plain.problem?.kind).toBe(problem?.kind);
        expect(plain.region).toEqual({ start: region.start - 1, end: region.end - 1 });
        expect(urlKey(`${url}#a`)).toBe(urlKey(url));
      }),
      { numRuns: 2000 },
    );
  });

  test('proxies of libraries', () => {
    expect(proxiedHost('https://www-jstor-org.ezproxy.lib.example.edu/stable/1')).toBe('www.jstor.org');
    expect(proxiedHost('https://www.jstor.org.libproxy.example.edu/stable/1')).toBe('www.jstor.org');
    expect(proxiedHost('https://ezproxy.example.edu/login?url=https://x.org')).toBe('');
    expect(proxiedHost('https://www.jstor.org/stable/1')).toBeUndefined();
  });
});

const KINDS: IdentifierKind[] = ['doi', 'isbn', 'issn', 'arxiv', 'pmid', 'pmcid', 'orcid', 'url'];

describe('properties', () => {
  const texts = fc.oneof(
    fc.string({ unit: 'binary' }),
    fc.string({ unit: fc.constantFrom(...'10.1145/ISBNdoi:arXv()<>–—\\_{}%28&lt;X97 ;,?#=v') }),
  );

  test('no check throws, and regions lie inside the text', () => {
    fc.assert(
      fc.property(texts, fc.constantFrom(...KINDS), (text, kind) => {
        const { region, problem, value } = checkIdentifier(kind, text);
        expect(region.start).toBeGreaterThanOrEqual(0);
        expect(region.end).toBeGreaterThanOrEqual(region.start);
        expect(region.end).toBeLessThanOrEqual(text.length);
        if (problem?.at !== undefined) expect(problem.at).toBeLessThan(text.length);
        expect(typeof value).toBe('string');
      }),
      { numRuns: 2000 },
    );
  });

  const digits = (length: number) =>
    fc.array(fc.integer({ min: 0, max: 9 }), { minLength: length, maxLength: length }).map((d) => d.join(''));

  test('exactly one check digit fits, and every wrong digit is caught', () => {
    const bodies = [
      { check: checkIsbn, body: digits(9), ends: '0123456789X' },
      { check: checkIsbn, body: digits(9).map((d) => `978${d}`), ends: '0123456789' },
      { check: checkIssn, body: digits(7), ends: '0123456789X' },
      {
        check: checkOrcid,
        body: digits(15).map((d) => d.replace(/(.{4})(?=.)/g, '$1-')),
        ends: '0123456789X',
      },
    ];
    for (const { check, body, ends } of bodies) {
      fc.assert(
        fc.property(body, fc.nat(20), (start, seed) => {
          fc.pre(/[1-9]/.test(start));
          const valid = [...ends].filter((end) => check(start + end).problem === undefined);
          expect(valid).toHaveLength(1);
          const at = seed % start.length;
          const digit = start[at]!;
          if (digit === '-' || (ends.length === 10 && at < 3)) return;
          const wrong = start.slice(0, at) + ((Number(digit) + 1) % 10) + start.slice(at + 1) + valid[0];
          if (/[1-9]/.test(wrong)) expect(check(wrong).problem?.kind).toBe('checksum');
        }),
      );
    }
  });

  test('canonical values are fixed points', () => {
    const known: [IdentifierKind, string][] = [
      ['doi', SICI],
      ['isbn', '0-8044-2957-X'],
      ['issn', '2434561X'],
      ['arxiv', 'arXiv:math.GT/0309136v2'],
      ['pmid', 'PMID 13054692'],
      ['pmcid', 'pmc2174844'],
      ['orcid', 'https://orcid.org/0000-0002-1694-233x'],
    ];
    for (const [kind, text] of known) {
      const { value } = checkIdentifier(kind, text);
      expect(checkIdentifier(kind, value)).toEqual({ value, region: { start: 0, end: value.length } });
    }
  });
});
