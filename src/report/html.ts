import type { Finding, Level, Project, Reporter } from '../model.ts';
import { plural } from '../text/plural.ts';
import { type CitationPicture, drawCitations } from './html/citation-picture.ts';
import { citationsSection } from './html/citations-section.ts';
import { collectConflicts } from './html/conflicts.ts';
import { conflictsSection } from './html/conflicts-section.ts';
import { findingsSection, type PageContext } from './html/findings-section.ts';
import { html, type Markup, nothing } from './html/markup.ts';
import { type PagePart, writePage } from './html/page.ts';
import { mostSevere } from './severity.ts';
import { sourceReader } from './sources.ts';
import { summarize } from './summary.ts';

/** Findings written; a page with more of them is slow to open. */
const MOST = 5000;

/**
 * One page that needs nothing else: findings to filter, conflicting texts side by side, and who cites what. It loads
 * nothing from anywhere, and a policy in it forbids the browser to; without its script all of it can still be read.
 */
export const reportHtml: Reporter = function* (findings, run) {
  const context: PageContext = { run, source: sourceReader(run) };
  const { project } = run;
  const picture = project === undefined ? undefined : drawCitations(project, findings);
  const conflicts = project === undefined ? [] : collectConflicts(findings, project, context.source);
  const parts: PagePart[] = [];
  if (findings.length > 0) {
    const content = findingsSection(mostSevere(findings, MOST), findings, context);
    parts.push({ id: 'findings', title: 'Findings', count: findings.length, content });
  }
  if (conflicts.length > 0) {
    const content = conflictsSection(conflicts, context);
    parts.push({ id: 'conflicts', title: 'Conflicts', count: conflicts.length, content });
  }
  if (picture !== undefined && picture.works.length > 0) {
    parts.push({
      id: 'citations',
      title: 'Citations',
      count: '',
      content: citationsSection(picture, context),
    });
  }
  yield writePage(titleOf(findings), header(findings, context, picture), parts);
};

function titleOf(findings: readonly Finding[]): string {
  const { errors, warnings, notes } = summarize(findings);
  const counts = [
    ...(errors > 0 ? [plural(errors, 'error')] : []),
    ...(warnings > 0 ? [plural(warnings, 'warning')] : []),
    ...(notes > 0 ? [plural(notes, 'note')] : []),
  ];
  return `Citation report: ${counts.join(', ') || 'no findings'}`;
}

function header(
  findings: readonly Finding[],
  { run }: PageContext,
  picture: CitationPicture | undefined,
): Markup {
  return html`<h1>Citation report</h1>
<p class="soft">${[...dialectsOf(run.project), `bibliolint ${run.version}`].join(' · ')}</p>
${findings.length === 0 ? cleanMarkup(run.files) : nothing}${tiles(findings, run, picture)}
${findings.length === 0 ? nothing : shareMarkup(findings)}`;
}

function dialectsOf(project: Project | undefined): string[] {
  const dialects = [...new Set(project?.documents.map((document) => document.dialect))];
  return dialects.length === 0 ? [] : [`read as ${dialects.join(', ')}`];
}

function cleanMarkup(files: number): Markup {
  return html`<div class="clean"><svg width="40" height="40" viewBox="0 0 40 40" aria-hidden="true"><circle cx="20" cy="20" r="18"/><path d="M12 20.5l5.5 5.5L28.5 15"/></svg>
<p><strong>No findings</strong> Nothing was found in ${plural(files, 'file')}.</p></div>
`;
}

/** The numbers of the run; the ones of levels lead to their findings. */
function tiles(
  findings: readonly Finding[],
  run: PageContext['run'],
  picture: CitationPicture | undefined,
): Markup {
  const { errors, warnings, notes } = summarize(findings);
  const fixable = findings.filter(isFixable).length;
  const levels: readonly (readonly [Level, number])[] = [
    ['error', errors],
    ['warning', warnings],
    ['note', notes],
  ];
  const others: readonly (readonly [word: string, number])[] = [
    ...(fixable > 0 ? [['fixable', fixable] as const] : []),
    ...(run.suppressed > 0 ? [['suppressed', run.suppressed] as const] : []),
    [run.files === 1 ? 'file' : 'files', run.files],
    ...(picture === undefined || picture.works.length === 0
      ? []
      : [[picture.works.length === 1 ? 'work cited' : 'works cited', picture.works.length] as const]),
  ];
  return html`<ul class="tiles">${levels
    .filter(([, count]) => count > 0)
    .map(
      ([level, count]) =>
        html`<li><a class="tile ${level}" href="#findings" data-level="${level}"><strong>${count}</strong> ${level}${count === 1 ? '' : 's'}</a></li>`,
    )}${others.map(([word, count]) => html`<li class="tile"><strong>${count}</strong> ${word}</li>`)}</ul>`;
}

/** A fix that one of the fixing options makes. */
function isFixable({ fixes }: Finding): boolean {
  return fixes.some(({ safety }) => safety !== 'suggest');
}

/** The levels as parts of one bar. */
function shareMarkup(findings: readonly Finding[]): Markup {
  const { errors, warnings, notes } = summarize(findings);
  const percent = (count: number): string => ((100 * count) / findings.length).toFixed(2);
  const bars: readonly (readonly [Level, from: number, count: number])[] = [
    ['error', 0, errors],
    ['warning', errors, warnings],
    ['note', errors + warnings, notes],
  ];
  return html`<svg class="share" width="100%" height="8" aria-hidden="true">${bars.map(
    ([level, from, count]) =>
      html`<rect class="${level}" x="${percent(from)}%" width="${percent(count)}%" height="8"/>`,
  )}</svg>`;
}
