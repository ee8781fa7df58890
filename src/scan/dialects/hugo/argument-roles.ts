import type { ShortcodeSignature } from '../../../model.ts';
import { countParts } from '../told-works.ts';
import type { Argument, Use } from './template-flow.ts';
import type { TemplateUses } from './template-uses.ts';

type Place = NonNullable<ShortcodeSignature['cite']>['key'];

/** What the arguments of a citing shortcode are for. */
export interface Roles {
  readonly key: Place;
  readonly reference?: Place;
  readonly locator?: Place;
}

/** An argument of such a name is never a key, whatever is done with it. */
const NEVER_KEY =
  /^(?:title|page|doi|url|href|src|link|text|author|year|date|view|isbn|class|style|lang|label|type)$/i;
/** What a variable is called that holds an address: `{{ $url := .Get 1 }}`. */
const ADDRESS = /^\$(?:url|href|link|src)$/i;
const LOCATOR = /^(?:pages?|pp?|loc|locator|chapter|section|sec|pinpoint|suffix|extra)$/i;
/** What the reader sees in place of the label a template makes; no place in the work. */
const NEVER_LOCATOR = /^(?:text|label|title|name|display|alt|author|year|class|style|lang)$/i;
const REFERENCE =
  /^(?:text|reference|ref|full|fulltext|note|citation|entry|content|description|desc|source|html)$/i;
/** What data, fields and partials about references are called. */
export const BIBLIOGRAPHY = /bib|cit(?:e|ation|ed|ing)|refs?\b|reference|literat|quellen|zotero/i;

/** Names that say it all, so that printing the argument is enough. */
const WHOLE_REFERENCE = /^(?:reference|full_?text|full|citation)$/i;

/** Points towards the argument being a key, by kind of use; each kind counts once. */
function keyPoints({ kind, detail }: Use): number {
  switch (kind) {
    case 'lookup':
      return 5;
    case 'store':
    case 'attribute':
      return 4;
    case 'compare':
    case 'anchor':
    case 'id':
      return 3;
    case 'field':
      return /^(?:cite_?)?(?:key|keys|id|ids)$/i.test(detail) ? 4 : 0;
    case 'variable':
      if (ADDRESS.test(detail)) return -9;
      return /key|cite_?id|bib_?id/i.test(detail) ? 2 : 0;
    case 'partial':
      return BIBLIOGRAPHY.test(detail) ? 2 : 0;
    case 'arithmetic':
      return -99;
    case 'url':
    case 'page':
      return -9;
    case 'literal':
    case 'value':
    case 'file':
      return -3;
    default:
      return 0;
  }
}

/** Points towards a reference text. A template that looks the key up has the reference from there. */
function referencePoints({ kind, detail }: Use, looksUp: boolean): number {
  switch (kind) {
    case 'value':
    case 'markdown':
      return looksUp && kind === 'markdown' ? 0 : 4;
    case 'tooltip':
      return looksUp ? 0 : 3;
    case 'text':
      return looksUp || /<a\b[^>]*>\s*$/i.test(detail) || BEHIND_KEY.test(detail)
        ? 0
        : /<(?:li|aside|small|p|dd|div|span|cite)\b[^>]*>\s*$/i.test(detail)
          ? 3
          : 1;
    case 'field':
    case 'variable':
      return REFERENCE.test(detail.replace(/^\$/, '')) ? 3 : LOCATOR.test(detail.replace(/^\$/, '')) ? -9 : 0;
    case 'literal':
    case 'default':
    case 'url':
    case 'page':
    case 'file':
    case 'arithmetic':
      return -9;
    default:
      return 0;
  }
}

/** `[{{ $key }}{{ with $note }}, {{ . }}{{ end }}]`: what follows at a comma is the place, as with `\cite[…]{key}`. */
const BEHIND_KEY = /^,(?:\s|&nbsp;){1,9}$/i;

/** Points towards a locator: it is printed beside what the key was looked up for, or named so. */
function locatorPoints({ kind, detail }: Use, looksUp: boolean): number {
  switch (kind) {
    case 'text':
      if (BEHIND_KEY.test(detail)) return 5;
      return /(?:^|[^a-z])pp?\.\s*(?:&nbsp;)?$/i.test(detail) ? 4 : looksUp ? 3 : 0;
    case 'field':
    case 'variable':
      return LOCATOR.test(detail.replace(/^\$/, '')) || /page|locator/i.test(detail) ? 5 : 0;
    case 'literal':
    case 'default':
    case 'url':
    case 'value':
    case 'attribute':
      return -9;
    default:
      return 0;
  }
}

/** Points of an argument whose own name tells, such as `pages=`. */
const NAMED = 5;
/** Less than this is no evidence for a reference text or a locator. */
const LEAST = 3;

type Weigh = (use: Use) => number;

/** Each kind of use counts once, by its weightiest. */
function weigh(uses: readonly Use[], points: Weigh): number {
  const best = new Map<Use['kind'], number>();
  for (const use of uses) {
    const value = points(use);
    if (Math.abs(value) > Math.abs(best.get(use.kind) ?? 0)) best.set(use.kind, value);
  }
  return [...best.values()].reduce((sum, value) => sum + value, 0);
}

/** What a shortcode is named after: citing, keeping notes or sources, or something else. */
export type Naming = 'citing' | 'noting' | 'other';

/**
 * Tells the roles of the arguments from what the template does with them; undefined where none is surely a key. A
 * shortcode that is not named after citing needs a bibliography in its template: one to look into or, where its name is
 * of notes, one that it makes itself.
 */
export function rolesOf(traced: TemplateUses, naming: Naming): Roles | undefined {
  const isNamedSo = naming === 'citing';
  const byArgument = new Map<Argument, Use[]>();
  for (const use of traced.uses) {
    const known = byArgument.get(use.argument);
    if (known === undefined) byArgument.set(use.argument, [use]);
    else known.push(use);
  }
  const keys: Weighed[] = [];
  for (const [argument, uses] of byArgument) {
    if (
      NEVER_KEY.test(nameOf(argument) ?? '') ||
      !(isNamedSo || uses.some((use) => isBibliographic(use, naming)))
    )
      continue;
    const points = weigh(uses, keyPoints) + (traced.suppressed.has(argument) ? LEAST : 0);
    if (points >= (isNamedSo ? 2 : 4)) keys.push({ argument, points });
  }
  if (keys.length === 0) return undefined;
  const key = placeOf(keys, traced.replaced);
  const looksUp = keys.some(({ argument }) => (byArgument.get(argument) ?? []).some(isLookup));
  if (!looksUp && countParts(argumentNames(traced)) > 1) return undefined;
  const others = [...byArgument].filter(([argument]) => !isIn(argument, key));
  const references: Weighed[] = [];
  const locators: Weighed[] = [];
  for (const [argument, uses] of others) {
    const name = nameOf(argument);
    const asText =
      weigh(uses, (use) => referencePoints(use, looksUp)) + (isNamed(name, WHOLE_REFERENCE) ? 2 : 0);
    const asLocator =
      weigh(uses, (use) => locatorPoints(use, looksUp)) + (isNamed(name, LOCATOR) ? NAMED : 0);
    if (asText >= LEAST && asText > asLocator) references.push({ argument, points: asText });
    else if (asLocator >= LEAST && !isNamed(name, NEVER_LOCATOR))
      locators.push({ argument, points: asLocator });
  }
  return {
    key,
    ...(references.length === 0 ? {} : { reference: placeOf(references) }),
    ...(locators.length === 0 ? {} : { locator: placeOf(locators) }),
  };
}

/**
 * The names of the arguments that a template reads. One that is told of a work part by part makes a reference:
 * `{{< citation id="turing1936" author="…" title="…" >}}`, and its `id` is an anchor that others may link to.
 */
export function argumentNames({ uses }: TemplateUses): ReadonlySet<string> {
  return new Set(uses.flatMap(({ argument }) => nameOf(argument) ?? []));
}

interface Weighed {
  readonly argument: Argument;
  readonly points: number;
}

/**
 * The positional argument that weighs most, and all that go by a name; of equals one that no other takes the place of,
 * and the first.
 */
function placeOf(weighed: readonly Weighed[], replaced: ReadonlySet<Argument> = new Set()): Place {
  const names = weighed.flatMap(({ argument }) => nameOf(argument) ?? []);
  let best: Weighed | undefined;
  for (const candidate of weighed) {
    if (!candidate.argument.startsWith('#')) continue;
    const lead = candidate.points - (best?.points ?? 0);
    if (lead > 0 || (lead === 0 && best !== undefined && isBefore(candidate, best))) best = candidate;
  }
  function isBefore({ argument }: Weighed, other: Weighed): boolean {
    const lead = Number(replaced.has(other.argument)) - Number(replaced.has(argument));
    return lead === 0 ? argument < other.argument : lead > 0;
  }

  if (best === undefined) return { names };
  if (best.argument === '#*') return { position: 0, names, rest: true };
  return { position: Number(best.argument.slice(1)), names };
}

/** Whether an argument is one of those a place names. */
export function isIn(argument: Argument, { position, names, rest }: Place): boolean {
  const name = nameOf(argument);
  if (name !== undefined) return names.includes(name);
  return rest === true || argument === `#${position}`;
}

function nameOf(argument: Argument): string | undefined {
  return argument.startsWith('@') ? argument.slice(1) : undefined;
}

function isNamed(name: string | undefined, pattern: RegExp): boolean {
  return name !== undefined && pattern.test(name);
}

function isLookup({ kind }: Use): boolean {
  return kind === 'lookup' || kind === 'compare';
}

function isBibliographic({ kind, detail }: Use, naming: Naming): boolean {
  const isTold = kind === 'lookup' || (naming === 'noting' && (kind === 'store' || kind === 'attribute'));
  return isTold && BIBLIOGRAPHY.test(detail);
}
