import { GIVEN, PARTICLE } from './lexicon.ts';
import { isNameWord, type NameFinding, type NameForm } from './name-pieces.ts';
import { readName } from './names.ts';
import { hasOrganisationWord } from './organisations.ts';
import { endOfOthers, endOfRole } from './roles.ts';
import { isConjunction, type Separator } from './separators.ts';
import { isMark, isOneOf, type Token } from './token.ts';

const words = (text: string | undefined): string[] => (text ?? '').split(' ');

/** Whether the first name that could be read is one, and not the beginning of a title. `runOn`: see `readNames`. */
export function isPlausibleFirst(
  tokens: readonly Token[],
  first: NameFinding,
  limit: number,
  runOn: boolean,
): boolean {
  switch (first.form) {
    case 'inverted-full':
      return isPlausibleInverted(tokens, first, limit);
    case 'direct-full':
      return !hasOrganisationWord(tokens, first.from, first.to) && isPlausibleDirect(tokens, first, limit);
    case 'run-on':
      return runOn || isPlausibleRunOn(tokens, first, limit);
    case 'direct':
      return !hasOrganisationWord(tokens, first.from, first.to);
    default:
      return true;
  }
}

/** `Love R. Linux Kernel` and `Pierce B.C. Types and`, not `Andrew S. Tanenbaum.` */
function isPlausibleRunOn(tokens: readonly Token[], first: NameFinding, limit: number): boolean {
  if (!isMark(tokens[first.to - 1], '.') || !isNameWord(tokens[first.to])) return true;
  if (words(first.name.family).length > 2) return false;
  const direct = readName(tokens, first.from, limit, 'direct-full');
  if (direct === undefined || wholeWords(direct.name.given) > 2) return true;
  const given = (tokens[first.from]!.bits & GIVEN) !== 0;
  if (hasTwoInitials(first) && (!given || !(first.name.given ?? '').includes(' '))) return true;
  if (given) return false;
  if (tokens[first.from]!.shape === 'caps' && tokens[first.to]!.shape !== 'caps') return true;
  const after = tokens[direct.to];
  if (isConjunction(after)) return !isNameAt(tokens, direct.to + 1, limit);
  if (isMark(after, '(') && direct.to >= limit) return !isTitleBehind(tokens, limit);
  return after === undefined || !isOneOf(after, '.,');
}

/** `Shayle R. Searle (1971), Linear Models`: words follow the bracket of the date, and no volume. */
function isTitleBehind(tokens: readonly Token[], bracket: number): boolean {
  let i = bracket + 1;
  while (i < bracket + 4 && !isMark(tokens[i], ')')) i++;
  do i++;
  while (isOneOf(tokens[i], '.,:'));
  return tokens[i]?.kind === 'word' || tokens[i]?.kind === 'open-quote';
}

/** Words of given names, where initials side by side count for one: two in `Charles A. R.`. */
function wholeWords(given: string | undefined): number {
  return words(given).filter((word, i, all) => !(word.endsWith('.') && all[i - 1]?.endsWith('.'))).length;
}

/** `B.C.`, `S. A.`: hardly anyone has two between a given and a family name. */
function hasTwoInitials({ name }: NameFinding): boolean {
  return (name.given ?? '').split('.').length > 2;
}

function isNameAt(tokens: readonly Token[], at: number, limit: number): boolean {
  return (readName(tokens, at, limit, 'direct') ?? readName(tokens, at, limit, 'direct-full')) !== undefined;
}

/** `Garcia Marquez, Gabriel.` and not `Robert Darnton, Communication` */
function isPlausibleInverted(tokens: readonly Token[], first: NameFinding, limit: number): boolean {
  const family = words(first.name.family);
  const given = words(first.name.given);
  const next = tokens[first.to];
  const bounded = first.to >= limit || next === undefined || next.kind === 'open-quote';
  const ends = bounded || isOneOf(next, '.(;:&') || isConjunction(next);
  if (family.length === 1)
    return ends || isMark(next, ',') || isMark(tokens[first.to - 1], '.') || isKnownGiven(tokens, first);
  const familyIsGiven = (tokens[first.from]!.bits & GIVEN) !== 0;
  if (familyIsGiven && !isKnownGiven(tokens, first)) return false;
  if (given.length > 1 && !given.some((part) => part.length <= 2)) return false;
  return ends && (first.name.particle !== undefined || family.length === 2 || isJoint(family));
}

/** `Ortega y Gasset`, `Eça de Queirós`: two words that a small one joins. */
function isJoint(family: readonly string[]): boolean {
  return family.length === 3 && /^\p{Ll}{1,3}$/u.test(family[1]!);
}

/** The first word after the comma of an inverted name is a well-known given name. */
function isKnownGiven(tokens: readonly Token[], { from, to }: NameFinding): boolean {
  for (let i = from; i < to; i++) if (isMark(tokens[i], ',')) return (tokens[i + 1]!.bits & GIVEN) !== 0;
  return false;
}

/** A full name in direct order looks like any title of two words: something around it must say that it is a name. */
function isPlausibleDirect(tokens: readonly Token[], first: NameFinding, limit: number): boolean {
  const next = tokens[first.to];
  if (words(first.name.given).length > 3) return false;
  if (first.to >= limit || next === undefined || isOneOf(next, ',.:;(') || next.kind === 'open-quote')
    return true;
  if (endOfOthers(tokens, first.to) > first.to) return true;
  if (!isConjunction(next)) return false;
  const second = tokens[first.to + 1];
  return second === undefined || second.shape !== 'lower' || (second.bits & PARTICLE) !== 0;
}

/** `Smith, J., Doe, J.` is a list of inverted names; `Bird, Jon, Barry Curtis` is not. */
export function isPlausibleNext(
  tokens: readonly Token[],
  next: NameFinding,
  separator: Separator,
  limit: number,
  listForm: NameForm,
): boolean {
  const after = tokens[next.to];
  if (next.form === 'inverted-full') {
    // ResearchGate joins all of them: `Zhang, Lei & Yang, Fan & Zhang, Yimin. (2016).`
    const isStopped = isMark(tokens[next.to - 1], '.');
    const ends = next.to >= limit || isStopped || isOneOf(after, '.(;,:') || isConjunction(after);
    const capitals = tokens[next.from]!.shape === 'caps' && tokens[next.from]!.text.length > 2;
    const joined = separator.strong || capitals || (separator.conjunction && ends);
    return joined && words(next.name.family).length <= 2;
  }
  if (
    next.form === 'run-on' &&
    listForm !== 'run-on' &&
    isMark(tokens[next.to - 1], '.') &&
    isNameWord(tokens[next.to])
  ) {
    return readName(tokens, next.from, limit, 'direct-full') === undefined;
  }
  if (next.form === 'direct' && listForm === 'run-on' && !separator.conjunction) {
    // `Hall B., J. Mairesse and P. Mohnen (2010)`, and not `Smith J, C Programming, Wiley`.
    const goesOn = next.to >= limit || isOneOf(after, ',(') || isConjunction(after);
    return goesOn && isMark(tokens[next.from + 1], '.');
  }
  if (next.form !== 'direct-full' || separator.conjunction) return true;
  if (after === undefined || next.to >= limit || endOfRole(tokens, next.to) > next.to) return true;
  if (listForm === 'direct' && (tokens[next.from]!.bits & GIVEN) === 0) return false;
  return isOneOf(after, listForm === 'direct-full' ? ',;.:' : ',;.') || isConjunction(after);
}
