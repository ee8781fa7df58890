import { expect, test } from 'vitest';
import rule from '../../../rules/identifiers/misplaced-identifier.ts';
import { lintFiles } from '../../support/lint-files.ts';
import { findingsOf, fixedFiles, jsonPaperWith, paperWith } from './identifier-project.ts';

test.each([
  [{ issn: '978-0-201-89683-1' }, 'misplaced'],
  [{ isbn: '0001-0782' }, 'misplaced'],
  [{ issn: '0-201-89683-4; 978-0-201-89683-1' }, 'misplaced'],
  [{ isbn: '0001-0782 (Print)$\\backslash$n1557-7317 (Linking)' }, 'misplaced'],
  [{ isbn: '0001-0782 (Linking)' }, 'misplaced'],
  [{ doi: 'https://dl.acm.org/doi/10.1145/359545.359563' }, 'misplaced'],
  [{ doi: 'arXiv:1706.03762' }, 'misplaced'],
  [{ doi: '978-0-201-89683-1' }, 'misplaced'],
  [{ pmid: 'PMC2174844' }, 'misplaced'],
  [{ url: '10.1145/359545.359563' }, 'misplaced'],
  [{ title: 'The TeXbook, https://www.tug.org/' }, 'misplaced'],
  [{ journal: 'https://www.tug.org/' }, 'misplaced'],
  [{ journal: 'URL: https://www. tug. org/books' }, 'misplaced'],
  [{ journal: 'URL available at: https://www.tug.org/' }, 'misplaced'],
  [{ url: 'https://doi.org/10.1145/359545.359563' }, 'doi-in-url'],
  [{ journal: 'arXiv preprint arXiv:1706.03762' }, 'arxiv-in-journal'],
  [{ journal: 'URL https://arxiv.org/abs/1706.03762' }, 'arxiv-in-journal'],
])('%j: %s', async (fields, messageId) => {
  const { findings } = await lintFiles(paperWith(fields as unknown as Record<string, string>), rule);
  expect(findings.map((finding) => finding.messageId)).toEqual([messageId]);
  expect(findings[0]?.level).toBe(messageId === 'misplaced' ? 'warning' : 'note');
});

test.each([
  { issn: '0001-0782', isbn: '978-0-201-89683-1' },
  { doi: 'https://doi.org/10.1145/359545.359563' },
  { doi: '10.48550/arXiv.1706.03762' },
  { pmid: '13054692' },
  { issn: '0001-0782, 1557-7317' },
  { url: 'https://doi.org/10.1145/359545.359563', doi: '10.1145/359545.359563' },
  { url: ' \n        https://doi.org/10.1145/359545.359563\n', doi: '10.1145/359545.359563' },
  { url: 'https://arxiv.org/abs/1706.03762' },
  { journal: 'arXiv preprint arXiv:1706.03762', eprint: '1706.03762' },
  { journal: 'arXiv', title: 'On the DOI system' },
  { journal: 'URL: Notes on https' },
  { note: 'ISBN 978-0-201-89683-1' },
])('%j is left alone', async (fields) => {
  expect(await findingsOf(rule, paperWith(fields as unknown as Record<string, string>))).toEqual([]);
});

test('suggests the other field, or the DOI in the address', async () => {
  const isbn = '978-0-201-89683-1';
  expect(await fixedFiles(rule, paperWith({ issn: isbn }), 'suggest')).toEqual(paperWith({ isbn }));
  expect(await fixedFiles(rule, jsonPaperWith({ ISSN: isbn }), 'suggest')).toEqual(
    jsonPaperWith({ ISBN: isbn }),
  );
  const doi = 'https://dl.acm.org/doi/10.1145/359545.359563';
  expect(await fixedFiles(rule, paperWith({ doi }), 'suggest')).toEqual(
    paperWith({ doi: '10.1145/359545.359563' }),
  );
});

test('the address of a record in the field of its ISSN is told once', async () => {
  const issn = 'https://portal.issn.org/resource/ISSN/0010-4620';
  expect(await findingsOf(rule, paperWith({ issn }))).toEqual([`misplaced ${JSON.stringify(issn)}`]);
});

/** A Hugo site whose own template makes the link of what `data/references.toml` has as `url`. */
const ownData = (more: string): Record<string, string> => ({
  'hugo.toml': "baseURL = 'https://example.org/'\n",
  'layouts/shortcodes/cite.html':
    '{{ $work := index .Site.Data.references (.Get 0) }}<a href="{{ $work.url }}">{{ $work.title }}</a>',
  'data/references.toml': [
    '[bloom1970]',
    'authors = "Bloom, B. H."',
    'year = 1970',
    'title = "Space/Time Trade-offs in Hash Coding with Allowable Errors"',
    'url = "https://doi.org/10.1145/362686.362692"',
    '',
    '[knuth1974]',
    'authors = "Knuth, D. E."',
    'year = 1974',
    'title = "Structured Programming with go to Statements"',
    more,
    '',
  ].join('\n'),
  'content/posts/filters.md':
    '---\ntitle: Filters\ndate: 2024-01-01\n---\n\nSee {{< cite "bloom1970" >}} and {{< cite "knuth1974" >}}.\n',
});

test('a DOI in `url` stands well in data of the site, where no entry has a `doi`', async () => {
  const address = 'url = "https://doi.org/10.1145/356635.356640"';
  expect(await findingsOf(rule, ownData(address))).toEqual([]);
  expect(await findingsOf(rule, ownData('doi = "10.1145/356635.356640"'))).toEqual([
    'doi-in-url "https://doi.org/10.1145/362686.362692"',
  ]);
});
