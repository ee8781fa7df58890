import type { Finding, Project, Reporter } from '../model.ts';
import { plural } from '../text/plural.ts';
import { drawCitations } from './html/citation-picture.ts';
import { citationsSection } from './html/citations-section.ts';
import { collectConflicts } from './html/conflicts.ts';
import { conflictsSection } from './html/conflicts-section.ts';
import { findingsSection, type PageContext } from './html/findings-section.ts';
import { html, type Markup, nothing } from './html/markup.ts';
import { writePage } from './html/page.ts';
import { mostSevere } from './severity.ts';
import { sourceReader } from './sources.ts';
import { summarize } from './summary.ts';

/** Findings written; a page with more of them is slow to open. */
const MOST = 3000;

/**
 * One page that needs nothing else: findings to filter, conflicting texts side by side, and who cites what. It loads
 * nothing from anywhere, and a policy in it forbids the browser to; without its script all of it can still be read.
 */
export const reportHtml: Reporter = function* (findings, run) {
  const context: PageContext = { run, source: sourceReader(run) };
  const { project } = run;
  const sections = [
    project === undefined
      ? nothing
      : conflictsSection(collectConflicts(findings, project, context.source), context),
    project === undefined ? nothing : citationsSection(drawCitations(project, findings), context),
    findingsSection(mostSevere(findings, MOST), findings, context),
  ].filter((section) => section !== nothing);
  yield writePage(header(findings, context, project), sections);
};

function header(findings: readonly Finding[], { run }: PageContext, project: Project | undefined): Markup {
  const { errors, warnings, notes } = summarize(findings);
  const tiles: readonly (readonly [count: number, word: string, kind: string])[] = [
    [errors, 'error', 'error'],
    [warnings, 'warning', 'warning'],
    [notes, 'note', 'note'],
    [run.files, 'file', ''],
    ...(run.suppressed > 0 ? ([[run.suppressed, 'suppressed finding', '']] as const) : []),
  ];
  const dialects = [...new Set(project?.documents.map((document) => document.dialect))].join(', ');
  return html`<h1>Citation report</h1>
<p>bibliolint ${run.version}${dialects === '' ? '' : ` read this site as ${dialects}`}.</p>
<ul class="tiles">${tiles.map(
    ([count, word, kind]) =>
      html`<li class="tile ${count === 0 ? 'none' : kind}"><strong>${count}</strong> ${plural(count, word).replace(/^\d+ /, '')}</li>`,
  )}</ul>`;
}
