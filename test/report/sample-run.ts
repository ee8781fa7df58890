import type { Finding, Level, Location, ReportRun, Rule } from '../../src/model.ts';
import { defineRule } from '../../src/model.ts';

/** Two rules that never run: reports only ask for what a rule says of itself. */
export const sampleRules: readonly Rule[] = [
  defineRule({
    id: 'undefined-key',
    description: 'Disallow cite keys without an entry.',
    scope: 'project',
    level: 'error',
    preset: 'recommended',
    since: '0.1.0',
    fix: 'none',
    messages: { undefined: 'x' },
    options: {},
    check() {},
  }),
  defineRule({
    id: 'malformed-reference',
    description: 'Disallow references that lack a part.',
    scope: 'document',
    level: 'warning',
    preset: 'strict',
    since: '0.1.0',
    fix: 'safe',
    messages: { lacking: 'x' },
    options: {},
    check() {},
  }),
];

/** A run over files in memory, without colours. */
export function sampleRun(
  files: Readonly<Record<string, string>>,
  changes: Partial<ReportRun> = {},
): ReportRun {
  return {
    version: '0.1.0',
    color: false,
    files: Object.keys(files).length,
    suppressed: 0,
    rules: sampleRules,
    text: (path) => files[path] ?? '',
    displayPath: (path) => path,
    ...changes,
  };
}

/** Where a piece of text stands in a file of the run; the file's start where it does not. */
export function place(files: Readonly<Record<string, string>>, path: string, piece: string): Location {
  const start = Math.max(0, (files[path] ?? '').indexOf(piece));
  return { path, region: { start, end: start + piece.length } };
}

/** A finding with what the test does not care about filled in. */
export function sampleFinding(at: Location, changes: Partial<Finding> = {}): Finding {
  const level: Level = changes.level ?? 'error';
  return {
    ruleId: level === 'error' ? 'undefined-key' : 'malformed-reference',
    level,
    messageId: 'undefined',
    message: 'Cite key `knuth84` is not defined.',
    at,
    related: [],
    fixes: [],
    ...changes,
  };
}

/** A page with wide and multi-byte characters before the places, and what was found in it. */
export const sampleFiles: Readonly<Record<string, string>> = {
  'content/heap.md': '---\ntitle: Heap\n---\nNaïve 😀 [@knuth84] and\n[@shannon48].\n',
  'refs.bib': '@book{shannon48,\n  title = {A Mathematical Theory of Communication}\n}\n',
};

export const sampleFindings: readonly Finding[] = [
  sampleFinding(place(sampleFiles, 'content/heap.md', 'knuth84'), {
    related: [{ at: place(sampleFiles, 'refs.bib', 'shannon48'), message: 'the nearest key' }],
    fixes: [
      {
        title: 'Write shannon48',
        safety: 'unsafe',
        edits: [{ ...place(sampleFiles, 'content/heap.md', 'knuth84'), text: 'shannon48' }],
      },
    ],
  }),
  sampleFinding(place(sampleFiles, 'content/heap.md', '[@knuth84] and\n[@shannon48]'), {
    level: 'note',
    message: 'Two citations, 100% alike: [a; b].',
  }),
  sampleFinding(place(sampleFiles, 'refs.bib', '{A Mathematical Theory of Communication}'), {
    level: 'warning',
    message: 'This entry has no year.',
  }),
];

/** A report in one piece. */
export function print(pieces: Iterable<string>): string {
  return [...pieces].join('');
}
