import { type NameList, readFamilies, readNames } from './authors.ts';
import { areCertain } from './certain-names.ts';
import { type Draft, take, trimEnd } from './draft.ts';
import type { Head } from './head.ts';
import { GIVEN } from './lexicon.ts';
import { isPublisherAlone } from './publisher-alone.ts';
import { readTitle, type TitleFinding } from './titles.ts';
import { isMark, isOneOf, type Token } from './token.ts';

/** Names after a title that comes first: `[Title](address), Vaswani et al.`, `“Title” by Ulrich Drepper`; takes them. */
export function readLateNames(draft: Draft, title: TitleFinding): NameList | undefined {
  const { tokens } = draft;
  let at = title.next;
  if (isOneOf(tokens[at], ',.–—-|:')) at++;
  const by = /^(?:by|von|par|por|di)$/.test(tokens[at]?.lower ?? '');
  if (!by && title.mark === 'plain') return undefined;
  const from = by ? at + 1 : at;
  const families = readFamilies(tokens, from, tokens.length, false);
  const names = families ?? readNames(tokens, from, tokens.length);
  if (names === undefined || !(by || families !== undefined || isEvident(tokens, names))) return undefined;
  take(draft, at, Math.max(names.to, names.roleTo));
  return names;
}

/** Initials, “et al.”, several names or a well-known given name; a publisher has none of these. */
function isEvident(tokens: readonly Token[], { form, names, othersOmitted, from }: NameList): boolean {
  if (form === 'literal') return false;
  return (
    othersOmitted ||
    names.length > 1 ||
    form === 'direct' ||
    form === 'inverted' ||
    (tokens[from]!.bits & GIVEN) !== 0
  );
}

/**
 * `Kubernetes Documentation (2023). https://…`, `Learning SQL. O’Reilly, 2009`: two words that were taken for a name and
 * are the title, since no other title follows.
 */
export function titleFromNames(draft: Draft, head: Head): TitleFinding | undefined {
  const { names } = head;
  if (names?.form === 'literal') return readCase(draft, head, names);
  if (names === undefined || names.form === 'cjk' || areCertain(draft, head)) return undefined;
  const next = readTitle(draft, head.next, undefined);
  const nothing = next === undefined && trimEnd(draft, head.next, draft.tokens.length) <= head.next;
  if (!nothing && (next === undefined || next.mark !== 'plain' || !isPublisherAlone(draft, next)))
    return undefined;
  return {
    from: names.from,
    to: names.to,
    next: head.next,
    mark: 'plain',
  };
}

/** `Brown v. Board of Education, 347 U.S. 483 (1954).`: a case and the report of it, which were taken for an organisation. */
function readCase({ tokens }: Draft, { next }: Head, { from, to }: NameList): TitleFinding | undefined {
  const versus = findToken(tokens, from + 1, to, ({ lower }) => lower === 'v' || lower === 'vs');
  const report = findToken(
    tokens,
    versus + 1,
    to,
    ({ kind }, at) => kind === 'number' && isMark(tokens[at - 1], ','),
  );
  return report === to ? undefined : { from, to: report - 1, next, mark: 'plain' };
}

/** Index of the first token of the kind, or `to`. */
function findToken(
  tokens: readonly Token[],
  from: number,
  to: number,
  is: (token: Token, at: number) => boolean,
): number {
  let at = from;
  while (at < to && !is(tokens[at]!, at)) at++;
  return Math.min(at, to);
}
