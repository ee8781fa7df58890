import { existsSync, readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { createNodeSource } from '../../src/host/node.ts';
import { type Finding, lint, type ReportRun, reporters, rules } from '../../src/index.ts';

const examples = fileURLToPath(new URL('../../examples/', import.meta.url));

/** The examples that are whole sites: folders with a README and something to lint, told by their `expected.txt`. */
export const exampleSites: readonly string[] = readdirSync(examples, { withFileTypes: true })
  .filter((entry) => entry.isDirectory() && existsSync(`${examples}${entry.name}/expected.txt`))
  .map(({ name }) => name);

/** Absolute path of an example. */
export const examplePath = (name: string): string => examples + name;

/** What was found in an example, and the run as `npx bibliolint examples/NAME` hands it to a reporter. */
export function runOfExample(name: string): Promise<{ findings: readonly Finding[]; run: ReportRun }> {
  return runOfFolder(examples + name, `examples/${name}`);
}

/** The same of any folder, named as the user would see it. */
export async function runOfFolder(
  folder: string,
  name: string,
): Promise<{ findings: readonly Finding[]; run: ReportRun }> {
  const source = createNodeSource(folder);
  const { findings, files, suppressed, project } = await lint(folder);
  const text = (path: string): string => {
    const read = source.read(path);
    return 'text' in read ? read.text : '';
  };
  const run = {
    version: '',
    color: false,
    files: files.length,
    suppressed: suppressed.length,
    rules,
    project,
    text,
    displayPath: (path: string) => `${name}/${path}`,
  };
  return { findings, run };
}

/** The text report of an example. */
export async function reportOfExample(name: string): Promise<string> {
  const { findings, run } = await runOfExample(name);
  return [...reporters.text(findings, run)].join('');
}
