import { describe, expect, it } from 'vitest';
import { summary } from '../../support/reference-summary.ts';

describe('a page that looks like a year', () => {
  it.each([
    [
      'Grady L. Random walks for image segmentation. IEEE Trans Pattern Anal Mach Intell. 2006 Nov;28(11):1768-83.',
      'Grady, L. | 2006 | Random walks for image segmentation | IEEE Trans Pattern Anal Mach Intell | 28(11) 1768-83',
    ],
    [
      'Butler, R. W., Davies, P. L., "Asymptotics for the minimum covariance determinant," The Annals of Statistics, 1993, 21(3), 1385-1400.',
      'Butler, R. W.; Davies, P. L. | 1993 | Asymptotics for the minimum covariance determinant | The Annals of Statistics | 21(3) 1385-1400',
    ],
    [
      'Tournier, J. D. Robust determination of the fibre orientation. NeuroImage 2007, 35(4):1459-1472.',
      'Tournier, J. D. | 2007 | Robust determination of the fibre orientation | NeuroImage | 35(4) 1459-1472',
    ],
  ])('%s', (text, expected) => {
    expect(summary(text)).toBe(expected);
  });

  it('the year of a standard is none', () => {
    expect(summary('ISO. Information and documentation. ISO 690:2010.').split(' | ')[1]).toBe('2010');
    expect(summary('Official specification of sRGB, IEC 61966-2-1:1999').split(' | ')[1]).toBe('1999');
  });
});

describe('what is no part of the work', () => {
  it.each([
    [
      'Dunn PK (2009). tweedie: Tweedie exponential family models. R package version 2.0.2. https://cran.r-project.org/package=tweedie',
      'Dunn, PK | 2009 | tweedie: Tweedie exponential family models | - | -(-) -',
    ],
    [
      'Deepayan Sarkar. 2008. *lattice: Lattice Graphics.* R package version 0.17-17',
      'Sarkar, Deepayan | 2008 | lattice: Lattice Graphics | - | -(-) -',
    ],
    [
      'T. Saramäki. Finite impulse response filter design. In *Handbook for Digital Signal Processing*, chapter 4, pages 155–277. Wiley, 1993.',
      'Saramäki, T. | 1993 | Finite impulse response filter design | Handbook for Digital Signal Processing | -(-) 155–277',
    ],
    [
      'Price, R. M. (2007) Yule coefficients in 2 x 2 contingency tables. Sociological Methods and Research, 35, 429–446.',
      'Price, R. M. | 2007 | Yule coefficients in 2 x 2 contingency tables | Sociological Methods and Research | 35(-) 429–446',
    ],
    [
      'Lutova, Tosic, and Evans, “Filter Design for Signal Processing”, Chapters 5 and 12.',
      'Lutova; Tosic; Evans | - | Filter Design for Signal Processing | - | -(-) -',
    ],
    [
      "Shannon, C. E. (1937). A symbolic analysis of relay and switching circuits [Master's thesis, Massachusetts Institute of Technology]. DSpace@MIT.",
      'Shannon, C. E. | 1937 | A symbolic analysis of relay and switching circuits | - | -(-) -',
    ],
    [
      'Hildebrand, H. A. (1999). Pitch detection and intonation correction (U.S. Patent No. 5,973,252). U.S. Patent and Trademark Office.',
      'Hildebrand, H. A. | 1999 | Pitch detection and intonation correction | - | -(-) -',
    ],
    [
      'A. Wiles, Modular elliptic curves and Fermat’s last theorem, Ann. of Math. (2) 141 (1995), no. 3, 443–551.',
      'Wiles, A. | 1995 | Modular elliptic curves and Fermat’s last theorem | Ann. of Math. (2) | 141(3) 443–551',
    ],
    [
      'Sanderson, G. [3Blue1Brown]. (2017, October 5). *But what is a neural network?* [Video]. YouTube.',
      'Sanderson, G. | 2017 | But what is a neural network? | - | -(-) -',
    ],
    [
      'Wood, S. N. (2019) Simplified integrated Laplace approximation. In press.',
      'Wood, S. N. | 2019 | Simplified integrated Laplace approximation | - | -(-) -',
    ],
    [
      'Revelle, W. (in prep) An introduction to psychometric theory. Springer.',
      'Revelle, W. | in prep | An introduction to psychometric theory | - | -(-) -',
    ],
    [
      'Elleman, L. G., & Revelle, W. 2020 (in press). That takes the BISCUIT. *European Journal of Psychological Assessment*.',
      'Elleman, L. G.; Revelle, W. | 2020 | That takes the BISCUIT | European Journal of Psychological Assessment | -(-) -',
    ],
  ])('%s', (text, expected) => {
    expect(summary(text)).toBe(expected);
  });
});

it('the mark of a genre is no name: the title is missing in SPOLSKY J. [EB/OL]. (2000-08-09)', () => {
  const text =
    'SPOLSKY J. [EB/OL]. (2000-08-09)[2024-05-12]. https://www.joelonsoftware.com/2000/08/09/the-joel-test/.';
  expect(summary(text)).toContain('missing-title');
});

describe('the publisher behind a comma, and nothing but the last full stop', () => {
  it.each([
    ['Gu, C. (2002) Smoothing Spline ANOVA Models, Springer.', 'Smoothing Spline ANOVA Models'],
    ['Fahrmeir, L., T. Kneib (2013) Regression, Springer.', 'Regression'],
    [
      'Cressie, N. A. C. (1991). Statistics for Spatial Data, Wiley, New York.',
      'Statistics for Spatial Data',
    ],
    ['Nunnally, J. C. (1967). Psychometric theory., McGraw-Hill, New York.', 'Psychometric theory'],
  ])('%s', (text, title) => {
    expect(summary(text).split(' | ')[2]).toBe(title);
  });

  it('a place in a title is no publisher', () => {
    const text = 'Smith, A. (1998). A history of Oxford, Cambridge and London.';
    expect(summary(text).split(' | ')[2]).toBe('A history of Oxford, Cambridge and London');
  });
});

it.each([
  'Ruckstuhl, Niklaus, in: Basler Kommentar, Schweizerische Strafprozessordnung, 3. Aufl. 2023, Art. 158',
  'Träger, Jörg, in: Joecks/Miebach, StGB, 4. Aufl. 2021, § 203 Rn. 80–120',
])('%s: what stands in a commentary on a law has no title', (text) => {
  expect(summary(text)).not.toContain('missing-title');
});

describe('journals of physicists, who print no titles', () => {
  it.each([
    ['V. Eyert, J. Comp. Phys., 124, 271 (1996).', 'Eyert, V. | 1996 | - | J. Comp. Phys | 124(-) 271'],
    [
      'W. Cheng, D.-H. Li. IMA J. Numer. Anal. **29**, 814 (2009).',
      'Cheng, W.; Li, D.-H. | 2009 | - | IMA J. Numer. Anal | 29(-) 814',
    ],
    [
      'Cohen, A. (1980), On the graphical display. *Communications in Statistics*, **A9**, 1025–1041.',
      'Cohen, A. | 1980 | On the graphical display | Communications in Statistics | A9(-) 1025–1041',
    ],
  ])('%s', (text, expected) => {
    expect(summary(text)).toBe(expected);
  });
});

describe('pages of a book that are meant', () => {
  it.each([
    [
      'Hollander M. and Wolfe D. A. (1973). Nonparametric Statistical Methods, pp. 228–235, 423. New York: Wiley.',
      'Hollander, M.; Wolfe, D. A. | 1973 | Nonparametric Statistical Methods | - | -(-) 228–235',
    ],
    [
      'Silverman, B. (1986) *Density Estimation*, pp 100–104.',
      'Silverman, B. | 1986 | Density Estimation | - | -(-) 100–104',
    ],
    [
      'T. Huang, G. Yang. “A fast two-dimensional median filtering algorithm”, IEEE Transactions on Acoustics, 1979. Volume: 27, Issue: 1, Page(s): 13 - 18.',
      'Huang, T.; Yang, G. | 1979 | A fast two-dimensional median filtering algorithm | IEEE Transactions on Acoustics | 27(1) 13 - 18',
    ],
  ])('%s', (text, expected) => {
    expect(summary(text)).toBe(expected);
  });

  it('a journal without pages of a book lacks its title still', () => {
    const text = 'Shannon, C. E. (1948). *Bell System Technical Journal*, 27(3), 379–423.';
    expect(summary(text)).toContain('missing-title');
  });

  it('a title that runs into its journal is not missing', () => {
    const text =
      'Plackett RL, Burman JP. (1946) The Design of Optimum Multifactorial Experiments Biometrika, 33(4), 305–325.';
    expect(summary(text)).not.toContain('missing-title');
  });
});
