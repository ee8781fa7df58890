import { describe, expect, it } from 'vitest';
import { summary } from '../../support/reference-summary.ts';

describe('full names in a row before DBLP’s colon', () => {
  it.each([
    [
      'Tim Berners-Lee, James Hendler, Ora Lassila: The Semantic Web. Scientific American 284(5): 34–43 (2001)',
      'Berners-Lee, Tim; Hendler, James; Lassila, Ora | 2001 | The Semantic Web | Scientific American | 284(5) 34–43',
    ],
    [
      'Gavin Brown, Jaroslaw Buczynski: *Maps of toric varieties in Cox coordinates*. Fundamenta Mathematicae, 222 (2013), 213–267.',
      'Brown, Gavin; Buczynski, Jaroslaw | 2013 | Maps of toric varieties in Cox coordinates | Fundamenta Mathematicae | 222(-) 213–267',
    ],
  ])('%s', (text, expected) => {
    expect(summary(text)).toBe(expected);
  });

  it.each([
    [
      'Randall Packard, White Plague, Black Labour: Tuberculosis in South Africa. Berkeley, 1989.',
      'Packard, Randall',
    ],
    [
      'Orlando Figes, Peasant Russia, Civil War: The Volga Countryside in Revolution. Oxford, 1989.',
      'Figes, Orlando',
    ],
    [
      'Walter Isaacson, Benjamin Franklin: An American Life. New York: Simon & Schuster, 2003.',
      'Isaacson, Walter',
    ],
  ])('but words of a title are none: %s', (text, names) => {
    expect(summary(text).split(' | ')[0]).toBe(names);
  });
});

describe('full names in a style with marks of genre', () => {
  it('a full stop ends two of them', () => {
    expect(
      summary(
        'Yulin Chen, Jyh-Yuan Chen. Towards improved model reduction[J]. Combustion and Flame, 2018, 190: 293-301.',
      ),
    ).toBe(
      'Chen, Yulin; Chen, Jyh-Yuan | 2018 | Towards improved model reduction | Combustion and Flame | 190(-) 293-301',
    );
  });
});

describe('`others` that BibTeX’s `and others` left', () => {
  it.each([
    [
      'McKinney W, others. Data structures for statistical computing in Python. In: Proceedings of the 9th Python in Science Conference. 2010. p. 51–56.',
      'McKinney, W | 2010 | Data structures for statistical computing in Python | Proceedings of the 9th Python in Science Conference | -(-) 51–56',
    ],
    [
      'Abadi, M., others (2016). TensorFlow: A system for large-scale machine learning. *OSDI*, 265–283.',
      'Abadi, M. | 2016 | TensorFlow: A system for large-scale machine learning | OSDI | -(-) 265–283',
    ],
  ])('%s', (text, expected) => {
    expect(summary(text)).toBe(expected);
  });

  it('is a word of the title elsewhere', () => {
    expect(summary('Sandel, M. J. Others and other selves. *Ethics*, 12(3), 44–51, 1990.')).toContain(
      '| Others and other selves |',
    );
  });
});

describe('a year told otherwise', () => {
  it.each([
    'Norman Katz. “Limited Knowledge and Insurance Protection,” n.d., 508.',
    'Alex Biryukov, Léo Perrin, Aleksei Udovenko, *Reverse-Engineering the S-Box of Streebog*; in EuroCrypt’16, pp. 372–402.',
    'D. Callan. *On Conjugates for Set Partitions and Integer Compositions*. Preprint, math/0508052.',
    'O. Seker, P. Heggernes, T. Ekim, and Z. C. Taskin. *Generation of random chordal graphs using subtrees of a tree*, 1810.13326v1.',
  ])('is not missing: %s', (text) => {
    expect(summary(text)).not.toContain('missing-year');
  });

  it('is missing where nothing tells it', () => {
    expect(
      summary('J. E. Hopcroft and R. E. Tarjan. *Dividing a Graph*, SIAM J. Comput., 2(3), 135–158'),
    ).toContain('missing-year');
  });
});
