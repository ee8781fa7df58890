import { readDirect } from './direct-names.ts';
import { readInverted } from './inverted-names.ts';
import {
  endOfInitials,
  endsName,
  isLongInitial,
  type NameFinding,
  type NameForm,
  person,
  readFamily,
  readSuffix,
} from './name-pieces.ts';
import { endOfNoteMarks } from './note-marks.ts';
import { isMark, type Token, textOf } from './token.ts';

/** A name of the given form at `at`, before `limit`, with the signs of its notes; undefined where the tokens are none. */
export function readName(
  tokens: readonly Token[],
  at: number,
  limit: number,
  form: NameForm,
): NameFinding | undefined {
  const found = readBareName(tokens, at, limit, form);
  if (found === undefined) return undefined;
  const to = endOfNoteMarks(tokens, found.to, limit);
  return to === found.to ? found : { ...found, to };
}

function readBareName(
  tokens: readonly Token[],
  at: number,
  limit: number,
  form: NameForm,
): NameFinding | undefined {
  if (at >= limit || tokens[at]!.kind !== 'word' || tokens[at]!.text === 'The') return undefined;
  switch (form) {
    case 'inverted':
      return readInverted(tokens, at, limit, false);
    case 'inverted-full':
      return readInverted(tokens, at, limit, true);
    case 'run-on':
      return readRunOn(tokens, at, limit);
    case 'direct':
      return readDirect(tokens, at, limit, false);
    case 'direct-full':
      return readDirect(tokens, at, limit, true);
    case 'cjk':
      return readEastAsian(tokens, at, limit);
    case 'literal':
      return undefined;
  }
}

/** `Knuth DE`, `van der Berg J`, `Heidegger M.`, `Poux P.-Y.`, `Matiyasevich Yu. V.`. */
function readRunOn(tokens: readonly Token[], at: number, limit: number): NameFinding | undefined {
  const family = readFamily(tokens, at, limit);
  if (family === undefined) return undefined;
  let familyEnd = family.end;
  while (familyEnd - 1 > family.particleEnd && isLongInitial(tokens, familyEnd - 1)) familyEnd--;
  let end = endOfInitials(tokens, familyEnd, limit);
  if (end === familyEnd) {
    if (!isInitialGroup(tokens[familyEnd - 1]!) || familyEnd - 1 <= family.particleEnd) return undefined;
    familyEnd--;
    end = family.end;
  }
  const suffix = isMark(tokens[end], ',') ? undefined : readSuffix(tokens, end, limit);
  const to = suffix === undefined ? end : suffix.end;
  const stopped = isMark(tokens[to - 1], '.') && (tokens[to]?.shape !== 'lower' || isDomain(tokens, to));
  if (!stopped && !endsName(tokens, to, limit)) return undefined;
  const name = person(tokens, { ...family, end: familyEnd }, at, textOf(tokens, familyEnd, end), suffix);
  return { name, from: at, to, form: 'run-on' };
}

/** `example.org`: a site where a title may stand. */
function isDomain(tokens: readonly Token[], at: number): boolean {
  return isMark(tokens[at + 1], '.') && !tokens[at + 1]!.spaced && tokens[at + 2]?.spaced === false;
}

/** `DE`, `JRR`: up to four capitals that are no word. */
function isInitialGroup(token: Token): boolean {
  return token.shape === 'caps' && token.text.length <= 4 && !/^(?:II|III|IV)$/.test(token.text);
}

/** 王选, 陈景润, 王 选: two to four characters; Western names in Chinese lists are read by the other forms. */
function readEastAsian(tokens: readonly Token[], at: number, limit: number): NameFinding | undefined {
  const token = tokens[at]!;
  if (token.shape !== 'cjk') return undefined;
  let to = at + 1;
  let text = token.text;
  if (text.length === 1 && to < limit && tokens[to]!.shape === 'cjk') {
    text += tokens[to]!.text;
    to++;
  }
  if (text.endsWith('等') && text.length > 2) text = text.slice(0, -1);
  if (text.length > 4) return { name: { family: text, literal: true }, from: at, to, form: 'cjk' };
  const familyLength = text.length === 4 ? 2 : 1;
  const name =
    text.length < 2
      ? { family: text }
      : { family: text.slice(0, familyLength), given: text.slice(familyLength) };
  return { name, from: at, to, form: 'cjk' };
}
