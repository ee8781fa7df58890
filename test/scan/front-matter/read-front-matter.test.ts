import { beforeAll, describe, expect, test } from 'vitest';
import type { FrontMatterPolicy } from '../../../src/scan/front-matter/policies.ts';
import {
  hexoFrontMatter as hexo,
  hugoFrontMatter as hugo,
  jekyllFrontMatter as jekyll,
  markdownFrontMatter as markdown,
  mkdocsFrontMatter as mkdocs,
  mystFrontMatter as myst,
  pandocFrontMatter as pandoc,
  quartoFrontMatter as quarto,
  rmarkdownFrontMatter as rmarkdown,
  sphinxFrontMatter as sphinx,
} from '../../../src/scan/front-matter/policies.ts';
import { readFrontMatter } from '../../../src/scan/front-matter/read-front-matter.ts';
import { loadAllParsers } from '../../../src/scan/parsers.ts';

beforeAll(loadAllParsers);

const GOOD = `---
title: On computable numbers
date: 1936-11-12
tags:
  - logic
  - machines
---

A page with {{< cite "turing36" >}} in it.

## Notes

More: see below.

---

The end, with {{< cite "post43" >}}.
`;

/** The result in words: problems with the text they mark, the names of the fields, the first words of the body. */
function summary(text: string, policy: FrontMatterPolicy) {
  const { format, problems, fields, bodyStart } = readFrontMatter(text, policy);
  return {
    format,
    problems: problems.map(
      ({ messageId, region }) => `${messageId} ${region.start} ${text.slice(region.start, region.end)}`,
    ),
    fields: fields.map(({ name }) => name).join(' '),
    body: text.slice(bodyStart).trimStart().slice(0, 11),
  };
}

const READ = { format: 'yaml', problems: [], fields: 'title date tags tags.0 tags.1', body: 'A page with' };

describe('a good page', () => {
  test.each([
    ['Hugo', hugo],
    ['Jekyll', jekyll],
    ['Pandoc', pandoc],
    ['JavaScript', markdown],
    ['MkDocs', mkdocs],
  ])('%s', (_engine, policy) => {
    expect(summary(GOOD, policy)).toEqual(READ);
    expect(summary(GOOD.replaceAll('\n', '\r\n'), policy)).toEqual(READ);
  });

  test('offsets count a byte order mark and both characters of CRLF', () => {
    const text = `\ufeff${GOOD.replaceAll('\n', '\r\n')}`;
    const { fields, region, bodyStart } = readFrontMatter(text, hugo);
    expect(
      fields.map((field) => text.slice(field.nameRegion.start, field.nameRegion.end)).slice(0, 3),
    ).toEqual(['title', 'date', 'tags']);
    expect(text.slice(fields[0]!.region.start, fields[0]!.region.end)).toBe('On computable numbers');
    expect(text.slice(region.start, region.end)).toMatch(/^---\r\n[\s\S]*\n---$/);
    expect(text.slice(bodyStart)).toMatch(/^\r\nA page/);
  });
});

describe('one delimiter missing is one problem, and the body is still scanned', () => {
  const unopened = GOOD.slice(4);
  const unclosed = GOOD.replace('\n---\n\nA page', '\n\nA page');
  const tight = GOOD.replace('\n---\n\nA page', '\nA page');
  const unclosedToTheEnd = unclosed.replace('\n---\n', '\n');

  test.each([
    ['Hugo', hugo],
    ['Jekyll', jekyll],
    ['Pandoc', pandoc],
    ['JavaScript', markdown],
  ])('%s', (_engine, policy) => {
    expect(summary(unopened, policy)).toEqual({
      ...READ,
      problems: ['fm-missing-opening-delimiter 0 title: On computable numbers'],
    });
    expect(summary(unclosedToTheEnd, policy)).toEqual({ ...READ, problems: ['fm-unclosed 0 ---'] });
    const line = 'A page with {{< cite "turing36" >}} in it.';
    expect(summary(unclosed, policy)).toEqual({
      ...READ,
      problems: [`fm-decode ${unclosed.indexOf(line)} ${line}`],
    });
    expect(summary(tight, policy)).toEqual({
      ...READ,
      problems: [`fm-decode ${tight.indexOf(line)} ${line}`],
    });
  });

  test('Hexo opens without one', () => {
    expect(summary(GOOD, hexo)).toEqual(READ);
    expect(summary(unopened, hexo)).toEqual(READ);
    expect(summary(`--\n${unopened}`, hexo).problems).toEqual(['fm-bad-delimiter 0 --']);
  });

  test('TOML', () => {
    const good = '+++\ntitle = "Sketch"\n[params]\n  tags = [\n    "a",\n  ]\n+++\n\nThe Analytical Engine\n';
    const fields = 'title params params.tags params.tags.0';
    const body = 'The Analyti';
    expect(summary(good, hugo)).toEqual({ format: 'toml', problems: [], fields, body });
    expect(summary(good.slice(4), hugo)).toEqual({
      format: 'toml',
      problems: ['fm-missing-opening-delimiter 0 title = "Sketch"'],
      fields,
      body,
    });
    expect(summary(good.replace('\n+++\n', '\n'), hugo)).toEqual({
      format: 'toml',
      problems: ['fm-unclosed 0 +++'],
      fields,
      body,
    });
  });

  test('JSON', () => {
    const text = '{\n  "title": "Sketch",\n  "tags": ["a"]\n\nThe Analytical Engine {{< cite "a" >}}\n';
    expect(summary(text, hugo)).toEqual({
      format: 'json',
      problems: ['fm-json-eof 0 {'],
      fields: 'title tags tags.0',
      body: 'The Analyti',
    });
  });
});

describe('opening delimiters that open nothing', () => {
  test.each([
    ['--\ntitle: x\n---\nBody', hugo, 'fm-bad-delimiter 0 --', 'Body'],
    ['—\ntitle: x\n---\nBody', hugo, 'fm-bad-delimiter 0 —', 'Body'],
    ['----\ntitle: x\n---\nBody', jekyll, 'fm-bad-delimiter 0 ----', 'Body'],
    ['--- # draft\ntitle: x\n---\nBody', markdown, 'fm-bad-delimiter 0 --- # draft', 'Body'],
    ['---\n\ntitle: x\n---\nBody', pandoc, 'fm-bad-delimiter 0 ---', 'Body'],
    ['- item', hugo, 'fm-bad-delimiter 0 -', '- item'],
    ['-- x', hugo, 'fm-bad-delimiter 0 --', '-- x'],
    ['+ item', hugo, 'fm-bad-delimiter 0 +', '+ item'],
  ])('%j', (text, policy, problem, body) => {
    expect(summary(text, policy)).toMatchObject({ problems: [problem], body });
  });

  test.each([
    ['- item', jekyll],
    ['+ item', pandoc],
    ['{{ page.title }}', jekyll],
    ['{% include a.html %}', jekyll],
    ['---', jekyll],
    ['---\n\nA thematic break.\n', jekyll],
    ['---\n\nA thematic break.\n\n---\n', pandoc],
    ['---\n\nA thematic break.\n\n---\n', markdown],
    ['A heading\n---\n\nText: no front matter.\n', hugo],
    ['Note: a heading\n---\n', hugo],
    ['title: x\n\nText.\n', hugo],
    ['name: x\n---\n', markdown],
    ['*title*: x\n---\n', hugo],
  ])('text: %j', (text, policy) => {
    expect(readFrontMatter(text, policy)).toEqual({
      format: 'none',
      region: { start: 0, end: 0 },
      bodyStart: 0,
      fields: [],
      problems: [],
    });
  });
});

describe('front matter the engine overlooks', () => {
  test.each([
    ['\ufeff', 'bom'],
    ['\n', 'blank-line'],
    ['\ufeff\n\n', 'bom'],
    [' \r\n  ', 'blank-line'],
    ['  ', 'indentation'],
  ])('Jekyll with %j before it', (lead, ignored) => {
    const text = lead + GOOD;
    const result = readFrontMatter(text, jekyll);
    expect(result).toMatchObject({ format: 'yaml', ignored });
    expect(result.problems).toEqual([
      expect.objectContaining({ messageId: `fm-ignored-${ignored}`, region: { start: 0, end: lead.length } }),
    ]);
    const [edit] = result.problems[0]!.fix!.edits;
    const fixed = text.slice(0, edit!.region.start) + edit!.text + text.slice(edit!.region.end);
    expect(fixed).toBe(GOOD);
    expect(readFrontMatter(fixed, jekyll).problems).toEqual([]);
  });

  test('Hugo and Pandoc read on', () => {
    for (const policy of [hugo, pandoc]) expect(summary(`\ufeff\n\n${GOOD}`, policy)).toEqual(READ);
  });

  test('indentation counts in Hugo only', () => {
    expect(summary(`  ${GOOD}`, hugo)).toEqual(READ);
    expect(summary(`  ${GOOD}`, pandoc).format).toBe('none');
    expect(summary(`\n${GOOD}`, markdown).format).toBe('none');
  });

  test('an empty front matter behind a byte order mark is front matter; text between breaks is not', () => {
    expect(summary('\ufeff---\n---\nBody', jekyll).problems).toHaveLength(1);
    expect(summary('\n---\n\nNote: text\n\n---\n', jekyll).problems).toEqual([]);
  });
});

describe('languages on the fence', () => {
  test.each(['---js', '---javascript', '--- JS', '---JavaScript ', '---coffee'])(
    '%s is never run',
    (fence) => {
      for (const policy of [hugo, jekyll, pandoc, markdown]) {
        for (const close of ['---\n', '']) {
          const text = `${fence}\n{ title: (globalThis.wasRun = true) }\n${close}Body\n`;
          expect(summary(text, policy)).toMatchObject({
            problems: [`executable-front-matter 0 ${fence.trimEnd()}`],
            fields: '',
          });
        }
      }
      expect('wasRun' in globalThis).toBe(false);
    },
  );

  test.each(['toml', 'cson', 'constructor', 'toString'])('---%s has no engine', (language) => {
    expect(summary(`---${language}\ntitle: x\n---\nBody`, markdown)).toMatchObject({
      problems: [`unsupported-front-matter-language 0 ---${language}`],
      body: 'Body',
    });
  });

  test('---yaml and ---json are read', () => {
    expect(summary('---yaml\ntitle: x\n---\nBody', markdown)).toMatchObject({
      format: 'yaml',
      fields: 'title',
    });
    expect(summary('---json\n{"title": "x"}\n---\nBody', markdown)).toMatchObject({
      format: 'json',
      fields: 'title',
    });
  });
});

describe('keys written twice', () => {
  const text = '---\na: 1\nb:\n  c: 1\n  c: 2\na: 2\nb:\n  c: 3\n---\n';

  test('stop generators in JavaScript', () => {
    expect(summary(text, markdown).problems).toEqual([
      `duplicate-front-matter-key ${text.indexOf('c: 2')} c`,
      `duplicate-front-matter-key ${text.indexOf('a: 2')} a`,
      `duplicate-front-matter-key ${text.lastIndexOf('b:')} b`,
    ]);
  });

  test('stop Quarto and R Markdown, whose parsers of YAML are not that of Pandoc', () => {
    const twice = '---\nbibliography: books.bib\nbibliography: papers.bib\n---\n';
    for (const policy of [quarto, rmarkdown]) {
      expect(summary(twice, policy).problems).toEqual([
        `duplicate-front-matter-key ${twice.lastIndexOf('bibliography')} bibliography`,
      ]);
    }
  });

  test('are overwritten elsewhere', () => {
    for (const policy of [hugo, jekyll, pandoc, mkdocs]) expect(summary(text, policy).problems).toEqual([]);
  });
});

describe('tabs that indent', () => {
  const text = '---\ntitle:\tA\noptions:\n\t- spelling\n\t- shorthands\nlast: B\n---\nText\n';

  test('are blanks to Pandoc before it reads the block', () => {
    const { fields, problems } = readFrontMatter(text, pandoc);
    expect(problems).toEqual([]);
    expect(fields.map(({ name, region }) => [name, text.slice(region.start, region.end)])).toEqual([
      ['title', 'A'],
      ['options', '- spelling\n\t- shorthands'],
      ['options.0', 'spelling'],
      ['options.1', 'shorthands'],
      ['last', 'B'],
    ]);
    const broken = text.replace('last: B', 'last: "B');
    expect(summary(broken, pandoc).problems).toEqual(['fm-decode 54 "B']);
  });

  test('stop the parsers of Quarto and R Markdown', () => {
    expect(summary(text, quarto).problems).toHaveLength(1);
  });

  test.each([
    '---\ntags:\n\t\nlast: B\n---\n',
    '---\ntags:\n-\ta\n---\n',
    '---\ntags:\n\t# later\nlast: B\n---\n',
  ])('stop PyYAML where js-yaml takes them for blanks: %j', (block) => {
    for (const policy of [mkdocs, sphinx]) expect(summary(block, policy).problems).toHaveLength(1);
    for (const policy of [markdown, myst]) expect(summary(block, policy).problems).toEqual([]);
  });
});

describe('a tab behind a dash', () => {
  test.each(['tags:\n-\ta', 'tags:\n  - \ta'])('stops libyaml in a list: %j', (lines) => {
    expect(summary(`---\n${lines}\n---\n`, jekyll).problems).toHaveLength(1);
  });

  test.each([
    'title: Sorting\n  -\tand searching',
    'title: Sorting\n  - \tand searching',
    'title: |\n  -\tSorting',
  ])('is text in a value of several lines: %j', (lines) => {
    expect(summary(`---\n${lines}\n---\n`, jekyll).problems).toEqual([]);
  });
});

describe('the delimiters of markdown-it', () => {
  const front = 'title: Sorting\ndate: 2024-05-01\n';
  const found = (text: string, policy: FrontMatterPolicy) => {
    const { problems, fields, body } = summary(text, policy);
    return [fields, ...problems, body].join(' | ');
  };

  test.each([
    `----\n${front}----\nText.\n`,
    `---\n${front}-----\nText.\n`,
    `---\n${front}  ---\nText.\n`,
    `---\n${front}...\nText.\n`,
  ])('are three dashes or more, or dots at the end: %j', (text) => {
    for (const policy of [myst, sphinx]) expect(found(text, policy)).toBe('title date | Text.\n');
  });

  test('close with no less dashes than they open with', () => {
    expect(found(`----\n${front}---\nText.\n`, myst)).toContain('fm-unclosed 0 ---');
  });

  test('stand on the first line, as do those of MkDocs', () => {
    for (const policy of [myst, sphinx, mkdocs])
      expect(found(`\n---\n${front}---\nText.\n`, policy)).toContain('fm-ignored-blank-line 0');
    expect(found('\n---\n\nSome text.\n\n---\n', myst)).not.toContain('ignored');
  });
});

describe('a first line that lost its blank or its colon', () => {
  test.each(['title:Sorting', 'title： Sorting', 'title:\u00a0Sorting', 'title Sorting', 'title = Sorting'])(
    '%s',
    (line) => {
      for (const policy of [pandoc, markdown, mkdocs]) {
        const text = `---\n${line}\ndate: 2024-05-01\n---\nText.\n`;
        expect(summary(text, policy).problems).toEqual([`fm-decode 4 ${line}`]);
      }
    },
  );

  test('of text between two thematic breaks is text', () => {
    for (const line of ['Some text', 'https://example.org/', 'title pages come first'])
      expect(summary(`---\n${line}\n\nmore of it\n---\nText.\n`, markdown).problems).toEqual([]);
  });
});

test('both delimiters drawn out of other dashes', () => {
  for (const line of ['--', '–––', '—']) {
    const text = `${line}\ntitle: Sorting\ndate: 2024-05-01\n${line}\n\nText.\n`;
    for (const policy of [jekyll, pandoc, markdown])
      expect(summary(text, policy)).toMatchObject({
        problems: [`fm-bad-delimiter 0 ${line}`],
        fields: 'title date',
        body: 'Text.\n',
      });
  }
});

test('emphasis and code at the beginning of a value', () => {
  const reasons = ['*Sorting*', '`Sorting`'].map(
    (value) => readFrontMatter(`---\ntitle: ${value}\n---\nText.\n`, hugo).problems[0]?.data?.['reason'],
  );
  expect(reasons).toEqual([
    'a value that begins with `*` needs quotes',
    'a value that begins with a backtick needs quotes',
  ]);
});
