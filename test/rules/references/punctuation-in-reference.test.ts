import { expect, test } from 'vitest';
import punctuationInReference from '../../../rules/references/punctuation-in-reference.ts';
import { findingLines, lintFiles } from '../../support/lint-files.ts';

const site = {
  'hugo.toml': 'title = "Notes"\n',
  'layouts/shortcodes/cite.html':
    '{{ .Page.Scratch.SetInMap "references" (.Get 0) (.Get 1) }}<sup>[{{ .Get 0 }}]</sup>\n',
};
const cite = (key: string, text: string) => `{{< cite "${key}" "${text}" >}}`;
const page = (body: string) => ({ ...site, 'content/a.md': `---\ntitle: A\n---\n${body}\n` });
const lint = (files: Record<string, string>) => findingLines(files, punctuationInReference);

const text = 'Hoare, C. A. R. (1962). Quicksort. *The Computer Journal*, *5*(1), 10–16.';

test.each([
  ['two blanks', text.replace('. Quick', '.  Quick'), '  '],
  ['two stops', text.replace('Quicksort.', 'Quicksort..'), '..'],
  ['two commas', text.replace('*5*(1),', '*5*(1),,'), ',,'],
  ['a blank before a comma', text.replace('*5*(1),', '*5*(1) ,'), ' ,'],
])('%s', async (_, slip, marked) => {
  expect(await lint(page(cite('hoare', slip)))).toEqual([expect.stringContaining(JSON.stringify(marked))]);
});

test.each([text, text.replace('Quicksort.', 'Quicksort ...'), text.replace('R. (', 'R., & al. (')])(
  '%s',
  async (good) => {
    expect(await lint(page(cite('hoare', good)))).toEqual([]);
  },
);

test.each(['  \n', ' \n', '  \r\n'])(
  'blanks before a line break are no two in a row: %j',
  async (lineEnd) => {
    const list = text.replace('(1962). ', `(1962).${lineEnd}`);
    expect(await lint(page(`## References\n\n- ${list}\n`))).toEqual([]);
  },
);

test.each([
  'Knuth, D. E. (1997). *The Art of Computer Programming* (2nd ed.. Addison-Wesley.',
  'Hoare, C. A. R., & Knuth, D. E.. (1962). Quicksort. *The Computer Journal*, *5*(1), 10–16.',
])('of this `malformed-reference` speaks: %s', async (slip) => {
  expect(await lint(page(cite('knuth', slip)))).toEqual([]);
});

const five = (last: string) =>
  page(
    [1961, 1962, 1963, 1964]
      .map((year) => cite(`hoare${year}`, text.replace('1962', String(year))))
      .join('\n') + `\n${last}`,
  );

test('a stop that all others have', async () => {
  const files = five(cite('hoare', text.slice(0, -1)));
  const { findings } = await lintFiles(files, punctuationInReference);
  expect(findings.map(({ messageId }) => messageId)).toEqual(['missing-stop']);
  expect(findings[0]?.fixes[0]?.edits[0]?.text).toBe('.');
});

test('no stop behind an address', async () => {
  expect(await lint(five(cite('hoare', `${text} https://doi.org/10.1093/comjnl/5.1.10`)))).toEqual([]);
});
