import { expect, test } from 'vitest';
import undefinedKey from '../../rules/citations/undefined-key.ts';
import unlinkedCitation from '../../rules/citations/unlinked-citation.ts';
import malformedNotebook from '../../rules/linter/malformed-notebook.ts';
import { createMemorySource } from '../../src/host/memory.ts';
import { createSession } from '../../src/session.ts';
import { lintFiles } from '../support/lint-files.ts';
import { notebook } from '../support/notebook.ts';

const site = {
  'myst.yml': 'version: 1\nproject:\n  bibliography: [refs.bib]\n',
  'refs.bib':
    '@book{knuth1984,\n  author = {Knuth, Donald E.},\n  title = {The TeXbook},\n  publisher = {Addison-Wesley},\n  year = {1984}\n}\n',
};
const DIRECTIVE = '<!-- bibliolint-disable-next-line undefined-key -- in press -->';

test.each([false, true])(
  'a directive is about the next line of its cell, in one string: %s',
  async (isJoined) => {
    const cells = [`${DIRECTIVE}\n{cite}\`gone1\`\n{cite}\`kept1\``, `text\n\n${DIRECTIVE}`, '{cite}`kept2`'];
    const files = { ...site, 'a.ipynb': notebook(cells, { isJoined }) };
    const { findings, suppressed } = await lintFiles(files, undefinedKey);
    const keys = (list: typeof findings) => list.map(({ message }) => message.split('`')[1]);
    expect([keys(findings), keys(suppressed)]).toEqual([['kept1', 'kept2'], ['gone1']]);
  },
);

test('a directive behind an open fence of another cell counts, and in code it does not', async () => {
  const file = '<!-- bibliolint-disable-file undefined-key -->';
  const found = async (...cells: string[]) =>
    (await lintFiles({ ...site, 'a.ipynb': notebook([...cells, '{cite}`gone1`']) }, undefinedKey)).findings
      .length;
  expect(await found('```\ncode', file)).toBe(0);
  expect(await found(`\`\`\`\n${file}`)).toBe(1);
});

test('works that are named and not cited are found where they stand', async () => {
  const files = {
    ...site,
    'a.ipynb': notebook(['```\nopen', 'The "TeXbook" (Knuth, 1984) of\n1984.'], { isJoined: true }),
  };
  const { findings } = await lintFiles(files, unlinkedCitation);
  expect(findings.map(({ at: { region } }) => files['a.ipynb'].slice(region.start, region.end))).toEqual([
    '(Knuth, 1984)',
  ]);
});

test('a notebook that no site prints is read where it is named, as what stands in it', async () => {
  const files = {
    'nb/a.ipynb': notebook([['raw', '---\nbibliography: refs.bib\n---'], '[@gone]']),
    'nb/refs.bib': site['refs.bib'],
  };
  const lint = (targets: string[]) => lintFiles(files, undefinedKey, {}, { targets });
  expect((await lint([])).findings).toEqual([]);
  const { findings, project } = await lint(['nb/a.ipynb']);
  expect(project.documents.map(({ path, dialect }) => [path, dialect])).toEqual([['nb/a.ipynb', 'quarto']]);
  expect(findings.map(({ messageId }) => messageId)).toEqual(['undefined']);
});

test('an editor may send broken JSON and mend it', async () => {
  const session = createSession({
    source: createMemorySource({ ...site, 'a.ipynb': notebook(['{cite}`gone1`']) }),
    rules: [undefinedKey, malformedNotebook],
  });
  const ids = async () => (await session.lint()).findings.map(({ ruleId }) => ruleId);
  expect(await ids()).toEqual(['undefined-key']);
  session.setText('a.ipynb', notebook(['{cite}`gone1`']).slice(0, -4));
  expect(await ids()).toEqual(['malformed-notebook']);
  session.setText('a.ipynb', undefined);
  expect(await ids()).toEqual(['undefined-key']);
});
