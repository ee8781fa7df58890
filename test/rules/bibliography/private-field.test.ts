import { beforeAll, expect, test } from 'vitest';
import rule from '../../../rules/bibliography/private-field.ts';
import { loadAllParsers } from '../../../src/scan/parsers.ts';
import { alone, entry, findingsOf, fixed, inJekyll } from './bibliography-project.ts';

beforeAll(loadAllParsers);

test.each<[Record<string, string>, string]>([
  [{ file: '{:/home/ada/knuth.pdf:PDF}' }, 'file "file"'],
  [{ file: '{Knuth - 1998 - Sorting.pdf:files/12/Knuth.pdf:application/pdf}' }, 'file "file"'],
  [{ 'bdsk-file-1': '{YnBsaXN0}' }, 'file "bdsk-file-1"'],
  [{ file: '{papers/knuth.djvu}' }, 'file "file"'],
  [{ file: '{Scan:http\\://example.org/scan.html:URL;:knuth.pdf:PDF}' }, 'file "file"'],
  [{ annote: '{see C:\\\\Users\\\\ada\\\\notes.txt}' }, 'file "annote"'],
  [{ owner: '{ada}' }, 'owner "owner"'],
])('%j', async (fields, finding) => {
  expect(await findingsOf(rule, alone(entry(fields)))).toEqual([finding]);
});

test.each<Record<string, string>>([
  { file: '{https://example.org/knuth.pdf}' },
  { file: '{ftp://gaia.cs.umass.edu/pub/Padhey99-markov.ps}' },
  { file: '{Scan:http\\://example.org/scan.html?a=b:URL}' },
  { file: '{in the blue notebook of 10/27/98, pp. 81-82}' },
  { file: '{two cassettes, writer/director Ada L. Arnold}' },
  { url: '{https://example.org/~knuth/}' },
  { abstract: '{We compare /home/ with C: drives}' },
  { title: '{A/B Testing: and/or}' },
  { timestamp: '{2020-01-01}' },
])('%j', async (fields) => {
  expect(await findingsOf(rule, alone(entry(fields)))).toEqual([]);
});

test.each<[string, number]>([
  ['{/assets/pdf/knuth1998.pdf}', 0],
  ['{knuth1998.pdf}', 0],
  ['{:knuth1998.pdf:PDF}', 1],
  ['{/home/ada/knuth1998.pdf}', 1],
])('what a template of Jekyll may offer: %s', async (file, count) => {
  expect(await findingsOf(rule, inJekyll(entry({ file })))).toHaveLength(count);
  expect(await findingsOf(rule, alone(entry({ file })))).toHaveLength(1);
});

test('the field is taken out, unsafely', async () => {
  expect(await fixed(rule, entry({ title: '{x}', owner: '{ada}' }), 'unsafe')).toBe(
    '@article{knuth1998,\n  title = {x},\n}\n',
  );
});
