import { GIVEN, PARTICLE } from './lexicon.ts';
import { isNameWord, type NameFinding, type NameForm } from './name-pieces.ts';
import { readName } from './names.ts';
import { isPlausibleFirst, isPlausibleNext } from './plausible-names.ts';
import { endOfOthers, endOfRole } from './roles.ts';
import { isConjunction, readSeparator, type Separator } from './separators.ts';
import { isMark, type Token, textOf } from './token.ts';

/** A list of names. */
export interface NameList {
  readonly names: readonly NameFinding[];
  readonly from: number;
  /** After the last name, “et al.” included. */
  readonly to: number;
  readonly othersOmitted: boolean;
  /** The names are of editors: `(Eds.)` or the like follows; `roleTo` is after it. */
  readonly editors: boolean;
  readonly roleTo: number;
  /** Form of the first name. */
  readonly form: NameForm;
}

/** Forms in the order they are tried: the surest first. */
const FORMS: readonly NameForm[] = ['cjk', 'inverted', 'direct', 'run-on', 'inverted-full', 'direct-full'];

/** Forms a list may go on in after its first name: Chicago and economists turn round the first name only. */
const NEXT_FORMS: Readonly<Record<NameForm, readonly NameForm[]>> = {
  cjk: ['cjk', 'inverted', 'run-on'],
  inverted: ['inverted', 'direct', 'run-on', 'direct-full', 'inverted-full'],
  direct: ['direct', 'direct-full', 'inverted'],
  'run-on': ['run-on', 'inverted', 'direct'],
  'inverted-full': ['direct', 'direct-full', 'inverted', 'inverted-full'],
  'direct-full': ['direct', 'direct-full', 'inverted'],
  literal: ['inverted', 'direct', 'run-on', 'direct-full'],
};

/**
 * Reads the names a reference starts with. `limit` is a place the list cannot pass: a date, a quotation, the end.
 * Undefined where the text does not start with a name. `runOn` says that the rest of the text is printed as styles with
 * names such as `Knuth DE` print it.
 */
export function readNames(
  tokens: readonly Token[],
  from: number,
  limit: number,
  runOn = false,
): NameList | undefined {
  for (const form of FORMS) {
    const first = readName(tokens, from, limit, form);
    if (first !== undefined && isPlausibleFirst(tokens, first, limit, runOn))
      return readList(tokens, first, limit, runOn);
  }
  return undefined;
}

/** Most family names alone in a row. */
const MOST_FAMILIES = 12;

/**
 * Family names alone, as people cite from memory: `Cormen et al.`, `Bryant & O’Hallaron`. Two capitalised words joined by
 * “and” are any title’s beginning, so `bounded` must say that a mark ends the names.
 */
export function readFamilies(
  tokens: readonly Token[],
  from: number,
  limit: number,
  bounded: boolean,
): NameList | undefined {
  const names: NameFinding[] = [];
  let to = from;
  let joined = false;
  for (let at = from; at < limit && isNameWord(tokens[at]) && names.length < MOST_FAMILIES; ) {
    names.push({ name: { family: tokens[at]!.text }, from: at, to: at + 1, form: 'literal' });
    to = at + 1;
    if (joined || to >= limit || endOfOthers(tokens, to) > to) break;
    const separator = readSeparator(tokens, to, limit, 'literal');
    if (separator === undefined) break;
    joined = separator.conjunction;
    at = separator.to;
  }
  const others = endOfOthers(tokens, to);
  const omitted = names.length > 0 && others > to;
  const isList = joined || names.length >= 3;
  if (!omitted && !(isList && bounded && reaches(tokens, to, limit))) return undefined;
  to = omitted ? others : to;
  return { names, from, to, othersOmitted: omitted, editors: false, roleTo: to, form: 'literal' };
}

/** A list while it is being read. */
interface OpenList {
  readonly names: NameFinding[];
  to: number;
  /** How many of the names are certain; the others could be words of the title. */
  sure: number;
}

function readList(tokens: readonly Token[], first: NameFinding, limit: number, runOn: boolean): NameList {
  const list: OpenList = { names: [first], to: first.to, sure: 1 };
  let others = -1;
  while (list.to < limit) {
    others = endOfOthers(tokens, list.to);
    if (others > list.to || !readOn(tokens, list, first, limit)) break;
  }
  const omitted = others > list.to;
  if (omitted) {
    list.to = others;
    list.sure = list.names.length;
  }
  const isRow = isLongRow(tokens, list) || (runOn && isRowBeforeStop(tokens, list));
  if (list.sure < list.names.length && !reaches(tokens, list.to, limit) && !isRow) {
    list.names.length = list.sure;
    list.to = list.names.at(-1)!.to;
  }
  const roleTo = endOfRole(tokens, list.to);
  const { names, to } = list;
  return {
    names,
    from: first.from,
    to,
    othersOmitted: omitted,
    editors: roleTo > to,
    roleTo,
    form: first.form,
  };
}

/**
 * Reads a separator and the next name; false where the list ends. A role may stand behind each name, as in
 * `Fielding, R., Ed., Nottingham, M., Ed., and J. Reschke, Ed.`; one behind the first of two ends the list otherwise.
 */
function readOn(tokens: readonly Token[], list: OpenList, first: NameFinding, limit: number): boolean {
  const roleTo = endOfRole(tokens, list.to);
  const afterRole = roleTo === list.to ? undefined : readSeparator(tokens, roleTo, limit, first.form);
  const separator = afterRole ?? readSeparator(tokens, list.to, limit, first.form);
  if (separator === undefined) return false;
  const next = readNext(tokens, separator, limit, first, list.names.at(-1)!);
  if (next === undefined) return false;
  if (afterRole !== undefined && !separator.conjunction && endOfRole(tokens, next.to) === next.to)
    return false;
  list.names.push(next);
  list.to = next.to;
  const shortened = next.form === 'inverted' || next.form === 'run-on' || next.form === 'direct';
  if (separator.conjunction || separator.strong || shortened) list.sure = list.names.length;
  return !separator.conjunction || continues(tokens, list.to, limit);
}

function readNext(
  tokens: readonly Token[],
  separator: Separator,
  limit: number,
  first: NameFinding,
  previous: NameFinding,
): NameFinding | undefined {
  const at = separator.to;
  if (at >= limit) return undefined;
  const joined = separator.strong || separator.conjunction;
  for (const form of NEXT_FORMS[first.form]) {
    if (form === 'inverted-full' && !joined && previous.form !== 'inverted-full') continue;
    // `Alok Kumar Shukla, & Tripathi, D. (2019)`: the last name alone is turned round.
    if (form === 'inverted' && first.form.startsWith('direct') && !separator.conjunction) continue;
    const next = readName(tokens, at, limit, form);
    if (next !== undefined && isPlausibleNext(tokens, next, separator, limit, first.form)) return next;
  }
  return joined ? readLiteral(tokens, at, limit) : undefined;
}

/** An organisation or a single name after a conjunction: capitalised words up to punctuation. */
function readLiteral(tokens: readonly Token[], at: number, limit: number): NameFinding | undefined {
  let i = at;
  while (i < limit && (isNameWord(tokens[i]) || (i > at && joinsWords(tokens[i]!)))) i++;
  if (i === at) return undefined;
  const text = textOf(tokens, at, i);
  const name = i === at + 1 ? { family: text } : { family: text, literal: true };
  return { name, from: at, to: i, form: 'literal' };
}

function joinsWords(token: Token): boolean {
  return (token.shape === 'lower' && (token.bits & PARTICLE) !== 0) || /^(?:of|for|&)$/.test(token.text);
}

/**
 * `Irda Fidrianny, Dian Ayu, Rika Hartati.`: three full names or more and a full stop need no conjunction. Before a colon,
 * as DBLP prints it, `Packard, White Plague, Black Labour: Tuberculosis` is none: a given name must be known.
 */
function isLongRow(tokens: readonly Token[], { names, to }: OpenList): boolean {
  if (names.length < 3 || !names.every((name) => name.to - name.from <= 4)) return false;
  if (isMark(tokens[to], '.')) return true;
  return isMark(tokens[to], ':') && names.some(({ from }, i) => i > 0 && (tokens[from]!.bits & GIVEN) !== 0);
}

/** `刘国钧, 陈绍业. 图书馆目录[M]`, `Kaiming He, Jian Sun. … [C]`: in a style with marks of genre a full stop ends the names. */
function isRowBeforeStop(tokens: readonly Token[], { names, to }: OpenList): boolean {
  return (
    isMark(tokens[to], '.') &&
    names.every(({ form, name }) => (form === 'cjk' && name.literal !== true) || form === 'direct-full')
  );
}

/** The list comes up to its limit but for punctuation. */
function reaches(tokens: readonly Token[], to: number, limit: number): boolean {
  let i = to;
  while (i < limit && tokens[i]!.kind === 'mark' && !isMark(tokens[i], '(')) i++;
  return i >= limit && limit < tokens.length;
}

/** After “A and B” a list goes on only with “et al.” or another conjunction. */
function continues(tokens: readonly Token[], at: number, limit: number): boolean {
  if (at >= limit) return false;
  const next = tokens[at]!;
  if (isMark(next, ','))
    return endOfOthers(tokens, at) > at || isConjunction(tokens[at + 1]) || tokens[at + 1]?.text === '…';
  return isConjunction(next) || isMark(next, ';') || endOfOthers(tokens, at) > at;
}
