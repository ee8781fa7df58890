import { letterWidth } from './pandoc-characters.ts';
import { blankLine, FAIL, skipSpaces } from './pandoc-lexical.ts';
import type { SourceText } from './pandoc-work.ts';

/**
 * Raw TeX in Markdown: what Pandoc passes on to LaTeX and prints nowhere else, so nothing in it is a citation.
 *
 * A command Pandoc's LaTeX reader knows takes the arguments that reader gives it; any other takes all options and groups
 * that follow. Which commands are known, and which of them end a paragraph, was read off Pandoc 3.10 by running it.
 */
const NO_ARGUMENT = words(
  'footnotesize small large Large LARGE huge Huge tiny normalsize scriptsize ldots dots LaTeX TeX hfill vfill hfil ' +
    'newline S P copyright textregistered today and textquotedblleft slash aa AA ae AE o O ss l L i j pounds euro ' +
    'textbackslash textasciitilde textless textgreater xspace expandafter hskip vskip',
);

/** Option lists and exactly one group. */
const ONE_ARGUMENT = words(
  'cite citep citet citealp citealt citeauthor citeyear citeyearpar footcite parencite textcite autocite supercite ' +
    'nocite footnote footnotetext thanks url includegraphics ensuremath gls Gls glspl Glspl ac acs acl acp num ang emph textbf textit ' +
    'texttt textsc textrm textsf underline textsuperscript textsubscript MakeUppercase MakeLowercase uppercase ' +
    'lowercase input enquote alert',
);

/** Accents: a group or the next character. */
const ACCENTS = words('b c d h H k r t u v');

/** Commands that end a paragraph. */
const BLOCK_COMMANDS = words(
  'title author signature theoremstyle part chapter section subsection subsubsection paragraph subparagraph minisec ' +
    'frametitle framesubtitle plainbreak fancybreak pfbreak bibliography addbibresource lstinputlisting blockquote ' +
    'subtitle address date opening closing centerline caption endinput hrule strut raggedright par item usepackage ' +
    'include documentclass rule hypertarget newtheorem',
);

const DEFINITIONS = words(
  'newcommand renewcommand providecommand newenvironment renewenvironment DeclareMathOperator def let',
);

const INLINE_ENVIRONMENTS = words(
  'displaymath math equation equation* gather gather* multline multline* eqnarray eqnarray* align align* alignat ' +
    'alignat* flalign flalign* dmath dmath* dgroup dgroup* darray darray*',
);

/** Behind the raw TeX of running text at `at`, `FAIL` where the backslash is just a backslash. */
export function rawTexInline(source: SourceText, at: number, limit: number): number {
  const command = commandAt(source.text, at, limit);
  if (command === undefined || contextEnvironment(source, at, limit) !== FAIL) return FAIL;
  const { name } = command;
  if (name === 'begin') return environment(source, at, limit, (kind) => INLINE_ENVIRONMENTS.has(kind));
  if (name === 'end' || name === 'and' || BLOCK_COMMANDS.has(name)) return FAIL;
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
  if (DEFINITIONS.has(name)) return definition(source, command, limit);
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
    if (NO_ARGUMENT.has(name) || ONE_ARGUMENT.has(name) || ACCENTS.has(name) || name === 'end') return FAIL;
    position = commandArguments(source, command, limit);
    if (position === FAIL) return FAIL;
  }
  return blankLine(source.text, position, limit) === FAIL ? FAIL : position;
}

interface Command {
  readonly name: string;
  readonly end: number;
}

function commandAt(text: string, at: number, limit: number): Command | undefined {
  if (text.charCodeAt(at) !== 92) return undefined;
  let end = at + 1;
  while (end < limit) {
    const width = letterWidth(text, end);
    if (width === 0) break;
    end += width;
  }
  return end === at + 1 ? undefined : { name: text.slice(at + 1, end), end };
}

function commandArguments(source: SourceText, { name, end }: Command, limit: number): number {
  const { text } = source;
  let position = skipSpaces(text, end, limit);
  if (text[position] === '*') position += 1;
  if (NO_ARGUMENT.has(name)) return position;
  if (ACCENTS.has(name) && position < limit && text[position] !== '{') return position + 1;
  position = skipOptions(source, position, limit);
  if (ONE_ARGUMENT.has(name)) {
    const opening = skipSpaces(text, position, limit);
    return text[opening] === '{' ? group(source, opening, limit) : FAIL;
  }
  while (position < limit && text[position] === '{') {
    position = group(source, position, limit);
    if (position === FAIL) return FAIL;
  }
  return position;
}

/** `\newcommand{\x}[2]{…}`, `\def\x#1{…}`: groups and options in any order. */
function definition(source: SourceText, { name, end }: Command, limit: number): number {
  const { text } = source;
  let position = end;
  if (name === 'def' || name === 'let') {
    const opening = source.find('{', end);
    if (opening === -1 || opening >= limit) return FAIL;
    return group(source, opening, limit);
  }
  for (let groups = 0; position < limit; ) {
    const next = skipSpaces(text, position, limit);
    if (text[next] === '{') position = group(source, next, limit);
    else if (text[next] === '[') position = option(source, next, limit);
    else return groups > 0 ? position : FAIL;
    if (position === FAIL) return FAIL;
    groups += 1;
  }
  return position;
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

function skipTexSpace(text: string, at: number, limit: number): number {
  const position = skipSpaces(text, at, limit);
  if (position >= limit || text[position] !== '\n') return position;
  const next = skipSpaces(text, position + 1, limit);
  return next < limit && text[next] === '\n' ? position : next;
}

/** `[…]`; groups inside may hold brackets. */
function option(source: SourceText, at: number, limit: number): number {
  const { text } = source;
  if (source.find(']', at) === -1) return FAIL;
  let position = at + 1;
  while (position < limit) {
    source.spend(1);
    const character = text[position];
    if (character === ']') return position + 1;
    if (character === '{') {
      const end = group(source, position, limit);
      position = end === FAIL ? position + 1 : end;
    } else position = texToken(text, position, limit);
  }
  return FAIL;
}

/** `{…}` with nested groups; comments and escaped braces do not count. */
function group(source: SourceText, at: number, limit: number): number {
  const { text } = source;
  if (source.find('}', at) === -1) return FAIL;
  let depth = 0;
  let position = at;
  while (position < limit) {
    source.spend(1);
    const character = text[position];
    if (character === '{') depth += 1;
    else if (character === '}') {
      depth -= 1;
      if (depth === 0) return position + 1;
    }
    position = texToken(text, position, limit);
  }
  return FAIL;
}

function texToken(text: string, at: number, limit: number): number {
  const code = text.charCodeAt(at);
  if (code === 92) return Math.min(limit, at + 2);
  if (code !== 37) return at + 1;
  const end = text.indexOf('\n', at);
  return end === -1 ? limit : Math.min(limit, end);
}

function skipEmptyGroups(text: string, at: number, limit: number): number {
  let position = at;
  while (position !== FAIL && position + 1 < limit && text.startsWith('{}', position)) position += 2;
  return position;
}

/** `\begin{x}` to its `\end{x}`; environments of the same name nest where they are balanced. */
function environment(
  { text, find, spend }: SourceText,
  at: number,
  limit: number,
  wanted: (name: string) => boolean,
): number {
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
    if (ending === -1 || ending + end.length > limit) return first;
    spend(ending - position);
    depth += text.slice(position, ending).split(begin).length - 2;
    position = ending + end.length;
    if (first === FAIL) first = position;
  }
  return position;
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

function words(list: string): ReadonlySet<string> {
  return new Set(list.split(' '));
}
