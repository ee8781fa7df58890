import type { PersonName, Region } from '../model.ts';
import { latexToText } from './latex-text.ts';
import { type NameProblem, nameProblem } from './name-problems.ts';
import { type NameToken, splitNameList, tokensOfName } from './name-tokens.ts';

/** The names of a field as they were read. */
export interface NameList {
  readonly names: readonly PersonName[];
  /** The list ends in `and others` or “et al.”. */
  readonly others: boolean;
  readonly problems: readonly NameProblem[];
}

/**
 * Reads a BibTeX or BibLaTeX list of names: `First von Last`, `von Last, First`, `von Last, Jr, First`, BibLaTeX's
 * `family=…, given=…`, names in braces as organisations, a closing `and others`. The rules are those of bibtex.web
 * (sections 336 to 405); LaTeX becomes Unicode. Never throws; what BibTeX would misread is in `problems`.
 */
export function readBibtexNames(value: string): NameList {
  const names: PersonName[] = [];
  const problems: NameProblem[] = [];
  const { pieces, unbalanced } = splitNameList(value);
  if (unbalanced) {
    problems.push({ kind: 'unbalanced-braces', region: { start: 0, end: value.length }, found: value });
  }
  let others = false;
  pieces.forEach((region, index) => {
    const written = value.slice(region.start, region.end);
    if (written === '' && pieces.length === 1) return;
    if (index === pieces.length - 1 && written.toLowerCase() === 'others') others = true;
    else if (written === '') problems.push({ kind: 'empty-name', region, found: 'and' });
    else if (/^(?:et(?:\.\s{0,3}|\s{1,3})al\b\.?,?|\{?\\emph\s?\{et al\.?\}\}?)$/i.test(written)) {
      problems.push({ kind: 'et-al', region, found: written });
      others = true;
    } else {
      others = readOne(value, region, names, problems) || others;
    }
  });
  return { names, others, problems };
}

/** Reads one name of a list; true where it ends in “et al.”. */
function readOne(value: string, region: Region, names: PersonName[], problems: NameProblem[]): boolean {
  const written = value.slice(region.start, region.end);
  const tail = ET_AL.exec(written);
  const end = tail === null ? region.end : region.start + tail.index;
  const { parts, separators } = tokensOfName(value, { start: region.start, end });
  for (const at of separators) {
    problems.push({ kind: 'separator', region: at, found: value.slice(at.start, at.end) });
  }
  if (tail !== null) {
    const found = tail[0].replace(/^[\s,]+/, '');
    problems.push({ kind: 'et-al', region: { start: region.end - found.length, end: region.end }, found });
  }
  const extended = nameOfExtendedForm(parts);
  if (extended !== undefined) {
    names.push(extended);
    return tail !== null;
  }
  const problem = nameProblem(value, region, parts);
  if (problem !== undefined) problems.push(problem);
  const name = nameOfParts(parts);
  if (name !== undefined) names.push(name);
  return tail !== null;
}

/** “et al.” behind a name without `and`: `Knuth et al.`, `Knuth, D., et.al.`. */
const ET_AL = /(?:,\s{0,9}|\s)et(?:\.\s{0,3}|\s{1,3})al\.?$/i;

function nameOfParts(parts: readonly (readonly NameToken[])[]): PersonName | undefined {
  const [first, second, third] = parts.filter((part) => part.length > 0);
  if (first === undefined) return undefined;
  if (parts.length === 1) {
    return first.length === 1 && first[0]!.whole
      ? { family: first[0]!.text, literal: true }
      : nameInOrder(first);
  }
  const { particle, family } = splitParticle(first);
  if (second === undefined) return personName(family, '', particle);
  if (third === undefined) return personName(family, join(second), particle);
  return personName(family, join(third), particle, join(second));
}

/** `First von Last`: von is from the first to the last word in lower case, the last word apart. */
function nameInOrder(tokens: readonly NameToken[]): PersonName {
  const last = tokens.length - 1;
  const from = tokens.findIndex((token, index) => index < last && token.lower);
  if (from < 0) {
    return personName(tokens[last]!.text, join(tokens.slice(0, last)), '', '');
  }
  let to = from;
  for (let at = from; at < last; at += 1) if (tokens[at]!.lower) to = at;
  return personName(
    join(tokens.slice(to + 1)),
    join(tokens.slice(0, from)),
    join(tokens.slice(from, to + 1)),
    '',
  );
}

/**
 * `von Last`: leading words in lower case, at least one word left for the family. BibTeX would also take `García de la`
 * for the particle of `García de la Torre`; for telling persons apart the whole family name serves better.
 */
function splitParticle(tokens: readonly NameToken[]): { particle: string; family: string } {
  let to = -1;
  for (let at = 0; at < tokens.length - 1; at += 1) if (tokens[at]!.lower) to = at;
  if (to >= 0 && !tokens[0]!.lower) to = -1;
  return { particle: join(tokens.slice(0, to + 1)), family: join(tokens.slice(to + 1)) };
}

/** BibLaTeX's extended form (manual, section 3.4): `family=Knuth, given=Donald Ervin, prefix=…, suffix=…`. */
function nameOfExtendedForm(parts: readonly (readonly NameToken[])[]): PersonName | undefined {
  const named = new Map<string, string>();
  for (const part of parts) {
    const match = /^(family|given|prefix|suffix)\s{0,3}=\s{0,3}(.*)$/.exec(join(part));
    if (match !== null) named.set(match[1]!, match[2]!);
  }
  const family = named.get('family');
  if (family === undefined) return undefined;
  const part = (name: string) => named.get(name) ?? '';
  return personName(family, part('given'), part('prefix'), part('suffix'));
}

function join(tokens: readonly NameToken[]): string {
  return tokens.map((token) => token.text).join(' ');
}

/** Puts a name together; parts that are empty are left out. */
export function personName(family: string, given = '', particle = '', suffix = ''): PersonName {
  return {
    family: family === '' ? given : family,
    ...(given === '' || family === '' ? {} : { given }),
    ...(particle === '' ? {} : { particle }),
    ...(suffix === '' ? {} : { suffix }),
  };
}

/** A name as people write it: `Ludwig van Beethoven`, `Martin Luther King, Jr.`. */
export function displayName({ family, given, particle, suffix }: PersonName): string {
  const name = [given, particle, family].filter((part) => part !== undefined && part !== '').join(' ');
  return suffix === undefined ? name : `${name}, ${suffix}`;
}

/** Reads one name that may carry LaTeX but is no list: RIS' `Family, Given, Suffix`, a YAML string. */
export function readSingleName(text: string): PersonName | undefined {
  const trimmed = text.trim();
  if (trimmed === '') return undefined;
  const { parts } = tokensOfName(trimmed, { start: 0, end: trimmed.length });
  const filled = parts.filter((part) => part.length > 0);
  if (filled.length === 3 && /^(?:[JS]r|I{1,3}|IV|V)\.?$/.test(join(filled[2]!))) {
    // RIS puts the suffix last, BibTeX puts it second.
    return nameOfParts([filled[0]!, filled[2]!, filled[1]!]);
  }
  if (filled.length > 3) return nameOfExtendedForm(filled) ?? { family: latexToText(trimmed), literal: true };
  return nameOfExtendedForm(filled) ?? nameOfParts(parts);
}
