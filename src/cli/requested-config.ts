import { posix } from 'node:path';
import { rules } from '../../rules/index.ts';
import {
  type Config,
  defaultConfig,
  findConfig,
  type ReadConfig,
  readConfig,
} from '../config/load-config.ts';
import { DIALECTS } from '../config/schema.ts';
import { UserError } from '../errors.ts';
import type { FileSource } from '../project/file-source.ts';
import type { LintRequest } from './lint-request.ts';

/** The configuration of a run: the file that was named, none, or the nearest one above the first target. */
export async function requestedConfig(request: LintRequest, source: FileSource): Promise<Config> {
  const known = { rules: rules.map(({ id }) => id), dialects: DIALECTS };
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

function folderOf({ targets }: LintRequest, source: FileSource): string {
  const [first = ''] = targets;
  if (first === '' || source.entries(first).length > 0) return first;
  const cut = first.lastIndexOf('/');
  return cut < 0 ? '' : first.slice(0, cut);
}
