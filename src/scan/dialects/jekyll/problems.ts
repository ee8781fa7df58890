import type { Region, Shortcode, SyntaxProblem } from '../../../model.ts';
import { closest } from '../../../text/similar.ts';
import { type ScholarArguments, scholarTags } from '../../template/liquid/scholar.ts';
import { scholarOptionNames } from '../../template/liquid/scholar-options.ts';
import { type LiquidTag, type LiquidWord, regionOf } from '../../template/liquid/tag.ts';
import { type CleanKeys, cleanKeys } from './clean-keys.ts';
import { outputWords } from './keys.ts';

/** A longer name is no misspelling of ours. */
const LONGEST_NAME = 40;

/** Options jekyll-scholar does not know, or that have no value. Dead tags are parsed too, so they can stop the build. */
export function judgeOptions(
  { name: tag }: LiquidTag,
  { keys, options, stray }: ScholarArguments,
  isLive: boolean,
): SyntaxProblem[] {
  const first = keys.length === 0 ? options[0]?.written : undefined;
  const dropped = isLive && stray.length > 0 ? [strayArgument(tag, stray, first)] : [];
  const faulty = options.flatMap(({ fault, written }): SyntaxProblem[] => {
    if (fault === undefined || (!isLive && fault !== 'unknown' && fault !== 'valueless')) return [];
    const region = regionOf(written);
    const option = written.text.slice(0, LONGEST_NAME);
    if (fault === 'valueless') return [{ messageId: 'missing-option-value', data: { tag, option }, region }];
    return [{ messageId: 'unknown-option', ...optionSuggestion(tag, option, region), region }];
  });
  return [...faulty, ...dropped];
}

/** `{% bibliography papers %}` and `{% cite -A knuth97 %}`: a word without its option, which nobody reads. */
function strayArgument(
  tag: string,
  stray: readonly LiquidWord[],
  option: LiquidWord | undefined,
): SyntaxProblem {
  const region = { start: stray[0]!.start, end: stray.at(-1)!.end };
  const text = stray[0]!.text.slice(0, MAX_TEXT);
  if (option === undefined || !TAKES_KEYS.has(tag))
    return { messageId: 'stray-argument', data: { tag, text }, region };
  const keys = stray.map((word) => word.text).join(' ');
  const edits = [
    { region: { start: option.start, end: option.start }, text: `${keys} ` },
    // The blank before it goes too.
    { region: { start: region.start - 1, end: region.end }, text: '' },
  ];
  return {
    messageId: 'key-behind-option',
    data: { tag, text },
    region,
    fix: { title: 'Write the keys before the options.', safety: 'suggest', edits },
  };
}

const MAX_TEXT = 80;

/** Tags that are nothing without a key. */
const TAKES_KEYS: ReadonlySet<string> = new Set(['cite', 'nocite', 'reference', 'cite_details', 'quote']);

function optionSuggestion(tag: string, option: string, region: Region): Pick<SyntaxProblem, 'data' | 'fix'> {
  const suggestion = closestOption(option);
  const fix = { title: `Write \`${suggestion}\`.`, edits: [{ region, text: suggestion }] };
  return {
    data: { tag, option, suggestion },
    ...(suggestion === '' ? {} : { fix: { ...fix, safety: 'suggest' } }),
  };
}

/** `{% cite "" %}`; the place of the key is that between the quotes. */
export function emptyKey({ name }: LiquidTag, { start, end }: LiquidWord): SyntaxProblem {
  return { messageId: 'empty-citation', data: { name }, region: { start: start - 1, end: end + 1 } };
}

function closestOption(option: string): string {
  const name = option.replace(/^[-–—]+\s?/, '').replaceAll('-', '_');
  if (PAGES.has(name)) return '--locator';
  if (name.length < 2) return isDash(option) ? '-' + name : '';
  if (name.length > LONGEST_NAME) return '';
  const known = scholarOptionNames.includes(name) ? name : undefined;
  const begun = scholarOptionNames.find((long) => long.startsWith(name));
  const found = known ?? begun ?? closest(name, scholarOptionNames);
  return found === undefined ? '' : '--' + found;
}

/** What people write who look for the option that takes pages. */
const PAGES: ReadonlySet<string> = new Set(['page', 'pages', 'pp']);

/** A dash that an editor made of a hyphen begins no option. */
function isDash(option: string): boolean {
  return /^[–—]/.test(option);
}

/**
 * ```
 * {% cite knuth97, shannon48 “lovelace43” {{ page.key }} –l 3 %}
 *                ^comma      ^curly       ^output        ^dash
 * {% cite knuth97 | strip %}
 *                 ^filter
 * ```
 */
export function judgeKeys(
  tag: LiquidTag,
  region: Region,
  { keys, options, stray }: ScholarArguments,
): CleanKeys {
  if (keys.length === 0) {
    // Words behind the options were to be the keys, which is told already.
    const hasFault =
      stray.length > 0 || options.some(({ fault }) => fault === 'unknown' || fault === 'misspelt');
    const empty = { messageId: 'empty-citation', data: { name: tag.name }, region };
    return { keys, problems: hasFault ? [] : [empty] };
  }
  const problems: SyntaxProblem[] = [];
  const dashed = keys.findIndex(({ text }) => /^[–—]+\w/.test(text));
  const filter = filterStart(keys);
  const outputs = outputWords(keys);
  const end = Math.min(...[dashed, filter].map((index) => (index === -1 ? keys.length : index)));
  const plain = keys.filter((word, index) => index < end && !outputs.has(word));
  if (dashed !== -1) problems.push(dashedOption(tag, keys[dashed]!));
  if (filter !== -1) problems.push(filterInTag(tag, keys.slice(filter)));
  if (outputs.size > 0) problems.push(outputInTag(tag, [...outputs]));
  const cleaned = withLinkText(tag, plain) ?? cleanKeys(tag, plain);
  return { keys: cleaned.keys, problems: [...problems, ...cleaned.problems] };
}

/**
 * `{% cite_details knuth97, the whole story %}`: jekyll-scholar once took the text of the link behind a comma. Now it goes
 * behind `--text`, and every word here is a key. Words that all have a number may well be meant for keys.
 */
function withLinkText({ name }: LiquidTag, [key, ...words]: readonly LiquidWord[]): CleanKeys | undefined {
  if (name !== 'cite_details' || key === undefined || !/^[^,]+,$/.test(key.text)) return undefined;
  if (words.every(({ text }) => /\d/.test(text))) return undefined;
  const comma = { start: key.end - 1, end: key.end };
  const fix = {
    title: 'Write `--text` for the comma',
    safety: 'suggest' as const,
    edits: [{ region: comma, text: ' --text' }],
  };
  const region = { start: key.start, end: words.at(-1)!.end };
  const problem = { messageId: 'text-behind-comma', data: { name }, region, fix };
  return { keys: [{ ...key, text: key.text.slice(0, -1), end: comma.start }], problems: [problem] };
}

function dashedOption({ name }: LiquidTag, word: LiquidWord): SyntaxProblem {
  const region = regionOf(word);
  return { messageId: 'unknown-option', ...optionSuggestion(name, word.text, region), region };
}

/** Where a filter begins, `| strip` or `|append: "a"`; a bar before any other word was meant to separate keys. */
function filterStart(keys: readonly LiquidWord[]): number {
  return keys.findIndex(({ text }, index) => {
    if (index === 0 || !text.startsWith('|')) return false;
    return FILTER.test(text === '|' ? (keys[index + 1]?.text ?? '') : text.slice(1));
  });
}

/** The name of a filter with arguments behind, or one of those that need none and that keys are put through. */
const FILTER =
  /^(?:\w+:|(?:strip|lstrip|rstrip|downcase|upcase|capitalize|escape|slugify|first|last|strip_html|strip_newlines|markdownify)\b)/;

function filterInTag({ name }: LiquidTag, words: readonly LiquidWord[]): SyntaxProblem {
  const region = { start: words[0]!.start, end: words.at(-1)!.end };
  const text = words.map((word) => word.text).join(' ');
  return {
    messageId: 'filter-in-tag',
    data: { name, text: text.slice(0, MAX_TEXT) },
    region,
    // The blank before it goes too.
    fix: {
      title: 'Remove the filter.',
      safety: 'suggest',
      edits: [{ region: { start: region.start - 1, end: region.end }, text: '' }],
    },
  };
}

function outputInTag({ name }: LiquidTag, words: readonly LiquidWord[]): SyntaxProblem {
  const text = words.map((word) => word.text).join(' ');
  const region = { start: words[0]!.start, end: words.at(-1)!.end };
  const bare = /^\{\{\s*([\w.[\]"'-]+)\s*\}\}$/.exec(text)?.[1];
  const fix = {
    title: 'Remove the braces.',
    safety: 'unsafe',
    edits: [{ region, text: bare ?? '' }],
  } as const;
  return {
    messageId: 'output-in-tag',
    data: { name, text: text.slice(0, 80) },
    region,
    ...(bare === undefined ? {} : { fix }),
  };
}

/**
 * `{% cite 1984 %}`: Liquid makes a number of it, and a number is the key of no entry. Quotes keep it a key, if it was
 * meant for one: it may as well belong to an option.
 */
export function literalKey(name: string, key: string, region: Region): SyntaxProblem {
  return {
    messageId: 'literal-key',
    data: { name, key },
    region,
    fix: { title: 'Quote the key.', safety: 'suggest', edits: [{ region, text: `"${key}"` }] },
  };
}

/** A name so close to a tag of jekyll-scholar that no plugin will have it. */
export function unknownTag({ name, nameRegion }: Shortcode): SyntaxProblem[] {
  const suggestion = misspeltTag(name);
  if (suggestion === undefined) return [];
  return [
    {
      messageId: 'unknown-tag',
      data: { name, suggestion },
      region: nameRegion,
      fix: {
        title: `Write \`${suggestion}\`.`,
        safety: 'suggest',
        edits: [{ region: nameRegion, text: suggestion }],
      },
    },
  ];
}

function misspeltTag(name: string): string | undefined {
  if (name.length < 3 || name.length > LONGEST_NAME || PLUGIN_NAMES.has(name)) return undefined;
  const tag = closest(name, scholarTags.keys());
  return tag?.[0] === name[0]?.toLowerCase() ? tag : undefined;
}

/** Names one letter away that other plugins really use. */
const PLUGIN_NAMES: ReadonlySet<string> = new Set(['quotes', 'quota', 'references', 'preference']);
