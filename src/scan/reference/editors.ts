import { isOthers, type NameList, readNames, readRole } from './authors.ts';
import { type Draft, take } from './draft.ts';
import type { NameFinding } from './names.ts';
import type { Token } from './token.ts';
import { GIVEN_NAMES, TRANSLATOR_ROLES } from './words.ts';

/** Finds editors between `from` and `limit` and takes their tokens with the words around them; translators are taken too. */
export function findEditors(draft: Draft, from: number, limit: number): NameFinding[] {
  const editors: NameFinding[] = [];
  for (let i = from; i < limit; i++) {
    if (draft.taken[i] === 1) continue;
    const phrase = readEditedBy(draft.tokens, i, limit) ?? readNamesWithRole(draft.tokens, i, from, limit);
    if (phrase === undefined) continue;
    take(draft, phrase.from, phrase.to);
    if (!phrase.translators) editors.push(...phrase.names);
    i = phrase.to - 1;
  }
  return editors;
}

interface Phrase {
  readonly from: number;
  readonly to: number;
  readonly names: readonly NameFinding[];
  readonly translators: boolean;
}

/** `edited by Robert Singh`, `ed. G.-R. Horn and E. Gerard`, `trans. Leslie Camhi`, `herausgegeben von …`. */
function readEditedBy(tokens: readonly Token[], at: number, limit: number): Phrase | undefined {
  const token = tokens[at]!;
  if (token.kind !== 'word') return undefined;
  const lower = token.text.toLowerCase();
  const next = tokens[at + 1]?.text.toLowerCase();
  const before = tokens[at - 1];
  if (before !== undefined && before.kind === 'word') return undefined;
  let namesFrom = -1;
  let translators = false;
  if ((lower === 'edited' || lower === 'translated') && next === 'by') {
    namesFrom = at + 2;
    translators = lower === 'translated';
  } else if (lower === 'edited' && next === 'and' && tokens[at + 3]?.text === 'by') namesFrom = at + 4;
  else if (lower === 'herausgegeben' || lower === 'édité' || lower === 'dirigé' || lower === 'sous')
    namesFrom = at + 2;
  else if (/^(?:eds?|hrsg|hg|éds?|ed|под)$/.test(lower)) {
    namesFrom = next === '.' ? at + 2 : at + 1;
    if (tokens[namesFrom]?.text === 'by') namesFrom++;
  } else if (TRANSLATOR_ROLES.has(lower)) {
    translators = true;
    namesFrom = next === '.' ? at + 2 : at + 1;
    if (tokens[namesFrom]?.text === 'by') namesFrom++;
  }
  if (namesFrom < 0 || namesFrom >= limit) return undefined;
  const list = readNames(tokens, namesFrom, limit);
  if (list === undefined) return undefined;
  const bracketed = before?.text === '(' && tokens[list.to]?.text === ')';
  return {
    from: bracketed ? at - 1 : at,
    to: bracketed ? list.to + 1 : list.to,
    names: list.names,
    translators,
  };
}

/** `Robert Singh (ed.)`, `D. S. Touretzky, editor,`, `(J. Smith, Trans.)`. */
function readNamesWithRole(
  tokens: readonly Token[],
  at: number,
  from: number,
  limit: number,
): Phrase | undefined {
  const before = tokens[at - 1];
  const token = tokens[at]!;
  if (token.kind !== 'word' || token.shape === 'lower' || token.emphasis >= 0 || token.text === 'In') return undefined;
  const opened =
    at === from ||
    before?.text === ':' ||
    before?.text === '(' ||
    /^in$/i.test(before?.text ?? '') ||
    before?.text === '.' ||
    before?.text === ',';
  if (!opened || !hasRoleAhead(tokens, at, limit)) return undefined;
  const list = readNames(tokens, at, limit);
  if (list === undefined) return undefined;
  if (list.editors && (hasCertainName(list) || !namesFollow(tokens, list.roleTo))) return { from: at, to: list.roleTo, names: list.names, translators: false };
  return translatorsOf(tokens, at, list);
}

/** An initial or a well-known given name makes sure that names are meant. */
function hasCertainName(list: NameList): boolean {
  return list.names.some(({ name }) => (name.given ?? '').includes('.') || GIVEN_NAMES.has((name.given ?? '').split(' ')[0]!.toLowerCase()));
}

/** `In Pattern Recognition, eds. Terry Caelli`: the role belongs to the names after it. */
function namesFollow(tokens: readonly Token[], at: number): boolean {
  const next = tokens[at];
  return next?.kind === 'word' && next.shape !== 'lower' && !')'.includes(tokens[at - 1]!.text) && /^eds?$/.test(tokens[at - 2]?.text ?? '');
}

function hasRoleAhead(tokens: readonly Token[], at: number, limit: number): boolean {
  for (let i = at; i < Math.min(limit, at + 60); i++) {
    if (readRole(tokens, i) > i || TRANSLATOR_ROLES.has(tokens[i]!.text.toLowerCase())) return true;
    if (isOthers(tokens, i) > i) i++;
  }
  return false;
}

function translatorsOf(tokens: readonly Token[], at: number, list: NameList): Phrase | undefined {
  const comma = tokens[list.to]?.text === ',';
  const word = tokens[list.to + (comma ? 1 : 0)];
  if (!comma || word === undefined || !TRANSLATOR_ROLES.has(word.text.toLowerCase())) return undefined;
  let to = list.to + 2;
  if (tokens[to]?.text === '.') to++;
  const bracketed = tokens[at - 1]?.text === '(' && tokens[to]?.text === ')';
  return { from: bracketed ? at - 1 : at, to: bracketed ? to + 1 : to, names: list.names, translators: true };
}
