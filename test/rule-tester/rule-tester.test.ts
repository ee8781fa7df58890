import { describe, expect, test } from 'vitest';
import { defineRule, type Rule } from '../../src/model.ts';
import { checkCase, type IncorrectCase, testRule } from '../../src/rule-tester.ts';

/** Reports each cite of a key that is not allowed, and mends the keys that are written in capitals. */
const capitals = defineRule({
  id: 'capital-key',
  description: 'Disallow cite keys in capitals.',
  scope: 'document',
  level: 'warning',
  preset: 'recommended',
  since: '0.1.0',
  fix: 'safe',
  messages: { capital: 'Cite key `{key}` is in capitals.' },
  options: { allow: [] as string[] },
  check(document, { options, project, report }) {
    for (const { cites } of project.citationsOf(document)) {
      for (const { key, keyRegion } of cites) {
        if (key === key.toLowerCase() || options.allow.includes(key)) continue;
        const { path } = document;
        const edits = [{ path, region: keyRegion, text: key.toLowerCase() }];
        const fixes = [{ title: 'Write it small', safety: 'safe' as const, edits }];
        report({ at: { path, region: keyRegion }, messageId: 'capital', data: { key }, fixes });
      }
    }
  },
});

const given: IncorrectCase = {
  files: 'A sentence [@KNUTH1997; @shannon1948].\n',
  dialect: 'pandoc',
  findings: [{ messageId: 'capital', text: 'KNUTH1997', line: 1, column: 14, level: 'warning' }],
  fixed: 'A sentence [@knuth1997; @shannon1948].\n',
};

/** The first line of what the case fails with. */
async function failure(rule: Rule, changes: Partial<IncorrectCase>): Promise<string> {
  const error = await checkCase(rule, { ...given, ...changes }).then(
    () => new Error('it passes'),
    (thrown: Error) => thrown,
  );
  return error.message.split('\n')[0] ?? '';
}

describe('a case', () => {
  test('passes when the rule does what it says', async () => {
    expect(await failure(capitals, {})).toBe('it passes');
  });

  test('has options and several files', async () => {
    const files = { 'a.md': '[@KNUTH1997]\n', 'notes/b.md': '[@SHANNON1948]\n' };
    const findings = [{ path: 'notes/b.md', message: 'Cite key `SHANNON1948` is in capitals.' }];
    const fixed = { 'notes/b.md': '[@shannon1948]\n' };
    expect(await failure(capitals, { files, options: { allow: ['KNUTH1997'] }, findings, fixed })).toBe(
      'it passes',
    );
  });

  test.each([
    ['another finding', { findings: [{ messageId: 'small' }] }, 'The findings differ.'],
    ['a place that is elsewhere', { findings: [{ column: 13 }] }, 'The findings differ.'],
    ['a finding too few', { findings: [] }, 'The findings differ.'],
    ['a finding too many', { findings: [...given.findings, {}] }, 'The findings differ.'],
    ['another fix', { fixed: 'A sentence.\n' }, 'The fixed files differ.'],
    ['a fix that was forgotten', { fixed: {} }, 'The fixed files differ.'],
    ['an option that is none', { options: { alow: [] } }, 'There is no option `alow`. Did you mean allow?'],
    ['an option of another kind', { options: { allow: 'KNUTH1997' } }, '`allow` must be a list of strings.'],
  ] as const)('fails for %s', async (_, changes, message) => {
    expect(await failure(capitals, changes)).toBe(message);
  });
});

describe('a rule', () => {
  const change = (check: (report: (problem: object) => void, calls: number) => void): Rule => {
    let calls = 0;
    return {
      ...capitals,
      check: (_document: never, { report }: { report(problem: object): void }) => check(report, ++calls),
    } as Rule;
  };
  const at = { path: 'page.md', region: { start: 0, end: 1 } };
  const noFix = { findings: [{}], fixed: {} };

  test.each([
    [
      'that throws',
      change(() => {
        throw new Error('a bug');
      }),
      'a bug',
    ],
    [
      'that remembers',
      change((report, calls) => report({ at, messageId: 'capital', data: { key: calls } })),
      'A second run finds something else.',
    ],
    [
      'that reports outside the file',
      change((report) =>
        report({ at: { path: 'page.md', region: { start: 0, end: 99 } }, messageId: 'capital' }),
      ),
      'A finding stands outside its file.',
    ],
    [
      'with a message of no name',
      change((report) => report({ at, messageId: 'nothing' })),
      'The rule has no message `nothing`.',
    ],
    [
      'that declares no fix',
      { ...capitals, fix: 'none' } as Rule,
      'The rule offers a fix that is “safe”, but declares “none”.',
    ],
    [
      'whose fix never ends',
      change((report) =>
        report({
          at,
          messageId: 'capital',
          fixes: [
            {
              title: 'x',
              safety: 'safe',
              edits: [{ path: 'page.md', region: { start: 0, end: 0 }, text: 'x' }],
            },
          ],
        }),
      ),
      'The fixes of page.md had to be taken back.',
    ],
  ] as const)('%s fails', async (_, rule, message) => {
    expect(await failure(rule, noFix)).toBe(message);
  });
});

describe('registering', () => {
  test('gives each case a test of its own', async () => {
    const registered: [string, () => Promise<void>][] = [];
    const register = (name: string, run: () => Promise<void>): void => void registered.push([name, run]);
    const correct = [{ files: '[@knuth1997]\n', dialect: 'pandoc' as const }];
    testRule(capitals, { correct, incorrect: [{ ...given, name: 'in capitals' }], test: register });
    expect(registered.map(([name]) => name)).toEqual(['capital-key: correct 1', 'capital-key: in capitals']);
    for (const [, run] of registered) await run();
  });

  test('a correct case fails where something is found', async () => {
    let run = async (): Promise<void> => undefined;
    testRule(capitals, {
      correct: [{ files: '[@KNUTH1997]\n', dialect: 'pandoc' }],
      incorrect: [],
      test: (_, given) => {
        run = given;
      },
    });
    await expect(run()).rejects.toThrow('The findings differ.');
  });

  test('needs a function to register with', () => {
    expect(() => testRule(capitals, { correct: [], incorrect: [] })).toThrow(
      'testRule needs a `test` function',
    );
  });
});
