import type { Edit, Finding, Fix, Location, ReportRun } from '../../model.ts';
import { fixWord } from '../fix-word.ts';
import type { Source } from '../sources.ts';
import { editMarkup, excerptMarkup } from './excerpt.ts';
import { filterForm } from './filter-form.ts';
import { html, type Markup, nothing, pathMarkup } from './markup.ts';
import { messageMarkup } from './message.ts';

/** What every part of the page needs to show places. */
export interface PageContext {
  readonly run: ReportRun;
  readonly source: (path: string) => Source;
}

/** Places and edits shown of one finding. */
const MOST = 5;
/** UTF-16 units an edit may take out and put in to be shown at once; a longer one is behind its title. */
const SHORT = 120;

/** The findings by page, and the form that filters and groups them. */
export function findingsSection(
  shown: readonly Finding[],
  findings: readonly Finding[],
  context: PageContext,
): Markup {
  const left = findings.length - shown.length;
  return html`${left === 0 ? nothing : html`<p>The ${shown.length} most severe of ${findings.length} findings are shown.</p>`}
<div class="split">
${filterForm(shown, context.run.rules)}
<div id="groups">
${groupByPath(shown).map(([path, group]) => groupMarkup(path, group, context))}
</div>
</div>`;
}

function groupByPath(findings: readonly Finding[]): [string, Finding[]][] {
  const groups = new Map<string, Finding[]>();
  for (const finding of findings) {
    const group = groups.get(finding.at.path);
    if (group === undefined) groups.set(finding.at.path, [finding]);
    else group.push(finding);
  }
  return [...groups];
}

function groupMarkup(path: string, findings: readonly Finding[], context: PageContext): Markup {
  return html`<details class="group" open><summary><h3>${pathMarkup(context.run.displayPath(path))}</h3><span class="count">${findings.length}</span></summary>
${findings.map((finding) => findingMarkup(finding, context))}</details>
`;
}

function findingMarkup(finding: Finding, context: PageContext): Markup {
  const { at, level, message, ruleId, related, fixes } = finding;
  const { run, source } = context;
  const { line, column } = source(at.path).lines.position(at.region.start);
  const path = run.displayPath(at.path);
  return html`<article class="finding ${level}" data-level="${level}" data-rule="${ruleId}" data-path="${path}"${fixes.length === 0 ? nothing : html` data-fix`}>
<header><span class="badge ${level}">${level}</span><span class="place"><span class="file">${path}:</span>${line}:${column}</span><span class="rule">${ruleId}</span></header>
<p class="message">${messageMarkup(message)}</p>
${excerptMarkup(source(at.path), at.region)}
${related.slice(0, MOST).map((other) => relatedMarkup(other.at, other.message, context))}${more(related.length)}
${fixes.map((fix) => fixMarkup(fix, context))}</article>
`;
}

function relatedMarkup(at: Location, message: string, { run, source }: PageContext): Markup {
  const { line, column } = source(at.path).lines.position(at.region.start);
  return html`<details><summary>${messageMarkup(message)} <span class="place">${pathMarkup(`${run.displayPath(at.path)}:${line}:${column}`)}</span></summary>
${excerptMarkup(source(at.path), at.region)}</details>`;
}

function fixMarkup({ title, safety, edits }: Fix, { source }: PageContext): Markup {
  const head = html`<span class="fix">${fixWord(safety)}:</span> ${messageMarkup(title)}`;
  const [edit, ...others] = edits;
  if (edit !== undefined && others.length === 0 && isShort(edit)) {
    return html`<p class="change">${head} ${editMarkup(source(edit.path), edit.region, edit.text)}</p>`;
  }
  return html`<details><summary>${head}</summary>
<p class="edits">${edits.slice(0, MOST).map(({ path, region, text }) => editMarkup(source(path), region, text))}${more(edits.length)}</p></details>`;
}

function isShort({ region, text }: Edit): boolean {
  return region.end - region.start + text.length <= SHORT && !/[\r\n]/.test(text);
}

function more(count: number): Markup {
  return count > MOST ? html`<p>and ${count - MOST} more</p>` : nothing;
}
