import { promises } from 'node:fs';
import { UserError } from '../errors.ts';

/** An editor that saves a file makes several changes; what comes within this many milliseconds is one. */
const PAUSE = 100;

/** What changes below a folder, in batches, until the process ends. Folders that hold no sources are left out. */
export async function* watchFolder(root: string): AsyncGenerator<readonly string[]> {
  const changed = new Set<string>();
  let wake: (() => void) | undefined;
  let failure: unknown;
  const collect = async (): Promise<void> => {
    for await (const { filename } of promises.watch(root, { recursive: true })) {
      const path = filename?.replaceAll('\\', '/') ?? '';
      if (path === '' || NO_SOURCES.test(path)) continue;
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

function cannotWatch(root: string, error: unknown): UserError {
  const { code } = error as NodeJS.ErrnoException;
  return new UserError(`This folder cannot be watched: ${code ?? String(error)}.`, {
    path: root,
    cause: error,
  });
}
