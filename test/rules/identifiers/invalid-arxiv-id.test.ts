import { expect, test } from 'vitest';
import rule from '../../../rules/identifiers/invalid-arxiv-id.ts';
import { findingsOf, pageWith, paperWith } from './identifier-project.ts';

test.each([
  ['1706.3762', 'length "1706.3762"'],
  ['1713.03762', 'date "1713.03762"'],
  ['hepth/9711200', 'prefix "hepth/9711200"'],
  ['170603762', 'shape "170603762"'],
  ['1706.00000', 'range "1706.00000"'],
])('%s', async (eprint, finding) => {
  expect(await findingsOf(rule, paperWith({ eprint, archiveprefix: 'arXiv' }))).toEqual([finding]);
});

test.each([
  '1706.03762v5',
  'hep-th/9711200',
  'math.GT/0309136',
  'arXiv:1706.03762',
  'https://arxiv.org/abs/1706.03762',
])('%s is left alone', async (eprint) => {
  expect(await findingsOf(rule, paperWith({ eprint, eprinttype: 'arxiv' }))).toEqual([]);
});

test('{{https://arxiv.org/abs/1706.03762}}: braces around all of it are LaTeX', async () => {
  expect(await findingsOf(rule, paperWith({ arxiv: '{https://arxiv.org/abs/1706.03762}' }))).toEqual([]);
  expect(await findingsOf(rule, paperWith({ arxiv: '{1706.3762}' }))).toEqual(['length "{{1706.3762}}"']);
});

test('an eprint of another archive, or of none named, is left alone', async () => {
  expect(await findingsOf(rule, paperWith({ eprint: '13054692', eprinttype: 'pubmed' }))).toEqual([]);
  expect(await findingsOf(rule, paperWith({ eprint: 'https://journals.example.org/x.pdf' }))).toEqual([]);
});

test('other fields and reference texts', async () => {
  expect(await findingsOf(rule, paperWith({ journal: 'arXiv preprint arXiv:1706.3762' }))).toHaveLength(1);
  expect(await findingsOf(rule, paperWith({ url: 'https://arxiv.org/abs/1713.03762' }))).toHaveLength(1);
  const text = 'Vaswani, A., et al. (2017). Attention is all you need. arXiv:1706.3762';
  expect(await findingsOf(rule, pageWith(text))).toEqual(['length "1706.3762"']);
});

test('what Mendeley writes as eprint and as arxivId is told once', async () => {
  const paper = (arxivid: string) => paperWith({ archiveprefix: 'arXiv', arxivid, eprint: 'NIHMS150003' });
  expect(await findingsOf(rule, paper('NIHMS150003'))).toEqual(['shape "NIHMS150003"']);
  expect(await findingsOf(rule, paper('170603762'))).toHaveLength(2);
});
