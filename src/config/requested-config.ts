import { posix } from 'node:path';
import { UserError } from '../errors.ts';
import type { FileSource } from '../project/file-source.ts';
import { type Config, defaultConfig, findConfig, type ReadConfig, readConfig } from './load-config.ts';
import { DIALECTS } from './schema.ts';

/** Where a run looks, and the configuration it was told to use. */
export interface ConfigRequest {
  /** Absolute path of the project. */
  readonly root: string;
  /** Files or folders relative to the root. */
  readonly targets: readonly string[];
  /** Absolute path of the configuration that was named; `false` for none at all. */
  readonly config?: string | false;
}

/**
 * The configuration of a run: the file that was named, none, or the nearest one above the first target. `rules` are the
 * ids a configuration may name. Throws `UserError` with the place of the first mistake.
 */
export async function requestedConfig(
  request: ConfigRequest,
  source: FileSource,
  rules: readonly string[],
): Promise<Config> {
  const known = { rules, dialects: DIALECTS };
  const read: ReadConfig = (path) => {
    const found = source.read(path);
    return 'text' in found ? found.text : undefined;
  };
  if (request.config === false) return defaultConfig;
  if (request.config === undefined) return findConfig(folderOf(request, source), read, known);
  const path = posix.relative(request.root, request.config);
  if (path.startsWith('..')) {
    throw new UserError('The configuration file lies outside the project.', { path: request.config });
  }
  return readConfig(path, read, known);
}

function folderOf({ targets }: ConfigRequest, source: FileSource): string {
  const [first = ''] = targets;
  if (first === '' || source.entries(first).length > 0) return first;
  const cut = first.lastIndexOf('/');
  return cut < 0 ? '' : first.slice(0, cut);
}
