import { beforeAll, describe, expect, test } from 'vitest';
import type { Json } from '../../src/model.ts';
import {
  hugoFrontMatter,
  jekyllFrontMatter,
  markdownFrontMatter,
} from '../../src/scan/front-matter/policies.ts';
import { type FrontMatterResult, readFrontMatter } from '../../src/scan/front-matter/read-front-matter.ts';
import { loadAllParsers } from '../../src/scan/parsers.ts';
import { createLineIndex } from '../../src/text/line-index.ts';
import { hasShared, readCases } from '../support/shared.ts';

beforeAll(loadAllParsers);

interface HugoCase {
  readonly id: string;
  readonly input: string;
  readonly error_kind: string | null;
  readonly position: readonly [line: number, column: number] | null;
  readonly head_lexer: {
    readonly error_kind: string | null;
    readonly offset: number;
    readonly frontmatter?: string;
    readonly shortcodes: readonly { readonly offset: number }[];
  };
}

const FORMATS: Readonly<Record<string, string>> = {
  TypeFrontMatterYAML: 'yaml',
  TypeFrontMatterTOML: 'toml',
  TypeFrontMatterJSON: 'json',
  TypeFrontMatterORG: 'org',
};

/** Rows whose line of a decoding error is not ours, and why. */
const OTHER_LINE: Readonly<Record<string, string>> = {
  'fm-yaml-4dash': 'Hugo says line 0',
  'fm-yaml-tab': 'Hugo counts the line from the block, not from the file',
};

/** Hugo's items begin behind an opening delimiter; we show the delimiter itself. */
const expectedStart = ({ head_lexer, input }: HugoCase) =>
  head_lexer.error_kind === 'fm-unclosed' ? input.search(/[-+]/) : head_lexer.offset;

const bytesBefore = (text: string, offset: number) => Buffer.byteLength(text.slice(0, offset));

function disagreementWithHugo(row: HugoCase): string | undefined {
  const { format, problems, bodyStart } = readFrontMatter(row.input, hugoFrontMatter);
  const wanted = row.error_kind?.startsWith('fm-') ? row.error_kind : undefined;
  if (problems.length > (wanted === undefined ? 0 : 1)) return `${problems.length} problems`;
  if (problems[0]?.messageId !== wanted) return `${problems[0]?.messageId} is not ${wanted}`;
  const inHead = row.head_lexer.frontmatter;
  if (inHead !== undefined && FORMATS[inHead] !== format) return `${format} is not ${inHead}`;
  const first = row.head_lexer.shortcodes[0];
  if (first !== undefined && bytesBefore(row.input, bodyStart) > first.offset) return 'a shortcode is lost';
  const [problem] = problems;
  if (problem === undefined) return undefined;
  if (row.head_lexer.error_kind?.startsWith('fm-')) {
    return problem.region.start === expectedStart(row) ? undefined : `offset ${problem.region.start}`;
  }
  const { line } = createLineIndex(row.input).position(problem.region.start);
  return line === row.position?.[0] || row.id in OTHER_LINE ? undefined : `line ${line}`;
}

describe.skipIf(!hasShared)('hugo-cases', () => {
  const rows = readCases<HugoCase>('hugo-cases');

  test('format, error, place and extent of the front matter', () => {
    const disagreements = rows.flatMap((row) => {
      const difference = disagreementWithHugo(row);
      return difference === undefined ? [] : [`${row.id}: ${difference}`];
    });
    console.log(`hugo-cases, front matter: ${rows.length - disagreements.length}/${rows.length}`);
    expect(rows.length).toBeGreaterThan(150);
    expect(disagreements).toEqual([]);
  });

  test('the body of an unclosed front matter keeps its shortcodes', () => {
    for (const row of rows.filter(({ error_kind }) => error_kind === 'fm-unclosed')) {
      const { bodyStart } = readFrontMatter(row.input, hugoFrontMatter);
      expect([row.id, row.input.slice(bodyStart)]).toEqual([row.id, expect.stringContaining('{{<')]);
    }
  });
});

/** The front matter matrix of SYNTAX, section 8: what each engine was seen to do. */
describe('front matter matrix', () => {
  const ids = ({ problems }: FrontMatterResult) => problems.map(({ messageId }) => messageId).join();
  const NONE = 'none:';

  test.each([
    ['BOM + ---', '\ufeff---\ntitle: x\n---\nb', 'yaml:', 'yaml:fm-ignored-bom'],
    ['blank line before ---', '\n---\ntitle: x\n---\nb', 'yaml:', 'yaml:fm-ignored-blank-line'],
    ['indent before ---', '  ---\ntitle: x\n---\nb', 'yaml:', 'yaml:fm-ignored-indentation'],
    ['--- with a trailing blank', '--- \ntitle: x\n--- \nb', 'yaml:', 'yaml:'],
    ['close ...', '---\ntitle: x\n...\nb', 'yaml:fm-unclosed', 'yaml:'],
    ['close ---x', '---\ntitle: x\n---x\nb', 'yaml:', 'yaml:fm-unclosed'],
    ['close ----', '---\ntitle: x\n----\nb', 'yaml:', 'yaml:fm-unclosed'],
    ['unclosed', '---\ntitle: x\n\nb', 'yaml:fm-unclosed', 'yaml:fm-unclosed'],
    ['bad YAML', '---\ntitle: "x\n---\nb', 'yaml:fm-decode', 'yaml:fm-decode'],
    ['duplicate keys', '---\ntitle: x\ntitle: y\n---\nb', 'yaml:', 'yaml:'],
    ['+++', '+++\ntitle = "x"\n+++\nb', 'toml:', NONE],
    ['{', '{"title": "x"}\nb', 'json:', NONE],
    ['#+', '#+title: x\nb', 'org:', NONE],
    ['CR only', '---\rtitle: x\r---\rb', 'yaml:', 'yaml:fm-bad-delimiter'],
  ])('%s', (_name, text, hugo, jekyll) => {
    const inHugo = readFrontMatter(text, hugoFrontMatter);
    const inJekyll = readFrontMatter(text, jekyllFrontMatter);
    expect(`${inHugo.format}:${ids(inHugo)}`).toBe(hugo);
    expect(`${inJekyll.format}:${ids(inJekyll)}`).toBe(jekyll);
  });
});

interface GrayMatterCase {
  readonly id: string;
  readonly input: string;
  readonly ok: boolean;
  readonly data?: Json;
  readonly content?: string;
}

/** Where gray-matter is not followed: the table says what the package does, not what is right. */
const NOT_FOLLOWED: Readonly<Record<string, string>> = {
  cr: 'gray-matter loses the whole page where lines end in CR',
  unclosed2: 'gray-matter takes the body of an unclosed front matter for YAML',
  hr_first: 'the same, and a page that begins with a thematic break has no front matter',
  hr_first_md: 'the same',
  hr_two: 'text between two thematic breaks is no data',
  js_space: 'gray-matter runs it',
  javascript_stmt: 'gray-matter runs it',
  js_upper: 'gray-matter runs it',
  close_glued: 'remark and markdown-it want the closing delimiter alone on its line',
  inner_dashes_scalar: 'the same',
  list: 'a list is no front matter',
  scalar: 'a text is no front matter',
  null_: 'nor is nothing, written out',
  tab: 'libyaml and Go refuse a tab as indentation',
  shortcode: 'no engine can use a mapping as a key',
  date: 'dates and numbers that would change stay as written',
  anchors: 'aliases of collections are not expanded',
  bin: 'a binary stays as written',
  four: 'four dashes are text to it, and were meant as a delimiter',
  only_open: 'a lone --- is a thematic break',
  only_open_nl: 'the same',
};

/** The values of the keys at the top; `defineProperty` in place of assignment, for a key may be `__proto__`. */
function dataOf({ fields }: FrontMatterResult): Record<string, Json> {
  const data = {};
  for (const { name, value } of fields) {
    if (name.includes('.')) continue;
    Object.defineProperty(data, name, { value, enumerable: true, configurable: true });
  }
  return data;
}

describe.skipIf(!hasShared)('graymatter-cases', () => {
  const rows = readCases<GrayMatterCase>('graymatter-cases');

  test('the same data, the same body, an error where gray-matter throws', () => {
    const followed = rows.filter(({ id }) => !(id in NOT_FOLLOWED));
    for (const row of followed) {
      const result = readFrontMatter(row.input, markdownFrontMatter);
      expect([row.id, result.problems.length === 0]).toEqual([row.id, row.ok]);
      if (!row.ok) continue;
      expect([row.id, JSON.stringify(dataOf(result))]).toEqual([row.id, JSON.stringify(row.data)]);
      expect([row.id, row.input.slice(result.bodyStart)]).toEqual([row.id, row.content]);
    }
    const listed = rows.length - followed.length;
    console.log(
      `graymatter-cases: ${followed.length}/${rows.length}, ${listed} not followed for a listed reason`,
    );
    expect(listed).toBe(Object.keys(NOT_FOLLOWED).length);
  });
});
