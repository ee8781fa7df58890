import type { Region } from '../model.ts';
import { once } from '../text/once.ts';
import type { NameToken } from './name-tokens.ts';

/** What is wrong with a BibTeX list of names, one word a defect. */
export type NameProblemKind =
  | 'empty-name' // `and and`, or an `and` at either end
  | 'too-many-commas' // more than the two of `von Last, Jr, First`
  | 'empty-part' // a comma with nothing before or behind it
  | 'glued' // an `and` without a blank before or behind it: `Smith, J.and Doe, A.`
  | 'separator' // `&`, `|`, `;` or a comma where BibTeX wants `and`
  | 'missing-and' // `Shannon, Claude E. Weaver, Warren`, mostly at the end of a line
  | 'suffix' // `Ligon, Walter B. and III`: a suffix parted from its name
  | 'suffix-as-given' // `Walter B. Ligon, III`, where the suffix goes between family and given name
  | 'braced-person' // `{Knuth, D. E. and Lamport, L.}`, which is one organisation
  | 'initial-as-family' // `Hoare C. A. R.`, without the comma
  | 'et-al' // “et al.” where BibTeX wants `and others`
  | 'unbalanced-braces';

/** What is wrong with a list of names, at its place in the value. */
export interface NameProblem {
  readonly kind: NameProblemKind;
  /** Inside the value given. */
  readonly region: Region;
  /** What stands there. */
  readonly found: string;
}

/**
 * What BibTeX would misread in one name of a list, whose region in the value is given with its words; undefined for a
 * name that is read as it looks.
 */
export function nameProblem(
  value: string,
  region: Region,
  parts: readonly (readonly NameToken[])[],
): NameProblem | undefined {
  const written = value.slice(region.start, region.end);
  const glued = parts.flat().find(({ text, braced }) => !braced && GLUED_AND().test(text))?.text;
  if (glued !== undefined) {
    const start = value.indexOf(glued, region.start);
    const place = start === -1 ? region : { start, end: start + glued.length };
    return { kind: 'glued', region: place, found: glued };
  }
  const commas = parts.length - 1;
  if (commas > 2) return { kind: 'too-many-commas', region, found: String(commas) };
  if (parts.some((part) => part.length === 0)) return { kind: 'empty-part', region, found: written };
  if (SUFFIX.test(written)) return { kind: 'suffix', region, found: written };
  if (looksLikeTwoPersons(parts)) return { kind: 'separator', region, found: ',' };
  if (parts.length === 3 && holdsWholeName(parts[1]!)) return { kind: 'missing-and', region, found: written };
  const conjunction = conjunctionOf(parts);
  if (conjunction !== undefined) return { kind: 'separator', region, found: conjunction };
  const suffix = suffixAsGiven(parts);
  if (suffix !== undefined) return { kind: 'suffix-as-given', region, found: suffix };
  if (isPersonInBraces(parts)) return { kind: 'braced-person', region, found: written };
  return endsInInitial(parts)
    ? { kind: 'initial-as-family', region, found: parts[0]!.at(-1)!.text }
    : undefined;
}

const SUFFIX = /^(?:[JS]r\.?|II|III|IV)$/;

const SUFFIX_OR_DEGREE = /^(?:[JS]r\.?|II|III|IV|Esq\.?|Ph\.?D\.?|M\.D\.|D\.Sc\.)$/;

/** `Walter B. Ligon, III`: BibTeX takes what is behind the only comma for the given name. */
function suffixAsGiven(parts: readonly (readonly NameToken[])[]): string | undefined {
  const [family, given] = parts;
  if (parts.length !== 2 || given!.length > 1 || family!.length < 2) return undefined;
  const [{ text, braced }] = given as [NameToken];
  return !braced && SUFFIX_OR_DEGREE.test(text) ? text : undefined;
}

/** `Claude E. Weaver`: a suffix between two commas has no initial before its last word. */
function holdsWholeName(part: readonly NameToken[]): boolean {
  const last = part.at(-1)!;
  return part.slice(0, -1).some(isInitial) && /^\p{Lu}\p{Ll}{2}/u.test(last.text) && !last.braced;
}

/**
 * Persons in the braces of an organisation, `{Knuth, D. E.}` or several. A comma alone shows none, for the Siemens,
 * Munich, has one; nor does an “and”, as in the Bill and Melinda Gates Foundation.
 */
function isPersonInBraces(parts: readonly (readonly NameToken[])[]): boolean {
  const [words] = parts;
  if (parts.length !== 1 || words!.length !== 1 || !words![0]!.whole) return false;
  const names = words![0]!.text.split(' and ');
  if (names.length > 1 && names.at(-1) === 'others') names.pop();
  else if (names.length === 1) return FAMILY_AND_INITIALS().test(names[0]!);
  return [FAMILY_FIRST(), INITIALS_FIRST()].some((form) => names.every((name) => form.test(name)));
}

const FAMILY = "^(?:\\p{Ll}{2,4} ){0,2}\\p{Lu}[\\p{L}'’-]+(?: \\p{Lu}[\\p{L}'’-]+)?, ";
/** Not `Philips, N. V.`, nor `Congress, U. S.` */
const FAMILY_AND_INITIALS = once(
  () =>
    new RegExp(
      `${FAMILY}(?!(?:S\\. ?[ALp]|[NB]\\. ?V|A\\. ?[GS]|U\\. ?[SK]|D\\. ?C)\\.)(?:\\p{Lu}\\p{Ll}+ )?(?:\\p{Lu}\\.[ -]?){1,3}$`,
      'u',
    ),
);
const FAMILY_FIRST = once(
  () =>
    new RegExp(
      `${FAMILY}(?!(?:Inc|Ltd|LLC|Co|Corp|GmbH|AG|SA)\\b)\\p{Lu}[\\p{L}.'’-]*(?: \\p{Lu}[\\p{L}.'’-]*){0,2}$`,
      'u',
    ),
);
const INITIALS_FIRST = once(() => /^(?:\p{Lu}[\p{L}'’-]+ )?(?:\p{Lu}\.[ -]?){1,3}\p{Lu}[\p{L}'’-]+$/u);

/** `E.`, `E.W.` and `O.-J.` */
const isInitial = ({ text, braced }: NameToken): boolean => INITIALS().test(text) && !braced;
const INITIALS = once(() => /^(?:\p{Lu}\.-?){1,4}$/u);

/** `Donald E. Knuth, Leslie Lamport`: an initial never stands in a family name. */
function looksLikeTwoPersons(parts: readonly (readonly NameToken[])[]): boolean {
  // `Donald E. Knuth, Leslie Lamport, Alan Turing`: no suffix such as `Jr.` has two words.
  if (parts.length === 3) return parts.every((part) => part.length > 1 && !part.some(({ braced }) => braced));
  if (parts.length !== 2) return false;
  const [family, given] = parts;
  if (family!.length < 2 || given!.length < 2 || family!.at(-1)!.braced) return false;
  if (family!.slice(0, -1).some(isInitial)) return true;
  // `Shannon CE, Weaver W`
  if (parts.every(endsInCapitals)) return true;
  // `Ada Lovelace, Donald E. Knuth`: given names end in no full word behind an initial.
  const isWord = (token: NameToken | undefined) =>
    /^\p{Lu}\p{Ll}{2,}$/u.test(token?.text ?? '') && !token!.braced;
  return (
    family!.length === 2 &&
    family!.every(isWord) &&
    isWord(given![0]) &&
    isWord(given!.at(-1)) &&
    given!.length > 2 &&
    given!.slice(1, -1).every(isInitial)
  );
}

/** `Shannon CE`, as PubMed writes names; not `Ligon WB III`. */
function endsInCapitals(part: readonly NameToken[]): boolean {
  const { text, braced } = part.at(-1)!;
  return (
    !braced && /^(?!JR$|SR$|I{1,3}$|IV$)\p{Lu}{1,3}$/u.test(text) && /^\p{Lu}\p{Ll}/u.test(part[0]!.text)
  );
}

/** `J.and`, `andDoe`: no name has these. */
const GLUED_AND = once(() => /\.and$|^and\p{Lu}\p{Ll}/u);

/** `Hoare C. A. R.`: without a comma the last word is the family name. A person may be called `Anna K.` */
function endsInInitial(parts: readonly (readonly NameToken[])[]): boolean {
  const [name = []] = parts;
  if (parts.length !== 1 || name.length < 3 || name.some(({ braced }) => braced)) return false;
  const [first, ...others] = name;
  return /^\p{Lu}\p{L}{2,}$/u.test(first!.text) && others.every(isInitial);
}

const ANY_AND = /^(?:and|und|et|y|e|i|og|och|en|ja|és|и|та)$/;
/** Those that never stand in the name of one person. */
const FOREIGN_AND = /^(?:und|et|og|och|és)$/;

/**
 * The “and” of another language between two persons: `Knuth, D. und Graham, R.`, `Donald Knuth et Ronald Graham`; not
 * `José Ortega y Gasset`, nor `Karl von und zu Guttenberg`.
 */
function conjunctionOf(parts: readonly (readonly NameToken[])[]): string | undefined {
  const words = parts.length === 3 ? parts[1]! : parts.length === 1 ? parts[0]! : [];
  const at = words.findIndex(({ text }, index) => index > 0 && ANY_AND.test(text));
  const [left, right] = [words.slice(0, at), words.slice(at + 1)];
  if (at === -1 || right.length === 0) return undefined;
  const { text } = words[at]!;
  if (parts.length === 3) return text === 'and' ? '{and}' : text;
  const alike = [...left, ...right].every(({ lower, braced }) => !lower && !braced);
  if (!alike || left.length < 2 || right.length < 2) return undefined;
  return FOREIGN_AND.test(text) || isInitial(right[0]!) ? text : undefined;
}
