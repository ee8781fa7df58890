import type { SyntaxProblem } from '../../model.ts';
import { readSome } from './decode-block.ts';
import { looksLikeFrontMatter } from './evidence.ts';
import { nextLine, type Separator } from './field-line.ts';
import { type BadOpening, type Block, type BlockFormat, isExecutable } from './find-block.ts';
import { readJson } from './json.ts';
import { likelyEnd } from './likely-end.ts';
import type { UnopenedBlock } from './missing-opening.ts';
import type { FrontMatterPolicy } from './policies.ts';
import type { FrontMatterResult } from './read-front-matter.ts';

const NAMES: Readonly<Record<BlockFormat, string>> = { yaml: 'YAML', toml: 'TOML', json: 'JSON', org: 'Org' };

const separatorOf = (format: BlockFormat): Separator => (format === 'toml' ? '=' : ':');

/** `---js`: gray-matter evaluates what follows. It is never run here, and never read either. */
export function executable(block: Block): FrontMatterResult | undefined {
  if (!isExecutable(block.word)) return undefined;
  return inLanguage(block, 'executable-front-matter');
}

/** `---toml`: an engine gray-matter does not have. YAML and JSON it has. */
export function inOtherLanguage(block: Block, policy: FrontMatterPolicy): FrontMatterResult | undefined {
  if (block.word === '' || policy.word !== 'language' || block.end === undefined) return undefined;
  if (/^(?:ya?ml|json)$/i.test(block.word)) return undefined;
  return inLanguage(block, 'unsupported-front-matter-language', { effect: policy.effects.broken });
}

function inLanguage(
  { opening, word, wordEnd, end, bodyStart }: Block,
  messageId: string,
  more: Readonly<Record<string, string>> = {},
): FrontMatterResult {
  const region = { start: opening.start, end: wordEnd };
  const problem: SyntaxProblem = { messageId, data: { language: word, ...more }, region };
  const whole = { start: opening.start, end: end ?? region.end };
  return { format: 'none', region: whole, bodyStart, fields: [], problems: [problem] };
}

/**
 * Front matter without an end. Hugo stops; elsewhere it is printed as text, and is a problem only if it is evident that
 * it was meant as front matter. The body begins behind the last line that looks like a field.
 */
export function unclosed(
  text: string,
  block: Block,
  policy: FrontMatterPolicy,
): FrontMatterResult | undefined {
  if (block.format === 'json') return unclosedJson(text, block, policy);
  const { format, opening, inner } = block;
  const separator = separatorOf(format);
  const start = block.word === '' ? block.bodyStart : inner.start;
  const end = likelyEnd(text, start, text.length, separator);
  if (!policy.strict && !looksLikeFrontMatter(text, { start, end }, separator)) return undefined;
  const problem: SyntaxProblem = {
    messageId: 'fm-unclosed',
    data: { format: NAMES[format], effect: policy.effects.unclosed },
    region: opening,
  };
  return {
    format,
    region: { start: opening.start, end: Math.max(end, opening.end) },
    bodyStart: end,
    fields: readSome(text, { start, end }, format),
    problems: [problem],
  };
}

/** The object goes on as long as lines look like JSON; `{{<` at the beginning is a shortcode and no object at all. */
function unclosedJson(text: string, { opening }: Block, { effects }: FrontMatterPolicy): FrontMatterResult {
  const problem: SyntaxProblem = {
    messageId: 'fm-json-eof',
    data: { effect: effects.unclosed },
    region: opening,
  };
  let end = opening.start;
  if (!text.startsWith('{{', opening.start)) {
    const line = /[ \t]*["{}[\],]|[ \t]*(?:true|false|null|[-\d])/y;
    for (let at = opening.start; at < text.length; at = end) {
      line.lastIndex = at;
      if (!line.test(text)) break;
      end = nextLine(text, at, text.length);
    }
  }
  const { fields } = readJson(text, opening.start, end);
  return {
    format: 'json',
    region: { start: opening.start, end },
    bodyStart: end,
    fields,
    problems: [problem],
  };
}

/** `- item` at the beginning of a page: Hugo takes the dash for the beginning of a delimiter and stops. */
export function badOpening(
  text: string,
  { format, opening }: BadOpening,
  policy: FrontMatterPolicy,
): FrontMatterResult {
  const bodyStart = text.charCodeAt(0) === 0xfeff ? 1 : 0;
  const written = text.slice(opening.start, opening.end);
  const data = { format: NAMES[format], written, effect: policy.effects.broken };
  const problem: SyntaxProblem = { messageId: 'fm-bad-delimiter', data, region: opening };
  return { format: 'none', region: { start: 0, end: 0 }, bodyStart, fields: [], problems: [problem] };
}

/** Fields and a closing delimiter, and nothing that opens them: read as if it stood there. */
export function unopened(text: string, block: UnopenedBlock, policy: FrontMatterPolicy): FrontMatterResult {
  const { format, opening, inner, end, bodyStart } = block;
  const written = text.slice(opening.start, opening.end).trim().slice(0, 40);
  const stops = policy.strict && /^[-+]/.test(written);
  const data = { format: NAMES[format], effect: stops ? policy.effects.broken : policy.effects.unopened };
  const problem: SyntaxProblem = block.written
    ? { messageId: 'fm-bad-delimiter', data: { ...data, written }, region: opening }
    : { messageId: 'fm-missing-opening-delimiter', data, region: opening };
  const fields = readSome(text, inner, format);
  const isMeant = policy.opening === 'optional' && !block.written;
  return {
    format,
    region: { start: opening.start, end },
    bodyStart,
    fields,
    problems: isMeant ? [] : [problem],
  };
}
