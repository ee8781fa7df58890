import { describe, expect, it } from 'vitest';
import { readReference } from '../../../src/scan/reference/read-reference.ts';
import { summary } from '../../support/reference-summary.ts';

describe('hyphens for a dash', () => {
  it.each([
    [
      'Laurent, M. (2009). Matrix completion problems. In *Encyclopedia of Optimization* (pp. 1967--1975). Springer.',
      'Laurent, M. | 2009 | Matrix completion problems | Encyclopedia of Optimization | -(-) 1967–1975',
    ],
    [
      'M. Laurent, "Matrix completion problems," in *Encyclopedia of Optimization*, Springer, 2009, pp. 1967--1975.',
      'Laurent, M. | 2009 | Matrix completion problems | Encyclopedia of Optimization | -(-) 1967–1975',
    ],
    [
      'Shannon CE. A mathematical theory of communication. Bell Syst Tech J. 1948;27(3--4):379---423.',
      'Shannon, CE | 1948 | A mathematical theory of communication | Bell Syst Tech J | 27(3–4) 379—423',
    ],
    [
      'Taylor, A. J. P. *English History 1914--1945*. Oxford: Clarendon Press, 1965.',
      'Taylor, A. J. P. | 1965 | English History 1914–1945 | - | -(-) -',
    ],
    [
      '---. *The Origins of the Second World War*. London: Hamish Hamilton, 1961.',
      ' | 1961 | The Origins of the Second World War | - | -(-) -',
    ],
  ])('%s', (text, expected) => {
    expect(summary(text)).toBe(expected);
  });
});

describe('names', () => {
  it.each([
    [
      'Matiyasevich Yu. V. Hilbert’s Tenth Problem. Cambridge: MIT Press, 1993.',
      'Matiyasevich, Yu. V. | 1993 | Hilbert’s Tenth Problem | - | -(-) -',
    ],
    [
      'Arnold V. I., Ilyashenko Yu. S. Ordinary differential equations. Springer, 1988.',
      'Arnold, V. I.; Ilyashenko, Yu. S. | 1988 | Ordinary differential equations | - | -(-) -',
    ],
    [
      'Хопкрофт Дж., Мотвани Р., Ульман Дж. Введение в теорию автоматов. — М.: Вильямс, 2002. — 528 с.',
      'Хопкрофт, Дж.; Мотвани, Р.; Ульман, Дж. | 2002 | Введение в теорию автоматов | - | -(-) -',
    ],
    [
      'Lizzeri A. and N. Persico (2001), "The Provision of Public Goods," *American Economic Review*, 91, 225–239.',
      'Lizzeri, A.; Persico, N. | 2001 | The Provision of Public Goods | American Economic Review | 91(-) 225–239',
    ],
    [
      'Hall B., J. Mairesse and P. Mohnen (2010). Measuring the returns to R&D. *Handbook of the Economics of Innovation*, 2, 1033–1082.',
      'Hall, B.; Mairesse, J.; Mohnen, P. | 2010 | Measuring the returns to R&D | Handbook of the Economics of Innovation | 2(-) 1033–1082',
    ],
    [
      'Kernighan BW, C Programming Language Reference. Murray Hill: Bell Laboratories, 1974.',
      'Kernighan, BW | 1974 | C Programming Language Reference | - | -(-) -',
    ],
    [
      'Brian Kernighan and Ritchie, D. M. (1978). *The C Programming Language*. Prentice Hall.',
      'Kernighan, Brian; Ritchie, D. M. | 1978 | The C Programming Language | - | -(-) -',
    ],
    [
      'Ortega y Gasset, José. *La rebelión de las masas*. Madrid: Espasa-Calpe, 1930.',
      'Ortega y Gasset, José | 1930 | La rebelión de las masas | - | -(-) -',
    ],
    [
      'Buarque de Holanda, Sérgio. *Raízes do Brasil*. Rio de Janeiro: José Olympio, 1936.',
      'Buarque de Holanda, Sérgio | 1936 | Raízes do Brasil | - | -(-) -',
    ],
    [
      'Obama, B. [@BarackObama]. (2012, November 6). *Four more years.* [Tweet]. Twitter.',
      'Obama, B. | 2012 | Four more years | - | -(-) -',
    ],
    [
      'Grube, G. M. A., & Plato. (1992). *Republic*. Hackett.',
      'Grube, G. M. A.; Plato | 1992 | Republic | - | -(-) -',
    ],
    [
      'Seward, J., & Nethercote (2005). Using Valgrind to detect undefined value errors. *Proceedings of the USENIX Annual Technical Conference*.',
      'Seward, J.; Nethercote | 2005 | Using Valgrind to detect undefined value errors | Proceedings of the USENIX Annual Technical Conference | -(-) - | misshapen-author',
    ],
  ])('%s', (text, expected) => {
    expect(summary(text)).toBe(expected);
  });
});

describe('issues in brackets that are more than one, and supplements', () => {
  it.each([
    [
      'Cooper, G. F. (1990). The computational complexity of probabilistic inference. *Artificial Intelligence*, 42(2-3), 393–405.',
      '42(2-3) 393–405',
    ],
    [
      'Cooper, G. F. (1990). The computational complexity of probabilistic inference. *Artificial Intelligence* 42 (2–3): 393.',
      '42(2–3) 393',
    ],
    [
      'Tofthagen R, Fagerstrøm LM. Rodgers’ evolutionary concept analysis. Scand J Caring Sci. 2010;24 Suppl 1:21–31.',
      '24(Suppl 1) 21–31',
    ],
    [
      'Aday, L. A. (2002). A health services research perspective. *AIDS Care*, 14(Suppl.1), 133–136.',
      '14(Suppl.1) 133–136',
    ],
  ])('%s', (text, numbers) => {
    expect(summary(text).split(' | ')[4]).toBe(numbers);
  });
});

describe('years', () => {
  it.each([
    [
      'Turing AM. 1936 On computable numbers, with an application to the Entscheidungsproblem. *Proc. Lond. Math. Soc.* **42**, 230–265.',
      '1936',
      'On computable numbers, with an application to the Entscheidungsproblem',
    ],
    ['Orwell, George. 1984 and other novels. London: Secker, 1950.', '1950', '1984 and other novels'],
    [
      '国务院. 关于积极推进“互联网+”行动的指导意见[EB/OL]. (2015-07-04)[2016-05-10]. http://www.gov.cn/zhengce/content/2015-07/04/content_10002.htm.',
      '2015',
      '关于积极推进“互联网+”行动的指导意见',
    ],
    [
      '李德毅. 不确定性人工智能[J/OL]. 软件学报, 2004, 15(11): 1583-1594[2016-05-10]. http://www.jos.org.cn/.',
      '2004',
      '不确定性人工智能',
    ],
    [
      '“Civil action for deprivation of rights,” 42 U.S.C. § 1983.',
      undefined,
      'Civil action for deprivation of rights',
    ],
  ])('%s', (text, year, title) => {
    const reading = readReference(text);
    expect([reading.year?.value, reading.title?.value]).toEqual([year, title]);
  });
});

describe('where the title ends', () => {
  it.each([
    [
      'Pickerel, K. (2018, July 2). The difference between n-type and p-type solar cells. Retrieved from Solar Power World: https://www.solarpowerworldonline.com/2018/07/the-difference-between-n-type-and-p-type-solar-cells/',
      'The difference between n-type and p-type solar cells',
      'Solar Power World',
    ],
    [
      'Reynolds, M. (2022, January 4). Gravity Could Solve Clean Energy’s One Major Drawback. Retrieved January 4, 2022, from Wired: https://www.wired.com/story/energy-vault-gravity-storage/',
      'Gravity Could Solve Clean Energy’s One Major Drawback',
      'Wired',
    ],
    [
      'Knuth, D. E. (1974). Structured programming with go to statements *Computing Surveys* 6, 261–301.',
      'Structured programming with go to statements',
      'Computing Surveys',
    ],
    [
      'Bridges, C. B. (1916). Non-disjunction as proof of the chromosome theory in *Drosophila* and heredity. *Genetics* 1, 1–52.',
      'Non-disjunction as proof of the chromosome theory in Drosophila and heredity',
      'Genetics',
    ],
  ])('%s', (text, title, container) => {
    const reading = readReference(text);
    expect([reading.title?.value, reading.container?.value]).toEqual([title, container]);
  });
});

describe('what publishes', () => {
  it.each([
    [
      'Gamma E., Helm R., Johnson R., Vlissides J. Design Patterns. Elements of Reusable Object-Oriented Software. Addison-Wesley, 1994.',
      'Addison-Wesley',
    ],
    [
      'Votta, L. G., & Zajac, M. L. Design process improvement case study. In *Proceedings of the Fifth European Software Engineering Conference*, volume 989 of Lecture Notes in Computer Science, pages 44–58. Springer-Verlag, 1995.',
      'Springer-Verlag',
    ],
    [
      'Conway, J. H. and Sloane, N. J. A., Sphere Packings, Lattices and Groups, Springer, Berlin, 1993.',
      'Springer',
    ],
    ['Horn, B. (1986). Robot Vision, MIT Press.', 'MIT Press'],
    ['FREIRE, Paulo. *Pedagogia do oprimido*. 17. ed. São Paulo: Paz e Terra, 1987. 218 p.', 'Paz e Terra'],
  ])('%s', (text, publisher) => {
    expect(readReference(text).publisher?.value).toBe(publisher);
  });

  it('a comma of the title is none of its end', () => {
    const text =
      'Conway, J. H. and Sloane, N. J. A., Sphere Packings, Lattices and Groups, Springer, Berlin, 1993.';
    expect(readReference(text).title?.value).toBe('Sphere Packings, Lattices and Groups');
  });

  it('of shortened proceedings the number belongs to the name', () => {
    const text =
      'Fahmy, M. M. and O’Reilly, J. “Eigenstructure assignment,” in Proc. 21st IEEE Conf. Decision and Control, Orlando, 1982.';
    expect(readReference(text).container?.value).toBe('Proc. 21st IEEE Conf. Decision and Control');
  });

  it('editors behind a stop', () => {
    const text =
      'Benz, Anton, Gerhard Jäger, and Robert van Rooij. (eds.) (2005). *Game Theory and Pragmatics*. Palgrave Macmillan.';
    expect(summary(text)).toBe(' | 2005 | Game Theory and Pragmatics | - | -(-) -');
  });
});
