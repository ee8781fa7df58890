import { expect, test } from 'vitest';
import rule from '../../../rules/identifiers/placeholder-doi.ts';
import { findingsOf, pageWith, paperWith } from './identifier-project.ts';

test.each([
  '10.5555/3295222.3295349',
  '10.1234/abcd',
  '10.0000/xyz',
  '10.1000/xyz123',
  '10.1145/xxxxxxx.xxxxxxx',
])('%s', async (doi) => {
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
