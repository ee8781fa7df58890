import { posix } from 'node:path';
import type { Host } from './host.ts';

/** Whether who started bibliolint lets configurations run code, by `BIBLIOLINT_ALLOW_CODE=1` in the environment. */
export function allowsCode({ environment }: Pick<Host, 'environment'>): boolean {
  return environment['BIBLIOLINT_ALLOW_CODE'] === '1';
}

/** Runs the modules of a project, named by their paths from its root, which is absolute; an absolute path stays itself. */
export function codeRunner(
  root: string,
  host: Pick<Host, 'importModule'>,
): (path: string) => Promise<unknown> {
  return (path) => host.importModule(posix.resolve(root, path));
}
