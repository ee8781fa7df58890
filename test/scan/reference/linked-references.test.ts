import { describe, expect, it } from 'vitest';
import { summary } from '../../support/reference-summary.ts';

describe('a link around a whole reference', () => {
  it.each([
    [
      '[Fawcett, T. (2006). An introduction to ROC analysis. Pattern Recognition Letters, 27(8), 861–874.](https://doi.org/10.1016/j.patrec.2005.10.010)',
      'Fawcett, T. | 2006 | An introduction to ROC analysis | Pattern Recognition Letters | 27(8) 861–874',
    ],
    [
      '[R. Artstein and M. Poesio (2008). "Inter-coder agreement". Computational Linguistics 34(4): 555–596](https://aclanthology.org/J08-4004/).',
      'Artstein, R.; Poesio, M. | 2008 | Inter-coder agreement | Computational Linguistics | 34(4) 555–596',
    ],
    [
      '[Martinsson, Per-Gunnar, Vladimir Rokhlin, and Mark Tygert. "A randomized algorithm." Applied and Computational Harmonic Analysis 30 (2011): 47–68.](https://doi.org/10.1016/j.acha.2010.02.003)',
      'Martinsson, Per-Gunnar; Rokhlin, Vladimir; Tygert, Mark | 2011 | A randomized algorithm | Applied and Computational Harmonic Analysis | 30(-) 47–68',
    ],
    [
      '[1] [T. Calinski and J. Harabasz, 1974. "A dendrite method for cluster analysis". Communications in Statistics](https://doi.org/10.1080/03610927408827101)',
      'Calinski, T.; Harabasz, J. | 1974 | A dendrite method for cluster analysis | Communications in Statistics | -(-) -',
    ],
    [
      '[Vinh, Epps, and Bailey (2010). Information theoretic measures for clusterings comparison](https://www.jmlr.org/papers/v11/vinh10a.html)',
      'Vinh; Epps; Bailey | 2010 | Information theoretic measures for clusterings comparison | - | -(-) -',
    ],
  ])('%s', (text, expected) => {
    expect(summary(text)).toBe(expected);
  });

  it.each([
    [
      '[The Rust Programming Language (2019)](https://doc.rust-lang.org/book/)',
      'The Rust Programming Language (2019)',
    ],
    ['[Kubernetes Documentation (2023)](https://kubernetes.io/docs/)', 'Kubernetes Documentation (2023)'],
    ['[Planck 2013 results](https://arxiv.org/abs/1303.5062), Planck Collaboration', 'Planck 2013 results'],
    [
      '[Attention Is All You Need](https://arxiv.org/abs/1706.03762), Vaswani et al. (2017).',
      'Attention Is All You Need',
    ],
  ])('but one around a title marks it: %s', (text, title) => {
    expect(summary(text).split(' | ')[2]).toBe(title);
  });
});
