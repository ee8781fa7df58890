import type { Region } from '../../model.ts';
import type { NameList } from './authors.ts';
import type { Head } from './head.ts';
import type { NameFinding } from './name-pieces.ts';
import { isStoppedEt } from './roles.ts';
import { isConjunction } from './separators.ts';
import { isMark, isOneOf, regionOf, type Token } from './token.ts';

/** Where the names at the head are damaged: they begin with a separator, or a name lacks its initials. */
export function findMisshapenAuthor(tokens: readonly Token[], { names, start }: Head): Region | undefined {
  if (isStraySeparator(tokens[start])) return regionOf(tokens, start, start + 1);
  if (names === undefined) return undefined;
  return names.form === 'literal' ? findBroken(tokens, names) : findDamagedName(tokens, names);
}

/** A separator that stands twice among the names at the head. */
export function findDoubledSeparator(tokens: readonly Token[], { names, start }: Head): Region | undefined {
  if (isStraySeparator(tokens[start])) return undefined;
  return names === undefined
    ? findDoubled(tokens, start, endOfHead(tokens, start))
    : findDoubled(tokens, names.from, names.to);
}

/** `Seward, J., & (2005).`: a conjunction with no name after it. */
export function findDanglingConjunction(tokens: readonly Token[], { names }: Head): Region | undefined {
  return names === undefined ? undefined : findDangling(tokens, names);
}

/** `, J. Seward`, `& Nethercote, N.`: the text begins in the middle of a list. */
function isStraySeparator(token: Token | undefined): boolean {
  return isOneOf(token, ',;&') || token?.text === 'and';
}

/** Where names that could not be read would end: at a number, a bracket or other marks, or after a few words. */
function endOfHead(tokens: readonly Token[], start: number): number {
  let i = start;
  while (i < tokens.length && i < start + 10) {
    const token = tokens[i]!;
    const inName = token.kind === 'word' ? token.shape !== 'lower' : isOneOf(token, ',;.&-');
    if (!inName || token.emphasis >= 0 || token.quote >= 0) break;
    i++;
  }
  return i - 2;
}

/** `Seward,, J.`, `Seward, J., & & Nethercote`, `J..`. */
function findDoubled(tokens: readonly Token[], from: number, to: number): Region | undefined {
  for (let i = from + 1; i <= to + 1 && i < tokens.length; i++) {
    const before = tokens[i - 1]!;
    const token = tokens[i]!;
    const commas = isOneOf(before, ',;') && isOneOf(token, ',;');
    const stops =
      isMark(before, '.') && isMark(token, '.') && !isMark(tokens[i + 1], '.') && !isMark(tokens[i - 2], '.');
    const conjunctions = isConjunction(before) && isConjunction(token) && token.text !== 'et';
    if (commas || stops || conjunctions) return regionOf(tokens, i - 1, i + 1);
  }
  return undefined;
}

/** `et. al.` at the end of the names: the first stop is one too many. */
export function findStoppedEt(tokens: readonly Token[], { names: list }: Head): Region | undefined {
  if (list === undefined || !list.othersOmitted) return undefined;
  const { names, to } = list;
  for (let i = names.at(-1)!.to; i < to; i++) if (isStoppedEt(tokens, i)) return regionOf(tokens, i, to);
  return undefined;
}

function findDangling(tokens: readonly Token[], { to }: NameList): Region | undefined {
  const at = isMark(tokens[to], ',') ? to + 1 : to;
  if (!isConjunction(tokens[at])) return undefined;
  const next = tokens[at + 1];
  return next === undefined || next.kind === 'number' || next.kind === 'mark'
    ? regionOf(tokens, at, at + 1)
    : undefined;
}

/** `Seward, & Nethercote, N.`: read as an organisation, but an initial gives people away. */
function findBroken(tokens: readonly Token[], { from, to }: NameList): Region | undefined {
  let joined = false;
  for (let i = from + 1; i < to; i++) {
    if (isConjunction(tokens[i])) joined = true;
    const initial = isInitial(tokens[i]) && isMark(tokens[i - 1], ',');
    if (joined && initial && (i + 1 >= tokens.length || isMark(tokens[i + 1], '.')))
      return regionOf(tokens, from, to);
  }
  return undefined;
}

// ---- one name unlike the others ----

/** `Vehtari, A, Gelman, A.`: the last initial of one name, where it alone has lost its full stop. */
export function findBareInitial(tokens: readonly Token[], { names }: Head): Region | undefined {
  if (names === undefined) return undefined;
  const odd = findOddName(tokens, names);
  const bare = odd ?? names.names.find((name) => isBehindStopped(tokens, name));
  return bare !== undefined && isBareInitial(tokens, bare)
    ? regionOf(tokens, bare.to - 1, bare.to)
    : undefined;
}

/** `Hoare, C. A. R (1962).`: the other initials of the same name have their full stops. */
function isBehindStopped(tokens: readonly Token[], { from, to }: NameFinding): boolean {
  return to - from > 4 && isMark(tokens[to - 2], '.') && isInitial(tokens[to - 3]);
}

const isInitial = (token: Token | undefined): boolean => token?.shape === 'caps' && token.text.length === 1;

function isBareInitial(tokens: readonly Token[], { form, to }: NameFinding): boolean {
  return form === 'inverted' && isInitial(tokens[to - 1]);
}

function findDamagedName(tokens: readonly Token[], list: NameList): Region | undefined {
  const damaged = list.names.find((name) => hasInnerDigit(name));
  if (damaged !== undefined) return regionOf(tokens, damaged.from, damaged.to);
  const odd = findOddName(tokens, list);
  return odd === undefined || isBareInitial(tokens, odd) ? undefined : regionOf(tokens, odd.from, odd.to);
}

/** In a list of `Family, I.` a name without initials, without comma, or with an initial that has lost its full stop. */
function findOddName(tokens: readonly Token[], { names }: NameList): NameFinding | undefined {
  const inverted = names.filter((name) => name.form === 'inverted');
  if (inverted.length === 0 || names.length < 2) return undefined;
  const dotted = inverted.filter((name) => isDotted(name) && !isGroup(name)).length;
  const others = inverted.filter((name) => !isDotted(name)).length;
  return names.find((name) => isOdd(tokens, name, dotted > 0 && others <= 1));
}

/** `Sew4rd`: a digit between letters. */
function hasInnerDigit({ name }: NameFinding): boolean {
  return name.literal !== true && /\p{L}\d\p{Ll}/u.test(name.family);
}

function isDotted({ name }: NameFinding): boolean {
  return (name.given ?? '').endsWith('.');
}

/** `Neale, MC.`: the stop ends the list, and says nothing of how the others are written. */
function isGroup({ name }: NameFinding): boolean {
  return /^\p{Lu}{2,3}\.$/u.test(name.given ?? '');
}

function isOdd(tokens: readonly Token[], name: NameFinding, dotted: boolean): boolean {
  if (name.form === 'literal') {
    // `Heumann, C., Schomaker, M., Shalabh (2016)`: with no conjunction before it, a name that some people have alone.
    if (isMark(tokens[name.from - 1], ',')) return false;
    // `Wijaya, A., & Sugiyono. (2015).`: one name is all that many people have, and APA ends it with a stop.
    const isStopped = isMark(tokens[name.to], '.') && tokens[name.to + 1]?.kind !== 'word';
    if (name.to !== name.from + 1 || isStopped) return false;
    return /^\p{Lu}\p{Ll}+$/u.test(tokens[name.from]!.text) && dotted;
  }
  if (name.form === 'run-on') return dotted && isDotted(name);
  return name.form === 'inverted' && dotted && !isDotted(name) && (name.name.given ?? '').length <= 5;
}
