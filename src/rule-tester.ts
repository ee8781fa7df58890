/**
 * Tests of rules, `bibliolint/rule-tester`: each case is a small project. It needs no test runner of its own: cases are
 * registered with whatever function registers tests (`node:test`, Vitest, Mocha), and fail by throwing.
 */
import { deepStrictEqual, fail, ok } from 'node:assert/strict';
import { checkConfig } from './config/check-config.ts';
import { createConfig } from './config/config.ts';
import { optionsShape } from './config/option-shapes.ts';
import { fixProject } from './fix/fix-project.ts';
import { createMemorySource } from './host/memory.ts';
import type { DialectName, Finding, FixSafety, Rule } from './model.ts';
import { createSession, type LintResult, lintProject } from './session.ts';
import { createLineIndex } from './text/line-index.ts';

/** The texts of a project by path; a text alone is one document, `page.md`. */
export type CaseFiles = string | Readonly<Record<string, string>>;

/** A project on which a rule has nothing to say. */
export interface CorrectCase {
  /** What the test is called; its number where absent. */
  readonly name?: string;
  readonly files: CaseFiles;
  /** Options of the rule. */
  readonly options?: Readonly<Record<string, unknown>>;
  /** Reads the documents in this dialect, whatever the project looks like. */
  readonly dialect?: DialectName;
}

/** A project on which a rule has something to say. */
export interface IncorrectCase extends CorrectCase {
  /** All findings in the order of a report: by path, then by place. */
  readonly findings: readonly ExpectedFinding[];
  /**
   * The files as the fixes of the rule leave them, those that change; absent where there is nothing to fix. The fixes are
   * made a second time to prove that they come to an end.
   */
  readonly fixed?: CaseFiles;
}

/** What is expected of a finding; what is left out is not compared. */
export interface ExpectedFinding {
  readonly messageId?: string;
  readonly message?: string;
  readonly level?: Finding['level'];
  readonly path?: string;
  /** From 1. */
  readonly line?: number;
  /** From 1, in UTF-16 units. */
  readonly column?: number;
  /** What the file says at the place of the finding. */
  readonly text?: string;
}

/** The cases of one rule. */
export interface RuleCases {
  readonly correct: readonly CorrectCase[];
  readonly incorrect: readonly IncorrectCase[];
  /** Registers a test; the global `test` or `it` by default. */
  readonly test?: (name: string, run: () => Promise<void>) => unknown;
}

/** Registers a test for each case. Throws where there is no function to register tests with. */
export function testRule(rule: Rule, { correct, incorrect, test }: RuleCases): void {
  const globals = globalThis as { test?: RuleCases['test']; it?: RuleCases['test'] };
  const register = test ?? globals.test ?? globals.it;
  if (register === undefined)
    throw new TypeError('testRule needs a `test` function, such as the one of node:test.');
  for (const [index, given] of correct.entries()) {
    register(`${rule.id}: ${given.name ?? `correct ${index + 1}`}`, () =>
      checkCase(rule, { ...given, findings: [] }),
    );
  }
  for (const [index, given] of incorrect.entries()) {
    register(`${rule.id}: ${given.name ?? `incorrect ${index + 1}`}`, () => {
      ok(given.findings.length > 0, 'An incorrect case has at least one finding.');
      return checkCase(rule, given);
    });
  }
}

/** Runs one case. Throws an `AssertionError` that shows what was expected. */
export async function checkCase(rule: Rule, given: IncorrectCase): Promise<void> {
  const files = filesOf(given.files);
  requireOptions(rule, given.options);
  const first = await lint(rule, given, files);
  const findings = first.findings.map((finding, index) => describe(finding, given.findings[index], files));
  deepStrictEqual(findings, given.findings, 'The findings differ.');
  checkFindings(rule, first.findings, files);
  deepStrictEqual(
    (await lint(rule, given, files)).findings,
    first.findings,
    'A second run finds something else.',
  );
  await checkFixes(rule, given, files);
}

function filesOf(files: CaseFiles): Readonly<Record<string, string>> {
  return typeof files === 'string' ? { 'page.md': files } : files;
}

function requireOptions(rule: Rule, options: IncorrectCase['options'] = {}): void {
  const [problem] = checkConfig(options, optionsShape(rule));
  if (problem !== undefined) fail(`${problem.message} ${problem.hint ?? ''}`.trim());
}

function sessionOf(rule: Rule, { options = {}, dialect }: CorrectCase) {
  return {
    rules: [rule],
    only: new Set([rule.id]),
    config: createConfig({ rules: { [rule.id]: options } }, 'the case'),
    ...(dialect === undefined ? {} : { dialect }),
  };
}

async function lint(
  rule: Rule,
  given: CorrectCase,
  files: Readonly<Record<string, string>>,
): Promise<LintResult> {
  const result = await lintProject({ ...sessionOf(rule, given), source: createMemorySource(files) });
  const [failure] = result.failures;
  if (failure !== undefined) throw failure.error;
  return result;
}

/** A finding reduced to what is expected of it; in full where it was not expected at all. */
function describe(
  { at, messageId, message, level }: Finding,
  expected: ExpectedFinding | undefined,
  files: Readonly<Record<string, string>>,
): ExpectedFinding {
  const text = files[at.path] ?? '';
  const { line, column } = createLineIndex(text).position(at.region.start);
  const whole = {
    messageId,
    message,
    level,
    path: at.path,
    line,
    column,
    text: text.slice(at.region.start, at.region.end),
  };
  if (expected === undefined) return whole;
  return Object.fromEntries(Object.entries(whole).filter(([name]) => Object.hasOwn(expected, name)));
}

/** What holds for every finding: it stands in its file, and its fixes are of the kind the rule declares. */
function checkFindings(
  rule: Rule,
  findings: readonly Finding[],
  files: Readonly<Record<string, string>>,
): void {
  const kinds: readonly FixSafety[] = ['suggest', 'unsafe', 'safe'];
  for (const { at, messageId, fixes } of findings) {
    const { start, end } = at.region;
    ok(Object.hasOwn(rule.messages, messageId), `The rule has no message \`${messageId}\`.`);
    ok(
      start >= 0 && start <= end && end <= (files[at.path] ?? '').length,
      'A finding stands outside its file.',
    );
    for (const { safety } of fixes) {
      const declared = rule.fix === 'none' ? -1 : kinds.indexOf(rule.fix);
      ok(
        kinds.indexOf(safety) <= declared,
        `The rule offers a fix that is “${safety}”, but declares “${rule.fix}”.`,
      );
    }
  }
}

async function checkFixes(
  rule: Rule,
  given: IncorrectCase,
  files: Readonly<Record<string, string>>,
): Promise<void> {
  const once = await fix(rule, given, files);
  deepStrictEqual(once, given.fixed === undefined ? {} : filesOf(given.fixed), 'The fixed files differ.');
  deepStrictEqual(
    await fix(rule, given, { ...files, ...once }),
    {},
    'Fixing a second time changes something again.',
  );
}

/** Makes the safe and the unsafe fixes; the files that change. */
async function fix(
  rule: Rule,
  given: CorrectCase,
  files: Readonly<Record<string, string>>,
): Promise<Readonly<Record<string, string>>> {
  const session = createSession({ ...sessionOf(rule, given), source: createMemorySource(files) });
  let laid: readonly string[] = [];
  const look = (texts: ReadonlyMap<string, string>): Promise<LintResult> => {
    for (const path of laid) session.setText(path, undefined);
    for (const [path, text] of texts) session.setText(path, text);
    laid = [...texts.keys()];
    return session.lint();
  };
  const allowed = new Set<FixSafety>(['safe', 'unsafe']);
  const { texts, takenBack } = await fixProject(look, { allowed, refuse: () => undefined });
  ok(takenBack.size === 0, `The fixes of ${[...takenBack.keys()].join(', ')} had to be taken back.`);
  return Object.fromEntries(texts);
}
