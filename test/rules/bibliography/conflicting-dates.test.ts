import { beforeAll, expect, test } from 'vitest';
import rule from '../../../rules/bibliography/conflicting-dates.ts';
import { loadAllParsers } from '../../../src/scan/parsers.ts';
import { alone, entry, findingsOf } from './bibliography-project.ts';

beforeAll(loadAllParsers);

test.each<[Record<string, string>, string[]]>([
  [{ year: '1998', date: '{1997-05-17}' }, ['year "1998"']],
  [{ month: 'jun', date: '{1998-05-17}' }, ['month "jun"']],
  [{ month: '{6}', year: '1998', date: '{1998-05}' }, ['month "6"']],
  [{ month: 'may', year: '{1998}', date: '{1998-05-17}' }, []],
  [{ year: '1998', date: '{1997/1999}' }, []],
  [{ year: '{in press}', date: '{1998}' }, []],
  [{ month: 'may', date: '{1998}' }, []],
])('%j', async (fields, findings) => {
  expect(await findingsOf(rule, alone(entry(fields)))).toEqual(findings);
});
