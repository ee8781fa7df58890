import { posix } from 'node:path';
import { UserError } from '../errors.ts';
import type { Rule } from '../model.ts';
import type { FileSource } from '../project/file-source.ts';
import { type Config, defaultConfig } from './config.ts';
import { ConfigError } from './config-error.ts';

/** The configuration a run was told to use. */
export interface ConfigRequest {
  /** Absolute path of the project. */
  readonly root: string;
  /** Absolute path of the configuration that was named; `false` for none at all. */
  readonly config?: string | false;
}

/**
 * The configuration that was named and holds for every file; `undefined` where none was, so that each file has the one
 * that stands nearest to it. The named file may lie outside the project, which is how a workflow keeps a pull request
 * from switching rules off: `readOutside` reads it, and what is in it holds relative to the root. Throws a `UserError`
 * with the place of the first mistake.
 */
export async function requestedConfig(
  { root, config: path }: ConfigRequest,
  source: FileSource,
  rules: readonly Rule[],
  { readOutside, runCode }: ConfigReach = {},
): Promise<Config | undefined> {
  if (path === undefined) return undefined;
  if (path === false) return defaultConfig;
  const inside = posix.relative(root, path);
  const isOutside = inside.startsWith('../') || posix.isAbsolute(inside);
  const { readConfig } = await import('./read-config.ts');
  const read = (wanted: string): string | undefined => {
    if (isOutside && wanted === path) return readOutside?.(path);
    const found = source.read(wanted);
    return 'text' in found ? found.text : undefined;
  };
  const context = {
    rules: [...rules],
    source: { entries: source.entries, read },
    ...(runCode === undefined ? {} : { runCode }),
  };
  const found = isOutside ? await readConfig(path, context, '') : await readConfig(inside, context);
  if (found === undefined)
    throw new ConfigError(
      new UserError('This file has no setting `bibliolint`.', { path: isOutside ? path : inside }),
    );
  return { ...found, pluginRules: context.rules.slice(rules.length) };
}

/** What reading the named configuration may do beyond looking at the files of the project. */
interface ConfigReach {
  /** Reads a file by its absolute path. */
  readonly readOutside?: (path: string) => string | undefined;
  readonly runCode?: ((path: string) => Promise<unknown>) | undefined;
}
