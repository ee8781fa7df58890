import { existsSync, readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { createNodeSource } from '../../src/host/node.ts';
import { lint, reporters, rules } from '../../src/index.ts';

const examples = fileURLToPath(new URL('../../examples/', import.meta.url));

/** The examples that are whole sites: folders with a README and something to lint, told by their `expected.txt`. */
export const exampleSites: readonly string[] = readdirSync(examples, { withFileTypes: true })
  .filter((entry) => entry.isDirectory() && existsSync(`${examples}${entry.name}/expected.txt`))
  .map(({ name }) => name);

/** Absolute path of an example. */
export const examplePath = (name: string): string => examples + name;

/** The text report of an example, as `npx bibliolint examples/NAME` prints it. */
export async function reportOfExample(name: string): Promise<string> {
  const source = createNodeSource(examples + name);
  const { findings, files, suppressed } = await lint(examples + name);
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
    text,
    displayPath: (path: string) => `examples/${name}/${path}`,
  };
  return [...reporters.text(findings, run)].join('');
}
