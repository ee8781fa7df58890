import { describe, expect, test } from 'vitest';
import type { SiteDialect, SyntaxProblem } from '../../src/model.ts';
import { collectJekyll } from '../../src/scan/dialects/jekyll/jekyll.ts';
import { isLiquidPage, lexLiquid } from '../../src/scan/template/liquid/liquid.ts';
import { readCases } from '../support/shared.ts';

interface Extracted {
  readonly kind: string;
  readonly raw_keys?: readonly string[];
  readonly keys?: readonly string[];
  readonly locators?: readonly string[];
  readonly labels?: readonly string[];
  readonly files?: readonly string[];
  readonly children?: readonly Extracted[];
}

interface Row {
  readonly id: string;
  readonly input: string;
  readonly ok: boolean;
  readonly error: readonly string[] | null;
  readonly extracted: readonly Extracted[];
}

/** Rows we decide against, with the reason. */
const DEVIATIONS: ReadonlyMap<string, string> = new Map([
  ['include', 'whether the included file exists is a question to the site, not to the page'],
]);

/** Which problem stands for which message of the engine. */
const ERRORS: readonly (readonly [message: RegExp, messageId: string])[] = [
  [/Tag '.*' was not properly terminated/, 'tag-unclosed'],
  [/Variable '.*' was not properly terminated/, 'output-unclosed'],
  [/tag was never closed/, 'tag-never-closed'],
  [/is not a valid delimiter/, 'unmatched-end-tag'],
  [/Unknown tag 'end/, 'unmatched-end-tag'],
  [/Unknown tag/, 'unknown-tag'],
  [/invalid option/, 'unknown-option'],
  [/missing argument/, 'missing-option-value'],
];

const dialect: SiteDialect = {
  name: 'jekyll',
  root: '',
  reason: '_config.yml stands there',
  shortcodes: {},
  shortcodesComplete: false,
  crossReferencePrefixes: [],
};

const CITING = new Set(['cite', 'nocite', 'quote', 'reference', 'cite_details', 'details_link']);

function read(input: string) {
  const front = /^---\s*\n[\s\S]*?^(?:---|\.\.\.)\s*$\n?/m.exec(input);
  if (!isLiquidPage(input)) return { cites: [], shortcodes: [], files: [], problems: [] };
  const { shortcodes, problems } = lexLiquid(input, front?.[0].length ?? 0);
  const found = collectJekyll(shortcodes, dialect, input);
  return {
    shortcodes,
    cites: found.citations.flatMap(({ cites }) => cites).filter(({ key }) => key !== '*'),
    files: found.bibliographies.map(({ path }) => path),
    problems: [...problems, ...found.problems],
  };
}

const words = (text: string): string[] => text.split(/\s+/).filter((word) => word !== '');

/** The engine's keys against ours, where we recover: the lost text and the commas we took off are in the problems. */
function expectKeys(found: ReturnType<typeof read>, tags: readonly Extracted[]): void {
  const byId = (id: string): SyntaxProblem | undefined => found.problems.find((p) => p.messageId === id);
  const keys = tags.flatMap((tag) => tag.keys ?? []);
  const raw = tags.flatMap((tag) => tag.raw_keys ?? []);
  const cited = found.cites.map(({ key }) => key);
  const swallowed = byId('tag-swallows-text');
  if (swallowed !== undefined) {
    expect([...raw].sort()).toEqual(
      expect.arrayContaining([...words(String(swallowed.data?.['text'])), ...cited.slice(0, -1)]),
    );
    return;
  }
  if (byId('comma-separated-keys') !== undefined) {
    expect(cited).toEqual(keys.flatMap((key) => key.split(',').filter((part) => part !== '')));
    return;
  }
  expect(found.shortcodes.filter((tag) => CITING.has(tag.name)).length).toBeGreaterThanOrEqual(
    raw.length && 1,
  );
  expect([...cited].sort()).toEqual([...keys.filter((key) => isStatic(key, keys, raw))].sort());
}

/** A key that is a variable or a literal of Liquid is known to the build alone, unless a literal was assigned to it. */
function isStatic(key: string, keys: readonly string[], raw: readonly string[]): boolean {
  const written = raw[keys.indexOf(key)] ?? key;
  return !written.startsWith('page.') && written !== 'true' && written !== 'empty';
}

/** A misspelt long option is the one such problem the build does not stop at. */
function isStop({ messageId, data }: SyntaxProblem): boolean {
  return ERRORS.some(([, id]) => id === messageId) && !String(data?.['option']).startsWith('--');
}

function check(row: Row): void {
  const found = read(row.input);
  const flat = row.extracted.flatMap((tag) => [tag, ...(tag.children ?? [])]);
  if (!row.ok) {
    const message = row.error?.[0] ?? '';
    const expected = ERRORS.find(([pattern]) => pattern.test(message))?.[1];
    expect(expected).toBeDefined();
    expect(found.problems[0]?.messageId).toBe(expected);
    expect(found.problems.slice(1).filter(isStop)).toEqual([]);
    return;
  }
  expect(found.problems.filter(isStop)).toEqual([]);
  const citing = flat.filter(({ kind }) => CITING.has(kind));
  expectKeys(found, citing);
  const cited = citing.filter(({ keys }) => keys !== undefined);
  const locators = cited.flatMap((tag) => tag.locators ?? []);
  expect(found.cites.flatMap(({ locator }) => locator ?? [])).toEqual(locators);
  const labels = cited.flatMap((tag) => tag.labels ?? (tag.locators ?? []).map(() => 'page'));
  expect(found.cites.flatMap(({ label }) => label ?? [])).toEqual(labels);
  const files = flat.flatMap((tag) => tag.files ?? []);
  expect(found.files).toEqual(files);
}

describe('jekyll-cases', () => {
  const rows = readCases<Row>('jekyll-cases');

  test.skipIf(rows.length === 0)('agree with Jekyll and jekyll-scholar', () => {
    const failed = new Map<string, unknown>();
    for (const row of rows) {
      try {
        check(row);
      } catch (error) {
        failed.set(row.id, error);
      }
    }
    console.log(`jekyll-cases: ${rows.length - failed.size}/${rows.length}`);
    for (const [id, error] of failed) if (!DEVIATIONS.has(id)) throw new Error(`row ${id}`, { cause: error });
    expect([...failed.keys()]).toEqual([...DEVIATIONS.keys()]);
    expect(DEVIATIONS.size).toBeLessThanOrEqual(rows.length * 0.02);
  });
});
