import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ReferenceReading, Region } from '../../../src/model.ts';
import { readReference } from '../../../src/scan/reference/read-reference.ts';

/** The reading in one line: `family, given; … | year | title | container | publisher`. */
function summary(text: string): string {
  const { authors, othersOmitted, year, title, container, publisher } = readReference(text);
  const names = authors.map(({ value: { particle, family, given, suffix } }) =>
    [[particle, family].filter(Boolean).join(' '), given, suffix]
      .filter((part) => part !== undefined)
      .join(', '),
  );
  if (othersOmitted) names.push('…');
  return [names.join('; '), year?.value, title?.value, container?.value, publisher?.value]
    .map((part) => part ?? '-')
    .join(' | ');
}

const problemsOf = (text: string): string[] =>
  readReference(text).problems.map(
    ({ messageId, region }) => `${messageId}: ${text.slice(region.start, region.end)}`,
  );

const SEWARD =
  'Seward, J., & Nethercote, N. (2005). Using Valgrind to detect undefined value errors with bit-precision. ' +
  '*Proceedings of the USENIX Annual Technical Conference*.';
const KNUTH =
  'Knuth, D. E. (1997). *The Art of Computer Programming, Volume 1: Fundamental Algorithms*. Addison-Wesley.';
const LOVE = 'Love, R. (2010). *Linux Kernel Development*. Addison-Wesley Professional.';
const DREPPER = 'Drepper, U. (2007). *What Every Programmer Should Know About Memory*. Red Hat, Inc.';

describe('dates in Spanish and Portuguese', () => {
  it.each(['20 de julio del 1997', '1997, 20 de julio', '20 de julho de 1997', 'julio del 1997'])(
    '%s',
    (date) => {
      const text = `Knuth, D. E. (${date}). *The Art of Computer Programming*. Addison-Wesley.`;
      expect(summary(text)).toBe(
        'Knuth, D. E. | 1997 | The Art of Computer Programming | - | Addison-Wesley',
      );
      expect(problemsOf(text)).toEqual([]);
    },
  );
});

describe('references in APA', () => {
  it.each([
    [
      SEWARD,
      'Seward, J.; Nethercote, N. | 2005 | Using Valgrind to detect undefined value errors with bit-precision | Proceedings of the USENIX Annual Technical Conference | -',
    ],
    [
      KNUTH,
      'Knuth, D. E. | 1997 | The Art of Computer Programming, Volume 1: Fundamental Algorithms | - | Addison-Wesley',
    ],
    [LOVE, 'Love, R. | 2010 | Linux Kernel Development | - | Addison-Wesley Professional'],
    [DREPPER, 'Drepper, U. | 2007 | What Every Programmer Should Know About Memory | - | Red Hat, Inc'],
  ])('%s', (text, expected) => {
    expect(summary(text)).toBe(expected);
    expect(readReference(text)).toMatchObject({ style: 'apa', problems: [] });
  });

  it.each([
    [SEWARD.replace('(2005). ', ''), 'missing-year: Using'],
    [SEWARD.replace('(2005)', '(2005'), 'unbalanced-brackets: ('],
    [SEWARD.replace('(2005)', '2005)'), 'unbalanced-brackets: )'],
    [SEWARD.replace('(2005)', '(2005]'), 'unbalanced-brackets: ]'],
    [SEWARD.replace('Conference*', 'Conference'), 'unbalanced-emphasis: *'],
    [SEWARD.replace('*Proc', 'Proc'), 'unbalanced-emphasis: *'],
    [SEWARD.replace(/Using.*precision\. /, ''), 'missing-title: . *Proceedings'],
    [SEWARD.replace('Seward, J., & Nethercote, N. ', ''), 'missing-author: (2005)'],
    [SEWARD.replace('Seward, J.,', 'Seward,'), 'misshapen-author: Seward, & Nethercote, N'],
    [SEWARD.replace('Seward, J.,', 'Seward, J,'), 'misshapen-initial: J'],
    [SEWARD.replace('Seward,', 'Seward,,'), 'misshapen-separator: ,,'],
    [SEWARD.replace('& ', '& & '), 'misshapen-separator: & &'],
    [SEWARD.replace('Nethercote, N.', ''), 'misshapen-conjunction: &'],
    [KNUTH.replace('(1997). ', ''), 'missing-year: The'],
    [KNUTH.replace('1997', ''), 'missing-year: ('],
    [KNUTH.replace('1997', '????'), 'missing-year: ('],
    [KNUTH.replace('1997', 'year'), 'missing-year: ('],
    [KNUTH.replace('1997', '19970'), 'misshapen-year: 19970'],
    [KNUTH.replace('1997', '199S'), 'misshapen-year: 199S'],
    [KNUTH.replace(/\*The.*\*\. /, ''), 'missing-title: . Addison-Wesley'],
    [KNUTH.replace('Algorithms*', 'Algorithms'), 'unbalanced-emphasis: *'],
    ['_Hamlet. Penguin, 1980.', 'unbalanced-emphasis: _'],
    [KNUTH.replace('Algorithms*', 'Algorithms**'), 'unbalanced-emphasis: **'],
    [LOVE.replace(/\*.*\*\. /, ''), 'missing-title: . Addison-Wesley'],
    [
      LOVE.replace('*Linux Kernel Development*', 'Linux Kernel Development* (3rd ed.)'),
      'unbalanced-emphasis: *',
    ],
    [
      'Codd, E. F. “A Relational Model.” Communications of the ACM* 13, no. 6 (1970): 377–87.',
      'unbalanced-emphasis: *',
    ],
    [
      'Codd, E. F. (1970). A relational model. *Communications of the ACM*, 13*(6), 377–387.',
      'unbalanced-emphasis: *',
    ],
    [DREPPER.replace(/\*.*\*\. /, ''), 'missing-title: . Red'],
  ])('exactly one problem: %s', (text, expected) => {
    expect(problemsOf(text)).toEqual([expected]);
  });
});

describe('kinds of works', () => {
  it.each([
    [LOVE, 'book'],
    [SEWARD, 'paper'],
    [
      'Thompson, K. (1987). Reflections on trusting trust. In R. Ashenhurst (Ed.), *ACM Turing Award Lectures* (pp. 171–177). ACM Press.',
      'chapter',
    ],
    [
      'Dijkstra, Edsger W. “Notes on Structured Programming.” *Structured Programming*, edited by Ole-Johan Dahl et al., Academic Press, 1972, pp. 1–82.',
      'chapter',
    ],
    [
      'Hopfield, J. J. (1982). Neural networks and physical systems. *Proceedings of the National Academy of Sciences*, *79*(8), 2554–2558.',
      'article',
    ],
    [
      'Ba, Jimmy Lei, Jamie Ryan Kiros, and Geoffrey E. Hinton. “Layer Normalization.” arXiv, 2016. https://arxiv.org/abs/1607.06450.',
      'preprint',
    ],
    [
      'Spolsky, Joel. “The Law of Leaky Abstractions.” Joel on Software, November 11, 2002. https://www.joelonsoftware.com/2002/11/11/the-law-of-leaky-abstractions/.',
      'web',
    ],
    [
      'Baran P. On Distributed Communications: Introduction to Distributed Communications Networks. RAND Corporation; 1964. Report No.: RM-3420-PR.',
      'report',
    ],
    ['[465] DREPPER U. What Every Programmer Should Know About Memory[R]. Red Hat, Inc., 2007.', 'report'],
    [
      '[466] NETHERCOTE N. Dynamic Binary Analysis and Instrumentation[D]. Cambridge: University of Cambridge, 2004.',
      'thesis',
    ],
  ])('%s', (text, kind) => {
    expect(readReference(text).kind).toBe(kind);
  });
});

describe('what a bibliography asks for besides', () => {
  const part = (text: string, name: 'date' | 'genre' | 'publisher' | 'volume') =>
    readReference(text)[name]?.value;

  it('reads the whole date', () => {
    const page = 'World Health Organization. (2020, March 11). *Opening remarks*. https://www.who.int/a';
    expect(part(page, 'date')).toBe('2020, March 11');
    expect(
      part(
        'L. Lamport, “Time, clocks, and the ordering of events,” *Commun. ACM*, vol. 21, no. 7, pp. 558–565, Jul. 1978.',
        'date',
      ),
    ).toBe('Jul. 1978');
  });

  it('reads what the work is called, and who took the thesis', () => {
    const thesis =
      'Fielding, R. T. (2000). *Architectural styles* [Doctoral dissertation, University of California, Irvine].';
    expect(part(thesis, 'genre')).toBe('Doctoral dissertation');
    expect(part(thesis, 'publisher')).toBe('University of California, Irvine');
    const report =
      'Lampson, B. W. (1983). *Hints for Computer System Design* (Technical Report No. CSL-83-8). Xerox PARC.';
    expect(part(report, 'genre')).toBe('Technical Report No. CSL-83-8');
    expect(part(report, 'publisher')).toBe('Xerox PARC');
  });

  it.each([
    '1997?',
    '1997/8',
    '1997 [1968]',
    '1997, rev. 2011',
    '1997; 2nd ed. 2011',
    '1997a, 1997b',
    '1997, in press',
  ])('reads all that a bracket says of the year: (%s)', (bracket) => {
    const { year, date, title, problems } = readReference(KNUTH.replace('1997', bracket));
    expect(year?.value).toMatch(/^1997a?$/);
    expect(date?.value).toBe(bracket);
    expect(title?.value).toMatch(/^The Art/);
    expect(problems).toEqual([]);
  });

  it.each(['s/f', 'b.d.', 'sin fecha', 'year unknown', '?', 'fl. 1st century'])(
    'asks for no year where the bracket says that there is none: (%s)',
    (bracket) => {
      expect(problemsOf(KNUTH.replace('1997', bracket))).toEqual([]);
    },
  );

  it('reads a role behind each name', () => {
    const { editors, title } = readReference(
      'Fielding, R., Ed., Nottingham, M., Ed., and J. Reschke, Ed., "HTTP Semantics", STD 97, RFC 9110, June 2022.',
    );
    expect(editors.map(({ value }) => value.family)).toEqual(['Fielding', 'Nottingham', 'Reschke']);
    expect(title?.value).toBe('HTTP Semantics');
  });

  it('takes no day for a volume', () => {
    expect(
      part(
        'Graham, Paul. “Maker’s Schedule.” paulgraham.com, July 1, 2009. https://www.paulgraham.com/x.html.',
        'volume',
      ),
    ).toBeUndefined();
  });

  it('takes an institute named after its city for no city', () => {
    expect(part('Page L, Brin S. The PageRank Citation Ranking. Stanford InfoLab; 1999.', 'publisher')).toBe(
      'Stanford InfoLab',
    );
    expect(part('Knuth, D. E. (1984). *The TeXbook*. Upper Saddle River.', 'publisher')).toBeUndefined();
  });
});

describe('other styles and habits', () => {
  it.each([
    [
      'mla',
      'Shannon, Claude E. “A Mathematical Theory of Communication.” *Bell System Technical Journal*, vol. 27, no. 3, 1948, pp. 379–423.',
      'Shannon, Claude E. | 1948 | A Mathematical Theory of Communication | Bell System Technical Journal | -',
    ],
    [
      'chicago-notes',
      'Claude E. Shannon, “A Mathematical Theory of Communication,” *Bell System Technical Journal* 27, no. 3 (1948): 379–423.',
      'Shannon, Claude E. | 1948 | A Mathematical Theory of Communication | Bell System Technical Journal | -',
    ],
    [
      'apa',
      'Freud, S. (1955). *The interpretation of dreams* (J. Strachey, Ed. & Trans.). Basic Books. (Original work published 1900)',
      'Freud, S. | 1955 | The interpretation of dreams | - | Basic Books',
    ],
    [
      'mla',
      'Latour, B., Woolgar, S., *La vie de laboratoire*, Paris, La Découverte, 1988 [1979].',
      'Latour, B.; Woolgar, S. | 1988 | La vie de laboratoire | - | La Découverte',
    ],
    [
      'chicago-notes',
      'Galeano, Eduardo. *Las venas abiertas de América Latina*. México: Siglo XXI, [1975] 2002.',
      'Galeano, Eduardo | 2002 | Las venas abiertas de América Latina | - | Siglo XXI',
    ],
    [
      'chicago-notes',
      'Barthes, Roland. *Mythen des Alltags*. Frankfurt: Suhrkamp, 1988 (1979).',
      'Barthes, Roland | 1988 | Mythen des Alltags | - | Suhrkamp',
    ],
    [
      'chicago-notes',
      'Doe, John. *Lattices*. Springer, LNCS 2010 (2001).',
      'Doe, John | 2001 | Lattices | Springer, LNCS 2010 | -',
    ],
    [
      'harvard',
      'Goldberg, D. and Robson, D. (1983) *Smalltalk-80: The Language and its Implementation*. Reading, MA: Addison-Wesley.',
      'Goldberg, D.; Robson, D. | 1983 | Smalltalk-80: The Language and its Implementation | - | Addison-Wesley',
    ],
    [
      'mla',
      'Marti, Sibylle: Strahlen im Kalten Krieg, Paderborn 2021 (= Krieg in der Geschichte 114).',
      'Marti, Sibylle | 2021 | Strahlen im Kalten Krieg | - | -',
    ],
    [
      'chicago-notes',
      'Ryan, Cornelius: Der letzte Kampf, Berlin 1945. München: Droemer, 1966.',
      'Ryan, Cornelius | 1966 | Der letzte Kampf, Berlin 1945 | - | Droemer',
    ],
    ...['<sup>4</sup>1995', '⁴1995'].map((year) => [
      'chicago-notes',
      `Klemperer, Victor: Ich will Zeugnis ablegen bis zum letzten. Berlin: Aufbau ${year}.`,
      'Klemperer, Victor | 1995 | Ich will Zeugnis ablegen bis zum letzten | - | Aufbau',
    ]),
    [
      'unknown',
      '鲁迅：《呐喊》，北京：人民文学出版社，1973年，第25页。',
      '鲁, 迅 | 1973 | 《呐喊》 | - | 人民文学出版社',
    ],
    [
      'vancouver',
      '12. Watson JD, Crick FHC. Molecular structure of nucleic acids. Nature. 1953;171(4356):737-8.',
      'Watson, JD; Crick, FHC | 1953 | Molecular structure of nucleic acids | Nature | -',
    ],
    [
      'ieee',
      '[7] D. E. Knuth, J. H. Morris, and V. R. Pratt, “Fast pattern matching in strings,” *SIAM J. Comput.*, vol. 6, no. 2, pp. 323–350, 1977.',
      'Knuth, D. E.; Morris, J. H.; Pratt, V. R. | 1977 | Fast pattern matching in strings | SIAM J. Comput | -',
    ],
    [
      'gbt7714',
      '陈景润．大偶数表为一个素数及一个不超过二个素数的乘积之和［J］．中国科学，1973，16(2)：111-128．',
      '陈, 景润 | 1973 | 大偶数表为一个素数及一个不超过二个素数的乘积之和 | 中国科学 | -',
    ],
    [
      'title-first',
      '[Attention Is All You Need](https://arxiv.org/abs/1706.03762), Vaswani et al., 2017',
      'Vaswani; … | 2017 | Attention Is All You Need | - | -',
    ],
    [
      'title-first',
      '“What Every Programmer Should Know About Memory” by Ulrich Drepper',
      'Drepper, Ulrich | - | What Every Programmer Should Know About Memory | - | -',
    ],
    [
      'unknown',
      'Donald Knuth: The Art of Computer Programming, Addison-Wesley, 1997',
      'Knuth, Donald | 1997 | The Art of Computer Programming | - | Addison-Wesley',
    ],
    [
      'chicago-notes',
      'de Beauvoir, Simone. *Le deuxième sexe*. Paris: Gallimard, 1949.',
      'de Beauvoir, Simone | 1949 | Le deuxième sexe | - | Gallimard',
    ],
    [
      'apa',
      'King, M. L., Jr. (1963). <i>Why We Can’t Wait</i>. Harper &amp; Row.',
      'King, M. L., Jr. | 1963 | Why We Can’t Wait | - | Harper & Row',
    ],
    [
      'harvard',
      'M&uuml;ller, K. und van der Berg, A. (2015): Titel des Buches. Berlin: Springer.',
      'Müller, K.; van der Berg, A. | 2015 | Titel des Buches | - | Springer',
    ],
    [
      'apa',
      'World Health Organization. (2009). *WHO Guidelines on Hand Hygiene in Health Care*.',
      'World Health Organization | 2009 | WHO Guidelines on Hand Hygiene in Health Care | - | -',
    ],
    [
      'vancouver',
      'Ортега-и-Гассет Х. Восстание масс. М.: АСТ, 2001.',
      'Ортега-и-Гассет, Х. | 2001 | Восстание масс | - | АСТ',
    ],
    [
      'gbt7714',
      '刘国钧, 陈绍业. 图书馆目录[M]. 北京: 高等教育出版社, 1957: 15-18.',
      '刘, 国钧; 陈, 绍业 | 1957 | 图书馆目录 | - | 高等教育出版社',
    ],
    [
      'chicago-author-date',
      'Darwin, Charles. (1859) 2003. *On the Origin of Species*. Peterborough, ON: Broadview.',
      'Darwin, Charles | 2003 | On the Origin of Species | - | Broadview',
    ],
    [
      'apa',
      'U.S. Food and Drug Administration. (2016). *Drug development process*.',
      'U.S. Food and Drug Administration | 2016 | Drug development process | - | -',
    ],
    [
      'apa',
      'Wikipedia contributors. (2021, March 14). Apollo 11. In *Wikipedia, The Free Encyclopedia*.',
      'Wikipedia contributors | 2021 | Apollo 11 | Wikipedia, The Free Encyclopedia | -',
    ],
    [
      'chicago-notes',
      'George E. P. Box and Norman R. Draper, *Empirical Model-Building* (New York: Wiley, 1987), 424.',
      'Box, George E. P.; Draper, Norman R. | 1987 | Empirical Model-Building | - | Wiley',
    ],
    [
      'apa',
      'Boyd, S.<sup>1</sup>, & Vandenberghe, L.<sup>1,2</sup> (2004). *Convex Optimization*. Cambridge University Press.',
      'Boyd, S.; Vandenberghe, L. | 2004 | Convex Optimization | - | Cambridge University Press',
    ],
    [
      'unknown',
      'Sanjay Ghemawat†, Howard Gobioff†, and Shun-Tak Leung\\*. “The Google File System.” *SOSP*, 2003.',
      'Ghemawat, Sanjay; Gobioff, Howard; Leung, Shun-Tak | 2003 | The Google File System | SOSP | -',
    ],
  ])('%s: %s', (style, text, expected) => {
    expect(summary(text)).toBe(expected);
    expect(readReference(text)).toMatchObject({ style, problems: [] });
  });

  it('gives volume, issue, pages, edition and identifiers their places', () => {
    const text =
      'Codd, E. F. (1970). A relational model. *Communications of the ACM*, *13*(6), 377–387. https://doi.org/10.1145/362384.362685';
    const { volume, issue, pages, identifiers, kind } = readReference(text);
    const at = (region: Region | undefined): string =>
      region === undefined ? '' : text.slice(region.start, region.end);
    expect([volume, issue, pages].map((part) => at(part?.region))).toEqual(['13', '6', '377–387']);
    expect(identifiers.map((identifier) => [identifier.kind, identifier.value])).toEqual([
      ['doi', '10.1145/362384.362685'],
    ]);
    expect(kind).toBe('article');
    expect(
      readReference('Date, C. J. (2003). *An Introduction to Database Systems* (8th ed.). Addison-Wesley.')
        .edition?.value,
    ).toBe('8th ed.');
  });

  it('reads a list whose names are all joined by `&`, as ResearchGate writes it', () => {
    const text =
      'Vaswani, Ashish & Shazeer, Noam & Parmar, Niki & Uszkoreit, Jakob. (2017). Attention is all you need. Advances in Neural Information Processing Systems. 30. 5998-6008. 10.48550/arXiv.1706.03762.';
    const { authors, title, identifiers } = readReference(text);
    expect(authors.map(({ value: { family, given } }) => [family, given])).toEqual([
      ['Vaswani', 'Ashish'],
      ['Shazeer', 'Noam'],
      ['Parmar', 'Niki'],
      ['Uszkoreit', 'Jakob'],
    ]);
    expect(title?.value).toBe('Attention is all you need');
    expect(identifiers[0]?.kind).toBe('doi');
  });

  it('tells the date of reading from the date of publication', () => {
    const reading = readReference(
      'Microsoft. (2022, March 4). *C# documentation*. Retrieved May 5, 2023, from https://learn.microsoft.com/',
    );
    expect([reading.year?.value, reading.accessed?.value]).toEqual(['2022', 'May 5, 2023']);
  });

  it.each([
    [
      'Date, C. J. *Introdução a sistemas de bancos de dados*. Rio de Janeiro: Elsevier, 2004. Disponível em: https://www.elsevier.com.br. Acesso em: 25 set. 2021.',
      '2004',
      '25 set. 2021',
    ],
    [
      'Real Academia Española (2014). *Diccionario de la lengua española*. Disponible en: https://dle.rae.es [Consulta: 3 de mayo de 2020]',
      '2014',
      '3 de mayo de 2020',
    ],
    [
      'Insee (2019). *La population française*. Disponible à l’adresse : https://www.insee.fr (page consultée le 3 mai 2020)',
      '2019',
      '3 mai 2020',
    ],
    [
      'ISTAT. *Popolazione residente*. Disponibile su: https://www.istat.it (ultimo accesso: 3 maggio 2020)',
      undefined,
      '3 maggio 2020',
    ],
    ['CBS. *Bevolking*. Geraadpleegd op 3 mei 2020, van https://www.cbs.nl', undefined, '3 mei 2020'],
    ['GUS. *Ludność Polski*. [dostęp: 3.05.2020] https://stat.gov.pl', undefined, '3.05.2020'],
  ])('and says so in other languages: %s', (text, year, accessed) => {
    const reading = readReference(text);
    expect([reading.year?.value, reading.accessed?.value]).toEqual([year, accessed]);
    expect(reading.publisher?.value).toBe(text.includes('Elsevier') ? 'Elsevier' : undefined);
  });
});

describe('no false alarm', () => {
  it.each([
    'Learning SQL. O’Reilly, 2009',
    'Kubernetes Documentation (2023). https://kubernetes.io/docs/',
    'Cormen et al., *Introduction to Algorithms*, 3rd edition, MIT Press',
    'Bryant & O’Hallaron, *Computer Systems: A Programmer’s Perspective*',
    'RFC 7231: Hypertext Transfer Protocol (HTTP/1.1): Semantics and Content',
    'Go Documentation. (n.d.). *Effective Go*. Retrieved June 3, 2023, from https://go.dev/doc/effective_go',
    '_why. "Hackety Hack". 2007.',
    'Robbins, A. (2004). The *nix shell at a glance. *Linux Journal*, *12*(3), 10–12.',
    'Hart, P. E., Nilsson, N. J., & Raphael, B. (1968). A formal basis for the A* search of minimum cost paths. *IEEE Transactions*, *4*(2), 100–107.',
    'L. Randall and R. Sundrum, Phys. Rev. Lett. 83, 3370 (1999)',
    'Balucinska-Church M., McCammon D., 1992, ApJ, 400, 699',
    'Horn, B. (1986). Robot Vision, MIT Press.',
    'Harvey, D. (2003). Paris: Capital of modernity. Routledge.',
    'محفوظ, نجيب. *بين القصرين*. القاهرة: مكتبة مصر, ١٩٥٦.',
    'Lu, Xun. *吶喊*. 台北：谷風出版社, 民國76年.',
    'Kuki, Shūzō. *“Iki” no kōzō*. Tokyo: Iwanami Shoten, Shōwa 5.',
    'Robespierre, Maximilien. *Rapport*. Paris: Imprimerie nationale, an II.',
    'Train, Kenneth, _Discrete Choice Methods with Simulation_ Cambridge University Press, 2009.',
    'Train, K. E. (2009). *Discrete Choice Methods with Simulation* New York: Cambridge University Press.',
    'Kahle, B. (personal communication, May 4, 2019).',
    'Kahle, B. (persönliche Mitteilung, 4. Mai 2019).',
    'Ongaro, D., & Ousterhout, J. (2014). In Search of an Understandable Consensus Algorithm. *USENIX ATC*, 305–319.',
    'Ribeiro, M. T., Singh, S., & Guestrin, C. (2016). “Why Should I Trust You?”: Explaining the Predictions of Any Classifier. *KDD*.',
    'A 19" monitor and a 3½" floppy, 1995',
    'עגנון, שמואל יוסף. *תמול שלשום*. תל אביב: שוקן, תש"ו.',
    'עגנון, שמואל יוסף. "תהילה". *תרפ"ט ואילך*, 1950.',
    'See [Knuth (1974)](https://doi.org/10.1145/356635.356640) for details.',
    '———. *The TeXbook*. Addison-Wesley, 1984.',
    'Eco, U. (1977). »Wie man eine ›wissenschaftliche‹ Abschlußarbeit schreibt«. *Sur*, *5*, 1–2.',
    'Katz, M. (2004). "Cutting 12" records". *Sur*, *5*, 1–2.',
    'Hart, P. E., & Raphael, B. (1972). Correction to A* (a formal basis) and the BERT* (revised) search. *Sur*, *4*, 1–2.',
    'The Google File System. Sanjay Ghemawat*, Howard Gobioff* (2003). *SOSP*. (*equal contribution)',
    'Ghemawat, Sanjay*, Howard Gobioff, and Shun-Tak Leung. “The Google File System.” *SOSP*, 2003.',
    '**Ashish Vaswani***, Noam Shazeer*, and Niki Parmar. “Attention Is All You Need.” *NeurIPS*, 2017.',
    '**The Google File System.** Sanjay Ghemawat*, Howard Gobioff*, Shun-Tak Leung. *SOSP*, 2003.',
    '',
    '   ',
  ])('%s', (text) => {
    expect(problemsOf(text)).toEqual([]);
  });

  it('says so of a reference that is only an address', () => {
    expect(problemsOf('<https://www.kernel.org/doc/html/latest/>')).toEqual([
      'bare-url: https://www.kernel.org/doc/html/latest/',
    ]);
    expect(problemsOf('https://www.kernel.org/ is where it is')).toEqual([]);
  });
});

describe('any text', () => {
  const piece = fc.oneof(
    fc.constantFrom(
      '*',
      '_',
      '**',
      '“',
      '”',
      '"',
      '(',
      ')',
      '[',
      '](http://a.b)',
      '<i>',
      '</i>',
      '&amp;',
      '&',
      ', ',
      '. ',
      ': ',
      '; ',
      '`',
      '\\',
      'In ',
      'et al.',
    ),
    fc.constantFrom(
      'Knuth',
      'D. E.',
      'van der',
      '1997',
      '(2005)',
      '27(3)',
      '379–423',
      'pp.',
      'ed.',
      '[M]',
      '//',
      '王选',
      '«',
      '»',
      '’',
      '—',
      '\u200b',
      '\ud83d',
    ),
    fc.string({ unit: 'grapheme', maxLength: 6 }),
    fc.string({ unit: 'binary', maxLength: 3 }),
  );
  const text = fc.array(piece, { maxLength: 40 }).map((pieces) => pieces.join(''));

  const regionsOf = (reading: ReferenceReading): Region[] => {
    const {
      authors,
      editors,
      identifiers,
      problems,
      year,
      title,
      container,
      volume,
      issue,
      pages,
      publisher,
      place,
      edition,
      accessed,
    } = reading;
    const single = [year, title, container, volume, issue, pages, publisher, place, edition, accessed].filter(
      (part) => part !== undefined,
    );
    return [...authors, ...editors, ...identifiers, ...problems, ...single].map((part) => part.region);
  };

  it('is read without throwing, into plain data with regions inside it', () => {
    fc.assert(
      fc.property(text, (input) => {
        const reading = readReference(input);
        for (const { start, end } of regionsOf(reading)) {
          expect(start).toBeGreaterThanOrEqual(0);
          expect(end).toBeGreaterThanOrEqual(start);
          expect(end).toBeLessThanOrEqual(input.length);
        }
        expect(JSON.parse(JSON.stringify(reading))).toEqual(reading);
        expect(readReference(input)).toEqual(reading);
      }),
      { numRuns: 3000 },
    );
  });

  it('D. E.ꀀ’, ', () => {
    expect(readReference('D. E.ꀀ’, ').authors).toBeDefined();
  });

  it.each([
    '*a ',
    '*_',
    '(',
    '[a](',
    '“a ',
    'Smith, J., ',
    '(1999) ',
    'A, ',
    'Ab. ',
    '<a ',
    '&',
    '1, ',
    'http://a ',
    'John Smith (Ed.), ',
    '. In ',
    '王选，',
    '`` ',
  ])('is read in time that does not run away: %s', (part) => {
    const input = part.repeat(6000).slice(0, 6000);
    const start = performance.now();
    readReference(input);
    readReference(part.repeat(100_000));
    expect(performance.now() - start).toBeLessThan(2000);
  });
});

it.each([
  ['Brown v. Board of Education, 347 U.S. 483 (1954).', 'Brown v. Board of Education', '1954'],
  ['Marbury v. Madison, 5 U.S. (1 Cranch) 137 (1803).', 'Marbury v. Madison', '1803'],
])('a case is a title, and no organisation: %s', (text, title, year) => {
  const work = readReference(text);
  expect(work.authors).toEqual([]);
  expect([work.title?.value, work.year?.value]).toEqual([title, year]);
});

it('the number of a patent is no volume', () => {
  const work = readReference(
    'Engelbart, D. C. (1970). *X-Y position indicator for a display system* (U.S. Patent No. 3,541,541). U.S. Patent and Trademark Office.',
  );
  expect([work.volume, work.issue, work.pages]).toEqual([undefined, undefined, undefined]);
  expect([work.genre?.value, work.publisher?.value]).toEqual([
    'U.S. Patent No. 3,541,541',
    'U.S. Patent and Trademark Office',
  ]);
});

it.each([
  ['Pearl, J. (2009). Causality. Cambridge: Cambridge University Press.', 'Causality', 'Cambridge'],
  ['Bostrom, N. (2014). Superintelligence. Oxford: Oxford University Press.', 'Superintelligence', 'Oxford'],
  [
    'Press, W., & Flannery, B. P. Numerical Recipes in C. Cambridge University Press, 1992.',
    'Numerical Recipes in C',
    undefined,
  ],
])('a title before a place or behind an initial is no publisher: %s', (text, title, place) => {
  const work = readReference(text);
  expect(work.problems).toEqual([]);
  expect([work.title?.value, work.publisher?.value.endsWith('University Press'), work.place?.value]).toEqual([
    title,
    true,
    place,
  ]);
});

it.each([
  [
    'B. Triggs et. al., "Bundle Adjustment: A Modern Synthesis", *Vision Algorithms*, Springer, 1999, pp. 298–372.',
    'et. al.',
  ],
  [
    'Zhao, J., et. al. (2014). Bundle Adjustment: A Modern Synthesis. *Journal of Graphs*, 3(2), 1–9.',
    'et. al.',
  ],
  ['Zhao, J. et.al (2014). Bundle Adjustment: A Modern Synthesis. *Journal of Graphs*, 3(2), 1–9.', 'et.al'],
])('a stop behind “et” is reported with “al.”, and the title read: %s', (text, found) => {
  const work = readReference(text);
  expect(work.problems.map(({ messageId, data }) => [messageId, data?.['text']])).toEqual([
    ['misshapen-others', found],
  ]);
  expect([work.othersOmitted, work.title?.value]).toEqual([true, 'Bundle Adjustment: A Modern Synthesis']);
});

it('a blank behind a quotation mark that is closed', () => {
  const work = readReference(
    'M. Fiedler, " A note on companion matrices", *Linear Algebra and its Applications*, vol. 372, pp. 325–331, 2003.',
  );
  expect([work.problems, work.title?.value]).toEqual([[], 'A note on companion matrices']);
});

it.each([
  ['Churchill, W. *The Second World War*, vol. 3, 41–58. London: Cassell, 1950.', []],
  ['Gibbon, E. (1932). *Decline and Fall of the Roman Empire*, 2, 41–58. New York: Modern Library.', []],
  ['Marx, K., & Engels, F. *Werke*, Bd. 23, S. 49–98. Berlin: Dietz, 1962.', []],
  ['Shannon, C. E. (1948). *Bell System Technical Journal*, *27*(3), 379–423.', ['missing-title']],
])('pages of a volume of a book, which has a place: %s', (text, problems) => {
  expect(readReference(text).problems.map(({ messageId }) => messageId)).toEqual(problems);
});

it.each([
  'Lamport, L. &quot;Time, clocks, and the ordering of events.&quot; <i>Under review</i>.',
  'Lamport, L. and Melliar-Smith, P. “Synchronizing clocks in the presence of faults.” In preparation.',
  'L. Lamport, P. Melliar-Smith. **Synchronizing clocks in the presence of faults**. Submitted to JACM.',
  'Lamport, L., Melliar-Smith, P. Synchronizing clocks in the presence of faults. Manuscript in preparation.',
  'Lamport, L. “Synchronizing clocks,” *Journal of the ACM*, under second-round review.',
  'Lamport, L. “Synchronizing clocks.” *Conditionally accepted at Journal of the ACM*.',
  'Lamport, L. “Synchronizing clocks.” R&R at *Journal of the ACM*.',
  'Lamport, Leslie. “Synchronizing clocks.” (under review for a special issue of *Distributed Computing*).',
])('what is yet to be published has no year: %s', (text) => {
  expect(readReference(text).problems).toEqual([]);
});

it('a title that speaks of review, without a year', () => {
  const text = 'Lamport, L. “Clocks under review.” *Journal of the ACM* 34, no. 5: 18–19.';
  expect(readReference(text).problems.map(({ messageId }) => messageId)).toEqual(['missing-year']);
});

it.each([
  'Owen, A. B. “Monte Carlo Variance of Scrambled Net Quadrature.” *SIAM Journal on Numerical Analysis* 34, no. 5: 1884–1910.',
  'A. L. Tits and Y. Yang, “Globally convergent algorithms for robust pole assignment by state feedback”, *IEEE Transactions on Automatic Control*, vol. 41, pp. 1432–1452.',
])('pages that look like years are none: %s', (text) => {
  expect(readReference(text).problems.map(({ messageId }) => messageId)).toEqual(['missing-year']);
});

it.each([
  ['Atkinson, M. D. On computing the number of linear extensions of a tree.* Order 7 (1990), 20–25.', 1],
  [
    'Cooley, J. W., & Tukey, J. W. (1965). An algorithm for the machine calculation of complex Fourier series. Math. Comput.*, 19, 297–301.',
    1,
  ],
  [
    'Hopper, G. M. (1952). The education of a computer. Proceedings of the national meeting (Pittsburgh)*, pp. 243–249.',
    1,
  ],
  ['Beethoven, L. van. (1808). Symphony No. 5 in C minor, Op. 67* [Score]. Breitkopf & Härtel.', 1],
  ['Sanderson, G. (2017). But what is a neural network?* [Video]. YouTube.', 1],
  [
    'Sleator, D. D. (1985). Self-adjusting binary search trees* in Progress in Computer Science, 5, 10–16.',
    1,
  ],
  [
    'Sleator, D. D. (1985). Self-adjusting binary search trees* in *Progress in Computer Science*, 5, 10–16.',
    1,
  ],
  ['Knuth, D. E. (1985). Heuristics for A* in Graphs. *Progress in Computer Science*, 5, 10–16.', 0],
  ['Smith J.*, Doe A.*, & Roe B. (2010). Monte Carlo Variance. *Math. Comput.*, 3(2), 1–9.', 0],
  ['Knuth, D. E. (1997). The Art of Computer Programming. Addison-Wesley.*', 0],
])('half of an emphasis behind a full stop: %s', (text, found) => {
  expect(
    readReference(text).problems.filter(({ messageId }) => messageId === 'unbalanced-emphasis'),
  ).toHaveLength(found);
});

it.each([
  ['Bohannon, J. (, March 9). Why criminals can’t hide behind Bitcoin. *Science*.', '(, March 9)'],
  ['Bloch, M., & Corum, J. (May 5). Mapping the human ‘diseasome’. *The New York Times*.', '(May 5)'],
])('a date that has lost its year: %s', (text, found) => {
  const [problem] = readReference(text).problems;
  expect(problem?.messageId).toBe('missing-year');
  expect(text.slice(problem?.region.start, problem?.region.end)).toBe(found);
});

it('Rio de Janeiro is no month', () => {
  const text =
    'BRUCE, Peter; BRUCE, Andrew. *Estatística prática para cientistas de dados*. Alta Books, Rio de Janeiro, 2019.';
  expect([readReference(text).place?.value, readReference(text).date?.value]).toEqual([
    'Rio de Janeiro',
    '2019',
  ]);
  const yearless =
    'BRUCE, Peter; BRUCE, Andrew. *Estatística prática para cientistas de dados*. Rio de Janeiro: Alta Books.';
  expect(readReference(yearless).problems.map(({ messageId }) => messageId)).toEqual(['missing-year']);
});

it.each([
  ['Foucault, M. (1977). (A. Sheridan, Trans.). Pantheon Books.', ['missing-title']],
  ['Ihaka, R., & Gentleman, R. (2023). (Version 4.3.1) [Computer software].', ['missing-title']],
  ['Foucault, M. (1977). *Discipline and punish* (A. Sheridan, Trans.). Pantheon Books.', []],
  ['Vermeer, J. (1665). [Portrait of a girl with an earring]. Mauritshuis, The Hague.', []],
])('a bracket that can only follow a title: %s', (text, problems) => {
  expect(readReference(text).problems.map(({ messageId }) => messageId)).toEqual(problems);
});

it('an accent of LaTeX is no quotation mark', () => {
  const text =
    'G\\"odel, K. (1931). Über formal unentscheidbare Sätze. *Monatshefte für Mathematik*, 38, 173–198.';
  const [problem, ...others] = readReference(text).problems;
  expect([problem?.messageId, problem?.data, others]).toEqual([
    'latex-accent',
    { text: '\\"o', mark: 'o' },
    [],
  ]);
  const quoted = 'Knuth, D. E. (1984). \\"Literate programming.\\" *The Computer Journal*, 27(2), 97–111.';
  expect(readReference(quoted).problems).toEqual([]);
});

it('G"odel, whose backslash Hugo took for an escape, is no quotation mark without its partner', () => {
  const text =
    'G"odel, K. (1931). Über formal unentscheidbare Sätze. *Monatshefte für Mathematik*, 38, 173–198.';
  const { problems } = readReference(text);
  expect(problems.map(({ messageId, data, region }) => [messageId, data, region])).toEqual([
    ['latex-accent', { text: '\\"o', mark: 'o' }, { start: 1, end: 3 }],
  ]);
  const open = 'Knuth, D. E. (1973). Sorting"and searching. Addison-Wesley.';
  expect(readReference(open).problems.map(({ messageId }) => messageId)).toEqual(['unbalanced-quotes']);
});

it.each([
  'https://example.org/a_I_]_b_c.pdf',
  'https://example.org/a[1]b_c.pdf',
  '[PDF: https://example.org/a.pdf]',
  '[https://example.org/a.pdf](https://example.org/a.pdf)',
  '[[PDF](https://example.org/a.pdf)]',
])('a square bracket in an address or round it: %s', (address) => {
  const text = `Dijkstra, E. W. (1959). A note on two problems in connexion with graphs. *Numerische Mathematik*, 1, 269–271. ${address}`;
  expect(readReference(text).problems).toEqual([]);
});

it.each([
  ['P. Dobcsanyi, P. J. Cameron, et al. DesignTheory.org. https://designtheory.org/', []],
  ['P. Dobcsanyi et al. DesignTheory.org. https://designtheory.org/', []],
  ['Graham, P. (2004). paulgraham.com. https://paulgraham.com/hp.html', ['missing-title']],
])('the name of a site for a title: %s', (text, problems) => {
  expect(readReference(text).problems.map(({ messageId }) => messageId)).toEqual(problems);
});

describe('pages and a DOI that lack something', () => {
  const HOARE = 'Hoare, C. A. R. (1962). Quicksort. *The Computer Journal*, 5(1), 10–16.';
  const chapter = (pages: string) =>
    `Turing, A. M. (1950). Computing machinery. In B. J. Copeland (Ed.), *The essential Turing* (pp. ${pages}). Oxford University Press.`;
  it.each([
    [HOARE.replace('10–16', '16–10'), ['misshapen-pages: 16–10']],
    [HOARE.replace('10–16', '10–'), ['misshapen-range: 10–']],
    [`${HOARE} https://doi.org/`, ['misshapen-doi: https://doi.org/']],
    [`${HOARE} doi:`, ['misshapen-doi: doi:']],
    [`${HOARE} DOI:.`, ['misshapen-doi: DOI:']],
    [HOARE, []],
    [chapter('460–433'), ['misshapen-pages: 460–433']],
    ['Turing, A., « Computing machinery », *Mind*, n° 236, 1950, pp. 460-433.', ['misshapen-pages: 460-433']],
    [chapter('12-10'), []],
    ['Cortázar, J. (1963). *Rayuela*. Sudamericana. Recuperado de', ['misshapen-address: Recuperado de']],
    ['Freire, P. (1974). *Educação*. Paz e Terra. Disponível em:', ['misshapen-address: Disponível em']],
    [HOARE.replace('10–16', '1099–02'), []],
    [HOARE.replace('10–16', '271–9'), []],
    ['International DOI Foundation. (2024). *The DOI system*. https://doi.org/', []],
    ['Knuth, D. E. (1968–). *The Art of Computer Programming*. Addison-Wesley.', []],
  ])('%s', (text, problems) => {
    expect(problemsOf(text)).toEqual(problems);
  });
});

describe('days that no calendar has', () => {
  const speech = (date: string) =>
    `Kennedy, J. F. (${date}). *Address at Rice University* [Speech]. Rice University.`;
  const page = (read: string) =>
    `Olah, C. (2015). *Understanding LSTM networks*. colah's blog. Retrieved ${read}, from https://colah.github.io/posts/2015-08-Understanding-LSTMs/`;
  it.each([
    [speech('1962, February 30'), ['misshapen-day: February 30']],
    [speech('1962, Feb. 29'), ['misshapen-day: Feb. 29']],
    [speech('31 September 1962'), ['misshapen-day: 31 September']],
    [speech('1964, February 29'), []],
    [speech('1962, March 32'), ['misshapen-day: March 32']],
    [speech('1962, Febuary 3'), ['misshapen-month: Febuary']],
    [speech('1962, Septmber'), ['misshapen-month: Septmber']],
    [speech('1962, Spring'), []],
    [speech('1962, Februari 3'), []],
    [speech('1962, Desember'), []],
    [speech('1962, Mittwoch 3'), []],
    [speech('TODO, March 9'), ['missing-year: (TODO, March 9)']],
    [speech('????, March 9'), ['missing-year: (']],
    [speech('1962, September 30'), []],
    [speech('1962, August 31'), []],
    [page('June 31, 2020'), ['misshapen-day: June 31']],
    [page('2020-02-30'), ['misshapen-day: 2020-02-30']],
    [page('2020-03-30'), []],
    [speech('31 de junio de 1962'), ['misshapen-day: 31 de junio']],
    [page('May 31, 2020'), []],
    ['Bagge, L. (1712, May). *February 30, 1712*. Almanac.', []],
  ])('%s', (text, problems) => {
    expect(problemsOf(text)).toEqual(problems);
  });
});

describe('years that cannot be read, in dates and of pages', () => {
  const page = (date: string) =>
    `Olah, C. (${date}). *Understanding LSTM networks*. https://colah.github.io/posts/2015-08-Understanding-LSTMs/`;
  it.each([
    [page('20157, August 27'), ['misshapen-year: 20157']],
    [page('2O15, August 27'), ['misshapen-year: 2O15']],
    [page('201, August'), ['misshapen-year: 201']],
    [page('20157'), ['misshapen-year: 20157']],
    [page('2015, August 27'), []],
    [page('2015a'), []],
    [page('15'), []],
    [page('?'), []],
    ['Hoare, C. A. R. (????). Quicksort. *The Computer Journal*, 5(1), 10–16.', ['missing-year: (']],
    ['Hoare, C. A. R. (?). Quicksort. *The Computer Journal*, 5(1), 10–16.', []],
  ])('%s', (text, problems) => {
    expect(problemsOf(text)).toEqual(problems);
  });
});
