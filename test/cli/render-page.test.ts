import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { ruleGroups } from '../../rules/index.ts';
import { renderPage } from '../../src/cli/render-page.ts';

const page = `# capital-key

<!-- header: written by \`npm run generate\` -->

Disallow cite keys in capitals.

| level | fix |
|---|---|
| warning | safe |

<!-- /header -->

A key in capitals is **not** the key in small letters: see
[the manual](https://example.org/manual), which says so of \`key\` fields.

## Incorrect

\`\`\`md file=page.md
<!-- bibliolint-disable-next-line capital-key -->
A sentence [@KNUTH1997].\u001b[31m

\`\`\`

\`\`\`output
page.md
  1:14  warning
\`\`\`

- \`allow\`: keys that may be in capitals, such as those that another program writes and
  that nobody can change.
- another
`;

test('reads well without colour', () => {
  expect(renderPage(page, { color: false, width: 60 })).toBe(`capital-key

Disallow cite keys in capitals.

level warning · fix safe

A key in capitals is not the key in small letters: see the
manual, which says so of \`key\` fields.

Incorrect

  page.md:
    <!-- bibliolint-disable-next-line capital-key -->
    A sentence [@KNUTH1997].\\u{1b}[31m


  reported:
    page.md
      1:14  warning

- \`allow\`: keys that may be in capitals, such as those
  that another program writes and that nobody can change.

- another
`);
});

test('colours change nothing but the colour', () => {
  const coloured = renderPage(page, { color: true, width: 60 });
  expect(coloured).toContain('\u001b[1mcapital-key\u001b[22m');
  expect(coloured.replace(/\u001b\[\d+m/g, '')).toBe(renderPage(page, { color: false, width: 60 }));
});

test.each(Object.entries(ruleGroups))(
  'the page of %s has prose of at most its width and no mark-up',
  (id, group) => {
    const text = readFileSync(new URL(`../../rules/${group}/${id}.md`, import.meta.url), 'utf8');
    const lines = renderPage(text, { color: false, width: 80 }).split('\n');
    const prose = lines.filter((line) => !/^ {2,}/.test(line));
    expect(prose.filter((line) => line.length > 80)).toEqual([]);
    expect(prose.filter((line) => /^(?:#|```|\||<!--)/.test(line))).toEqual([]);
  },
);
