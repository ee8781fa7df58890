import { describe, expect, it } from 'vitest';
import { summary } from '../../support/reference-summary.ts';

describe('an initial that has lost its full stop', () => {
  it.each([
    [
      'Lenstra, J.K (1974). Clustering a data array. *Operations Research*, 22(2), 413–414.',
      'Lenstra, J.K | 1974 | Clustering a data array | Operations Research | 22(2) 413–414 | misshapen-initial',
    ],
    [
      'Hill, M.O et al. (2006) An annotated checklist of the mosses of Europe. *J. Bryology* **28**: 198–267.',
      'Hill, M.O | 2006 | An annotated checklist of the mosses of Europe | J. Bryology | 28(-) 198–267 | misshapen-initial',
    ],
    [
      'ter Braak, C.J.F & Looman, C.W.N 1986. Weighted averaging. *Vegetatio* 65, 3–11.',
      'Braak, C.J.F; Looman, C.W.N | 1986 | Weighted averaging | Vegetatio | 65(-) 3–11 | misshapen-initial',
    ],
  ])('%s', (text, expected) => {
    expect(summary(text)).toBe(expected);
  });
});

describe('names that are written otherwise', () => {
  it.each([
    [
      'Centeno, M. d. L. (2002). Measuring the effects of reinsurance. *Insurance*, 30, 37–49.',
      'Centeno, M. d. L. | 2002 | Measuring the effects of reinsurance | Insurance | 30(-) 37–49',
    ],
    [
      'Höhle M, an der Heiden M (2014). Bayesian nowcasting. *Biometrics*, 70(4), 993–1002.',
      'Höhle, M; Heiden, M | 2014 | Bayesian nowcasting | Biometrics | 70(4) 993–1002',
    ],
    [
      'Janiaud, P., van’t Hooft, J., & Hemkens, L. G. (2021). Mortality outcomes. *Nature Communications*, 12, 2349.',
      'Janiaud, P.; Hooft, J.; Hemkens, L. G. | 2021 | Mortality outcomes | Nature Communications | 12(-) 2349',
    ],
    [
      'Pinheiro, J.C. and Bates., D.M. (1996) Unconstrained parametrizations. *Statistics and Computing* **6**, 289–296.',
      'Pinheiro, J.C.; Bates, D.M. | 1996 | Unconstrained parametrizations | Statistics and Computing | 6(-) 289–296',
    ],
    [
      'Blomberg, S. P., T. Garland Jr., A. R. Ives (2003) Testing for phylogenetic signal. *Evolution*, 57, 717–745.',
      'Blomberg, S. P.; Garland, T.; Ives, A. R. | 2003 | Testing for phylogenetic signal | Evolution | 57(-) 717–745',
    ],
    [
      'Craig Reed and Keming Yu. 2009. “An Efficient Gibbs Sampler.” Technical Report.',
      'Reed, Craig; Yu, Keming | 2009 | An Efficient Gibbs Sampler | - | -(-) -',
    ],
    [
      'Robinson MD, Oshlack A (2010). A scaling normalization method. Genome Biology 11, R25.',
      'Robinson, MD; Oshlack, A | 2010 | A scaling normalization method | Genome Biology | 11(-) R25',
    ],
    [
      'Zhou, X, Lindsay, H, and Robinson, MD (2014). Robustly detecting differential expression. Nucleic Acids Research 42, e91.',
      'Zhou, X; Lindsay, H; Robinson, MD | 2014 | Robustly detecting differential expression | Nucleic Acids Research | 42(-) e91',
    ],
    [
      'Shayle R. Searle (1971), *Linear Models*. John Wiley & Sons, New York.',
      'Searle, Shayle R. | 1971 | Linear Models | - | -(-) -',
    ],
    [
      'Shrout, Patrick E. and Fleiss, Joseph L. Intraclass correlations. Psychological Bulletin, 1979, 86, 420–428.',
      'Shrout, Patrick E.; Fleiss, Joseph L. | 1979 | Intraclass correlations | Psychological Bulletin | 86(-) 420–428',
    ],
  ])('%s', (text, expected) => {
    expect(summary(text)).toBe(expected);
  });

  it('a journal without a title may stand before the year: Hardy J. Science (2002) 297, 353.', () => {
    expect(summary('Hardy J. Science (2002) 297, 353–356.')).toMatch(/^Hardy, J\. \| 2002/);
  });
});

describe('family names alone', () => {
  it.each([
    [
      'Friedman, Hastie, Tibshirani (2008). Regularization paths. Journal of Statistical Software 33(1), 1–22.',
      'Friedman; Hastie; Tibshirani | 2008 | Regularization paths | Journal of Statistical Software | 33(1) 1–22',
    ],
    [
      'Telesford, Joyce, Hayasaka, Burdette, and Laurienti (2011). “The ubiquity of small-world networks.” Brain Connectivity 1(5), 367–375.',
      'Telesford; Joyce; Hayasaka; Burdette; Laurienti | 2011 | The ubiquity of small-world networks | Brain Connectivity | 1(5) 367–375',
    ],
    [
      'Friedman, Jerome; Hastie, Trevor; Tibshirani, Robert (2000). Additive logistic regression. Ann. Statist. 28(2), 337–407.',
      'Friedman, Jerome; Hastie, Trevor; Tibshirani, Robert | 2000 | Additive logistic regression | Ann. Statist | 28(2) 337–407',
    ],
    [
      'P. Geurts, D. Ernst., and L. Wehenkel, “Extremely randomized trees”, Machine Learning, 63(1), 3–42, 2006.',
      'Geurts, P.; Ernst, D.; Wehenkel, L. | 2006 | Extremely randomized trees | Machine Learning | 63(1) 3–42',
    ],
  ])('%s', (text, expected) => {
    expect(summary(text)).toBe(expected);
  });
});

describe('what is left of the names before the year is no title', () => {
  it.each([
    [
      'Rosnow, Ralph L., Rosenthal, Robert and Rubin, Donald B. (2000) Contrasts and correlations. Psychological Science, 11, 446–453.',
      'Rosnow, Ralph L.; Rosenthal, Robert; Rubin, Donald B. | 2000 | Contrasts and correlations | Psychological Science | 11(-) 446–453',
    ],
    [
      'Basser PJ, Mattiello J, LeBihan (1994). MR diffusion tensor spectroscopy. Biophysical Journal 66, 259–267.',
      'Basser, PJ; Mattiello, J; LeBihan | 1994 | MR diffusion tensor spectroscopy | Biophysical Journal | 66(-) 259–267',
    ],
    [
      'Heumann, C., Schomaker, M., Shalabh (2016), *Introduction to Statistics and Data Analysis*, Springer.',
      'Heumann, C.; Schomaker, M.; Shalabh | 2016 | Introduction to Statistics and Data Analysis | - | -(-) -',
    ],
    [
      'Pestilli, F., Rokem, A. Kay, K. and Wandell B.A. (2014). Validation of living connectomes. Nature Methods 11: 1058–1063.',
      'Pestilli, F.; Rokem, A. | 2014 | Validation of living connectomes | Nature Methods | 11(-) 1058–1063',
    ],
    [
      'Sternberg, H. O’R. (1987) Aggravation of floods. *Geografiska Annaler*, 69, 201–219.',
      'Sternberg, H. | 1987 | Aggravation of floods | Geografiska Annaler | 69(-) 201–219',
    ],
  ])('%s', (text, expected) => {
    expect(summary(text)).toBe(expected);
  });

  it.each([
    ['Orwell, G. Animal Farm (1945). London: Secker & Warburg.', 'Animal Farm'],
    ['Nolen, W. A. The Making of a Surgeon (1970). Random House.', 'The Making of a Surgeon'],
    [
      'Shannon, C. E. A Mathematical Theory of Communication (1948), Bell System Technical Journal 27, 379–423.',
      'A Mathematical Theory of Communication',
    ],
  ])('but a title that stands there is: %s', (text, title) => {
    expect(summary(text).split(' | ')[2]).toBe(title);
  });
});
