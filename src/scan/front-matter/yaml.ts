import type { ParsedNode } from 'yaml';
import type { SyntaxProblem } from '../../model.ts';
import { parser } from '../parsers.ts';
import { decodeProblem, tooDeepProblem } from './decode-problem.ts';
import type { FieldsRead } from './fields.ts';
import { foldYaml } from './fold-yaml.ts';
import { isReadByGrayMatter } from './gray-matter.ts';
import { readLoosely } from './loose-fields.ts';
import { isTooDeep } from './nesting.ts';
import { endOfLine, locateYamlError, type YamlError } from './yaml-error.ts';
import { walkYaml } from './yaml-fields.ts';

/** What no YAML parser of any engine lets through. */
const FORBIDDEN = /[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\ufeff\ufffe\uffff]/;

/** With so many errors a block is not YAML by any reading, and trying takes seconds. */
const HOPELESS = 200;

/** The parser of an engine, by the family it is of. */
export type YamlReader = 'libyaml' | 'js-yaml';

/**
 * Reads one block of YAML with the package `yaml`, whose nodes know their places. Aliases are never expanded, so bombs and
 * cycles are harmless; nesting is bounded; keys may repeat.
 *
 * `yaml` is stricter than the parsers of the engines (libyaml, Go, js-yaml): those read quoted scalars and flow collections
 * whatever their further lines are indented. So a block is broken only if gray-matter refuses it, too; what it reads is
 * parsed once more with such lines joined, or else line by line, as is the rest of a broken block. What is broken even then
 * is so to libyaml: js-yaml alone lets a key stand behind a value on its line, `title: "Sorting"date: 2024-05-01`.
 */
export function readYaml(
  text: string,
  start: number,
  end: number,
  reader: YamlReader = 'js-yaml',
): FieldsRead {
  if (isTooDeep(text, start, end)) return broken(text, start, end, tooDeepProblem(start, end));
  const block = text.slice(start, end).replace(/\r(?!\n)/g, '\n');
  const forbidden = FORBIDDEN.exec(block);
  if (forbidden !== null) {
    const code = forbidden[0].charCodeAt(0).toString(16).toUpperCase().padStart(4, '0');
    const at = start + forbidden.index;
    const reason = `control characters are not allowed (U+${code})`;
    return broken(text, start, end, decodeProblem('YAML', reason, { start: at, end: at + 1 }));
  }
  const first = parse(block);
  if (first.error === undefined) return walkYaml(first.contents, text, start);
  let { error } = first;
  if (error.count < HOPELESS && !isIndentation(error, block) && isReadByGrayMatter(block)) {
    const folded = parse(foldYaml(block), block);
    if (folded.error === undefined) return walkYaml(folded.contents, text, start);
    if (reader === 'js-yaml' || isCommentAtText(folded.error))
      return { fields: readLoosely(text, start, end, ':'), problems: [] };
    error = folded.error;
  }
  const region = { start: start + error.start, end: start + error.end };
  return broken(text, start, end, decodeProblem('YAML', error.reason, region));
}

/** A tab that indents something: js-yaml 3 takes it for no indentation, js-yaml 4 stops; on an empty line both pass it over. */
const isIndentation = ({ code, start }: YamlError, block: string): boolean =>
  code === 'TAB_AS_INDENT' && block.slice(start, endOfLine(block, start)).trim() !== '';

/** `title: "x"# note`, which only `yaml` refuses. */
const isCommentAtText = ({ code, reason }: YamlError): boolean =>
  code === 'MISSING_CHAR' && reason.startsWith('Comments');

interface Parsed {
  readonly contents: ParsedNode | null;
  readonly error?: YamlError;
}

/** Parses a block; errors are shown in what was written, where that is not what is parsed. */
function parse(block: string, written = block): Parsed {
  const { parseDocument } = parser('yaml');
  try {
    const document = parseDocument(block, { uniqueKeys: false, prettyErrors: false, logLevel: 'error' });
    const error = locateYamlError(document, written);
    return error === undefined ? { contents: document.contents } : { contents: document.contents, error };
  } catch (cause) {
    const reason = cause instanceof Error ? cause.message : String(cause);
    return { contents: null, error: { code: 'IMPOSSIBLE', reason, start: 0, end: 0, count: 1 } };
  }
}

function broken(text: string, start: number, end: number, problem: SyntaxProblem): FieldsRead {
  return { fields: readLoosely(text, start, end, ':'), problems: [problem] };
}
