import { once } from '../../../text/once.ts';
import { isDigit, letterWidth } from './characters.ts';
import { blankLine, FAIL, skipSpaces } from './lexical.ts';
import {
  ACCENTS,
  BLOCK_COMMANDS,
  type CommandShape,
  commandShape,
  DECLARATIONS,
  INLINE_ENVIRONMENTS,
  TEXT_ENVIRONMENTS,
} from './tex-commands.ts';
import { definitionEnd, isDefinition } from './tex-definitions.ts';
import { type Command, commandAt, group, option, skipTexSpace, texToken } from './tex-groups.ts';
import type { SourceText } from './work.ts';

/**
 * Raw TeX in Markdown: what Pandoc passes on to LaTeX and prints nowhere else, so nothing in it is a citation.
 *
 * A command Pandoc's LaTeX reader knows takes the arguments that reader gives it; any other takes all options and groups
 * that follow.
 */

/** Behind the raw TeX of running text at `at`, `FAIL` where the backslash is just a backslash. */
export function rawTexInline(source: SourceText, at: number, limit: number): number {
  const command = commandAt(source.text, at, limit);
  if (command === undefined || contextEnvironment(source, at, limit) !== FAIL) return FAIL;
  const { name } = command;
  if (name === 'begin') return environment(source, at, limit, (kind) => INLINE_ENVIRONMENTS.has(kind));
  if (name === 'end' || name === 'and' || BLOCK_COMMANDS.has(name)) return FAIL;
  if (isDefinition(name)) return definitionEnd(source, command, limit);
  return skipEmptyGroups(source.text, commandArguments(source, command, limit), limit);
}

/** Behind the raw TeX block at `at`: an environment, a command that ends paragraphs, a definition. */
export function rawTexBlock(source: SourceText, at: number, limit: number): number {
  const command = commandAt(source.text, at, limit);
  if (command === undefined) return FAIL;
  const context = contextEnvironment(source, at, limit);
  if (context !== FAIL) return context;
  const { name } = command;
  if (name === 'begin') return environment(source, at, limit, (kind) => !INLINE_ENVIRONMENTS.has(kind));
  if (isDefinition(name)) return definitionEnd(source, command, limit);
  return BLOCK_COMMANDS.has(name)
    ? commandArguments(source, command, limit)
    : lineOfCommands(source, at, limit);
}

/** Commands of which nothing is known are a block where they fill the rest of the line. */
function lineOfCommands(source: SourceText, at: number, limit: number): number {
  let position = at;
  for (;;) {
    const command = commandAt(source.text, position, limit);
    if (command === undefined) break;
    const { name } = command;
    if (commandShape(name) !== undefined || ACCENTS.has(name) || name === 'end') return FAIL;
    position = commandArguments(source, command, limit);
    if (position === FAIL) return FAIL;
  }
  return blankLine(source.text, position, limit) === FAIL ? FAIL : position;
}

function commandArguments(source: SourceText, { name, end }: Command, limit: number): number {
  const { text } = source;
  let position = skipSpaces(text, end, limit);
  if (text[position] === '*') position += 1;
  const known = commandShape(name);
  if (known !== undefined) return shapedArguments(source, known, position, limit);
  if (DECLARATIONS.has(name)) return restOfGroup(source, position, limit);
  if (ACCENTS.has(name) && position < limit && text[position] !== '{') return position + 1;
  position = skipOptions(source, position, limit);
  position = skipLength(text, position, limit);
  while (position < limit && text[position] === '{') {
    position = group(source, position, limit);
    if (position === FAIL) return FAIL;
  }
  return position;
}

/** What `{\bf …}` sets in bold: all up to the end of the group or of the paragraph. */
function restOfGroup(source: SourceText, at: number, limit: number): number {
  const { text } = source;
  let depth = 0;
  let position = at;
  while (position < limit && depth >= 0) {
    if (text[position] === '{') depth += 1;
    else if (text[position] === '}') depth -= 1;
    else if (text[position] === '\n' && blankLine(text, position + 1, limit) !== FAIL) break;
    if (depth >= 0) position = texToken(text, position, limit);
  }
  return isReadable(source, at, position) ? position : FAIL;
}

function shapedArguments(source: SourceText, shape: CommandShape, at: number, limit: number): number {
  let position = shape.options ? skipOptions(source, at, limit) : at;
  for (let left = shape.groups; left > 0; left -= 1) {
    const opening = skipSpaces(source.text, position, limit);
    position = source.text[opening] === '{' ? group(source, opening, limit) : FAIL;
    if (position === FAIL) return FAIL;
    if (shape.text && left === 1 && !isReadable(source, opening, position)) return FAIL;
  }
  return position;
}

/** The number behind a command nobody knows, with or without its unit: `\smash 3pt`. */
const LENGTH = once(
  () => /=? *-?(?:\d+(?:\.\d+)?|\.\d+)(?:pt|pc|in|bp|cm|mm|dd|cc|sp|ex|em)?(?![\p{L}\p{N}])/uy,
);

function skipLength(text: string, at: number, limit: number): number {
  LENGTH().lastIndex = at;
  const end = at + (LENGTH().exec(text)?.[0].length ?? 0);
  return end <= limit ? end : at;
}

/** Whether LaTeX could read it as text: no parameter of a macro, and every dollar sign has its partner. */
function isReadable(source: SourceText, start: number, end: number): boolean {
  const { text } = source;
  let dollars = 0;
  for (let at = start; at < end; at = texToken(text, at, end)) {
    if (text[at] === '$') dollars += 1;
    else if (text[at] === '#' && isDigit(text, at + 1) && text[at + 1] !== '0') return false;
  }
  source.spend(end - start);
  return dollars % 2 === 0;
}

/** `[…]` and Beamer's `<…>`, with blanks and one line end before each. */
function skipOptions(source: SourceText, at: number, limit: number): number {
  const { text } = source;
  let position = at;
  for (;;) {
    const next = skipTexSpace(text, position, limit);
    if (text[next] !== '[' || next >= limit) return position;
    const end = option(source, next, limit);
    if (end === FAIL) return position;
    position = skipTexSpace(text, end, limit);
  }
}

function skipEmptyGroups(text: string, at: number, limit: number): number {
  let position = at;
  while (position !== FAIL && position + 1 < limit && text.startsWith('{}', position)) position += 2;
  return position;
}

/** `\begin{x}` to its `\end{x}`; environments of the same name nest where they are balanced. */
function environment(
  source: SourceText,
  at: number,
  limit: number,
  wanted: (name: string) => boolean,
): number {
  const { text, find, spend } = source;
  const opening = skipSpaces(text, at + '\\begin'.length, limit);
  const close = text[opening] === '{' ? find('}', opening) : -1;
  if (close === -1 || close >= limit) return FAIL;
  const name = text.slice(opening + 1, close);
  if (name.includes('\n') || !wanted(name)) return FAIL;
  const begin = `\\begin{${name}}`;
  const end = `\\end{${name}}`;
  let first = FAIL;
  let depth = 1;
  let position = close + 1;
  while (depth > 0) {
    const ending = find(end, position);
    if (ending === -1 || ending + end.length > limit) break;
    spend(ending - position);
    depth += text.slice(position, ending).split(begin).length - 2;
    position = ending + end.length;
    if (first === FAIL) first = position;
  }
  const behind = depth > 0 ? first : position;
  const isRaw = behind === FAIL || !TEXT_ENVIRONMENTS.has(name) || isReadable(source, close + 1, behind);
  return isRaw ? behind : FAIL;
}

/** ConTeXt's `\startx … \stopx`. */
function contextEnvironment({ text, find }: SourceText, at: number, limit: number): number {
  if (!text.startsWith('\\start', at)) return FAIL;
  let end = at + 6;
  while (end < limit && letterWidth(text, end) > 0) end += 1;
  if (end === at + 6) return FAIL;
  const stop = '\\stop' + text.slice(at + 6, end);
  const found = find(stop, end);
  return found === -1 || found + stop.length > limit ? FAIL : found + stop.length;
}
