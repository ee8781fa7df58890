import { expect, test } from 'vitest';
import mixedReferenceStyles from '../../../rules/references/mixed-reference-styles.ts';
import { findingLines } from '../../support/lint-files.ts';

const site = {
  'hugo.toml': 'title = "Notes"\n',
  'layouts/shortcodes/cite.html':
    '{{ .Page.Scratch.SetInMap "references" (.Get 0) (.Get 1) }}<sup>[{{ .Get 0 }}]</sup>\n',
};
const cite = (key: string, text: string) => `{{< cite "${key}" "${text}" >}}`;
const page = (body: string) => ({ ...site, 'content/a.md': `---\ntitle: A\n---\n${body}\n` });
const lint = (files: Record<string, string>) => findingLines(files, mixedReferenceStyles);

const apa = [
  'Hoare, C. A. R. (1962). Quicksort. *The Computer Journal*, *5*(1), 10–16.',
  'Knuth, D. E. (1984). Literate programming. *The Computer Journal*, *27*(2), 97–111.',
  'Lamport, L. (1978). Time, clocks, and the ordering of events in a distributed system. *Communications of the ACM*, *21*(7), 558–565.',
];
const ieee =
  'E. F. Codd, “A relational model of data for large shared data banks,” *Communications of the ACM*, vol. 13, no. 6, pp. 377–387, Jun. 1970.';
const cites = (texts: readonly string[]) => texts.map((text, index) => cite(`k${index}`, text)).join('\n');

test('one of four', async () => {
  expect(await lint(page(cites([...apa, ieee])))).toEqual([expect.stringContaining('E. F. Codd')]);
});

test('all alike', async () => {
  expect(await lint(page(cites(apa)))).toEqual([]);
});

test('too few to speak of a custom', async () => {
  expect(await lint(page(cites([...apa.slice(1), ieee])))).toEqual([]);
});
