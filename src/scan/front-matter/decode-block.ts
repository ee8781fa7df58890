import type { FrontMatterField, FrontMatterFormat, Region, SyntaxProblem } from '../../model.ts';
import { normalise, originOf, originOfEnd } from '../markdown/pandoc/source.ts';
import { type FieldsRead, findDuplicateKeys } from './fields.ts';
import type { Block } from './find-block.ts';
import { readFlatYaml } from './flat-yaml.ts';
import { readJson } from './json.ts';
import { findLibyamlError } from './libyaml.ts';
import { readLoosely } from './loose-fields.ts';
import { readOrg } from './org.ts';
import { findOverrun } from './overrun.ts';
import type { FrontMatterPolicy } from './policies.ts';
import type { FrontMatterResult } from './read-front-matter.ts';
import { findStrayQuotes } from './stray-quotes.ts';
import { readToml } from './toml.ts';
import { readYaml, type YamlReader } from './yaml.ts';
import { SECOND_DOCUMENT } from './yaml-error.ts';
import { COLLECTION_AS_KEY } from './yaml-fields.ts';

/** A block with both its delimiters. */
export type ClosedBlock = Block & { readonly end: number };

/** Whether the closing delimiter was found. */
export const isClosed = (block: Block): block is ClosedBlock => block.end !== undefined;

/** Reads what stands between the delimiters; where that is broken, the fields that can be read, and one problem. */
export function decodeBlock(text: string, block: ClosedBlock, policy: FrontMatterPolicy): FrontMatterResult {
  const { opening, inner, bodyStart } = block;
  const format = formatOf(block);
  const isTooLarge = inner.end - inner.start > policy.limit;
  const whole = isTooLarge ? tooLarge(text, block, policy) : decode(text, format, inner, policy);
  const { read, braces } = withoutBraces(whole, text, inner, policy);
  const region = { start: opening.start, end: block.end };
  if (read.problems.length > 0) {
    const broken = withEffect(read.problems[0]!, effectOf(read.problems[0]!, policy));
    const result = { format, region, bodyStart, fields: read.fields, problems: [broken] };
    const overrun = findOverrun(text, format, inner, opening, broken);
    if (overrun === undefined) return result;
    const { bodyStart: end, problem } = overrun;
    const fields = format === 'json' ? read.fields : readSome(text, { start: inner.start, end }, format);
    return { format, region: { start: opening.start, end }, bodyStart: end, fields, problems: [problem] };
  }
  const twice = policy.duplicateKeys === 'error' && format === 'yaml' ? findDuplicateKeys(read.fields) : [];
  const problems = twice.map((problem) => withEffect(problem, policy.effects.broken));
  const stray = format === 'yaml' ? findStrayQuotes(text, read.fields) : [];
  return { format, region, bodyStart, fields: read.fields, problems: [...problems, ...braces, ...stray] };
}

const NO_PROBLEMS: readonly SyntaxProblem[] = [];

/** Sets apart the braces in braces that the engine reads as a mapping; of a page to be filled in nothing is said. */
function withoutBraces(
  read: FieldsRead,
  text: string,
  { start, end }: Region,
  { collectionKeys }: FrontMatterPolicy,
): { readonly read: FieldsRead; readonly braces: readonly SyntaxProblem[] } {
  if (collectionKeys === 'error' || read.problems.length === 0) return { read, braces: NO_PROBLEMS };
  if (collectionKeys === 'blank' && TEMPLATE_CODE.test(text.slice(start, end)))
    return { read: { ...read, problems: [] }, braces: NO_PROBLEMS };
  const isBraces = ({ data }: SyntaxProblem): boolean => data?.['reason'] === COLLECTION_AS_KEY;
  const braces = collectionKeys === 'blank' ? [] : read.problems.filter(isBraces);
  return {
    read: { ...read, problems: read.problems.filter((problem) => !isBraces(problem)) },
    braces: braces.map(({ region }) => ({ messageId: 'fm-unquoted-braces', region })),
  };
}

/** Of Nunjucks, Jinja and Templater: once it has run, the lines are others. */
const TEMPLATE_CODE = /\{%|<%/;

const effectOf = ({ data }: SyntaxProblem, { effects }: FrontMatterPolicy): string =>
  (data?.['reason'] === SECOND_DOCUMENT ? effects.secondDocument : undefined) ?? effects.broken;

const withEffect = (problem: SyntaxProblem, effect: string): SyntaxProblem => ({
  ...problem,
  data: { ...problem.data, effect },
});

/** Reads the YAML between two delimiters, the delimiters left out: for metadata blocks further down a Pandoc document. */
export function parseYamlBlock(text: string, { start, end }: Region, reader?: YamlReader): FieldsRead {
  const flat = readFlatYaml(text, start, end);
  return flat === undefined ? readYaml(text, start, end, reader) : { fields: flat, problems: [] };
}

/** Reads YAML whose tabs are blanks up to the next stop; the regions are those of the file. */
function parseAtTabStops(text: string, inner: Region, reader: YamlReader): FieldsRead {
  if (!text.slice(inner.start, inner.end).includes('\t')) return parseYamlBlock(text, inner, reader);
  const piece = normalise(text, inner.start, inner.end);
  const { fields, problems } = parseYamlBlock(piece.text, { start: 0, end: piece.text.length }, reader);
  const inFile = ({ start, end }: Region): Region => {
    const from = originOf(piece, start);
    return { start: from, end: Math.min(inner.end, Math.max(from, originOfEnd(piece, end))) };
  };
  return {
    fields: fields.map((field) => ({
      ...field,
      nameRegion: inFile(field.nameRegion),
      region: inFile(field.region),
    })),
    problems: problems.map((problem) => ({ ...problem, region: inFile(problem.region) })),
  };
}

/** The fields of a stretch of lines that is front matter by its looks; what is wrong in it is not said again. */
export function readSome(
  text: string,
  region: Region,
  format: FrontMatterFormat,
): readonly FrontMatterField[] {
  return decode(text, format, region).fields;
}

const formatOf = ({ format, word }: Block): Exclude<FrontMatterFormat, 'none'> =>
  format === 'yaml' && word.toLowerCase() === 'json' ? 'json' : format;

function decode(
  text: string,
  format: FrontMatterFormat,
  inner: Region,
  policy?: FrontMatterPolicy,
): FieldsRead {
  const { start, end } = inner;
  if (format === 'toml') return readToml(text, start, end);
  if (format === 'json') return readJson(text, start, end);
  if (format === 'org') return { fields: readOrg(text, start, end), problems: [] };
  const read =
    policy?.tabs === 'stops'
      ? parseAtTabStops(text, inner, policy.yaml)
      : parseYamlBlock(text, inner, policy?.yaml);
  const error =
    policy === undefined || read.problems.length > 0
      ? undefined
      : findLibyamlError(text, inner, read.fields, policy);
  return error === undefined ? read : { fields: read.fields, problems: [error] };
}

function tooLarge(text: string, { format, opening, inner }: Block, { limit }: FrontMatterPolicy): FieldsRead {
  const problem: SyntaxProblem = {
    messageId: 'front-matter-too-large',
    data: { limit: limit / 1024 },
    region: opening,
  };
  if (format === 'json' || format === 'org') return { fields: [], problems: [problem] };
  const fields = readLoosely(text, inner.start, inner.end, format === 'toml' ? '=' : ':');
  return { fields, problems: [problem] };
}
