import { beforeAll, describe, expect, test } from 'vitest';
import bibliographySyntax from '../../../rules/bibliography/bibliography-syntax.ts';
import invalidDate from '../../../rules/bibliography/invalid-date.ts';
import invalidPages from '../../../rules/bibliography/invalid-pages.ts';
import unknownEntryType from '../../../rules/bibliography/unknown-entry-type.ts';
import unknownField from '../../../rules/bibliography/unknown-field.ts';
import { loadAllParsers } from '../../../src/scan/parsers.ts';
import { alone, entry, findingsOf, inPandoc } from './bibliography-project.ts';

beforeAll(loadAllParsers);

describe('entries that only set options of a style', () => {
  const revtex = '@CONTROL{apsrev42Control,author="08",editor="1",pages="0",title="0",year="1"}\n';
  const ieee = '@IEEEtranBSTCTL{IEEEexample:BSTcontrol, CTLuse_forced_etal = "yes"}\n';
  test.each([
    ['invalid-date', invalidDate],
    ['invalid-pages', invalidPages],
    ['unknown-entry-type', unknownEntryType],
    ['unknown-field', unknownField],
  ])('%s', async (_, rule) => {
    expect(await findingsOf(rule, alone(revtex + ieee))).toEqual([]);
  });

  test('the same fields in an article', async () => {
    const article = entry({ pages: '"0"', year: '"1"' });
    expect(await findingsOf(invalidPages, alone(article))).toEqual([expect.stringContaining('"0"')]);
    expect(await findingsOf(invalidDate, alone(article))).toEqual([expect.stringContaining('"1"')]);
  });

  test('without fields, as REVTeX writes it: Pandoc alone minds', async () => {
    const text = `@CONTROL{REVTEX42Control}\n${entry({ title: '{Sorting and Searching}' })}`;
    expect(await findingsOf(bibliographySyntax, alone(text))).toEqual([]);
    expect(await findingsOf(bibliographySyntax, inPandoc(text))).toEqual(['no-fields "REVTEX42Control"']);
    expect(await findingsOf(bibliographySyntax, alone(text.replace('CONTROL', 'misc')))).toHaveLength(1);
  });
});
