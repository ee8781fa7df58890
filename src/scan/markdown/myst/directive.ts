import type { Label, Region } from '../../../model.ts';
import type { MystEngine } from '../../dialects/myst-directives.ts';
import { skipBlanks, trimBlanks } from '../block-starts.ts';
import type { FencedBlock } from '../blocks.ts';
import type { Lines } from '../lines.ts';

/** One `:name: value` of a directive, or a line of its YAML block. */
export interface DirectiveOption {
  readonly name: string;
  readonly value: Region;
}

/** A fence whose info names a directive: ```` ```{figure} knuth.png ````. */
export interface Directive {
  readonly name: string;
  readonly argument: Region;
  /** `#id` in the braces. */
  readonly id?: Label;
  readonly options: readonly DirectiveOption[];
  readonly body: Lines;
}

const NAME = /^[A-Za-z0-9_:-]+$/;
const ATTRIBUTE = /^(?:[.#][\w-]|[\w-]+=)/;
const OPTION = /^:([^:\s]+):/;
const YAML_OPTION = /^([\w-]+):(?=\s|$)/;

/**
 * Reads a fence as a directive (markdown-it-myst, `directives.ts`); `undefined` where its info is only a language. Attributes
 * without a name are a `div` of mystmd.
 */
export function readDirective(
  text: string,
  { info, lines }: FencedBlock,
  engine: MystEngine,
): Directive | undefined {
  if (text[info.start] !== '{') return undefined;
  const close = text.indexOf('}', info.start);
  if (close === -1 || close >= info.end) return undefined;
  const words = text
    .slice(info.start + 1, close)
    .trim()
    .split(/\s+/);
  const name = engine === 'myst' && ATTRIBUTE.test(words[0]!) ? 'div' : words[0]!;
  if (!NAME.test(name)) return undefined;
  const argument = { start: skipBlanks(text, close + 1, info.end), end: info.end };
  const id = readId(text, words, info.start, close);
  return { name, argument, ...(id === undefined ? {} : { id }), ...readContent(text, lines) };
}

function readId(text: string, words: readonly string[], from: number, close: number): Label | undefined {
  const word = words.find((part) => /^#[A-Za-z0-9_-]+$/.test(part));
  if (word === undefined) return undefined;
  const start = text.indexOf(word, from) + 1;
  return start > close ? undefined : { name: word.slice(1), region: { start, end: start + word.length - 1 } };
}

/** Options stand first, as `:name: value` lines or between two `---`; the rest is the body. */
function readContent(text: string, { starts, ends }: Lines): Pick<Directive, 'options' | 'body'> {
  const options: DirectiveOption[] = [];
  const lineAt = (line: number): string => text.slice(starts[line], ends[line]);
  const isYaml = starts.length > 0 && lineAt(0).trimEnd() === '---';
  let line = isYaml ? 1 : 0;
  for (; line < starts.length; line++) {
    if (isYaml && lineAt(line).trimEnd() === '---') break;
    const found = (isYaml ? YAML_OPTION : OPTION).exec(lineAt(line));
    if (found === null && !isYaml) break;
    if (found !== null)
      options.push({
        name: found[1]!,
        value: valueBehind(text, starts[line]! + found[0].length, ends[line]!),
      });
  }
  if (isYaml) line += 1;
  return { options, body: { starts: starts.slice(line), ends: ends.slice(line) } };
}

/** The value without blanks and without the quotes YAML may have. */
function valueBehind(text: string, from: number, lineEnd: number): Region {
  const start = skipBlanks(text, from, lineEnd);
  const end = trimBlanks(text, start, lineEnd);
  const quote = text[start];
  const isQuoted = end - start >= 2 && (quote === '"' || quote === "'") && text[end - 1] === quote;
  return isQuoted ? { start: start + 1, end: end - 1 } : { start, end };
}
