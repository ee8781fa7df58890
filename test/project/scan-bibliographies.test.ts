import { expect, test } from 'vitest';
import { createMemorySource } from '../../src/host/memory.ts';
import { loadProject } from '../../src/project/load-project.ts';

const REFS = '@book{knuth1997,\n  title = {The Art of Computer Programming}\n}\n';
const OTHERS = '@book{knuth1984,\n  title = {The TeXbook}\n}\n';
const files = (front: string, text: string): Record<string, string> => ({
  'book/_quarto.yml': 'project:\n  type: book\n',
  'book/a.qmd': `---\ntitle: A\n${front}---\n\n${text}\n`,
  'book/refs.bib': REFS,
  'others/others.bib': OTHERS,
});

/** The bibliographies that are read for some targets. */
async function readFor(
  targets: readonly string[] | undefined,
  site: Record<string, string>,
): Promise<string[]> {
  const { project } = await loadProject({
    source: createMemorySource(site),
    ...(targets === undefined ? {} : { targets }),
  });
  return project.bibliographies.map(({ path }) => path);
}

test.each<[name: string, targets: string[] | undefined, front: string, text: string, read: string[]]>([
  ['all, for the whole project', undefined, '', 'Text.', ['book/refs.bib', 'others/others.bib']],
  ['none, for a page that names none', ['book/a.qmd'], '', 'Text.', []],
  [
    'those it loads, for a page that cites these',
    ['book/a.qmd'],
    'bibliography: refs.bib\n',
    'See [@knuth1997].',
    ['book/refs.bib'],
  ],
  [
    'all, for a page that cites more',
    ['book/a.qmd'],
    'bibliography: refs.bib\n',
    'See [@knuth1984].',
    ['book/refs.bib', 'others/others.bib'],
  ],
  [
    'all, for a bibliography, which may use what another defines',
    ['others/others.bib'],
    '',
    'Text.',
    ['book/refs.bib', 'others/others.bib'],
  ],
])('reads %s', async (_, targets, front, text, read) => {
  expect(await readFor(targets, files(front, text))).toEqual(read);
});
