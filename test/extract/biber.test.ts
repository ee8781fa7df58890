import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { examplePath } from '../support/example-report.ts';
import { renderReferences } from '../support/render-references.ts';
import { makeFolder, runInFolder } from '../support/run-in-folder.ts';
import { hasShared, shared } from '../support/shared.ts';
import { hasTool } from '../support/tools.ts';

/** What biber says of a bibliography beside its own progress. */
function complaints(bibliography: string): string[] {
  const folder = makeFolder({ 'out.bib': bibliography });
  const args = ['--tool', '--validate-datamodel', 'out.bib'];
  const { stdout, status } = spawnSync('biber', args, { cwd: folder, encoding: 'utf8' });
  expect(status).toBe(0);
  return stdout.split('\n').filter((line) => /^(?:WARN|ERROR)/.test(line));
}

const extracted = async (folder: string, path = '.'): Promise<string> =>
  (await runInFolder(folder, ['extract', path])).stdout;

/** A page that cites each of these texts under a key of its own. */
const pageOf = (texts: readonly string[]): string => {
  const cites = texts.map((text, index) => `{{< cite "k${index}" \`${text.replaceAll('`', "'")}\` >}}\n`);
  return `---\ntitle: A\ndate: 2024-01-01\n---\n${cites.join('')}`;
};

/** Texts of every kind, complete and not. */
const TEXTS = [
  'Fielding, R. T. (2000). *Architectural Styles* [Doctoral dissertation, University of California, Irvine]. https://www.ics.uci.edu/~fielding/pubs/dissertation/top.htm',
  'Smith, J. (2001). *On graphs* (Master’s thesis). University of Oxford, Oxford, UK.',
  'Jones, A. (2001). *On trees* (Unpublished doctoral dissertation).',
  'Lampson, B. W. (1983). *Hints for Computer System Design* (Technical Report No. CSL-83-8). Xerox PARC.',
  'World Health Organization. (2019). *Global status report* (Report No. 12).',
  'World Health Organization. (2020, March 11). *Opening remarks*. Retrieved April 2, 2020, from https://www.who.int/a_b?x=1&y=2%20z',
  'Vaswani, A., Shazeer, N., Parmar, N., et al. (2017). Attention is all you need. arXiv:1706.03762.',
  'Fowler, M. (n.d.). *Microservices*. https://martinfowler.com/articles/microservices.html',
  'Love, R. (2010). *Linux Kernel Development*.',
  'Brooks, F. P. (in press). The silver bullet. *IEEE Computer*.',
  'Ashenhurst, R. (Ed.). (1987). *ACM Turing Award Lectures: The First Twenty Years*. ACM Press.',
  'Thompson, K. (1987). Reflections on trusting trust. In *ACM Turing Award Lectures* (pp. 171–177). ACM Press.',
  'Date, C. J. (1986). Some principles. In R. Ashenhurst (Ed.), *Readings on Data* (2nd ed., Vol. 3, pp. 17–20).',
  'A note without author. (1997). *Nature*, *388*, 539–547. https://doi.org/10.1038/41483',
  'Freud, S. (1900/1953). *The interpretation of dreams*. Hogarth Press.',
  'Kernighan, B. W., & Ritchie, D. M. (1978–1988). *The C Programming Language*. Prentice-Hall.',
  'Müller, J., & O’Neil, C. (2016). Weapons & maths: 50% of #1 {things} in $5 ~ C++ \\\\ C#. *Journal of R&D*, *3*(2), e12345. https://doi.org/10.1002/(SICI)1099-0526(199609/10)2:1<1::AID-CPLX1>3.0.CO;2-W',
  'Watson JD, Crick FHC. Molecular structure of nucleic acids. Nature. 1953 Apr 25;171(4356):737-8. PMID: 13054692',
  'Brooks, F. P. *The Mythical Man-Month*. Addison-Wesley.',
  '王小云. 密码学[M]. 北京: 科学出版社, 2010.',
  'https://example.org/just-a-link',
  'See the manual of the machine.',
];

describe.skipIf(!hasTool('biber', 'what is extracted is not validated by it'))(
  'biber has nothing to say of',
  () => {
    test('the example', async () => {
      expect(complaints(await extracted(examplePath('hugo-blog')))).toEqual([]);
    }, 60_000);

    test.skipIf(!hasShared)(
      'the seed',
      async () => {
        expect(complaints(await extracted(shared('seed')))).toEqual([]);
      },
      60_000,
    );

    test('texts of every kind', async () => {
      const bibliography = await extracted(makeFolder({ 'a.md': pageOf(TEXTS) }));
      expect(bibliography.match(/^@/gm)).toHaveLength(TEXTS.length);
      expect(complaints(bibliography)).toEqual([]);
    }, 60_000);

    test('works printed in the style of blogs', async () => {
      const lines = renderReferences()
        .filter(({ style }) => style === 'apa')
        .map(({ line }) => line);
      const bibliography = await extracted(makeFolder({ 'a.md': pageOf(lines) }));
      expect(bibliography.match(/^@/gm)?.length).toBeGreaterThan(500);
      expect(complaints(bibliography)).toEqual([]);
    }, 120_000);
  },
);

test('the linter has nothing to say of them either', async () => {
  const folder = makeFolder({ 'a.md': pageOf(TEXTS) });
  const folderOfBib = makeFolder({ 'refs.bib': await extracted(folder) });
  const { stdout } = await runInFolder(folderOfBib, ['--format', 'unix', join(folderOfBib, 'refs.bib')]);
  expect(stdout).toBe('');
});
