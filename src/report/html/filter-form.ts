import type { Finding, Level, Rule } from '../../model.ts';
import { plural } from '../../text/plural.ts';
import { summarize } from '../summary.ts';
import { html, type Markup, nothing } from './markup.ts';

/** The form that filters and groups the findings. It is hidden until the script shows it, for it does nothing alone. */
export function filterForm(findings: readonly Finding[], rules: readonly Rule[]): Markup {
  const isFixable = ({ fixes }: Finding): boolean => fixes.length > 0;
  const fixable = findings.filter(isFixable).length;
  return html`<form id="filter" hidden aria-label="Filter findings">
<fieldset><label class="label" for="search">Search</label><input id="search" type="search" placeholder="key, page or words" autocomplete="off" aria-keyshortcuts="/"></fieldset>
<p id="shown" role="status" aria-live="polite">${plural(findings.length, 'finding')}</p>
<details id="choices" open><summary>Filters</summary>
<fieldset><legend>Group</legend><div class="pair">
<label class="choice"><input type="radio" name="group" value="page" checked>by page</label>
<label class="choice"><input type="radio" name="group" value="rule">by rule</label></div></fieldset>
<fieldset><legend>Level</legend>
${levelBoxes(findings)}${
  fixable === 0
    ? nothing
    : html`<label class="choice"><input type="checkbox" id="fixable">only with a fix<span class="count">${fixable}</span></label>`
}</fieldset>
${ruleList(findings, rules)}
</details>
</form>`;
}

function levelBoxes(findings: readonly Finding[]): Markup {
  const { errors, warnings, notes } = summarize(findings);
  const levels: readonly (readonly [Level, number])[] = [
    ['error', errors],
    ['warning', warnings],
    ['note', notes],
  ];
  return html`${levels
    .filter(([, count]) => count > 0)
    .map(
      ([level, count]) =>
        html`<label class="choice"><input type="checkbox" name="level" value="${level}" checked><span class="badge ${level}">${level}</span><span class="count">${count}</span></label>\n`,
    )}`;
}

/** The rules that found something, the one that found most first; what a rule is about is its tool tip. */
function ruleList(findings: readonly Finding[], rules: readonly Rule[]): Markup {
  const counts = new Map<string, number>();
  for (const { ruleId } of findings) counts.set(ruleId, (counts.get(ruleId) ?? 0) + 1);
  const used = [...counts].sort(([a, x], [b, y]) => y - x || (a < b ? -1 : 1));
  const describe = (id: string): string => rules.find((rule) => rule.id === id)?.description ?? '';
  return html`<fieldset><legend>Rule</legend><div id="rules">
<label class="choice on"><input type="radio" name="rule" value="" checked>all rules<span class="count">${findings.length}</span></label>
${used.map(
  ([id, count]) =>
    html`<label class="choice"><input type="radio" name="rule" value="${id}" title="${describe(id)}">${id}<span class="count">${count}</span></label>\n`,
)}</div></fieldset>`;
}
