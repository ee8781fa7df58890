// Writes what is derived from other files: the registry of rules, their table, the header and the reports of each page,
// the reports of the examples, the problem matchers, the manifest of the VS
// Code extension, the reports that README.md shows.
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import type { Rule } from '../src/model.ts';
import { examplesOf, reportOf, withOutputs } from '../test/support/rule-page.ts';
import { problemMatcherFiles } from './problem-matchers.ts';
import { withReports } from './readme-reports.ts';
import { type RuleFile, root, ruleFiles } from './rule-files.ts';
import { extensionFolder, extensionManifest } from './vscode-extension.ts';

const { version } = JSON.parse(readFileSync(`${root}package.json`, 'utf8'));
const files = ruleFiles();
writeRegistry(files);
const { rules } = (await import('../rules/index.ts')) as { rules: readonly Rule[] };
writeTable(files, rules);
for (const file of files) await writePage(file, rules.find(({ id }) => id === file.id)!);

const { examplePath, exampleSites, reportOfExample } = await import('../test/support/example-report.ts');
for (const name of exampleSites) {
  write(examplePath(name).slice(root.length) + '/expected.txt', await reportOfExample(name));
}

for (const [path, text] of problemMatcherFiles()) write(path, text);
write('README.md', await withReports(readFileSync(`${root}README.md`, 'utf8')));
write(`${extensionFolder}/package.json`, extensionManifest(version));

function writeRegistry(all: readonly RuleFile[]): void {
  const variable = (id: string): string => id.replace(/-(\w)/g, (_, letter: string) => letter.toUpperCase());
  write(
    'rules/index.ts',
    [
      '// Written by `npm run generate` from the folders; a new rule needs no line here.',
      "import type { Rule } from '../src/model.ts';",
      ...all.map(({ group, id }) => `import ${variable(id)} from './${group}/${id}.ts';`),
      '',
      '/** Every rule, sorted by group and id. */',
      'export const rules: readonly Rule[] = [',
      ...all.map(({ id }) => `  ${variable(id)},`),
      '];',
      '',
      '/** The folder each rule lies in, by rule id. */',
      'export const ruleGroups: Readonly<Record<string, string>> = {',
      ...all.map(({ group, id }) => `  ${/-/.test(id) ? `'${id}'` : id}: '${group}',`),
      '};',
      '',
    ].join('\n'),
  );
}

function writeTable(all: readonly RuleFile[], list: readonly Rule[]): void {
  const groups = [...new Set(all.map(({ group }) => group))];
  const row = ({ group, id }: RuleFile): string => {
    const rule = list.find((other) => other.id === id)!;
    return `| [${id}](${group}/${id}.md) | ${rule.level} | ${rule.preset} | ${fixWord(rule)} | ${rule.description} |`;
  };
  write(
    'rules/README.md',
    [
      '# Rules',
      '',
      'One file a rule, its page beside it. This table is written by `npm run generate`. How to add a rule is told in',
      '[CONTRIBUTING](../.github/CONTRIBUTING.md).',
      '',
      'Rules of the preset `recommended` run where nothing else is said, those of `strict` with `"preset": "strict"`, those in',
      '`preview` with `"preview": true` or `"preset": "all"`. `--fix` makes the fixes that are `safe`, `--unsafe-fixes` the',
      '`unsafe` ones, too; what a rule can only `suggest` is for you to choose, in the editor or by hand.',
      ...groups.flatMap((group) => [
        '',
        `## ${group}`,
        '',
        '| rule | level | preset | fix | |',
        '|---|---|---|---|---|',
        ...all.filter((file) => file.group === group).map(row),
      ]),
      '',
    ].join('\n'),
  );
}

function fixWord({ fix }: Rule): string {
  return fix === 'none' ? '–' : fix;
}

async function writePage({ group, id }: RuleFile, rule: Rule): Promise<void> {
  const path = `rules/${group}/${id}.md`;
  if (!existsSync(root + path)) {
    console.error(`${path} is missing: every rule has a page.`);
    process.exitCode = 1;
    return;
  }
  const page = withHeader(readFileSync(root + path, 'utf8'), rule);
  const outputs = [];
  for (const example of examplesOf(page).filter(({ kind }) => kind === 'incorrect')) {
    outputs.push(await reportOf(example, rule));
  }
  write(path, withOutputs(page, outputs));
}

/** The lines between the title and the first paragraph: what the rule's own data says. */
function withHeader(page: string, rule: Rule): string {
  const header = [
    '<!-- header: written by `npm run generate` -->',
    '',
    `${rule.description}`,
    '',
    '| level | preset | fix | since |',
    '|---|---|---|---|',
    `| ${rule.level} | ${rule.preset} | ${fixWord(rule)} | ${rule.since} |`,
    '',
    '<!-- /header -->',
  ].join('\n');
  const written = /<!-- header: [^\n]* -->(?:[\s\S]*?<!-- \/header -->)?/;
  if (written.test(page)) return page.replace(written, () => header);
  return page.replace(/^# .*\n/, (title) => `${title}\n${header}\n`);
}

function write(path: string, text: string): void {
  if (!existsSync(root + path) || readFileSync(root + path, 'utf8') !== text)
    writeFileSync(root + path, text);
}
