/**
 * The public API. What is not exported here is not promised; `test/contract/exports.test.ts` lists the names.
 */
import { rules } from '../rules/index.ts';
import { configShape } from './config/config-shape.ts';
import { toJsonSchema } from './config/json-schema.ts';
import { createMemorySource } from './host/memory.ts';
import { createNodeSource } from './host/node.ts';
import { type LintResult, lintProject, type SessionOptions } from './session.ts';

export { type Config, createConfig, defaultConfig } from './config/config.ts';
export type { ConfigFile } from './config/schema.ts';
export { UserError } from './errors.ts';
export { createMemorySource } from './host/memory.ts';
export { createNodeSource } from './host/node.ts';
export * from './model.ts';
export type { ReportFormat } from './report/format-names.ts';
export { reporters } from './report/reporters.ts';
export { createSession, type LintResult, type Session, type SessionOptions } from './session.ts';
export { version } from './version.ts';
export { rules };

/**
 * Lints a folder of this machine (an absolute path) or files in memory (path to text) with all rules. Findings come
 * sorted; `files` are the facts that were read.
 */
export function lint(
  input: string | Readonly<Record<string, string>>,
  options: Partial<Omit<SessionOptions, 'source'>> = {},
): Promise<LintResult> {
  const source = typeof input === 'string' ? createNodeSource(input) : createMemorySource(input);
  return lintProject({ rules, ...options, source });
}

/** The JSON Schema of a configuration file; the package ships it as `bibliolint/schema.json`. */
export function configSchema(): object {
  return toJsonSchema(configShape(rules));
}
