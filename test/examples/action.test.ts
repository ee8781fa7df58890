import { spawnSync } from 'node:child_process';
import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { reporters } from '../../src/report/reporters.ts';
import { hasTool } from '../support/tools.ts';

const root = fileURLToPath(new URL('../../', import.meta.url));
const read = (path: string): string => readFileSync(root + path, 'utf8');

interface Step {
  readonly uses?: string;
  readonly run?: string;
  readonly with?: Readonly<Record<string, string>>;
  readonly env?: Readonly<Record<string, string>>;
}

interface Action {
  readonly inputs: Readonly<Record<string, { readonly default: string }>>;
  readonly runs: { readonly using: string; readonly steps: readonly Step[] };
}

const action: Action = parse(read('action.yml'));
const [step = {}] = action.runs.steps;

const workflows = readdirSync(`${root}examples/github-action`).filter((name) => name.endsWith('.yml'));

const folder = mkdtempSync(join(tmpdir(), 'bibliolint-action-'));
const bin = join(folder, 'bin');
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** Stands in for npx: keeps its arguments, writes the reports it is asked for, finds something. */
beforeAll(() => {
  mkdirSync(bin);
  writeFileSync(
    join(bin, 'npx'),
    `#!/bin/bash
printf '%s\\n' "$@" > '${folder}/arguments.txt'
for argument in "$@"; do case "$argument" in markdown:*) echo '## summary' > "\${argument#markdown:}";; esac; done
exit "\${STATUS:-0}"
`,
  );
  chmodSync(join(bin, 'npx'), 0o755);
});

/** Runs the script of the action as the runner would, with these inputs. */
function runAction(
  inputs: Readonly<Record<string, string>>,
  environment: Readonly<Record<string, string>> = {},
) {
  const values = Object.fromEntries(
    Object.entries(step.env ?? {}).map(([name, value]) => {
      const input = /^\$\{\{ inputs\.([\w-]+) \}\}$/.exec(value)?.[1] ?? '';
      return [name, inputs[input] ?? action.inputs[input]?.default ?? ''];
    }),
  );
  const done = spawnSync('bash', ['-e', '-o', 'pipefail', '-c', step.run ?? ''], {
    cwd: folder,
    encoding: 'utf8',
    env: { PATH: `${bin}:${process.env['PATH']}`, TMPDIR: folder, ...values, ...environment },
  });
  const given = readFileSync(join(folder, 'arguments.txt'), 'utf8').trimEnd().split('\n');
  return { ...done, given };
}

const hasBash = hasTool('bash', 'the script of the action is not run');

describe.skipIf(!hasBash)('the script of the action', () => {
  test('without inputs checks all, with annotations', () => {
    const { given, status } = runAction({});
    expect(given).toEqual(['--yes', 'bibliolint@latest', '--format', 'github', '--', '.']);
    expect(status).toBe(0);
  });

  test('hands on its inputs, and ends as bibliolint does', () => {
    const inputs = {
      paths: 'blog docs/*\nbook',
      config: 'my config.yaml',
      'max-warnings': '3',
      sarif: 'a b.sarif',
      version: '1',
    };
    const { given, status } = runAction(inputs, { STATUS: '1' });
    expect(given.slice(0, 4)).toEqual(['--yes', 'bibliolint@1', '--format', 'github']);
    expect(given.slice(4)).toEqual([
      '--config',
      'my config.yaml',
      '--max-warnings',
      '3',
      '--format',
      'sarif:a b.sarif',
      '--',
      'blog',
      'docs/*',
      'book',
    ]);
    expect(status).toBe(1);
  });

  test('puts the findings into the summary of the job, also when there are some', () => {
    const summary = join(folder, 'summary.md');
    writeFileSync(summary, 'Before.\n');
    runAction({}, { GITHUB_STEP_SUMMARY: summary, STATUS: '1' });
    expect(readFileSync(summary, 'utf8')).toBe('Before.\n## summary\n');
    expect(runAction({ summary: 'false' }, { GITHUB_STEP_SUMMARY: summary }).given).not.toContainEqual(
      expect.stringContaining('markdown'),
    );
  });

  test('takes hostile inputs for words', () => {
    const evil = `$(touch ${folder}/hacked) \`touch ${folder}/hacked\` ; touch ${folder}/hacked`;
    runAction({ paths: evil, config: evil, version: evil, sarif: evil, 'max-warnings': evil });
    expect(readdirSync(folder)).not.toContain('hacked');
  });
});

test('no expression stands in a script, where its text would be run', () => {
  expect(action.runs.using).toBe('composite');
  for (const { run = '' } of action.runs.steps) expect(run).not.toContain('${{');
  for (const name of workflows) {
    const { jobs } = parse(read(`examples/github-action/${name}`));
    for (const { steps } of Object.values<{ steps: readonly Step[] }>(jobs)) {
      for (const { run = '' } of steps) expect(run).not.toContain('${{');
    }
  }
});

test('the workflows give the action inputs that it has, and no more rights than they need', () => {
  expect(workflows.length).toBeGreaterThan(2);
  for (const name of workflows) {
    const workflow = parse(read(`examples/github-action/${name}`));
    expect(workflow.permissions.contents).toBe('read');
    for (const { steps } of Object.values<{ steps: readonly Step[] }>(workflow.jobs)) {
      for (const { uses = '', with: inputs = {} } of steps.filter(({ uses = '' }) =>
        uses.startsWith('bibliolint/'),
      )) {
        expect(uses).toMatch(/@v\d/);
        expect(Object.keys(action.inputs)).toEqual(expect.arrayContaining(Object.keys(inputs)));
      }
    }
  }
});

test('the formats that recipes name are there', () => {
  const recipes = [
    ...workflows.map((name) => `examples/github-action/${name}`),
    'examples/gitlab-ci/.gitlab-ci.yml',
    'examples/editors/vscode/tasks.json',
    'examples/other-ci/citations.sh',
    'examples/other-ci/azure-pipelines.yml',
    'examples/other-ci/Jenkinsfile',
    'action.yml',
  ];
  for (const path of recipes) {
    for (const [, format = ''] of read(path).matchAll(/--format "?([a-z]+)/g))
      expect(Object.keys(reporters)).toContain(format);
  }
  const { citations } = parse(read('examples/gitlab-ci/.gitlab-ci.yml'));
  const files = [...citations.script[0].matchAll(/--format \w+:(\S+)/g)].map(([, file]) => file);
  const { reports, paths } = citations.artifacts;
  expect([reports.codequality, reports.junit, ...paths].sort()).toEqual(files.sort());
});

test('links between the pages of the examples lead somewhere', () => {
  for (const name of ['pre-commit', 'github-action', 'gitlab-ci', 'other-ci', 'editors']) {
    for (const [, target = ''] of read(`examples/${name}/README.md`).matchAll(/\]\(([^)#:]+)\)/g)) {
      expect(existsSync(join(root, 'examples', name, target)), target).toBe(true);
    }
  }
});
