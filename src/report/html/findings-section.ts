import type { Finding, Fix, Level, Location, ReportRun, Rule } from '../../model.ts';
import { plural } from '../../text/plural.ts';
import type { Source } from '../sources.ts';
import { summarize } from '../summary.ts';
import { editMarkup, excerptMarkup } from './excerpt.ts';
import { html, type Markup, nothing } from './markup.ts';
import { messageMarkup } from './message.ts';

/** What every part of the page needs to show places. */
export interface PageContext {
  readonly run: ReportRun;
  readonly source: (path: string) => Source;
}

/** Places and edits shown of one finding. */
const MOST = 5;

/** The findings by page, and the form that filters and groups them; the script shows the form. */
export function findingsSection(
  shown: readonly Finding[],
  findings: readonly Finding[],
  context: PageContext,
): Markup {
  if (findings.length === 0) {
    return html`<section id="findings" aria-labelledby="findings-title"><h2 id="findings-title">Findings</h2><p class="clean">Nothing was found in ${plural(context.run.files, 'file')}.</p></section>`;
  }
  const left = findings.length - shown.length;
  return html`<section id="findings" aria-labelledby="findings-title">
<h2 id="findings-title">Findings</h2>
${left === 0 ? nothing : html`<p>The ${shown.length} most severe of ${findings.length} findings are shown.</p>`}
<div class="split">
${filterForm(shown, context.run.rules)}
<div id="groups">
${groupByPath(shown).map(([path, group]) => groupMarkup(path, group, context))}
</div>
</div>
</section>`;
}

function filterForm(findings: readonly Finding[], rules: readonly Rule[]): Markup {
  const { errors, warnings, notes } = summarize(findings);
  const levels: readonly [Level, number][] = [
    ['error', errors],
    ['warning', warnings],
    ['note', notes],
  ];
  const counts = new Map<string, number>();
  for (const { ruleId } of findings) counts.set(ruleId, (counts.get(ruleId) ?? 0) + 1);
  const used = [...counts].sort(([a, x], [b, y]) => y - x || (a < b ? -1 : 1));
  const describe = (id: string): string => rules.find((rule) => rule.id === id)?.description ?? '';
  return html`<form id="filter" hidden aria-label="Filter findings">
<p><label for="search">Search</label><input id="search" type="search" placeholder="key, page or words" autocomplete="off"></p>
<fieldset><legend>Level</legend>
${levels
  .filter(([, count]) => count > 0)
  .map(
    ([level, count]) =>
      html`<label class="choice"><input type="checkbox" name="level" value="${level}" checked><span class="badge ${level}">${level}</span><span class="count">${count}</span></label>\n`,
  )}</fieldset>
<fieldset><legend>Rule</legend>
<select id="rule"><option value="">All rules</option>
${used.map(([id, count]) => html`<option value="${id}" data-description="${describe(id)}">${id} (${count})</option>\n`)}</select></fieldset>
<fieldset><legend>Group</legend>
<label class="choice"><input type="radio" name="group" value="page" checked>by page</label>
<label class="choice"><input type="radio" name="group" value="rule">by rule</label></fieldset>
<p id="shown" role="status" aria-live="polite">${plural(findings.length, 'finding')}</p>
</form>`;
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
  return html`<section class="group"><h3>${context.run.displayPath(path)}</h3>
${findings.map((finding) => findingMarkup(finding, context))}</section>
`;
}

function findingMarkup(finding: Finding, context: PageContext): Markup {
  const { at, level, message, ruleId, related, fixes } = finding;
  const { run, source } = context;
  const { line, column } = source(at.path).lines.position(at.region.start);
  const path = run.displayPath(at.path);
  return html`<article class="finding ${level}" data-level="${level}" data-rule="${ruleId}" data-path="${path}">
<header><span class="badge ${level}">${level}</span><span class="place"><span class="file">${path}:</span>${line}:${column}</span><span class="rule">${ruleId}</span></header>
<p class="message">${messageMarkup(message)}</p>
${excerptMarkup(source(at.path), at.region)}
${related.slice(0, MOST).map((other) => relatedMarkup(other.at, other.message, context))}${more(related.length)}
${fixes.map((fix) => fixMarkup(fix, context))}</article>
`;
}

function relatedMarkup(at: Location, message: string, { run, source }: PageContext): Markup {
  const { line, column } = source(at.path).lines.position(at.region.start);
  return html`<details><summary>${messageMarkup(message)} <span class="place">${run.displayPath(at.path)}:${line}:${column}</span></summary>
${excerptMarkup(source(at.path), at.region)}</details>`;
}

function fixMarkup({ title, safety, edits }: Fix, { source }: PageContext): Markup {
  const word = safety === 'safe' ? 'Fix' : safety === 'unsafe' ? 'Unsafe fix' : 'Suggestion';
  return html`<details><summary><span class="fix">${word}:</span> ${messageMarkup(title)}</summary>
<p class="edits">${edits.slice(0, MOST).map(({ path, region, text }) => editMarkup(source(path), region, text))}${more(edits.length)}</p></details>`;
}

function more(count: number): Markup {
  return count > MOST ? html`<p>and ${count - MOST} more</p>` : nothing;
}
