import type { DialectName } from '../../model.ts';
import { recognizeDialect } from '../../scan/dialects/recognize-dialect.ts';
import { once } from '../../text/once.ts';
import { folderOf, inside } from '../../text/path.ts';
import { entryKeys } from '../folder-bibliographies.ts';
import { isForeign, type SiteView } from './folders.ts';
import type { LooseSite, Surroundings } from './loose-site.ts';
import { hasManifest, namesBibliography } from './papers.ts';

/** Whether what a document shows is enough to read its neighbours by it. */
type IsSure = (name: DialectName, text: string) => boolean;

/** So many documents of one mind, spread over a folder, speak for the thousands beside them. */
const ENOUGH_VOTES = 50;
const SPREAD = 400;
/** Of these every so many are asked first: fifty that agree need no more. */
const ROUNDS = 8;

/** What the documents of a folder show, the most frequent first. Where few show anything, all are asked. */
export function shownDialect(
  paths: readonly string[],
  view: SiteView,
  isSure: IsSure,
): Pick<LooseSite, 'name' | 'reason'> | undefined {
  const some = paths.length <= SPREAD ? [] : countVotes(spreadOver(paths), view, isSure, ENOUGH_VOTES);
  const [leader, second] = some;
  if (leader !== undefined && leader.count >= ENOUGH_VOTES && leader.count > 2 * (second?.count ?? 0)) {
    return leader;
  }
  return countVotes(paths, view, isSure)[0];
}

/** Some of the paths in an order whose beginning is spread over all of them. */
function* spreadOver(paths: readonly string[]): Generator<string> {
  const every = Math.ceil(paths.length / SPREAD);
  for (let round = 0; round < ROUNDS; round++) {
    for (let place = round * every; place < paths.length; place += every * ROUNDS) yield paths[place]!;
  }
}

type Votes = Pick<LooseSite, 'name' | 'reason'> & { readonly count: number };

/** The votes of these documents; of those up to the one with which so many agree and none disagrees. */
function countVotes(
  paths: Iterable<string>,
  view: SiteView,
  isSure: IsSure,
  enough = Number.POSITIVE_INFINITY,
): Votes[] {
  const votes = new Map<DialectName, Omit<Votes, 'name'>>();
  for (const path of paths) {
    const text = view.read(path) ?? '';
    const { name, reason } = (view.recognize ?? recognizeDialect)(path, text);
    if (!isSure(name, text)) continue;
    const vote = votes.get(name) ?? {
      reason: reason.replace(/^it(?= |s )/, path).replace(`${path}s `, `${path}'s `),
      count: 0,
    };
    votes.set(name, { ...vote, count: vote.count + 1 });
    if (votes.size === 1 && vote.count + 1 >= enough) break;
  }
  return [...votes].map(([name, vote]) => ({ name, ...vote })).sort((a, b) => b.count - a.count);
}

/**
 * Whether what a document shows is enough to read its neighbours by it. In a software repository `[@types/node]` is no
 * citation: there it takes a bibliography to make one, among the documents or with keys that several of them cite.
 */
export function createCertainty({
  view,
  folders,
}: Surroundings): (root: string, paths: readonly string[]) => IsSure {
  const isSoftware = hasManifest(folders.get('')?.files ?? new Set());
  const bibliographies = view.files.filter((path) => BIBLIOGRAPHY.test(path));
  const keys = once(() => keysOf(bibliographies, view));
  return (root, paths) => {
    const hasBibliography = bibliographies.some((path) => inside(root, path) !== undefined);
    const citesEntries = once(() => severalCite(paths, keys(), view));
    return (name, text) => {
      if (name === 'hugo') return SHORTCODE().test(text) || OPENED_SHORTCODE.test(text);
      if (name === 'rehype-citation') return hasBibliography && CITES().test(text);
      if (name !== 'pandoc') return name !== 'markdown';
      if (hasBibliography || namesBibliography(text)) return true;
      return CITES().test(text) && (!isSoftware || citesEntries());
    };
  };
}

function keysOf(bibliographies: readonly string[], view: SiteView): ReadonlySet<string> {
  const own = bibliographies.filter((path) => path.endsWith('.bib') && !isForeign(folderOf(path)));
  return new Set(own.flatMap((path) => entryKeys(view.read(path) ?? '')));
}

/** Whether more than one document cites one of the keys in brackets. */
function severalCite(paths: readonly string[], keys: ReadonlySet<string>, view: SiteView): boolean {
  if (keys.size === 0) return false;
  let citing = 0;
  for (const path of paths) {
    if (citesAny(view.read(path) ?? '', keys)) citing += 1;
    if (citing > 1) return true;
  }
  return false;
}

function citesAny(text: string, keys: ReadonlySet<string>): boolean {
  for (const [bracket] of text.matchAll(ALL_CITES())) {
    for (const [, key] of bracket.matchAll(CITED_KEY())) if (keys.has(key!)) return true;
  }
  return false;
}

const BIBLIOGRAPHY = /\.bib$|(?:^|\/)(?:references|bibliography)\.(?:json|ya?ml)$/i;
const SHORTCODE = once(() => /\{\{[<%]\s*\/?[\p{L}_][^{}]*[>%]\}\}|^\uFEFF?\+\+\+\s/u);
/** The beginning of a shortcode, whose end may be what is broken. */
const OPENED_SHORTCODE = /\{\{[<%] ?[a-z_][\w/-]{0,60} "[^\s"]/i;

/** Not `[[@knuth84]]`, a link to a note in Obsidian, nor what is a link: `[array][@types/node]`, `[@types/node]: https://…`. */
const CITES = once(
  () =>
    /(?<![[\]])\[(?:[^[\]\n]{0,200}[\s;])?-?@[\p{L}\d_][\p{L}\d_:.#$%&+?<>~-]{0,100}(?:[\s,;][^[\]\n]{0,500})?\](?!\(|:[ \t]?<?https?:)/u,
);

const ALL_CITES = once(() => new RegExp(CITES(), 'gu'));
const CITED_KEY = once(() => /@([\p{L}\d_](?:[:.#$%&+?<>~-]?[\p{L}\d_])*)/gu);
