import { expect, test } from 'vitest';
import rule from '../../../rules/identifiers/placeholder-doi.ts';
import { lintFiles } from '../../support/lint-files.ts';
import { findingsOf, pageWith, paperWith } from './identifier-project.ts';

test.each(['10.5555/3295222.3295349', '10.1234/abcd', '10.0000/xyz', '10.1000/xyz123'])('%s', async (doi) => {
  expect(await findingsOf(rule, paperWith({ doi }))).toEqual([`placeholder "${doi}"`]);
});

test.each(['10.1145/359545.359563', '10.1111/j.2517-6161.1996.tb02080.x', '10.1000/182', 'TODO', ''])(
  '%s is left alone',
  async (doi) => {
    expect(await findingsOf(rule, paperWith({ doi }))).toEqual([]);
  },
);

test('reference texts', async () => {
  const text = 'Vaswani, A. (2017). Attention is all you need. https://doi.org/10.5555/3295222.3295349';
  expect(await findingsOf(rule, pageWith(text))).toEqual(['placeholder "10.5555/3295222.3295349"']);
});

test.each<[string, Record<string, string>]>([
  [
    'G\\"odel in a shortcode',
    {
      'hugo.toml': '',
      'layouts/shortcodes/cite.html':
        '{{ $text := .Get 1 }}{{ .Page.Scratch.SetInMap "references" (.Get 0) $text }}',
      'content/a.md':
        '---\ntitle: A\n---\n{{< cite "godel1931" "G\\"odel, K. (1931). \\"On undecidable propositions\\". *Monatshefte*, *38*, 173–198. https://doi.org/10.5555/12345678" >}}\n',
    },
  ],
  [
    'an item of several lines',
    {
      'content/a.md':
        '## References\n\n> 1. Knuth, D. E. (1984). Literate\n>    programming. *The Computer Journal*,\n>    27(2), 97–111. https://doi.org/10.5555/12345678\n',
    },
  ],
  [
    'a footnote of several lines',
    {
      'content/a.md':
        'Known.[^1]\n\n[^1]: Knuth, D. E. (1984). Literate\r\n    programming. *The Computer Journal*,\r\n    27(2), 97–111. https://doi.org/10.5555/12345678\n',
    },
  ],
])('the caret stands under the DOI in %s', async (_what, files) => {
  const { findings } = await lintFiles(files, rule);
  const text = files['content/a.md']!;
  expect(findings.map(({ at: { region } }) => text.slice(region.start, region.end))).toEqual([
    '10.5555/12345678',
  ]);
});
test.each([
  '10.1145/nnnnnnn.nnnnnnn',
  '10.1145/xxxxxxx.xxxxxxx',
  '10.1145/1122445.1122456',
  '10.1145/3313831.XXXXXXX',
  '10.1109/ACCESS.2017.DOI',
  '10.1007/s00000-000-0000-0',
  '10.1016/j.xxx.2020.00.000',
])('%s stands in a template', async (doi) => {
  expect(await findingsOf(rule, paperWith({ doi }))).toEqual([`template "${doi}"`]);
});

test.each(['10.1145/359545.359563', '10.1109/ACCESS.2017.2788044', '10.1007/s00446-002-0074-1'])(
  '%s is that of a paper',
  async (doi) => {
    expect(await findingsOf(rule, paperWith({ doi }))).toEqual([]);
  },
);
