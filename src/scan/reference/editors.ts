import { append } from '../../text/append.ts';
import { type NameList, readNames } from './authors.ts';
import { type Draft, take } from './draft.ts';
import { EDITING, EDITOR_ROLE, GIVEN, TRANSLATOR_ROLE } from './lexicon.ts';
import type { NameFinding } from './name-pieces.ts';
import { endOfSecondRole, isRoleWord } from './roles.ts';
import { isMark, isOneOf, type Token } from './token.ts';

/** Finds editors after `from` and takes their tokens with the words around them; translators are taken too. */
export function readEditors(draft: Draft, from: number): NameFinding[] {
  const { tokens, taken, source } = draft;
  if ((source.bits & (EDITING | EDITOR_ROLE | TRANSLATOR_ROLE)) === 0) return [];
  const editors: NameFinding[] = [];
  for (let i = from; i < tokens.length; i++) {
    if (taken[i] === 1 || tokens[i]!.kind !== 'word') continue;
    const phrase = readEditedBy(tokens, i) ?? readNamesWithRole(tokens, i, from);
    if (phrase === undefined) continue;
    take(draft, phrase.from, phrase.to);
    if (!phrase.translators) append(editors, phrase.names);
    i = phrase.to - 1;
  }
  return editors;
}

/** Names with the words that say what their bearers did. */
interface Phrase {
  readonly from: number;
  readonly to: number;
  readonly names: readonly NameFinding[];
  readonly translators: boolean;
}

// ---- the role first ----

/** `edited by Robert Singh`, `ed. G.-R. Horn and E. Gerard`, `trans. Leslie Camhi`, `herausgegeben von …`. */
function readEditedBy(tokens: readonly Token[], at: number): Phrase | undefined {
  const token = tokens[at]!;
  if ((token.bits & (EDITING | EDITOR_ROLE | TRANSLATOR_ROLE)) === 0 || tokens[at - 1]?.kind === 'word')
    return undefined;
  const namesFrom = startOfNames(tokens, at);
  if (namesFrom < 0) return undefined;
  const list = readNames(tokens, namesFrom, tokens.length);
  if (list === undefined) return undefined;
  const translators = (token.bits & TRANSLATOR_ROLE) !== 0 || token.lower === 'translated';
  return withBrackets(tokens, at, list.to, list.names, translators);
}

/** Index after `edited by`, `ed.`, `Hrsg. von`; -1 where the words say something else. */
function startOfNames(tokens: readonly Token[], at: number): number {
  const token = tokens[at]!;
  const next = tokens[at + 1];
  if ((token.bits & EDITING) !== 0) {
    if (next?.lower === 'and' && tokens[at + 3]?.lower === 'by') return at + 4;
    const english = token.lower === 'edited' || token.lower === 'translated';
    return !english || next?.lower === 'by' ? at + 2 : -1;
  }
  const role = (token.bits & TRANSLATOR_ROLE) !== 0 || /^(?:eds?|hrsg|hg|éds?)$/.test(token.lower);
  if (!role) return -1;
  const from = isMark(next, '.') ? at + 2 : at + 1;
  return tokens[from]?.lower === 'by' || tokens[from]?.lower === 'von' ? from + 1 : from;
}

function withBrackets(
  tokens: readonly Token[],
  from: number,
  to: number,
  names: readonly NameFinding[],
  translators: boolean,
): Phrase {
  const bracketed = isMark(tokens[from - 1], '(') && isMark(tokens[to], ')');
  return { from: bracketed ? from - 1 : from, to: bracketed ? to + 1 : to, names, translators };
}

// ---- the names first ----

/** `Robert Singh (ed.)`, `D. S. Touretzky, editor,`, `(J. Smith, Trans.)`. */
function readNamesWithRole(tokens: readonly Token[], at: number, from: number): Phrase | undefined {
  const token = tokens[at]!;
  if (token.shape === 'lower' || token.emphasis >= 0 || token.text === 'In') return undefined;
  const before = tokens[at - 1];
  const opened = at === from || isOneOf(before, ':(.,') || before?.lower === 'in';
  if (!opened || !hasRoleAhead(tokens, at)) return undefined;
  const list = readNames(tokens, at, tokens.length);
  if (list === undefined) return undefined;
  if (!list.editors) return readTranslators(tokens, at, list);
  if (!hasCertainName(tokens, list) && namesFollow(tokens, list.roleTo)) return undefined;
  return { from: at, to: list.roleTo, names: list.names, translators: false };
}

/** Longest row of names before their role, in tokens. */
const FARTHEST_ROLE = 60;

function hasRoleAhead(tokens: readonly Token[], at: number): boolean {
  for (let i = at; i < tokens.length && i < at + FARTHEST_ROLE; i++) if (isRoleWord(tokens[i]!)) return true;
  return false;
}

/** An initial or a well-known given name makes sure that names are meant. */
function hasCertainName(tokens: readonly Token[], list: NameList): boolean {
  return list.names.some(
    ({ name, from }) => (name.given ?? '').includes('.') || (tokens[from]!.bits & GIVEN) !== 0,
  );
}

/** `In Pattern Recognition, eds. Terry Caelli`: the role belongs to the names after it. */
function namesFollow(tokens: readonly Token[], at: number): boolean {
  const next = tokens[at];
  const bare = !isMark(tokens[at - 1], ')') && /^eds?$/.test(tokens[at - 2]?.text ?? '');
  return bare && next?.kind === 'word' && next.shape !== 'lower';
}

function readTranslators(tokens: readonly Token[], at: number, list: NameList): Phrase | undefined {
  const word = isMark(tokens[list.to], ',') ? tokens[list.to + 1] : undefined;
  if (word === undefined || (word.bits & TRANSLATOR_ROLE) === 0) return undefined;
  const to = isMark(tokens[list.to + 2], '.') ? list.to + 3 : list.to + 2;
  return withBrackets(tokens, at, endOfSecondRole(tokens, to), list.names, true);
}
