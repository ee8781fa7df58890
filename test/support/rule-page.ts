import type { Rule } from '../../src/model.ts';
import { reportText } from '../../src/report/text.ts';
import { lintFiles } from './lint-files.ts';

/** One example of a rule's page: a small project, and the report that stands under it. */
export interface RuleExample {
  readonly kind: 'incorrect' | 'correct';
  readonly files: Readonly<Record<string, string>>;
  readonly options: Record<string, unknown>;
  /** The report in the page; absent where the page has none. */
  readonly output?: string;
}

interface Fence {
  readonly info: string;
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

/**
 * The examples of a page. Under “Incorrect” and “Correct”, fences with `file=path` that follow each other make one
 * project; `json options` gives the rule's options; an `output` fence holds the report and ends the example. In a
 * correct section a line of prose starts the next one.
 */
export function examplesOf(page: string): RuleExample[] {
  const examples: RuleExample[] = [];
  for (const kind of ['incorrect', 'correct'] as const) {
    for (const fences of examplesIn(sectionOf(page, kind))) {
      const output = fences.find(({ info }) => info === 'output');
      const options = fences.find(({ info }) => info === 'json options');
      examples.push({
        kind,
        files: Object.fromEntries(
          fences.flatMap(({ info, text }) => {
            const path = /\bfile=(\S+)/.exec(info)?.[1];
            return path === undefined ? [] : [[path, text]];
          }),
        ),
        options: options === undefined ? {} : JSON.parse(options.text),
        ...(output === undefined ? {} : { output: output.text }),
      });
    }
  }
  return examples;
}

/** The text report of an incorrect example, as the page shows it. */
export async function reportOf(example: RuleExample, rule: Rule): Promise<string> {
  const { findings, files, suppressed } = await lintFiles(example.files, rule, example.options);
  const lines = reportText(findings, {
    version: '',
    color: false,
    files: files.length,
    suppressed: suppressed.length,
    rules: [rule],
    text: (path) => example.files[path] ?? '',
    displayPath: (path) => path,
  });
  return [...lines].slice(0, -1).join('');
}

/** The page with the reports of its incorrect examples put in, in order. */
export function withOutputs(page: string, outputs: readonly string[]): string {
  const section = sectionOf(page, 'incorrect');
  const places = examplesIn(section).map((fences) => fences.find(({ info }) => info === 'output'));
  let result = page;
  for (let index = places.length - 1; index >= 0; index--) {
    const fence = places[index];
    if (fence === undefined) continue;
    const text = (outputs[index] ?? '').replace(/\n$/, '');
    result = `${result.slice(0, section.start + fence.start)}\`\`\`output\n${text}\n\`\`\`${result.slice(section.start + fence.end)}`;
  }
  return result;
}

function sectionOf(page: string, kind: 'incorrect' | 'correct'): { text: string; start: number } {
  const title = kind === 'incorrect' ? '## Incorrect' : '## Correct';
  const start = page.startsWith(title) ? 0 : page.indexOf(`\n${title}\n`);
  if (start === -1) return { text: '', start: 0 };
  const next = /\n## (?!Incorrect|Correct)|\n## (?:Correct|Incorrect)\n/g;
  next.lastIndex = start + title.length;
  const end = next.exec(page)?.index ?? page.length;
  return { text: page.slice(start, end), start };
}

function examplesIn({ text }: { readonly text: string }): Fence[][] {
  const examples: Fence[][] = [];
  let current: Fence[] = [];
  let last = 0;
  for (const fence of fencesIn(text)) {
    const prose = text.slice(last, fence.start).trim() !== '';
    if (current.length > 0 && (prose || current.at(-1)?.info === 'output')) {
      examples.push(current);
      current = [];
    }
    current.push(fence);
    last = fence.end;
  }
  if (current.length > 0) examples.push(current);
  return examples.filter((fences) => fences.some(({ info }) => info.includes('file=')));
}

function fencesIn(text: string): Fence[] {
  const fences: Fence[] = [];
  const opening = /^(`{3,})([^\n`]*)\n/gm;
  for (let open = opening.exec(text); open !== null; open = opening.exec(text)) {
    const marker = open[1] ?? '';
    const from = open.index + open[0].length;
    const close = text.slice(from - 1).search(new RegExp(`\\n${marker}[ \\t]*(?:\\n|$)`));
    if (close === -1) break;
    const end = from - 1 + close + 1 + marker.length;
    const content = close === 0 ? '' : text.slice(from, from - 1 + close + 1);
    fences.push({ info: (open[2] ?? '').trim(), text: content, start: open.index, end });
    opening.lastIndex = end;
  }
  return fences;
}
