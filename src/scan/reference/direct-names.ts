import { GIVEN, PARTICLE, SHORTENED, SUFFIX } from './lexicon.ts';
import {
  endOfInitials,
  endsName,
  isInitial,
  isLongInitial,
  isNameWord,
  isParticle,
  type NameFinding,
  person,
  readFamily,
  readSuffix,
} from './name-pieces.ts';
import { isMark, type Token, textOf } from './token.ts';

/** `D. E. Knuth`, `J. van Leeuwen`; with `full` set `Donald E. Knuth Jr.`, `Ludwig van Beethoven`. */
export function readDirect(
  tokens: readonly Token[],
  at: number,
  limit: number,
  full: boolean,
): NameFinding | undefined {
  if (isState(tokens, at) || isJournal(tokens, at)) return undefined;
  const givenEnd = full ? endOfDirectGiven(tokens, at, limit) : endOfInitialsAndNickname(tokens, at, limit);
  if (givenEnd <= at) return undefined;
  const family = readFamily(tokens, givenEnd, limit, full ? 2 : 3);
  if (family === undefined) return undefined;
  const suffix = readSuffix(tokens, family.end, limit);
  const to = suffix === undefined ? family.end : suffix.end;
  if (!endsName(tokens, to, limit)) return undefined;
  const name = person(tokens, family, givenEnd, textOf(tokens, at, givenEnd), suffix);
  return { name, from: at, to, form: full ? 'direct-full' : 'direct' };
}

/** `U.S. Department of Energy`, `U.K. Parliament`, `U.N. Environment Programme`. */
function isState(tokens: readonly Token[], at: number): boolean {
  const second = tokens[at + 2];
  if (tokens[at]!.text !== 'U' || !isMark(tokens[at + 1], '.')) return false;
  return second?.spaced === false && /^[SKN]$/.test(second.text);
}

/** `J. Comp. Phys.` */
function isJournal(tokens: readonly Token[], at: number): boolean {
  const word = tokens[at + 2];
  if (tokens[at]!.text !== 'J' || !isMark(tokens[at + 1], '.') || !isMark(tokens[at + 3], '.')) return false;
  return word!.text.length > 1 && (word!.bits & SHORTENED) !== 0;
}

// ---- initials first ----

function endOfInitialsAndNickname(tokens: readonly Token[], at: number, limit: number): number {
  const end = endOfInitials(tokens, at, limit);
  return end === at || isArticle(tokens, at) ? at : endOfNickname(tokens, end, limit);
}

/** “A Civil Action”: the first word of a title. */
function isArticle(tokens: readonly Token[], at: number): boolean {
  return /^[AI]$/.test(tokens[at]!.text) && !isMark(tokens[at + 1], '.');
}

/** A given name after an initial: `J. Edgar Hoover` keeps `J. Edgar` as given. */
function endOfNickname(tokens: readonly Token[], at: number, limit: number): number {
  const token = tokens[at];
  if (at + 1 >= limit || !isNameWord(token)) return at;
  if (isNameWord(tokens[at + 1]) && (tokens[at + 1]!.bits & SUFFIX) === 0 && isMiddleName(tokens, at, limit))
    return at + 1;
  const initials = endOfInitials(tokens, at + 1, limit);
  return initials > at + 1 && isNameWord(tokens[initials]) ? initials : at;
}

/** `M. Frans Kaashoek`: one initial and two words; `J. Van Loan` and `A. B. Garcia Marquez` have two family names. */
function isMiddleName(tokens: readonly Token[], at: number, limit: number): boolean {
  const { bits, lower } = tokens[at]!;
  if ((bits & GIVEN) !== 0) return true;
  const third = at + 2 < limit && isNameWord(tokens[at + 2]);
  const single = isMark(tokens[at - 1], '.') && !(isMark(tokens[at - 3], '.') && isInitial(tokens, at - 4));
  return single && !third && (bits & PARTICLE) === 0 && !/^(?:mac|mc|saint|san|santa|fitz)$/.test(lower);
}

// ---- whole names first ----

/** Given names of a direct name: all capitalised words and initials but the last word, or all before a particle. */
function endOfDirectGiven(tokens: readonly Token[], at: number, limit: number): number {
  let i = at;
  let lastWord = at;
  for (let count = 0; i < limit && count < 5; count++) {
    const initials = endOfInitials(tokens, i, limit);
    if (initials > i && !(i > at && isFamilyYu(tokens, i, initials))) {
      i = initials;
      if (isNameWord(tokens[i]) || isParticle(tokens[i])) lastWord = i;
      continue;
    }
    const token = tokens[i]!;
    if (i > at && startsFamily(tokens, i)) return i;
    if (!isNameWord(token) || (token.bits & SUFFIX) !== 0) break;
    lastWord = i;
    i++;
  }
  return lastWord;
}

/** `Keming Yu.`: what would be an initial before a family name ends the name. */
function isFamilyYu(tokens: readonly Token[], at: number, end: number): boolean {
  return isLongInitial(tokens, at) && !isNameWord(tokens[end]) && !isParticle(tokens[end]);
}

const CAPITAL_PARTICLES = /^(?:Le|La|De|Van|Von|Du|Di|Da|Del|Della|El|Al|Ben|Ter|Ten|Der|Mac|Mc|San|Fitz)$/;

/** A particle, small or capital (`van`, `Le`, `Mac`), before a name word: the family name begins here. */
function startsFamily(tokens: readonly Token[], at: number): boolean {
  const token = tokens[at]!;
  if (token.shape === 'lower') return (token.bits & PARTICLE) !== 0;
  return token.text.length <= 5 && CAPITAL_PARTICLES.test(token.text) && isNameWord(tokens[at + 1]);
}
