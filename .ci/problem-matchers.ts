// The files that tell other programs how to read a line of `--format unix`. What the lines look like is known in one
// place, so these are written by `npm run generate`, and a test compares them.
import type { Level } from '../src/model.ts';
import { unixLinePattern } from '../src/report/unix.ts';

const ALL: readonly Level[] = ['error', 'warning', 'note'];

/** Texts by path, relative to the root of the repository. */
export function problemMatcherFiles(): ReadonlyMap<string, string> {
  return new Map([
    ['examples/github-action/problem-matcher.json', json(githubMatchers())],
    ['examples/editors/vscode/tasks.json', json(vscodeTasks())],
  ]);
}

/**
 * The matcher of VS Code, in a task or in an extension: its `regexp` may name the level `info`, as our lines do.
 */
export function vscodeMatcher(): object {
  return {
    owner: 'bibliolint',
    source: 'bibliolint',
    // biome-ignore lint/suspicious/noTemplateCurlyInString: VS Code's own variable
    fileLocation: ['relative', '${workspaceFolder}'],
    pattern: {
      regexp: unixLinePattern(ALL),
      file: 1,
      line: 2,
      column: 3,
      severity: 4,
      message: 5,
      code: 6,
    },
  };
}

/** Two, because GitHub skips a line whose level it does not know, and a note is a notice to it. */
function githubMatchers(): object {
  return {
    problemMatcher: [
      {
        owner: 'bibliolint',
        pattern: [
          {
            regexp: unixLinePattern(['error', 'warning']),
            file: 1,
            line: 2,
            column: 3,
            severity: 4,
            message: 5,
            code: 6,
          },
        ],
      },
      {
        owner: 'bibliolint-notice',
        severity: 'notice',
        pattern: [{ regexp: unixLinePattern(['note']), file: 1, line: 2, column: 3, message: 4, code: 5 }],
      },
    ],
  };
}

function vscodeTasks(): object {
  return {
    version: '2.0.0',
    tasks: [
      {
        label: 'Check citations',
        type: 'shell',
        command: 'npx --no-install bibliolint --format unix',
        // biome-ignore lint/suspicious/noTemplateCurlyInString: VS Code's own variable
        options: { cwd: '${workspaceFolder}' },
        group: 'test',
        presentation: { reveal: 'silent', revealProblems: 'onProblem' },
        problemMatcher: vscodeMatcher(),
      },
    ],
  };
}

const json = (value: object): string => `${JSON.stringify(value, null, 2)}\n`;
