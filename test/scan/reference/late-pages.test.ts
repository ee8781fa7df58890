import { describe, expect, it } from 'vitest';
import { readReference } from '../../../src/scan/reference/read-reference.ts';

/** `container | volume(issue) pages | publisher` */
function numbers(text: string): string {
  const { container, volume, issue, pages, publisher } = readReference(text);
  const value = (part: { value: string } | undefined): string => part?.value ?? '-';
  return `${value(container)} | ${value(volume)}(${value(issue)}) ${value(pages)} | ${value(publisher)}`;
}

describe('pages that stand apart from their volume', () => {
  it.each([
    [
      'Victor V. Batyrev and Benjamin Nill. Combinatorial aspects of mirror symmetry. In *Integer points in polyhedra*, volume 452 of *Contemp. Math.*, pages 35–66. Amer. Math. Soc., Providence, RI, 2008.',
      'Integer points in polyhedra | 452(-) 35–66 | Amer. Math. Soc',
    ],
    [
      'Jared Wunsch. Microlocal analysis and evolution equations. In *Evolution equations*, volume 17 of Clay Math. Proc., pages 1–72. Amer. Math. Soc., Providence, RI, 2013.',
      'Evolution equations | 17(-) 1–72 | Amer. Math. Soc',
    ],
    [
      'L. Lamport. The part-time parliament. In *Proc. DISC*, volume 1499 of Lecture Notes in Computer Science. Springer, 1998.',
      'Proc. DISC | 1499(-) - | Springer',
    ],
    [
      'P. Flajolet, X. Gourdon and D. Panario. Random polynomials. In *Automata, Languages, and Programming*, vol. 1099, Springer-Verlag, 1996, pp. 232–243.',
      'Automata, Languages, and Programming | 1099(-) 232–243 | Springer-Verlag',
    ],
    [
      'J. Y. Yen, “Finding the K Shortest Loopless Paths in a Network”, *Management Science*, Vol. 17, No. 11, Theory Series (Jul., 1971), pp. 712–716.',
      'Management Science | 17(11) 712–716 | -',
    ],
  ])('%s', (text, expected) => {
    expect(numbers(text)).toBe(expected);
  });

  it('but one page alone is the one that is meant', () => {
    expect(
      numbers(
        'Knuth, Donald E. *The Art of Computer Programming*, vol. 3. Reading: Addison-Wesley, 1973, p. 391.',
      ),
    ).toBe('- | 3(-) - | Addison-Wesley');
  });

  it('a series alone holds the book', () => {
    expect(
      numbers(
        'Günter Ewald. *Combinatorial Convexity*, volume 168 of *Graduate Texts in Mathematics*. Springer, 1996.',
      ),
    ).toBe('Graduate Texts in Mathematics | 168(-) - | Springer');
  });
});

describe('volumes with the letters of a society', () => {
  it.each([
    [
      'Viterbi, A. J. (1967). Error bounds for convolutional codes. *IEEE Transactions on Information Theory*, *IT-13*(2), 260–269.',
      'IEEE Transactions on Information Theory | IT-13(2) 260–269 | -',
    ],
    [
      'J. Canny, “A computational approach to edge detection,” *IEEE Transactions on Pattern Analysis and Machine Intelligence*, vol. PAMI-8, no. 6, pp. 679–698, 1986.',
      'IEEE Transactions on Pattern Analysis and Machine Intelligence | PAMI-8(6) 679–698 | -',
    ],
    [
      'Canny J. A computational approach to edge detection. IEEE Trans Pattern Anal Mach Intell. 1986;PAMI-8(6):679–98.',
      'IEEE Trans Pattern Anal Mach Intell | PAMI-8(6) 679–98 | -',
    ],
    [
      'M. Imase and M. Itoh, “A design for directed graphs with minimum diameter,” IEEE Trans. Comput., vol. C-32, pp. 782–784, 1983.',
      'IEEE Trans. Comput | C-32(-) 782–784 | -',
    ],
  ])('%s', (text, expected) => {
    expect(numbers(text)).toBe(expected);
  });

  it('a conference is none', () => {
    expect(
      numbers(
        'I. A. Faradjev and M. H. Klin, Computer package for computations with coherent configurations, Proc. ISSAC-91, ACM Press, Bonn, 1991, pp. 219–223.',
      ),
    ).toBe('Proc. ISSAC-91 | -(-) 219–223 | ACM Press');
  });
});

it('book and chapter of an old work are no volume of a journal, whose title would be missing', () => {
  const text =
    'Agrippa, H. C. *De Occulta Philosophia Libri Tres*, II.22 (1531); trans. Tyson, D. St Paul: Llewellyn, 1993.';
  const { title, problems } = readReference(text);
  expect([title?.value, problems]).toEqual(['De Occulta Philosophia Libri Tres', []]);
});
