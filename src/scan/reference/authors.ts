import { endOfInitials, isNameWord, type NameFinding, type NameForm, readName } from './names.ts';
import { type Token, textOf } from './token.ts';
import { CONJUNCTIONS, EDITOR_ROLES, GIVEN_NAMES, ORGANISATION_WORDS, PARTICLES } from './words.ts';

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
  readonly form: NameForm;
  /** A conjunction joins the last name. */
  readonly closed: boolean;
  /** The list ends in a separator with nothing after it. */
  readonly dangling: boolean;
}

/** Forms in the order they are tried: the surest first. */
const FORMS: readonly NameForm[] = ['cjk', 'inverted', 'direct', 'run-on', 'inverted-full', 'direct-full'];

/** Forms a list may go on in after its first name: Chicago inverts the first name only. */
const NEXT_FORMS: Readonly<Record<NameForm, readonly NameForm[]>> = {
  cjk: ['cjk', 'inverted', 'run-on'],
  inverted: ['inverted', 'direct', 'run-on'],
  direct: ['direct', 'direct-full'],
  'run-on': ['run-on', 'inverted'],
  'inverted-full': ['direct', 'direct-full', 'inverted', 'inverted-full'],
  'direct-full': ['direct', 'direct-full'],
  literal: ['inverted', 'direct', 'run-on', 'direct-full'],
};

interface Separator {
  readonly to: number;
  readonly conjunction: boolean;
  readonly strong: boolean;
}

/**
 * Reads the names a reference starts with. `limit` is a place the list cannot pass: a date, a quotation, the end.
 * Undefined where the text does not start with a name. `runOn` says that the rest of the text is printed as styles with
 * names such as `Knuth DE` print it.
 */
export function readNames(tokens: readonly Token[], from: number, limit: number, runOn = false): NameList | undefined {
  for (const form of FORMS) {
    const first = readName(tokens, from, limit, form);
    if (first === undefined || !isPlausibleFirst(tokens, first, limit, runOn)) continue;
    return readList(tokens, first, limit);
  }
  return undefined;
}

/** Decides between `Robert Darnton, Communication` and `Garcia Marquez, Gabriel.` and the like. */
function isPlausibleFirst(tokens: readonly Token[], first: NameFinding, limit: number, runOn: boolean): boolean {
  if (first.form === 'inverted-full') return isPlausibleInverted(tokens, first, limit);
  if (first.form === 'direct-full' && hasOrganisationWord(tokens, first.from, first.to)) return false;
  if (first.form === 'direct-full') return isPlausibleDirect(tokens, first, limit);
  if (first.form === 'run-on') return runOn || isPlausibleRunOn(tokens, first, limit);
  return true;
}

/** `Love R. Linux Kernel` and not `Andrew S. Tanenbaum.` */
function isPlausibleRunOn(tokens: readonly Token[], first: NameFinding, limit: number): boolean {
  if (tokens[first.to - 1]!.text !== '.' || !isNameWord(tokens[first.to])) return true;
  const family = first.name.family.split(' ');
  if (GIVEN_NAMES.has(family[0]!.toLowerCase()) || family.length > 2) return false;
  const direct = readName(tokens, first.from, limit, 'direct-full');
  if (direct !== undefined && (direct.name.given ?? '').split(' ').length > 2) return true;
  const after = direct === undefined ? undefined : tokens[direct.to];
  if (tokens[first.from]!.shape === 'caps' && tokens[first.to]!.shape !== 'caps') return true;
  return after === undefined || !(after.text === '.' || after.text === ',' || CONJUNCTIONS.has(after.text.toLowerCase()));
}

function isPlausibleInverted(tokens: readonly Token[], first: NameFinding, limit: number): boolean {
  const family = first.name.family.split(' ');
  const given = (first.name.given ?? '').split(' ');
  const next = tokens[first.to];
  const ends =
    first.to >= limit ||
    next === undefined ||
    '.(;:&'.includes(next.text) ||
    CONJUNCTIONS.has(next.text) ||
    next.kind === 'open-quote';
  if (family.length === 1) {
    return ends || next?.text === ',' || GIVEN_NAMES.has(given[0]!.toLowerCase());
  }
  if (GIVEN_NAMES.has(family[0]!.toLowerCase()) && !GIVEN_NAMES.has(given[0]!.toLowerCase())) return false;
  if (given.length > 1 && !given.some((part) => part.length <= 2)) return false;
  return ends && (first.name.particle !== undefined || family.length === 2);
}

/** A full name in direct order looks like any title of two words: something around it must say that it is a name. */
function isPlausibleDirect(tokens: readonly Token[], first: NameFinding, limit: number): boolean {
  const next = tokens[first.to];
  const given = (first.name.given ?? '').split(' ');
  if (given.length > 3) return false;
  if (first.to >= limit || next === undefined) return true;
  if (next.text === ',' || next.text === '.' || next.text === ':' || next.text === ';')
    return true;
  if (CONJUNCTIONS.has(next.text.toLowerCase())) {
    const second = tokens[first.to + 1];
    return second === undefined || second.shape !== 'lower' || PARTICLES.has(second.text) || isOthers(tokens, first.to) > first.to;
  }
  if (next.text === '(' || next.kind === 'open-quote') return true;
  return isOthers(tokens, first.to) > first.to;
}

function readList(tokens: readonly Token[], first: NameFinding, limit: number): NameList {
  const names: NameFinding[] = [first];
  let to = first.to;
  let closed = false;
  let dangling = false;
  let others = false;
  let sureTo = 1;
  while (to < limit) {
    const omitted = isOthers(tokens, to);
    if (omitted > to) {
      others = true;
      to = omitted;
      closed = true;
      sureTo = names.length;
      break;
    }
    const separator = readSeparator(tokens, to, limit, first.form);
    if (separator === undefined) break;
    const next = readNext(tokens, separator, limit, first, names.at(-1)!);
    if (next === undefined) {
      dangling = separator.conjunction && separator.to >= limit;
      break;
    }
    names.push(next);
    to = next.to;
    if (
      separator.conjunction ||
      separator.strong ||
      next.form === 'inverted' ||
      next.form === 'run-on' ||
      next.form === 'direct'
    ) {
      sureTo = names.length;
      closed ||= separator.conjunction;
    }
    if (separator.conjunction && !continues(tokens, to, limit)) break;
  }
  if (sureTo < names.length && !reaches(tokens, to, limit) && !isLongRow(tokens, names, to)) {
    names.length = sureTo;
    to = names.at(-1)!.to;
  }
  const role = readRole(tokens, to);
  return {
    names,
    from: first.from,
    to,
    othersOmitted: others,
    editors: role > to,
    roleTo: role,
    form: first.form,
    closed,
    dangling,
  };
}

/** `Irda Fidrianny, Dian Ayu, Rika Hartati.`: three full names or more and a full stop need no conjunction. */
function isLongRow(tokens: readonly Token[], names: readonly NameFinding[], to: number): boolean {
  return names.length >= 3 && tokens[to]?.text === '.' && names.every((name) => name.to - name.from <= 4);
}

/** The list comes up to its limit but for punctuation. */
function reaches(tokens: readonly Token[], to: number, limit: number): boolean {
  let i = to;
  while (i < limit && tokens[i]!.kind === 'mark' && tokens[i]!.text !== '(') i++;
  return i >= limit && limit < tokens.length;
}

/** After “A and B” a list goes on only with “et al.” or another conjunction. */
function continues(tokens: readonly Token[], at: number, limit: number): boolean {
  if (at >= limit) return false;
  const next = tokens[at]!;
  if (next.text === ',') {
    const after = tokens[at + 1];
    return (
      isOthers(tokens, at) > at ||
      (after !== undefined && CONJUNCTIONS.has(after.text.toLowerCase())) ||
      after?.text === '…'
    );
  }
  return (
    CONJUNCTIONS.has(next.text.toLowerCase()) ||
    next.text === ';' ||
    next.text === '&' ||
    isOthers(tokens, at) > at
  );
}

/** What stands between two names: `,` `;` `&` `and` `, and` `…` and their likes. */
function readSeparator(
  tokens: readonly Token[],
  at: number,
  limit: number,
  form: NameForm,
): Separator | undefined {
  let i = at;
  let strong = false;
  const first = tokens[i]!.text;
  if (first === ',' || first === ';') {
    strong = first !== ',';
    i++;
  } else if (first === '/' || ((first === '–' || first === '-' || first === '—') && tokens[i]!.spaced)) {
    strong = true;
    i++;
  } else if (first === '.' && form === 'run-on' && isRunOnAhead(tokens, i + 1, limit))
    return { to: i + 1, conjunction: false, strong: true };
  while (i < limit && (tokens[i]!.text === '…' || tokens[i]!.text === '.') && i > at) i++;
  const word = tokens[i];
  const conjunction =
    i < limit &&
    word !== undefined &&
    CONJUNCTIONS.has(word.text.toLowerCase()) &&
    word.text !== 'E' &&
    word.text !== 'I' &&
    word.text !== 'Y';
  if (conjunction) i++;
  if (conjunction && i < limit && tokens[i]!.text === word!.text) i++;
  if (i === at) return undefined;
  return { to: i, conjunction, strong };
}

/** `Goss DL. Moore JH. Compliance`: another name of the same sort follows the full stop. */
function isRunOnAhead(tokens: readonly Token[], at: number, limit: number): boolean {
  const next = readName(tokens, at, limit, 'run-on');
  return (
    next !== undefined &&
    (next.name.given ?? '').length > 1 &&
    (next.name.given ?? '').length <= 3 &&
    tokens[next.to]?.text === '.'
  );
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
  for (const form of NEXT_FORMS[first.form]) {
    if (
      form === 'inverted-full' &&
      !separator.strong &&
      !separator.conjunction &&
      previous.form !== 'inverted-full'
    )
      continue;
    const next = readName(tokens, at, limit, form);
    if (next !== undefined && isPlausibleNext(tokens, next, separator, limit)) return next;
  }
  return separator.conjunction || separator.strong ? readLiteral(tokens, at, limit) : undefined;
}

/** `Smith, J., Doe, J.` is a list of inverted names; `Bird, Jon, Barry Curtis` is not. */
function isPlausibleNext(
  tokens: readonly Token[],
  next: NameFinding,
  separator: Separator,
  limit: number,
): boolean {
  if (next.form === 'inverted-full') {
    const ends = next.to >= limit || '.(;,:'.includes(tokens[next.to]!.text);
    const capitals = tokens[next.from]!.shape === 'caps' && tokens[next.from]!.text.length > 2;
    return (separator.strong || capitals || (separator.conjunction && ends)) && next.name.family.split(' ').length <= 2;
  }
  if (next.form !== 'direct-full' || separator.conjunction) return true;
  const after = tokens[next.to];
  if (after === undefined || next.to >= limit || readRole(tokens, next.to) > next.to) return true;
  return after.text === ',' || after.text === ';' || after.text === '.' || CONJUNCTIONS.has(after.text.toLowerCase());
}

/** An organisation or a single name after a conjunction: capitalised words up to punctuation. */
function readLiteral(tokens: readonly Token[], at: number, limit: number): NameFinding | undefined {
  let i = at;
  while (
    i < limit &&
    (isNameWord(tokens[i]) ||
      (i > at && (PARTICLES.has(tokens[i]!.text) || /^(?:of|for|&)$/.test(tokens[i]!.text))))
  )
    i++;
  if (i === at) return undefined;
  const text = textOf(tokens, at, i);
  const name = i === at + 1 ? { family: text } : { family: text, literal: true };
  return { name, from: at, to: i, form: 'literal' };
}

/** Whether one of the words says that the whole is an organisation. */
export function hasOrganisationWord(tokens: readonly Token[], from: number, to: number): boolean {
  for (let i = from; i < to; i++) {
    const token = tokens[i]!;
    if (token.kind === 'word' && token.shape !== 'lower' && ORGANISATION_WORDS.has(token.text.toLowerCase())) return true;
  }
  return false;
}

/** Index after “et al.” and its likes at `at` (with the comma before it); `at` where there is none. */
export function isOthers(tokens: readonly Token[], at: number): number {
  let i = at;
  if (tokens[i]?.text === ',' || tokens[i]?.text === ';') i++;
  if ((tokens[i]?.text === '&' || tokens[i]?.text === 'and') && tokens[i + 1]?.text === 'et' && tokens[i + 2]?.text === 'al') i++;
  const first = tokens[i]?.text.toLowerCase();
  const second = tokens[i + 1]?.text.toLowerCase();
  if (first === undefined) return at;
  if (first === '等') return i + 1;
  if (first === '…' || (first === '.' && second === '.' && tokens[i + 2]?.text === '.')) return at;
  const pairs = [
    'et al',
    'and others',
    '& others',
    'et coll',
    'et alii',
    'u a',
    'и др',
    'y otros',
    'i in',
    'et als',
    '& al',
    'and al',
    'e outros',
    'e altri',
    'und andere',
    'u al',
    'and colleagues',
  ];
  if (first === 'u' && second === '.' && tokens[i + 2]?.text === 'a')
    return tokens[i + 3]?.text === '.' ? i + 4 : i + 3;
  if (second === undefined || tokens[i + 1]!.shape !== 'lower' || !pairs.includes(`${first} ${second}`)) return at;
  if (first === 'u' && tokens[i + 1]!.spaced === false) return at;
  return tokens[i + 2]?.text === '.' && !tokens[i + 2]!.spaced ? i + 3 : i + 2;
}

/** Index after `(Eds.)`, `, eds.`, `(Hg.)`, `, editor` at `at`; `at` where there is none. */
export function readRole(tokens: readonly Token[], at: number): number {
  let i = at;
  if (tokens[i]?.text === ',') i++;
  const bracket = tokens[i]?.text === '(' || tokens[i]?.text === '[';
  if (bracket) i++;
  const word = tokens[i];
  if (word === undefined || word.kind !== 'word' || !EDITOR_ROLES.has(word.text.toLowerCase())) return at;
  i++;
  if (tokens[i]?.text === '.') i++;
  if (!bracket) return i > at + 1 ? i : at;
  while (i < tokens.length && i < at + 10 && tokens[i]!.text !== ')' && tokens[i]!.text !== ']') i++;
  return tokens[i]?.text === ')' || tokens[i]?.text === ']' ? i + 1 : at;
}

/** The first name written with initials at `at`, for those who look for editors inside a text. */
export function startsWithInitials(tokens: readonly Token[], at: number): boolean {
  return endOfInitials(tokens, at, tokens.length) > at;
}
