import { fstatSync, promises, statSync } from 'node:fs';
import { join } from 'node:path';
import { UserError } from '../errors.ts';

/** An editor that saves a file makes several changes; what comes within this many milliseconds is one. */
const PAUSE = 100;

/** What changes below a folder, in batches, until the process ends. Folders that hold no sources are left out. */
export async function* watchFolder(root: string): AsyncGenerator<readonly string[]> {
  const changed = new Set<string>();
  let wake: (() => void) | undefined;
  let failure: unknown;
  const isOwnOutput = outputTest();
  const collect = async (): Promise<void> => {
    for await (const { filename } of promises.watch(root, { recursive: true })) {
      const path = filename?.replaceAll('\\', '/') ?? '';
      if (path === '' || NO_SOURCES.test(path) || isOwnOutput(join(root, path))) continue;
      changed.add(path);
      wake?.();
    }
  };
  collect().catch((error: unknown) => {
    failure = error;
    wake?.();
  });
  for (;;) {
    if (changed.size === 0 && failure === undefined) {
      await new Promise<void>((resolve) => {
        wake = resolve;
      });
    }
    if (failure !== undefined) throw cannotWatch(root, failure);
    await new Promise((resolve) => setTimeout(resolve, PAUSE));
    const batch = [...changed].sort();
    changed.clear();
    yield batch;
  }
}

const NO_SOURCES = /(?:^|\/)(?:\.git|node_modules)(?:\/|$)|\.tmp$/;

/** Whether standard output goes to this file: then each report would be a change that asks for the next one. */
function outputTest(): (path: string) => boolean {
  const outputs = [1, 2].map((descriptor) => fstatSync(descriptor)).filter((stat) => stat.isFile());
  if (outputs.length === 0) return () => false;
  return (path) => {
    const stat = statSync(path, { throwIfNoEntry: false });
    return outputs.some(({ dev, ino }) => stat?.ino === ino && stat.dev === dev);
  };
}

function cannotWatch(root: string, error: unknown): UserError {
  const { code } = error as NodeJS.ErrnoException;
  return new UserError(`This folder cannot be watched: ${code ?? String(error)}.`, {
    path: root,
    cause: error,
  });
}
