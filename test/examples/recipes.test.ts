import { spawnSync } from 'node:child_process';
import {
  chmodSync,
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { examplePath } from '../support/example-report.ts';
import { hasTool } from '../support/tools.ts';

const root = fileURLToPath(new URL('../../', import.meta.url));
const folder = mkdtempSync(join(tmpdir(), 'bibliolint-recipes-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** Stands in for npx, which would ask the registry: runs the build of this checkout. */
beforeAll(() => {
  mkdirSync(join(folder, 'bin'));
  const npx = join(folder, 'bin/npx');
  writeFileSync(
    npx,
    `#!/bin/sh\nwhile [ $# -gt 0 ]; do name=$1; shift; case "$name" in bibliolint*) break;; esac; done\nexec '${process.execPath}' '${root}dist/bin.cjs' "$@"\n`,
  );
  chmodSync(npx, 0o755);
});

/** Runs a recipe in a copy of the example blog, which has errors. */
function runRecipe(name: string, command: string) {
  const site = join(folder, name);
  cpSync(examplePath('hugo-blog'), site, { recursive: true });
  const path = `${join(folder, 'bin')}:${process.env['PATH']}`;
  const { status, stdout, stderr } = spawnSync('sh', ['-c', command], {
    cwd: site,
    encoding: 'utf8',
    env: { ...process.env, PATH: path },
  });
  const read = (file: string): string => readFileSync(join(site, file), 'utf8');
  return { status, stdout, stderr, read, has: (file: string) => existsSync(join(site, file)) };
}

const hasShell = hasTool('sh', 'the recipes for CI are not run', ['-c', 'true']);

test.skipIf(!hasShell)('the script for any CI system writes its reports and fails', () => {
  const run = runRecipe('script', `sh '${root}examples/other-ci/citations.sh'`);
  expect(run).toMatchObject({ status: 1, stderr: '' });
  expect(run.stdout).toContain('content/posts/clocks.md\n');
  expect(JSON.parse(run.read('reports/citations.sarif')).runs[0].results.length).toBeGreaterThan(5);
  expect(run.read('reports/citations.xml')).toContain('<testsuites name="bibliolint"');
  expect(run.read('reports/citations.html')).toMatch(/^<!doctype html>/);
  const one = runRecipe('one', `sh '${root}examples/other-ci/citations.sh' content/posts/clocks.md`);
  expect(one.stdout).toContain(' in 1 file checked');
});

test.skipIf(!hasShell)('the job for GitLab writes the artifacts it names and fails', () => {
  const { citations } = parse(readFileSync(`${root}examples/gitlab-ci/.gitlab-ci.yml`, 'utf8'));
  const run = runRecipe('gitlab', citations.script.join('\n'));
  expect(run.status).toBe(1);
  const { reports, paths } = citations.artifacts;
  for (const file of [reports.codequality, reports.junit, ...paths]) expect(run.has(file), file).toBe(true);
  expect(JSON.parse(run.read(reports.codequality)).length).toBeGreaterThan(5);
});

describe.skipIf(!hasShell)('the shards', () => {
  const plain = (format: string) => runRecipe(`plain-${format}`, `npx bibliolint -f ${format}`);

  test('of the matrix for GitHub are joined into the annotations of one run', () => {
    const { jobs } = parse(readFileSync(`${root}examples/github-action/shards.yml`, 'utf8'));
    type Step = { readonly run?: string; readonly uses?: string; readonly with?: Record<string, string> };
    const runOf = (steps: readonly Step[]) => steps.find(({ run }) => run !== undefined)?.run ?? '';
    const inputsOf = (steps: readonly Step[], action: string) =>
      steps.find(({ uses }) => uses?.startsWith(action))?.with ?? {};
    const { read, citations } = jobs;
    expect(citations.needs).toBe('read');
    const kept = inputsOf(read.steps, 'actions/upload-artifact')['path']?.replace(/\$\{\{.*?\}\}/, '$PART');
    const parts: readonly number[] = read.strategy.matrix.part;
    const run = runRecipe(
      'github-shards',
      [
        'export FACTS="$PWD/kept"; mkdir "$FACTS"',
        `for PART in ${parts.join(' ')}; do ${runOf(read.steps)} && mv "${kept}" "$FACTS" || exit 9; done`,
        runOf(citations.steps),
      ].join('\n'),
    );
    const { status, stdout } = plain('github');
    expect(run).toMatchObject({ status, stdout });
    expect(inputsOf(citations.steps, 'actions/download-artifact')['merge-multiple']).toBe(true);
  });

  test('of the parallel job for GitLab are joined into the report of one run', () => {
    const pipeline = parse(readFileSync(`${root}examples/gitlab-ci/shards.gitlab-ci.yml`, 'utf8'));
    const { 'citations:read': read, citations } = pipeline;
    expect(citations.needs).toEqual(['citations:read']);
    expect(pipeline.stages.indexOf(citations.stage)).toBeGreaterThan(pipeline.stages.indexOf(read.stage));
    const [pattern] = read.artifacts.paths;
    const total: number = read.parallel;
    const run = runRecipe(
      'gitlab-shards',
      [
        `export CI_NODE_TOTAL=${total}`,
        'mkdir kept',
        'CI_NODE_INDEX=1',
        `while [ $CI_NODE_INDEX -le ${total} ]; do`,
        `${read.script.join(' && ')} && mv ${pattern} kept || exit 9`,
        'CI_NODE_INDEX=$((CI_NODE_INDEX + 1))',
        'done',
        'mv kept/* .',
        ...citations.script,
      ].join('\n'),
    );
    const { status, stdout } = plain('text');
    expect(run).toMatchObject({ status, stdout });
    expect(run.read(citations.artifacts.reports.codequality)).toBe(plain('gitlab').stdout);
  });
});

test.skipIf(!hasShell)('the steps for Azure and Jenkins print and write what the next step reads', () => {
  const { steps } = parse(readFileSync(`${root}examples/other-ci/azure-pipelines.yml`, 'utf8'));
  const script: string = steps.find((step: { script?: string }) => step.script !== undefined).script;
  const azure = runRecipe('azure', script.replace('$(Build.ArtifactStagingDirectory)', 'out'));
  expect(azure.status).toBe(1);
  expect(azure.stdout).toContain('##vso[task.logissue type=error;');
  const published = steps.find((step: { task?: string }) => step.task?.startsWith('PublishTestResults'));
  expect(azure.has(published.inputs.testResultsFiles)).toBe(true);
  const pipeline = readFileSync(`${root}examples/other-ci/Jenkinsfile`, 'utf8');
  const jenkins = runRecipe('jenkins', /sh '(.*)'/.exec(pipeline)?.[1] ?? '');
  expect(jenkins.read(/pattern: '(.*?)'/.exec(pipeline)?.[1] ?? '')).toContain('<checkstyle ');
});
