import type {
  BibliographyPath,
  Citation,
  Cite,
  Param,
  Reference,
  Shortcode,
  ShortcodeSignature,
  SiteDialect,
  SyntaxProblem,
} from '../../../model.ts';
import { append } from '../../../text/append.ts';
import type { Mutable } from '../../../text/mutable.ts';
import { referenceLikeness } from '../../markdown/reference-text.ts';
import { type Piece, splitArgument } from '../../template/split-argument.ts';
import { argumentAt, contentRegion, droppedBackslashes, partRegion } from './argument.ts';
import { citeByEvidence, type Evidence, isKeyless, isReferenceText, weighEvidence } from './evidence.ts';
import { readLocator } from './locator.ts';
import { hugoSignature, REFERENCE_NAMES } from './signatures.ts';
import { strayBrace } from './stray-brace.ts';
import { quotedInside, swappedArguments } from './written-arguments.ts';

type CiteSignature = NonNullable<ShortcodeSignature['cite']>;

/** What the shortcodes of one Hugo page cite, print and name. */
export interface HugoFacts {
  readonly citations: Citation[];
  readonly references: Reference[];
  readonly bibliographies: BibliographyPath[];
  printsReferenceList: boolean;
  readonly problems: SyntaxProblem[];
}

/**
 * Collects what the shortcodes of a page cite, by the signatures of the site; without templates by what the arguments of
 * the page show. A damaged tag cites what it surely has, and a call the template would refuse cites nothing: each has
 * its problem already.
 */
export function collectHugo(shortcodes: readonly Shortcode[], dialect: SiteDialect, text: string): HugoFacts {
  const facts: HugoFacts = {
    citations: [],
    references: [],
    bibliographies: [],
    printsReferenceList: false,
    problems: [],
  };
  let evidence: Evidence | undefined;
  const unsettled: Unsettled = { bare: [], damaged: new Set() };
  for (const shortcode of shortcodes) {
    const signature = shortcode.closing ? undefined : hugoSignature(shortcode.name, dialect);
    if (signature === undefined) continue;
    if (signature.referenceList !== undefined) collectList(facts, shortcode, signature.referenceList, text);
    let { cite } = signature;
    if (cite?.byEvidence) {
      evidence ??= weighEvidence(citedByEvidence(shortcodes, dialect), shortcodes);
      cite = citeByEvidence(shortcode, evidence);
      if (cite === undefined && isKeyless(shortcode, evidence)) facts.problems.push(keyless(shortcode));
    }
    if (cite === undefined) continue;
    const call = callOf(shortcode, signature, withWrittenReference(shortcode, cite), text);
    collectCite(facts, call, unsettled);
  }
  if (unsettled.bare.length > 0) settleBare(facts, unsettled);
  return facts;
}

/** What can be told only when the whole page is read. */
interface Unsettled {
  /** Calls without a reference text, which another call may have. */
  readonly bare: Call[];
  /** Keys of damaged tags: their texts are there, but cannot be read. */
  readonly damaged: Set<string>;
}

/**
 * A template that looks keys up may still be handed a reference text, where a site is on its way from texts to a
 * bibliography: what begins with names and has a year is no locator.
 */
function withWrittenReference(shortcode: Shortcode, cite: CiteSignature): CiteSignature {
  const { key, locator, reference } = cite;
  if (reference !== undefined || key.rest === true) return cite;
  const behind =
    key.position === undefined ? { names: REFERENCE_NAMES } : { position: key.position + 1, names: [] };
  const place = locator ?? behind;
  const value = argumentAt(shortcode, place)?.value;
  if (typeof value !== 'string' || referenceLikeness(value) === 'none') return cite;
  const { locator: _, ...rest } = cite;
  return { ...rest, reference: place };
}

/** The shortcodes whose form no template tells. */
function citedByEvidence(shortcodes: readonly Shortcode[], dialect: SiteDialect): Shortcode[] {
  return shortcodes.filter(({ closing, name }) => !closing && hugoSignature(name, dialect)?.cite?.byEvidence);
}

interface Call {
  readonly shortcode: Shortcode;
  readonly signature: ShortcodeSignature;
  readonly cite: CiteSignature;
  readonly text: string;
  /** What stands between the separators of the arguments that hold keys. */
  readonly keys: readonly KeyPiece[];
}

interface KeyPiece extends Piece {
  readonly param: Param;
}

function callOf(
  shortcode: Shortcode,
  signature: ShortcodeSignature,
  cite: CiteSignature,
  text: string,
): Call {
  const keys: KeyPiece[] = [];
  for (const param of keyParams(shortcode, cite)) {
    for (const { text: written, start, end } of splitArgument(String(param.value), cite.separators)) {
      keys.push({ text: written, start, end, param });
    }
  }
  return { shortcode, signature, cite, text, keys };
}

function collectList(
  facts: HugoFacts,
  shortcode: Shortcode,
  { path }: NonNullable<ShortcodeSignature['referenceList']>,
  text: string,
): void {
  facts.printsReferenceList = true;
  const param = path === undefined ? undefined : argumentAt(shortcode, path);
  if (typeof param?.value !== 'string' || !/\/|\.(?:json|ya?ml|toml|bib|ris)$/i.test(param.value)) return;
  facts.bibliographies.push({ path: param.value, region: contentRegion(text, param), role: 'bibliography' });
}

function collectCite(facts: HugoFacts, call: Call, { bare, damaged }: Unsettled): void {
  const { shortcode, signature, cite, keys, text } = call;
  const brace = shortcode.damaged ? undefined : strayBrace(shortcode, text);
  if (brace !== undefined) facts.problems.push(brace);
  const problem = shortcode.damaged ? undefined : argumentProblem(call);
  if (problem !== undefined) {
    facts.problems.push(problem);
    if (problem.messageId === 'missing-key' || problem.messageId === 'swapped-arguments') return;
  }
  if (keys.length === 0 || keys.some(isStrayQuoted)) return;
  const reference = problem === undefined ? referenceOf(call) : undefined;
  if (shortcode.damaged && cite.reference !== undefined && reference === undefined) {
    for (const key of keys) damaged.add(key.text);
    return;
  }
  if (cite.referenceRequired && reference === undefined && !shortcode.damaged && problem === undefined) {
    if (!signature.cite?.byEvidence) {
      facts.problems.push(missingReference(call));
      return;
    }
    bare.push(call);
  }
  if (cite.keepsBlanks)
    append(
      facts.problems,
      keys.flatMap((key) => blankAroundKey(key, text)),
    );
  const cites = citesOf(call);
  if (cites.length > 0) facts.citations.push(citationOf(call, cites));
  if (reference !== undefined) facts.references.push(reference);
}

/** `{{< cite "knuth84 " >}}`, where the template does not take the blank off. */
function blankAroundKey({ text: key, param }: KeyPiece, text: string): SyntaxProblem[] {
  if (typeof param.value !== 'string' || param.value === key || key === '') return [];
  const region = contentRegion(text, param);
  const fix = { title: 'Remove the blank', safety: 'safe' as const, edits: [{ region, text: key }] };
  return [{ messageId: 'blank-around-key', data: { key }, region, fix }];
}

function citationOf({ shortcode, cite }: Call, cites: readonly Cite[]): Citation {
  const citation: Mutable<Citation> = { region: shortcode.region, construct: 'shortcode', cites };
  if (cite.foldsCase) citation.foldsCase = true;
  if (cite.mayBeText) citation.mayBeText = true;
  return citation;
}

/** Whether quotes that quote nothing stand round a key, which is reported as such: then it names no entry. */
const isStrayQuoted = ({ text, param }: KeyPiece): boolean =>
  param.quote === '' &&
  (/^[“”„«‘’'].*[“”»‘’']$/.test(text) || (param.name !== undefined && text.endsWith('"')));

/** The arguments that hold keys. A type letter that is left out leaves the key in its place. */
function keyParams(shortcode: Shortcode, { key }: CiteSignature): Param[] {
  const { params } = shortcode;
  const isPositional = params[0]?.name === undefined;
  if (key.rest && isPositional) return params.slice(key.position);
  if (key.position === 1 && isPositional && params.length === 1) return [...params];
  const param = argumentAt(shortcode, key);
  return param === undefined ? [] : [param];
}

function argumentProblem({ shortcode, signature, cite, text, keys }: Call): SyntaxProblem | undefined {
  const { name, region, params } = shortcode;
  if (keys.length === 0 && isTextAlone(shortcode, cite)) return undefined;
  if (keys.length === 0) return { messageId: 'missing-key', data: { name }, region };
  const empty = keys.find(({ text }) => text === '');
  if (empty !== undefined) return { messageId: 'empty-key', data: { name }, region: empty.param.region };
  const { positional } = signature;
  const [key] = keys;
  const reference = cite.reference === undefined ? undefined : argumentAt(shortcode, cite.reference);
  if (reference !== undefined && keys.length === 1) {
    const written =
      quotedInside(shortcode, params.indexOf(reference), text) ??
      swappedArguments(shortcode, key!.param, reference, text);
    if (written !== undefined) return written;
  }
  if (positional === undefined || params[0]?.name !== undefined) return undefined;
  const first = params[positional];
  const last = params.at(-1);
  if (first === undefined || last === undefined) return undefined;
  return {
    messageId: 'too-many-arguments',
    data: { name, most: positional, count: params.length },
    region: { start: first.region.start, end: last.region.end },
  };
}

/** A reference text under its name, and no key: a template that can do without the text may do without the key. */
function isTextAlone(shortcode: Shortcode, { reference, referenceRequired }: CiteSignature): boolean {
  return (
    !referenceRequired && reference !== undefined && argumentAt(shortcode, reference)?.name !== undefined
  );
}

function missingReference({ shortcode, keys }: Call): SyntaxProblem {
  const { name, region, params } = shortcode;
  const [only] = params;
  if (only !== undefined && params.length === 1 && isReferenceText(only)) return keyless(shortcode);
  const key = String(keys[0]?.param.value ?? '');
  return { messageId: 'missing-reference', data: { name, key }, region };
}

function keyless({ name, region, params }: Shortcode): SyntaxProblem {
  return { messageId: 'keyless-reference', data: { name }, region: params[0]?.region ?? region };
}

/** In a page that has a text for its keys, a key without one anywhere is left without a reference. */
function settleBare(facts: HugoFacts, { bare, damaged }: Unsettled): void {
  const known = new Set([...damaged, ...facts.references.map(({ key }) => key)]);
  const lost = new Set<Citation['region']>();
  for (const call of bare) {
    if (call.keys.every(({ param }) => known.has(String(param.value).trim()))) continue;
    facts.problems.push(missingReference(call));
    lost.add(call.shortcode.region);
  }
  if (lost.size === 0) return;
  const kept = facts.citations.filter(({ region }) => !lost.has(region));
  facts.citations.splice(0, facts.citations.length, ...kept);
}

function citesOf({ shortcode, cite, text, keys }: Call): Cite[] {
  const filled = keys.every((piece) => piece.text !== '') ? keys : keys.filter((piece) => piece.text !== '');
  const locator = cite.locator === undefined ? '' : locatorText(argumentAt(shortcode, cite.locator));
  const locators = locator === '' ? [] : splitArgument(locator, filled.length > 1 ? ';' : '');
  const isNarrative = NARRATIVE.test(shortcode.name);
  return filled.map(({ text: written, start, end, param }, index): Cite => {
    const isSuppressed = cite.suppressPrefix && written.length > 1 && written.startsWith('-');
    const offset = isSuppressed ? 1 : 0;
    const key = isSuppressed ? written.slice(1) : written;
    const keyRegion = partRegion(text, param, start + offset, end);
    const mode = isSuppressed ? 'suppress-author' : isNarrative ? 'author-in-text' : 'normal';
    const pages = locators[index]?.text ?? '';
    return pages === '' ? { key, keyRegion, mode } : { key, keyRegion, mode, ...readLocator(pages) };
  });
}

const NARRATIVE = /(?:^|\/)(?:citet|textcite)$/i;

function locatorText(param: Param | undefined): string {
  return param === undefined || typeof param.value === 'boolean' ? '' : String(param.value);
}

function referenceOf({ shortcode, cite, text, keys }: Call): Reference | undefined {
  const param = cite.reference === undefined ? undefined : argumentAt(shortcode, cite.reference);
  if (param === undefined) return undefined;
  const written = String(param.value);
  if (written.trim() === '') return undefined;
  const region = contentRegion(text, param);
  const [first] = keys;
  // Written out, for a spread makes objects of which V8 reads each property slowly, and every rule reads these.
  const reference: Reference =
    first === undefined || keys.length > 1
      ? { region, text: written, construct: 'shortcode' }
      : { region, text: written, key: first.text, construct: 'shortcode' };
  const gaps = droppedBackslashes(text, region, written);
  return gaps.length === 0 ? reference : { ...reference, gaps };
}
