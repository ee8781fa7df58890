import { createConfig } from '../../src/config/config.ts';
import { type FixOutcome, fixProject } from '../../src/fix/fix-project.ts';
import { createMemorySource } from '../../src/host/memory.ts';
import type { FixSafety, Rule } from '../../src/model.ts';
import type { FileSource } from '../../src/project/file-source.ts';
import { createSession, type LintResult, type SessionOptions } from '../../src/session.ts';

/** What is fixed, and how. */
export interface FixSettings {
  readonly allowed?: readonly FixSafety[];
  readonly options?: Record<string, unknown>;
  readonly session?: Partial<SessionOptions>;
  readonly refuse?: (path: string) => string | undefined;
}

/** The outcome of fixing a small project in memory. */
export interface FixedFiles extends FixOutcome<LintResult> {
  /** All files with the new texts. */
  readonly files: Readonly<Record<string, string>>;
  /** The first look, before anything was fixed. */
  readonly first: LintResult;
  /** How often the project was looked at: twice where one pass was enough. */
  readonly looks: number;
}

/** Fixes files in memory with one rule or several, as the command line does. */
export async function fixFiles(
  files: Readonly<Record<string, string>>,
  rules: Rule | readonly Rule[],
  settings: FixSettings = {},
): Promise<FixedFiles> {
  const list: readonly Rule[] = Array.isArray(rules) ? rules : [rules as Rule];
  const config = createConfig({
    rules: Object.fromEntries(list.map(({ id }) => [id, settings.options ?? {}])),
  });
  const session = { rules: list, config, only: new Set(list.map(({ id }) => id)), ...settings.session };
  const outcome = await fixSource(createMemorySource(files), { ...settings, session });
  return { ...outcome, files: { ...files, ...Object.fromEntries(outcome.texts) } };
}

/** Fixes the files of a source in memory. */
export async function fixSource(
  source: FileSource,
  {
    allowed = ['safe'],
    session: options,
    refuse = () => undefined,
  }: FixSettings & { readonly session: Partial<SessionOptions> & Pick<SessionOptions, 'rules'> },
): Promise<FixOutcome<LintResult> & { readonly first: LintResult; readonly looks: number }> {
  const session = createSession({ source, ...options });
  let first: LintResult | undefined;
  let looks = 0;
  let laid: readonly string[] = [];
  const look = async (texts: ReadonlyMap<string, string>): Promise<LintResult> => {
    for (const path of laid) session.setText(path, undefined);
    for (const [path, text] of texts) session.setText(path, text);
    laid = [...texts.keys()];
    looks += 1;
    const result = await session.lint();
    const [failure] = result.failures;
    if (failure !== undefined) throw failure.error;
    first ??= result;
    return result;
  };
  const outcome = await fixProject(look, { allowed: new Set(allowed), refuse });
  if (first === undefined) throw new Error('Nothing was looked at.');
  return { ...outcome, first, looks };
}
