import fc from 'fast-check';
import { expect, test } from 'vitest';
import { latexToText } from '../../src/work/latex-text.ts';

test.each([
  ['Kurt G{\\"o}del', 'Kurt Gödel'],
  ['Kurt G\\"{o}del', 'Kurt Gödel'],
  ['Kurt G\\"odel', 'Kurt Gödel'],
  ["Andr{\\'e} Weil, {\\'E}lie Cartan", 'André Weil, Élie Cartan'],
  ["Garc{\\'\\i}a M{\\'a}rquez, Mart{\\'{\\i}}nez", 'García Márquez, Martínez'],
  ['Erd{\\H o}s, Erd\\H{o}s', 'Erdős, Erdős'],
  ['\\v{C}ech, Ha{\\v c}ek, Ho\\v rava', 'Čech, Haček, Hořava'],
  ['{\\L}ukasiewicz, \\L ojasiewicz, Banach {\\l}', 'Łukasiewicz, Łojasiewicz, Banach ł'],
  ['S{\\o}ren, {\\O}rsted, \\AA ngstr\\"om', 'Søren, Ørsted, Ångström'],
  ['Fran\\c{c}ois Vi\\`ete, Gra\\c cas, Tr\\`e\\c{s}', 'François Viète, Graças, Trèş'],
  ['Wei{\\ss}, Stra\\ss e', 'Weiß, Straße'],
  ['{\\AE}sir \\oe uvre', 'Æsir œuvre'],
  ['H\\^{o}pital \\~{n} \\={a} \\.{z} \\u{g} \\k{a} \\r{u} \\d{h} \\b{k}', 'Hôpital ñ ā ż ğ ą ů ḥ ḵ'],
  ["\\'{}", ''],
  ['Nguy{\\~{\\^e}}n', 'Nguyễn'],
  ['The {TeX}book', 'The TeXbook'],
  ['\\TeX{} and \\LaTeX: \\emph{a \\textbf{system}}', 'TeX and LaTeX: a system'],
  ['AT\\&T 50\\% \\$5 \\#1 a\\_b \\{x\\}', 'AT&T 50% $5 #1 a_b {x}'],
  ["``On Computable Numbers'' and `it'", "“On Computable Numbers” and ‘it'"],
  ['230--265, a---b, co-op', '230–265, a—b, co-op'],
  ['D.~E.~Knuth', 'D. E. Knuth'],
  ['On $k$-trees and $O(n^{2})$', 'On $k$-trees and $O(n^{2})$'],
  ['costs $5', 'costs $5'],
  ['\\url{https://x.org/a_b~c}', 'https://x.org/a_b~c'],
  ['\\href{https://x.org}{Paper}', 'Paper'],
  ['{\\noopsort{1973b}}1973', '1973'],
  ['红楼梦', '红楼梦'],
  ['{红楼梦} 𝔸', '红楼梦 𝔸'],
  ['\\', '\\'],
  ['a\\', 'a\\'],
  ['\\__proto__ \\constructor{x}', '__proto__ x'],
])('%s', (latex, text) => {
  expect(latexToText(latex)).toBe(text);
});

test('never throws, and leaves no brace of a group', () => {
  const pieces = fc.constantFrom(
    '\\',
    '{',
    '}',
    '$',
    '"',
    "'",
    '`',
    '~',
    '-',
    ' ',
    'a',
    'o',
    'i',
    '\\url',
    '\\c',
    '红',
    '\uD83D',
  );
  fc.assert(
    fc.property(fc.array(pieces), (parts) => {
      expect(latexToText(parts.join(''))).toBeTypeOf('string');
    }),
    { numRuns: 2000 },
  );
  fc.assert(
    fc.property(fc.string({ unit: fc.constantFrom(...'ab{} ') }), (text) => {
      expect(latexToText(text)).not.toMatch(/[{}]/);
    }),
  );
});

test.each(['\\url{', '\\noopsort{', '$', '\\$', '{\\"', '\\emph ', "'", '{'])(
  'stays linear over many “%s”',
  (piece) => {
    const text = piece.repeat(50_000);
    const start = performance.now();
    latexToText(text);
    expect(performance.now() - start).toBeLessThan(5_000);
  },
);
