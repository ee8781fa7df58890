import { type ConfigTree, createConfigTree } from '../../src/config/config-tree.ts';
import { UserError } from '../../src/errors.ts';
import { createMemorySource } from '../../src/host/memory.ts';
import { defineRule, type Rule } from '../../src/model.ts';
import { discoverFiles } from '../../src/project/discover.ts';

/** A rule of the suite's own, with an option of every kind. */
export const sampleRule: Rule = defineRule({
  id: 'sample-rule',
  description: 'Disallow samples.',
  scope: 'document',
  level: 'warning',
  preset: 'recommended',
  since: '0.1.0',
  fix: 'none',
  messages: { found: 'A sample.' },
  options: {
    allow: [] as string[],
    profile: 'auto',
    most: 3,
    strict: false,
    fields: { hugo: ['title'] } as Record<string, string[]>,
    paths: {} as Record<string, string[]>,
  },
  optionInfo: {
    profile: { description: 'Whose rules count.', values: ['auto', 'bibtex'] },
    fields: { description: 'Fields by dialect.', names: ['hugo', 'jekyll'] },
    paths: { description: 'Fields by path.', example: { 'posts/**': ['title'] }, namesArePaths: true },
  },
  check: () => undefined,
});

export const otherRule: Rule = {
  ...sampleRule,
  id: 'undefined-key',
  level: 'error',
  options: {},
  optionInfo: {},
};

/** Walks files in memory and reads their configurations; the tree and the files that are left. */
export async function readConfigs(
  files: Readonly<Record<string, string>>,
): Promise<{ tree: ConfigTree; left: string[] }> {
  const source = createMemorySource(files);
  const read = (path: string): string | undefined => files[path];
  const tree = createConfigTree({
    source: { entries: source.entries, read },
    rules: [sampleRule, otherRule],
  });
  return { tree, left: await discoverFiles(source, tree.enter) };
}

/** The error that reading these configurations gives, in the form `path: title (hint)`. */
export async function errorOf(files: Readonly<Record<string, string>>): Promise<string> {
  try {
    await readConfigs(files);
    return 'no error';
  } catch (error) {
    if (!(error instanceof UserError)) throw error;
    return `${error.path}: ${error.title}${error.hint === undefined ? '' : ` (${error.hint})`}`;
  }
}
