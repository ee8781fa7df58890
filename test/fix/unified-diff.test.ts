import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import fc from 'fast-check';
import { afterAll, describe, expect, test } from 'vitest';
import { compareLines } from '../../src/fix/compare-lines.ts';
import { unifiedDiff } from '../../src/fix/unified-diff.ts';
import { hasTool } from '../support/tools.ts';

const hasGit = hasTool('git', 'no patch is applied');

const folders: string[] = [];
afterAll(() => {
  for (const folder of folders) rmSync(folder, { recursive: true });
});

/** A repository with these files. */
function repository(files: Readonly<Record<string, string>>): string {
  const root = mkdtempSync(join(tmpdir(), 'bibliolint-diff-'));
  folders.push(root);
  execFileSync('git', ['init', '-q'], { cwd: root });
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), text);
  }
  return root;
}

function apply(patch: string, cwd: string): void {
  execFileSync('git', ['-c', 'core.autocrlf=false', 'apply', '--whitespace=nowarn', '-'], {
    cwd,
    input: patch,
  });
}

const line = fc.constantFrom('a', 'b', 'c', 'Łukasz 𝒳', '', ' ', '-', '+', '\\ No newline', '@@ -1 +1 @@');
const lineEnd = fc.constantFrom('\n', '\n', '\n', '\r\n', '\r', '\u2028');
const text = fc
  .tuple(
    fc.constantFrom('', '\ufeff'),
    fc.array(fc.tuple(line, lineEnd), { maxLength: 30 }),
    fc.constantFrom('', 'end'),
  )
  .map(([bom, lines, end]) => bom + lines.flat().join('') + end);

describe.skipIf(!hasGit)('git apply', () => {
  test('makes the same bytes of any two texts', () => {
    const pairs = fc.sample(fc.tuple(text, text), { numRuns: 400, seed: 7 });
    // git takes a change from or to no text at all for a new or a deleted file.
    const files = pairs.filter(([before, after]) => before !== '' && after !== '' && before !== after);
    const root = repository(Object.fromEntries(files.map(([before], index) => [`${index}.md`, before])));
    apply(files.map(([before, after], index) => unifiedDiff(`${index}.md`, before, after)).join(''), root);
    for (const [index, [, after]] of files.entries()) {
      expect(readFileSync(join(root, `${index}.md`), 'utf8')).toBe(after);
    }
    expect(files.length).toBeGreaterThan(300);
  });

  test.each([
    'with blank.md',
    ' lead.md',
    'Łódź/Żółć.md',
    'quote".md',
    'back\\slash.md',
    'tab\t.md',
    "it's.md",
    'line\nend.md',
    'b/a.md',
    '😀.md',
    '-dash.md',
  ])('finds %j', (path) => {
    const root = repository({ [path]: 'a\nb\n' });
    apply(unifiedDiff(path, 'a\nb\n', 'a\nc\n'), root);
    expect(readFileSync(join(root, path), 'utf8')).toBe('a\nc\n');
  });

  test('works in a folder of the repository', () => {
    const root = repository({ 'content/posts/a.md': 'a\n' });
    apply(unifiedDiff('content/posts/a.md', 'a\n', 'b\n'), join(root, 'content'));
    expect(readFileSync(join(root, 'content/posts/a.md'), 'utf8')).toBe('b\n');
  });
});

describe('the comparison', () => {
  const lines = fc.array(fc.constantFrom('a', 'b', 'c', 'd'), { maxLength: 12 });

  test('holds both texts in order', () => {
    fc.assert(
      fc.property(lines, lines, (before, after) => {
        const compared = compareLines(before, after);
        expect(compared.filter(({ kind }) => kind !== '+').map((line) => line.text)).toEqual(before);
        expect(compared.filter(({ kind }) => kind !== '-').map((line) => line.text)).toEqual(after);
      }),
    );
  });

  test('of a long text with a thousand changes far apart names those alone', () => {
    const before = Array.from({ length: 50_000 }, (_, index) => (index % 3 === 0 ? '}' : `line ${index}`));
    const after = before.map((text, index) => (index % 50 === 1 ? `${text}!` : text));
    const compared = compareLines(before, after);
    expect(compared.filter(({ kind }) => kind === '-')).toHaveLength(1000);
    expect(compared.filter(({ kind }) => kind === '+')).toHaveLength(1000);
  });
});
