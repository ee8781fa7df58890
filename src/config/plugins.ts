import { UserError } from '../errors.ts';
import type { Rule } from '../model.ts';
import { isRecord } from '../text/is-record.ts';
import type { ConfigPath } from './config.ts';
import { type ConfigSource, findNamedFile } from './find-file.ts';
import { guardCheck } from './guard-rule.ts';
import type { ParsedConfig } from './parse-config.ts';
import type { ConfigContext } from './read-config.ts';
import type { ConfigFile } from './schema.ts';

/** Who may run code is for the user to say, never for the files of a project. */
export const HOW_TO_ALLOW =
  'In a project you trust, --allow-code-config or BIBLIOLINT_ALLOW_CODE=1 allows it.';

/** Loads the plugins a configuration names and adds their rules, as `plugin/rule`, to those that may be named. */
export async function addPlugins(
  parsed: ParsedConfig,
  ownFolder: string,
  { source, rules, runCode }: ConfigContext,
): Promise<void> {
  for (const [path, written] of namesIn(parsed.file, 'plugins')) {
    const problem = (message: string, hint?: string): UserError =>
      parsed.errorAt({ path, aboutName: false, message, ...(hint === undefined ? {} : { hint }) });
    if (runCode === undefined) throw problem('Plugins are code, and code is not run.', HOW_TO_ALLOW);
    const found = findNamed(parsed, path, () =>
      findNamedFile(written, ownFolder, source, (folder) => packageEntries(folder, source)),
    );
    if (found === undefined) throw problem(`There is no plugin \`${written}\`.`);
    const plugin = await runModule(found.path, runCode, (reason, hint) =>
      problem(`The plugin \`${written}\` cannot be run: ${reason}`, hint),
    );
    for (const rule of rulesOf(plugin, written, problem)) {
      const same = rules.find(({ id }) => id === rule.id);
      if (same === undefined) rules.push(rule);
      else if (same.check !== rule.check)
        throw problem(`Another plugin also brings the rule \`${rule.id}\`.`);
    }
  }
}

/** Runs a module of the project. What it throws is a mistake of its author's, not a bug of ours. */
export async function runModule(
  path: string,
  runCode: NonNullable<ConfigContext['runCode']>,
  problem: (reason: string, hint: string | undefined) => UserError,
): Promise<unknown> {
  try {
    return await runCode(path);
  } catch (error) {
    const {
      name,
      message,
      stack = '',
    } = error instanceof Error ? error : { name: 'Error', message: String(error) };
    const place = stack.split('\n').find((line) => /^\s+at .*file:/.test(line));
    throw problem(`${name}: ${message}`, place?.trim());
  }
}

/** The rules of a plugin under names of their own, so that no plugin can take the place of a rule of ours. */
function rulesOf(plugin: unknown, written: string, problem: (message: string) => UserError): readonly Rule[] {
  const { name = nameOf(written), rules } = (plugin ?? {}) as { name?: unknown; rules?: unknown };
  if (typeof name !== 'string' || !/^[\w.-]+$/.test(name)) {
    throw problem(`The name of the plugin \`${written}\` must be letters, digits and hyphens.`);
  }
  if (!Array.isArray(rules) || !rules.every(isRule)) {
    throw problem(`The plugin \`${written}\` must export \`{ rules: [defineRule(…)] }\` by default.`);
  }
  return rules.map((rule) => ({ ...rule, id: `${name}/${rule.id}`, check: guardCheck(rule) }));
}

/** `bibliolint-plugin-house`, `@press/bibliolint-plugin-house`, `./rules/house.mjs`: all are `house`. */
function nameOf(written: string): string {
  const last = written.split('/').at(-1) ?? '';
  return last.replace(/\.[cm]?js$/, '').replace(/^bibliolint-plugin-/, '');
}

const SCOPES: readonly unknown[] = ['document', 'bibliography', 'files', 'project', 'suppressions'];
const LEVELS: readonly unknown[] = ['error', 'warning', 'note'];

function isRule(value: unknown): value is Rule {
  const { id, scope, level, messages, options, check } = (value ?? {}) as Readonly<Record<string, unknown>>;
  return (
    typeof id === 'string' &&
    /^[\w-]+$/.test(id) &&
    SCOPES.includes(scope) &&
    LEVELS.includes(level) &&
    typeof messages === 'object' &&
    typeof options === 'object' &&
    typeof check === 'function'
  );
}

/** Where the code of a package begins, as its package.json says. */
function packageEntries(folder: string, source: ConfigSource): readonly string[] {
  const { exports, main } = readPackage(source.read(`${folder}/package.json`));
  const top = isRecord(exports) && '.' in exports ? exports['.'] : exports;
  const entries = [entryOf(top), typeof main === 'string' ? main : undefined, 'index.js', 'index.mjs'];
  return entries.filter((entry) => entry !== undefined);
}

/** Conditional exports: the one that a plain `import` in Node takes. */
function entryOf(target: unknown): string | undefined {
  if (typeof target === 'string') return target;
  if (!isRecord(target)) return undefined;
  const condition = Object.keys(target).find((name) => ['node', 'import', 'default'].includes(name));
  return condition === undefined ? undefined : entryOf(target[condition]);
}

function readPackage(text: string | undefined): Readonly<Record<string, unknown>> {
  try {
    const value: unknown = JSON.parse(text ?? '{}');
    return isRecord(value) ? value : {};
  } catch {
    return {};
  }
}

/** Gives an error about a named file the place where the name is written. */
export function findNamed<T>({ errorAt }: ParsedConfig, path: ConfigPath, find: () => T): T {
  try {
    return find();
  } catch (error) {
    if (error instanceof UserError) throw errorAt({ path, aboutName: false, message: error.title });
    throw error;
  }
}

/** The strings of a setting that is one or a list of them, in a file that was not checked yet. */
export function namesIn(file: ConfigFile, setting: 'extends' | 'plugins'): [ConfigPath, string][] {
  const value: unknown = isRecord(file) ? file[setting] : undefined;
  const list: readonly unknown[] = Array.isArray(value) ? value : [value];
  return list.flatMap((item, index): [ConfigPath, string][] =>
    typeof item === 'string' ? [[Array.isArray(value) ? [setting, index] : [setting], item]] : [],
  );
}
