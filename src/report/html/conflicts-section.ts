import type { Region } from '../../model.ts';
import { plural } from '../../text/plural.ts';
import type { Conflict, ConflictSide } from './conflicts.ts';
import type { PageContext } from './findings-section.ts';
import { html, type Markup, nothing, pathMarkup } from './markup.ts';
import { messageMarkup } from './message.ts';

/** Conflicts shown, places listed of each side, UTF-16 units of each text. */
const MOST = { conflicts: 200, places: 20, text: 2000 };

/** Texts that contradict each other, side by side, with the words that differ marked. */
export function conflictsSection(conflicts: readonly Conflict[], context: PageContext): Markup {
  const left = conflicts.length - MOST.conflicts;
  return html`${conflicts.slice(0, MOST.conflicts).map((conflict) => conflictMarkup(conflict, context))}
${left > 0 ? html`<p>${plural(left, 'conflict')} more are among the findings.</p>` : nothing}`;
}

function conflictMarkup({ title, message, kind, sides }: Conflict, context: PageContext): Markup {
  return html`<article class="conflict"><h3><code>${title}</code></h3>
<p class="message">${messageMarkup(message)}</p>
<div class="sides">${sides.map((side) => sideMarkup(side, kind, context))}</div></article>
`;
}

function sideMarkup(
  { text, differences, places }: ConflictSide,
  kind: Conflict['kind'],
  { run, source }: PageContext,
): Markup {
  const shown = places.slice(0, MOST.places);
  return html`<div class="side"><blockquote class="${kind}" dir="auto">${withMarks(text.slice(0, MOST.text), differences)}${text.length > MOST.text ? '…' : ''}</blockquote>
<ul class="places">${shown.map(({ path, region }) => html`<li>${pathMarkup(`${run.displayPath(path)}:${source(path).lines.position(region.start).line}`)}</li>`)}</ul>${
    places.length > shown.length ? html`<p>and ${places.length - shown.length} more</p>` : nothing
  }</div>`;
}

function withMarks(text: string, regions: readonly Region[]): Markup {
  const parts: Markup[] = [];
  let from = 0;
  for (const { start, end } of regions) {
    if (start < from) continue;
    parts.push(html`${text.slice(from, start)}<mark>${text.slice(start, end)}</mark>`);
    from = end;
  }
  return html`${parts}${text.slice(from)}`;
}
