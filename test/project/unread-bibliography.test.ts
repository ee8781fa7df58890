import { expect, test } from 'vitest';
import { rules } from '../../rules/index.ts';
import { createMemorySource } from '../../src/host/memory.ts';
import type { FileSource } from '../../src/project/file-source.ts';
import { lintProject } from '../../src/session.ts';

const ENTRY =
  '@book{knuth1998, author = {Knuth, Donald E.}, title = {Sorting and Searching}, publisher = {Addison-Wesley}, year = 1998}\n';
const site = {
  '_quarto.yml': 'bibliography: refs.bib\n',
  'refs.bib': ENTRY,
  'a.qmd': 'Merging is old [@knuth1998].\n',
  'b.qmd': 'Nothing is cited here.\n',
};

/** The site with a bibliography that its user may not open. */
function siteWithout(closed: string): FileSource {
  const source = createMemorySource(site);
  return {
    entries: source.entries,
    read: (path) =>
      path === closed ? { failure: 'unreadable', detail: 'permission is denied' } : source.read(path),
  };
}

test.each([[undefined], [['a.qmd']]])(
  'of a bibliography that cannot be opened no key is told, and that it cannot be is: %j',
  async (targets) => {
    const source = siteWithout('refs.bib');
    const result = await lintProject({ source, rules, ...(targets === undefined ? {} : { targets }) });
    expect(result.findings).toEqual([]);
    expect(result.unreadable).toMatchObject([{ path: 'refs.bib', detail: 'permission is denied' }]);
  },
);

test('what no page that is asked for loads is no reason to fail', async () => {
  const result = await lintProject({ source: siteWithout('b.qmd'), rules, targets: ['a.qmd'] });
  expect(result.unreadable).toEqual([]);
});
