// Writes a rule, its page and its test from a template: `npm run new-rule -- citations/repeated-key`.
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { root } from './rule-files.ts';

const [, group = '', id = ''] = /^([a-z-]+)\/([a-z-]+)$/.exec(process.argv[2] ?? '') ?? [];
const groups = [
  'shortcodes',
  'citations',
  'references',
  'identifiers',
  'bibliography',
  'front-matter',
  'footnotes',
];
if (!groups.includes(group)) {
  console.error(`Usage: npm run new-rule -- GROUP/RULE-ID, where GROUP is one of ${groups.join(', ')}.`);
  process.exit(2);
}

const rule = `import { defineRule } from '../../src/model.ts';

/** Why this is a problem at all, in one line. */
export default defineRule({
  id: '${id}',
  description: 'Disallow … .',
  scope: 'document',
  level: 'warning',
  preset: 'preview',
  since: '0.1.0',
  fix: 'none',
  messages: { found: 'What is wrong with \`{key}\`.' },
  options: {},

  check(document, { project, report }) {
    for (const { cites } of project.citationsOf(document)) {
      for (const { key, keyRegion } of cites) {
        report({ at: { path: document.path, region: keyRegion }, messageId: 'found', data: { key } });
      }
    }
  },
});
`;

const page = `# ${id}

<!-- header: written by \`npm run generate\` -->

Why this matters, in one paragraph.

## Incorrect

\`\`\`md file=paper.md
A sentence with a citation [@knuth1984].
\`\`\`

\`\`\`output
\`\`\`

## Correct

\`\`\`md file=paper.md
A sentence without one.
\`\`\`

## What the engines do
`;

const test = `import { expect, test } from 'vitest';
import rule from '../../../rules/${group}/${id}.ts';
import { findingLines } from '../../support/lint-files.ts';

test('says what is wrong, and where', async () => {
  const files = { 'paper.md': 'A sentence with a citation [@knuth1984].\\n' };
  expect(await findingLines(files, rule)).toEqual(['paper.md:1:29 found "knuth1984"']);
});
`;

create(`rules/${group}/${id}.ts`, rule);
create(`rules/${group}/${id}.md`, page);
create(`test/rules/${group}/${id}.test.ts`, test);
console.log(`Next: write the rule, then run \`npm run generate\` and \`npm test -- ${id}\`.`);

function create(path: string, text: string): void {
  if (existsSync(root + path)) {
    console.error(`${path} exists already.`);
    process.exit(2);
  }
  mkdirSync(new URL('.', `file://${root}${path}`), { recursive: true });
  writeFileSync(root + path, text);
}
