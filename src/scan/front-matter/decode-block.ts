import type { FrontMatterFormat, Region, SyntaxProblem } from '../../model.ts';
import { type FieldsRead, findDuplicateKeys } from './fields.ts';
import type { Block } from './find-block.ts';
import { readFlatYaml } from './flat-yaml.ts';
import { readJson } from './json.ts';
import { readLoosely } from './loose-fields.ts';
import { readOrg } from './org.ts';
import { findOverrun } from './overrun.ts';
import type { FrontMatterPolicy } from './policies.ts';
import type { FrontMatterResult } from './read-front-matter.ts';
import { readToml } from './toml.ts';
import { readYaml } from './yaml.ts';

/** A block with both its delimiters. */
export type ClosedBlock = Block & { readonly end: number };

/** Reads what stands between the delimiters; where that is broken, the fields that can be read, and one problem. */
export function decodeBlock(text: string, block: ClosedBlock, policy: FrontMatterPolicy): FrontMatterResult {
  const { opening, inner, end, bodyStart } = block;
  const format = formatOf(block);
  const isTooLarge = inner.end - inner.start > policy.limit;
  const read = isTooLarge ? tooLarge(text, block, policy) : decode(text, format, inner);
  const result = { format, region: { start: opening.start, end }, bodyStart };
  const [broken] = read.problems;
  if (broken !== undefined)
    return findOverrun(text, { ...result, ...read, problems: [broken] }, inner, opening);
  const problems = policy.duplicateKeys === 'error' ? findDuplicateKeys(read.fields) : [];
  return { ...result, fields: read.fields, problems };
}

/** Reads the YAML between two delimiters, the delimiters left out: for metadata blocks further down a Pandoc document. */
export function parseYamlBlock(text: string, { start, end }: Region): FieldsRead {
  const flat = readFlatYaml(text, start, end);
  return flat === undefined ? readYaml(text, start, end) : { fields: flat, problems: [] };
}

const formatOf = ({ format, word }: Block): Exclude<FrontMatterFormat, 'none'> =>
  format === 'yaml' && word.toLowerCase() === 'json' ? 'json' : format;

function decode(text: string, format: FrontMatterFormat, inner: Region): FieldsRead {
  const { start, end } = inner;
  if (format === 'toml') return readToml(text, start, end);
  if (format === 'json') return readJson(text, start, end);
  if (format === 'org') return { fields: readOrg(text, start, end), problems: [] };
  return parseYamlBlock(text, inner);
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
