// The reports that README.md shows are real ones. A comment above a fence says what it holds, `npm run generate` writes it,
// and a test compares: `report: EXAMPLE text PAGE …` are the findings of these pages, `report: EXAMPLE FORMAT COUNT` the
// first lines of a report in another format.
import type { ReportFormat } from '../src/report/format-names.ts';
import { reporters } from '../src/report/reporters.ts';
import { runOfExample } from '../test/support/example-report.ts';

const SHOWN = /(<!-- report: (\S+) (\w+) (.+?) -->\n\n```\w*\n)[\s\S]*?(```\n)/g;

/** A text with every report in it as it is now. */
export async function withReports(text: string): Promise<string> {
  const reports: string[] = [];
  for (const [, , example = '', format = '', selection = ''] of text.matchAll(SHOWN)) {
    const { findings, run } = await runOfExample(example);
    const report = [...reporters[format as ReportFormat](findings, run)].join('');
    reports.push(
      format === 'text' ? pagesOf(report, selection.split(' ')) : linesOf(report, Number(selection)),
    );
  }
  return text.replace(SHOWN, (_, head: string, ...rest: string[]) => head + reports.shift() + rest[3]);
}

/** The findings of some pages, named by the end of their path. */
function pagesOf(report: string, pages: readonly string[]): string {
  const groups = report.split(/\n(?=\S)/);
  const shown = pages.map((page) => groups.find((group) => group.split('\n')[0]?.endsWith(`/${page}`)));
  if (shown.includes(undefined))
    throw new Error(`README.md shows a page without findings: ${pages.join(' ')}.`);
  return `${shown.map((group) => group?.trimEnd()).join('\n\n')}\n`;
}

function linesOf(report: string, count: number): string {
  return report
    .split('\n')
    .slice(0, count)
    .map((line) => `${line}\n`)
    .join('');
}
