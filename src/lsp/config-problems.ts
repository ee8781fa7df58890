import type { UserError } from '../errors.ts';
import type { Finding, Region } from '../model.ts';
import { createLineIndex } from '../text/line-index.ts';

/** Why a configuration cannot be read, and where. */
export interface ConfigProblem {
  /** Relative to the root; `''` where no file can be named. */
  readonly path: string;
  readonly region: Region;
  readonly message: string;
}

/** The configurations of a project that cannot be read, from one look at it to the next. */
export interface ConfigProblems {
  /** Hears of one. */
  add(error: UserError): void;
  /** Something changed: a configuration that is still broken will be heard of again. */
  clear(): void;
  /** What is wrong as of the last look; `text` reads a file as it was then. */
  list(text: (path: string) => string): ConfigProblem[];
  /**
   * Whether findings of a file are worth showing. Where a configuration was broken from the start, nobody knows what its
   * author wants to hear; one that broke later leaves the last good one in force.
   */
  letsShow(finding: Finding): boolean;
}

/** Remembers the errors of the last look. */
export function createConfigProblems(): ConfigProblems {
  const errors = new Map<string, UserError>();
  const brokenFromStart = new Set<string>();
  let hasSettled = false;
  return {
    add(error) {
      const { path } = placeOf(error);
      errors.set(path, error);
      if (!hasSettled) brokenFromStart.add(path);
    },
    clear: () => errors.clear(),
    list(text) {
      hasSettled = true;
      for (const path of brokenFromStart) if (!errors.has(path)) brokenFromStart.delete(path);
      return [...errors.values()].map((error) => describe(error, text));
    },
    letsShow: ({ at }) => ![...brokenFromStart].some((path) => at.path.startsWith(folderOf(path))),
  };
}

/** The place of the mistake stands behind the path: `bibliolint.config.json:3:5`. */
function placeOf({ path = '' }: UserError): { path: string; line?: number; column?: number } {
  const match = /^(.*):(\d+):(\d+)$/.exec(path);
  if (match === null) return { path };
  return { path: match[1] ?? '', line: Number(match[2]), column: Number(match[3]) };
}

function describe(error: UserError, textOf: (path: string) => string): ConfigProblem {
  const { path, line = 1, column = 1 } = placeOf(error);
  const text = textOf(path);
  const start = createLineIndex(text).lineStart(line) + column - 1;
  const [word = ''] = /^(?:"[^"\n]*"|[^\s"]+)/.exec(text.slice(start, start + 200)) ?? [];
  const message = error.hint === undefined ? error.title : `${error.title} ${error.hint}`;
  return { path, region: { start, end: start + word.length }, message };
}

/** With its slash, so that it is a prefix of what stands below it; `''` is the root. */
function folderOf(path: string): string {
  return path.slice(0, path.lastIndexOf('/') + 1);
}
