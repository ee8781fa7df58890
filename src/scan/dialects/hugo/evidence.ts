import type { Param, Shortcode, ShortcodeSignature } from '../../../model.ts';
import { once } from '../../../text/once.ts';
import { referenceLikeness } from '../../markdown/reference-text.ts';
import { isUnicodeSpace } from '../../template/hugo/characters.ts';
import { closedNames } from '../../template/hugo/closed-names.ts';
import { argumentAt } from './argument.ts';
import { isLocator } from './locator.ts';
import { KEY_NAMES, LOCATOR_NAMES, REFERENCE_NAMES } from './signatures.ts';

type Cite = NonNullable<ShortcodeSignature['cite']>;

/** What the citing shortcodes of a document, taken together, say about their form. */
export interface Evidence {
  /** Names that come in pairs on the page: these are quotations, not citations. */
  readonly paired: ReadonlySet<string>;
  /** Names that have a key somewhere on the page. */
  readonly keyed: ReadonlySet<string>;
  /** The second argument is a reference text here, so a citation without one lacks it. */
  readonly hasReferences: boolean;
  readonly isStrict: boolean;
}

/** Reads the evidence of one document; `citing` are the shortcodes whose form no template tells. */
export function weighEvidence(citing: readonly Shortcode[], all: readonly Shortcode[]): Evidence {
  const paired = closedNames(all);
  const keyed = new Set<string>();
  let references = 0;
  let bare = 0;
  let locators = 0;
  for (const shortcode of citing) {
    const key = keyOf(shortcode);
    if (key === undefined || paired.has(shortcode.name)) continue;
    keyed.add(shortcode.name);
    const second = secondOf(shortcode);
    if (second === undefined) bare += 1;
    else if (isLocator(second)) locators += 1;
    else if (isReferenceText(second)) references += 1;
    if (String(key.value).includes(';')) locators += 1;
  }
  return {
    paired,
    keyed,
    hasReferences: references > 0 && locators === 0,
    isStrict: references > 1 && references >= bare && locators === 0,
  };
}

const KEY = { position: 0, names: KEY_NAMES };
const TEXT = { position: 1, names: REFERENCE_NAMES };
const LOCATOR = { names: LOCATOR_NAMES };

function keyOf(shortcode: Shortcode): Param | undefined {
  const param = argumentAt(shortcode, KEY);
  return param !== undefined && isKeyText(String(param.value)) ? param : undefined;
}

function secondOf(shortcode: Shortcode): Param | undefined {
  return argumentAt(shortcode, TEXT) ?? argumentAt(shortcode, LOCATOR);
}

/** Whether an argument starts as a reference does, and is long and pointed enough for one. */
export function isReferenceText({ value }: Param): boolean {
  return (
    typeof value === 'string' &&
    /^\s*[\p{Lu}\p{Lo}“"'‘«*_[(]/u.test(value) &&
    hasBlanks(value, 3) &&
    /[.,:，。]/.test(value)
  );
}

/** Whether white space parts a text at this many places; counted, for a list of the words would be thrown away. */
function hasBlanks(text: string, wanted: number): boolean {
  let found = 0;
  for (let at = 0; at < text.length && found < wanted; at++) {
    if (isUnicodeSpace(text.charCodeAt(at)) && !isUnicodeSpace(text.charCodeAt(at - 1))) found += 1;
  }
  return found >= wanted;
}

/** What nearly every key looks like. */
const WORD_KEY = /^[a-z][\w-]*$/i;

/** Not a number, an address, an identifier with a resolver of its own, a path, a person, or a sentence. */
export function isKeyText(text: string): boolean {
  if (text.length <= 120 && WORD_KEY.test(text)) return true;
  const key = text.trim();
  if (key.length > 120 || /^(?:[a-z][a-z\d+.-]*:\/\/|\/|\.{1,2}\/|#|www\.|mailto:)/i.test(key)) return false;
  if (/^\d{1,3}$/.test(key)) return false;
  if (/^(?:doi:\s*)?10\.\d{4,9}\/|^arxiv:/i.test(key) || /\.(?:md|html?)(?:#|$)/i.test(key)) return false;
  // Of words a key has the year at least, “Lessig 2002”; without one they say who is quoted, “Jane Austen, *Emma*”.
  const isOne = (part: string): boolean => !hasBlanks(part, 1) || (/\d/.test(part) && !hasBlanks(part, 4));
  return isOne(key) || (/[;,]/.test(key) && key.split(/[;,]/).every((part) => isOne(part.trim())));
}

/**
 * The form of one citing shortcode, told by its arguments and those of the rest of the page: a type letter before the
 * key, pages or a reference text behind it. Undefined where it does not cite.
 */
export function citeByEvidence(shortcode: Shortcode, evidence: Evidence): Cite | undefined {
  const { name, params } = shortcode;
  if (evidence.paired.has(name)) return undefined;
  if (params[0]?.name !== undefined) return namedCite(shortcode);
  if (params.length === 0) return evidence.keyed.has(name) ? form(0, undefined, '') : undefined;
  const [first, second] = params;
  const hasLetter = params.length > 1 && /^[ptf]$/.test(String(first?.value)) && isPlainKey(second);
  const position = hasLetter ? 1 : 0;
  const key = String(params[position]?.value);
  if (!isKeyText(key)) return areSwapped(shortcode, evidence) ? form(0, 'reference', '', true) : undefined;
  if (!evidence.hasReferences && areKeys(params.slice(position))) return SEVERAL_KEYS[position];
  const next = params[position + 1];
  const role = next === undefined || next.value === '' ? 'none' : isLocator(next) ? 'locator' : 'reference';
  // Of a damaged tag the text may be what is lost.
  const isLost = role === 'none' && shortcode.damaged === true;
  const isText =
    isLost ||
    (role === 'reference' && next !== undefined && (evidence.hasReferences || isReferenceText(next)));
  const given = isText ? 'reference' : role === 'locator' ? 'locator' : undefined;
  return form(position, given, separatorsIn(key), evidence.isStrict && !hasLetter);
}

/** Whether a call has a reference text alone, on a page where the others have a key before it. */
export function isKeyless({ params, damaged }: Shortcode, { isStrict }: Evidence): boolean {
  const [only] = params;
  return isStrict && !damaged && params.length === 1 && only?.name === undefined && isReferenceText(only!);
}

/** Whether a call has the two the other way round, on a page where the others have a key and a text behind it. */
function areSwapped({ params: [first, second], damaged }: Shortcode, { hasReferences }: Evidence): boolean {
  return hasReferences && !damaged && second !== undefined && isSwapped(first!, second);
}

/** A key is shorter than this. */
const SHORTEST_REFERENCE = 25;

/** A reference text where the key belongs, and a key where the text does. */
export function isSwapped(key: Param, reference: Param): boolean {
  const text = String(key.value);
  if (text.length < SHORTEST_REFERENCE || !isReferenceText(key)) return false;
  return /^\S{2,80}$/.test(String(reference.value)) && referenceLikeness(text) !== 'none';
}

/** Whether several arguments are each a name with a year, `knuth1997 turing1936`, which nothing but a key is. */
function areKeys(params: readonly Param[]): boolean {
  return params.length > 1 && params.every(({ value }) => typeof value === 'string' && DATED_KEY.test(value));
}

const DATED_KEY = /^[a-z]{2}[a-z_-]{0,60}(?:1[5-9]|20)\d\d[a-z]{0,20}$/i;

/** Every argument is a key, from the first or from the second on. */
const SEVERAL_KEYS = [0, 1].map(
  (position): Cite => ({
    key: { position, names: [], rest: true },
    separators: '',
    suppressPrefix: true,
    referenceRequired: false,
  }),
);

function isPlainKey(param: Param | undefined): boolean {
  return param !== undefined && /^[^\s,]+$/.test(String(param.value)) && !isLocator(param);
}

function namedCite(shortcode: Shortcode): Cite | undefined {
  const param = argumentAt(shortcode, { names: KEY_NAMES });
  const key = String(param?.value ?? '');
  if (param === undefined || !isKeyText(key)) return undefined;
  const text = argumentAt(shortcode, { names: REFERENCE_NAMES })?.value;
  return {
    key: { names: KEY_NAMES },
    separators: separatorsIn(key),
    suppressPrefix: true,
    ...(LABEL().test(String(text)) ? {} : { reference: { names: REFERENCE_NAMES } }),
    referenceRequired: false,
    locator: { names: LOCATOR_NAMES },
  };
}

/** “Vaswani et al., 2017”, “Knuth and Plass (1981)”, “Hopper et al.”: how the citation is to read, and no reference. */
const LABEL = once(
  () =>
    /^[([]?\p{Lu}[^.:;"“\d]{1,60}(?:(?<=\bet al)\.[)\]]?$|(?:(?<=\bet al)\.)?,? [([]?(?:1[5-9]|20)\d\d[a-z]?[)\]]{0,2}$)/u,
);

/** By position, role, separators and whether a reference text has to follow. */
const forms: (Cite | undefined)[] = [];
const ROLES = [undefined, 'reference', 'locator'] as const;
const SEPARATORS = ['', ';', ','] as const;

/** There are a dozen forms, and a site asks for one of them ten thousand times. */
function form(
  position: number,
  role: (typeof ROLES)[number],
  separators: (typeof SEPARATORS)[number],
  referenceRequired = false,
): Cite {
  const kind = (position * 3 + ROLES.indexOf(role)) * 3 + SEPARATORS.indexOf(separators);
  const place = kind * 2 + (referenceRequired ? 1 : 0);
  const known = forms[place];
  if (known !== undefined) return known;
  const made: Cite = {
    key: { position, names: [] },
    separators,
    suppressPrefix: true,
    referenceRequired,
    ...(role === undefined ? {} : { [role]: { position: position + 1, names: [] } }),
  };
  forms[place] = made;
  return made;
}

/** `;` parts keys; a comma does where every part is a plain word with a letter, for keys may read “Lessig, 2002”. */
function separatorsIn(key: string): (typeof SEPARATORS)[number] {
  if (key.includes(';')) return ';';
  if (!key.includes(',')) return '';
  const parts = key.split(',');
  const areKeys = parts.length > 1 && parts.every((part) => isWord(part.trim()));
  return areKeys ? ',' : '';
}

const isWord = (part: string): boolean => !/\s/.test(part) && /\p{L}/u.test(part);
