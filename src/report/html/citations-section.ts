import type { Location } from '../../model.ts';
import { plural } from '../../text/plural.ts';
import type { CitationPicture, CitedWork } from './citation-picture.ts';
import type { PageContext } from './findings-section.ts';
import { html, type Markup, nothing } from './markup.ts';

/** Rows of the two lists that are open at once; the rest is behind a button. */
const OPEN_ROWS = 12;
/** Rows written at all. */
const MOST_ROWS = 300;
/** Works and pages in the grid. */
const GRID = { works: 30, pages: 40 };
/** Places listed of one work. */
const MOST_PLACES = 200;

/** The site's citations as a picture: which work on which page, works by use, pages by citations. */
export function citationsSection(picture: CitationPicture, context: PageContext): Markup {
  if (picture.works.length === 0) return nothing;
  const { works, pages, entries, uncited } = picture;
  const uses = works.reduce((sum, work) => sum + work.uses, 0);
  const unused =
    entries === 0
      ? ''
      : ` ${uncited} of ${entries} bibliography entries ${uncited === 1 ? 'is' : 'are'} cited nowhere.`;
  return html`<section id="citations" aria-labelledby="citations-title">
<h2 id="citations-title">Citations</h2>
<p>${plural(works.length, 'work')}, ${plural(uses, 'citation')} on ${plural(pages.length, 'page')}.${unused}</p>
${gridMarkup(picture, context)}
<div class="columns">
<section aria-labelledby="works-title"><h3 id="works-title">Works by use</h3>
${rows(works, (work) => workRow(work, works[0]?.uses ?? 1, context))}</section>
<section aria-labelledby="pages-title"><h3 id="pages-title">Pages by citations</h3>
${rows(pages, ({ path, uses: count, works: distinct }) =>
  row(
    html`<span class="file">${context.run.displayPath(path)}</span>`,
    count,
    pages[0]?.uses ?? 1,
    `${plural(count, 'citation')} of ${plural(distinct, 'work')}`,
  ),
)}</section>
</div>
</section>`;
}

function rows<T>(list: readonly T[], write: (item: T) => Markup): Markup {
  const open = list.slice(0, OPEN_ROWS);
  const rest = list.slice(OPEN_ROWS, MOST_ROWS);
  const left = list.length - open.length - rest.length;
  return html`<ol class="bars">${open.map(write)}</ol>
${
  rest.length === 0
    ? nothing
    : html`<details class="more"><summary>${rest.length} more</summary><ol class="bars" start="${OPEN_ROWS + 1}">${rest.map(write)}</ol>${left === 0 ? nothing : html`<p>and ${left} that are used less</p>`}</details>`
}`;
}

function workRow(work: CitedWork, most: number, context: PageContext): Markup {
  const places = [...work.places.values()].flat();
  const shown = places.slice(0, MOST_PLACES);
  const list = html`<ul class="places">${shown.map((at) => html`<li>${placeOf(at, context)}</li>`)}</ul>`;
  const text = `${plural(work.uses, 'citation')} on ${plural(work.places.size, 'page')}`;
  return row(html`<details><summary>${workName(work)}</summary>${list}</details>`, work.uses, most, text);
}

function row(label: Markup, count: number, most: number, text: string): Markup {
  const percent = Math.max(1, Math.round((100 * count) / most));
  return html`<li><div class="row"><div>${label}</div><span class="count" title="${text}">${count}</span></div><svg class="bar" aria-hidden="true" width="100%" height="6"><rect width="${percent}%" height="6" rx="3"/></svg></li>`;
}

function workName({ name, title, key, troubled }: CitedWork): Markup {
  const flag = troubled ? html` <span class="badge trouble">finding</span>` : nothing;
  const id = key === '' ? nothing : html` <code>${key}</code>`;
  if (name === '' && title === '') return html`<code>${key}</code>${flag}`;
  return html`<strong><bdi>${name}</bdi></strong> <bdi class="title">${shorten(title)}</bdi>${id}${flag}`;
}

function placeOf({ path, region }: Location, { run, source }: PageContext): string {
  return `${run.displayPath(path)}:${source(path).lines.position(region.start).line}`;
}

/** A table of dots: a row a work, a column a page. Only where there is something to see: two of each. */
function gridMarkup({ works, pages }: CitationPicture, { run }: PageContext): Markup {
  const tall = works.slice(0, GRID.works);
  const wide = pages.slice(0, GRID.pages);
  if (tall.length < 2 || wide.length < 2) return nothing;
  const isCut = tall.length < works.length || wide.length < pages.length;
  return html`<div class="grid" role="region" aria-label="Which page cites which work" tabindex="0"><table>
<caption>Which page cites which work${isCut ? `: the ${plural(tall.length, 'work')} and ${plural(wide.length, 'page')} with most citations` : ''}</caption>
<thead><tr><td></td>${wide.map(({ path }) => html`<th scope="col"><span title="${run.displayPath(path)}">${pageName(run.displayPath(path))}</span></th>`)}</tr></thead>
<tbody>
${tall.map(
  (work) =>
    html`<tr class="${work.troubled ? 'troubled' : ''}"><th scope="row"><span title="${work.title}">${work.name || shorten(work.title) || work.key}</span></th>${wide.map(({ path }) => dot(work.places.get(path)?.length ?? 0))}</tr>
`,
)}</tbody></table></div>`;
}

function dot(count: number): Markup {
  if (count === 0) return html`<td></td>`;
  const radius = Math.min(10, 4 + 2 * Math.log2(count)).toFixed(1);
  return html`<td><svg width="24" height="24" aria-hidden="true"><circle cx="12" cy="12" r="${radius}"/></svg><span class="unseen">${count}</span></td>`;
}

/** What a page is known as: `heap` for `content/posts/heap/index.md` and for `_posts/2024-05-01-heap.md`. */
function pageName(path: string): string {
  const parts = path.replace(/(?:\d{4}-\d\d-\d\d-)?([^/]+?)\.[A-Za-z]+$/, '$1').split('/');
  const last = parts.at(-1) ?? '';
  return /^(?:_?index|README)$/.test(last) && parts.length > 1 ? (parts.at(-2) ?? last) : last;
}

function shorten(text: string): string {
  const characters = [...text.slice(0, 300)];
  return characters.length > 90 ? `${characters.slice(0, 89).join('')}…` : text;
}
