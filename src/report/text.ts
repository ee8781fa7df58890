import picocolors from 'picocolors';
import type { Finding, Fix, Level, Related, Reporter, ReportRun } from '../model.ts';
import { createLineIndex, type LineIndex } from '../text/line-index.ts';
import { plural } from '../text/plural.ts';
import { makeVisibleLine } from '../text/visible.ts';
import { codeFrame } from './code-frame.ts';
import { summarize } from './summary.ts';

type Colors = ReturnType<typeof picocolors.createColors>;

/** One file while its findings are printed. */
interface Page {
  readonly text: string;
  readonly lines: LineIndex;
}

/**
 * For people: findings grouped by file, each with its source line and carets, the other places it speaks of and the
 * fixes there are; then one summary line. Untrusted text never starts a line.
 */
export const reportText: Reporter = function* (findings, run) {
  const colors = picocolors.createColors(run.color);
  const page = pageReader(run);
  let path: string | undefined;
  for (const finding of findings) {
    if (finding.at.path !== path) {
      yield `${path === undefined ? '' : '\n'}${colors.underline(makeVisibleLine(run.displayPath(finding.at.path)))}\n`;
      path = finding.at.path;
    }
    yield formatFinding(finding, page, run, colors);
  }
  yield `${findings.length === 0 ? '' : '\n'}${summaryLine(findings, run, colors)}\n`;
};

/** Keeps the last file only: findings come sorted by path. */
function pageReader(run: ReportRun): (path: string) => Page {
  const pages = new Map<string, Page>();
  return (path) => {
    const known = pages.get(path);
    if (known !== undefined) return known;
    if (pages.size > 8) pages.clear();
    const text = run.text(path);
    const page = { text, lines: createLineIndex(text) };
    pages.set(path, page);
    return page;
  };
}

function formatFinding(
  finding: Finding,
  page: (path: string) => Page,
  run: ReportRun,
  colors: Colors,
): string {
  const { text, lines } = page(finding.at.path);
  const { line, column } = lines.position(finding.at.region.start);
  const place = colors.dim(`${line}:${column}`);
  const level = levelColor(finding.level, colors)(finding.level);
  const message = makeVisibleLine(finding.message);
  const head = `  ${place}  ${level}  ${colors.bold(message)}  ${colors.dim(finding.ruleId)}\n`;
  const frame = codeFrame(text, lines, finding.at.region);
  const gutter = String(frame.line).padStart(5);
  const blank = ' '.repeat(gutter.length);
  const bar = colors.dim('|');
  const carets = levelColor(finding.level, colors)(frame.carets.trimStart());
  const indent = ' '.repeat(frame.carets.length - frame.carets.trimStart().length);
  const source = `${colors.dim(gutter)} ${bar} ${frame.source}\n${blank} ${bar} ${indent}${carets}\n`;
  const notes = [
    ...finding.related.map((related) => describeRelated(related, page, run)),
    ...finding.fixes.map(describeFix),
  ];
  return head + source + notes.map((note) => `${blank} ${colors.dim('=')} ${note}\n`).join('');
}

function describeRelated({ at, message }: Related, page: (path: string) => Page, run: ReportRun): string {
  const { line, column } = page(at.path).lines.position(at.region.start);
  return makeVisibleLine(`${run.displayPath(at.path)}:${line}:${column}: ${message}`);
}

const FIX_WORDS: Readonly<Record<Fix['safety'], string>> = {
  safe: 'fix',
  unsafe: 'unsafe fix',
  suggest: 'suggestion',
};

function describeFix({ title, safety }: Fix): string {
  return makeVisibleLine(`${FIX_WORDS[safety]}: ${title}`);
}

function levelColor(level: Level, colors: Colors): (text: string) => string {
  return level === 'error' ? colors.red : level === 'warning' ? colors.yellow : colors.blue;
}

function summaryLine(findings: readonly Finding[], run: ReportRun, colors: Colors): string {
  const { errors, warnings, notes } = summarize(findings);
  const checked = `${plural(run.files, 'file')} checked`;
  const silenced = run.suppressed === 0 ? '' : `, ${plural(run.suppressed, 'finding')} suppressed`;
  if (findings.length === 0) return `${colors.green('No findings')} in ${checked}${silenced}.`;
  const counts = [
    ...(errors > 0 ? [colors.red(plural(errors, 'error'))] : []),
    ...(warnings > 0 ? [colors.yellow(plural(warnings, 'warning'))] : []),
    ...(notes > 0 ? [colors.blue(plural(notes, 'note'))] : []),
  ];
  const fixable = findings.filter(({ fixes }) => fixes.some(({ safety }) => safety === 'safe')).length;
  const hint = fixable === 0 ? '' : ` ${fixable} can be fixed with --fix.`;
  return `${counts.join(', ')} in ${checked}${silenced}.${hint}`;
}
