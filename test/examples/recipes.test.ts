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
import { afterAll, beforeAll, expect, test } from 'vitest';
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
