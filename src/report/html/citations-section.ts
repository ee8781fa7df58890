import type { Location } from '../../model.ts';
import { plural } from '../../text/plural.ts';
import type { CitationPicture, CitedWork } from './citation-picture.ts';
import type { PageContext } from './findings-section.ts';
import { html, type Markup, nothing, pathMarkup } from './markup.ts';

/** Rows of the two lists that are open at once; the rest is behind a button. */
const OPEN_ROWS = 12;
/** Rows written at all. */
const MOST_ROWS = 300;
/** Works and pages in the grid. */
const GRID = { works: 30, pages: 40 };
/** Pages with which the grid fills half the width of the page only. */
const NARROW = 11;
/** Places listed of one work. */
const MOST_PLACES = 200;

/** The site's citations as a picture: which work on which page, works by use, pages by citations. */
export function citationsSection(picture: CitationPicture, context: PageContext): Markup {
  const { works, pages, entries, uncited } = picture;
  const uses = works.reduce((sum, work) => sum + work.uses, 0);
  const unused =
    entries === 0
      ? ''
      : uncited === 0
        ? ` Every bibliography entry is cited.`
        : ` ${uncited} of ${entries} bibliography entries ${uncited === 1 ? 'is' : 'are'} cited nowhere.`;
  const grid = gridMarkup(picture, context);
  const lists = [worksCard(works, context), pagesCard(pages, context)];
  // In two columns the grid and the pages are about as tall as the works.
  const columns = pages.length <= NARROW ? [grid, ...lists.reverse()] : lists;
  return html`<p>${plural(works.length, 'work')}, ${plural(uses, 'citation')} on ${plural(pages.length, 'page')}.${unused}</p>
${pages.length <= NARROW ? nothing : grid}
<div class="columns">
${columns}</div>`;
}

function worksCard(works: CitationPicture['works'], context: PageContext): Markup {
  return html`<section class="card" aria-labelledby="works-title"><h3 id="works-title">Works by use</h3>
${rows(works, (work) => workRow(work, works[0]?.uses ?? 1, context))}</section>
`;
}

function pagesCard(pages: CitationPicture['pages'], { run }: PageContext): Markup {
  return html`<section class="card" aria-labelledby="pages-title"><h3 id="pages-title">Pages by citations</h3>
${rows(pages, ({ path, uses, works }) =>
  row(
    html`<span class="file">${pathMarkup(run.displayPath(path))}</span>`,
    uses,
    pages[0]?.uses ?? 1,
    `${plural(uses, 'citation')} of ${plural(works, 'work')}`,
  ),
)}</section>
`;
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
  const list = html`<ul class="places">${shown.map((at) => html`<li>${pathMarkup(placeOf(at, context))}</li>`)}</ul>`;
  const text = `${plural(work.uses, 'citation')} on ${plural(work.places.size, 'page')}`;
  const label = html`<details><summary>${workName(work)}</summary>${list}</details>${work.troubled ? troubleLink(work, context) : nothing}`;
  return row(label, work.uses, most, text);
}

/** Leads to the findings about a work, by its key or else by the page it is on. */
function troubleLink({ key, places }: CitedWork, { run }: PageContext): Markup {
  const [page = ''] = places.keys();
  const search = key === '' ? run.displayPath(page) : key;
  return html`<a class="badge trouble" href="#findings" data-search="${search}">findings</a>`;
}

function row(label: Markup, count: number, most: number, text: string): Markup {
  const percent = Math.max(2, Math.round((100 * count) / most));
  return html`<li><div>${label}</div><svg class="bar" aria-hidden="true" width="100%" height="8"><rect class="rest" width="100%" height="8" rx="4"/><rect width="${percent}%" height="8" rx="4"/></svg><span class="count" title="${text}">${count}</span></li>
`;
}

function workName({ name, title, key }: CitedWork): Markup {
  const id = key === '' ? nothing : html` <code>${key}</code>`;
  if (name === '' && title === '') return html`<code>${key}</code>`;
  return html`<strong><bdi>${name}</bdi></strong> <bdi class="title">${shorten(title)}</bdi>${id}`;
}

function placeOf({ path, region }: Location, { run, source }: PageContext): string {
  return `${run.displayPath(path)}:${source(path).lines.position(region.start).line}`;
}

/** A table of dots: a row a work, a column a page. Only where there is something to see: two of each. */
function gridMarkup({ works, pages }: CitationPicture, { run }: PageContext): Markup {
  const tall = works.slice(0, GRID.works);
  const wide = pagesOf(tall, pages).slice(0, GRID.pages);
  if (tall.length < 2 || wide.length < 2) return nothing;
  const isCut = tall.length < works.length || wide.length < pages.length;
  const cut = `: ${tall.length} of ${plural(works.length, 'work')}, ${wide.length} of ${plural(pages.length, 'page')}`;
  return html`<section class="card" aria-labelledby="grid-title"><h3 id="grid-title">Which page cites which work${isCut ? cut : ''}</h3>
<div class="grid" role="region" aria-labelledby="grid-title" tabindex="0"><table>
<thead><tr><td></td>${wide.map((path) => html`<th scope="col"><span title="${run.displayPath(path)}">${pageName(run.displayPath(path))}</span></th>`)}</tr></thead>
<tbody>
${tall.map(
  (work) =>
    html`<tr class="${work.troubled ? 'troubled' : ''}"><th scope="row"><span title="${work.title}">${work.name || shorten(work.title) || work.key}</span></th>${wide.map((path) => dot(work.places.get(path)?.length ?? 0))}</tr>
`,
)}</tbody></table></div></section>`;
}

/** The pages that cite one of these works, the ones that cite them most first. */
function pagesOf(works: readonly CitedWork[], pages: CitationPicture['pages']): string[] {
  const uses = ({ path }: { readonly path: string }): number =>
    works.reduce((sum, { places }) => sum + (places.get(path)?.length ?? 0), 0);
  return pages
    .map((page) => ({ path: page.path, uses: uses(page) }))
    .filter((page) => page.uses > 0)
    .sort((a, b) => b.uses - a.uses)
    .map(({ path }) => path);
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
