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
} from '../../model.ts';
import { argumentAt, contentRegion, partRegion, splitArgument } from './hugo-argument.ts';
import { citeByEvidence, weighEvidence } from './hugo-evidence.ts';
import { readLocator } from './hugo-locator.ts';
import { hugoSignature } from './hugo-signatures.ts';

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
  const calls = shortcodes.flatMap((shortcode) => {
    const signature = shortcode.closing ? undefined : hugoSignature(shortcode.name, dialect);
    return signature === undefined ? [] : [{ shortcode, signature }];
  });
  const open = calls.filter(({ signature }) => signature.cite?.byEvidence).map(({ shortcode }) => shortcode);
  const evidence = weighEvidence(open, open.length === 0 ? [] : shortcodes);
  const bare: Call[] = [];
  for (const { shortcode, signature } of calls) {
    if (signature.referenceList !== undefined) collectList(facts, shortcode, signature.referenceList, text);
    if (signature.cite === undefined) continue;
    const cite = signature.cite.byEvidence ? citeByEvidence(shortcode, evidence) : signature.cite;
    if (cite !== undefined) collectCite(facts, { shortcode, signature, cite, text }, bare);
  }
  settleBare(facts, bare);
  return facts;
}

interface Call {
  readonly shortcode: Shortcode;
  readonly signature: ShortcodeSignature;
  readonly cite: CiteSignature;
  readonly text: string;
}

function collectList(
  facts: HugoFacts,
  shortcode: Shortcode,
  { path }: NonNullable<ShortcodeSignature['referenceList']>,
  text: string,
): void {
  if (!shortcode.damaged) facts.printsReferenceList = true;
  const param = path === undefined ? undefined : argumentAt(shortcode, path);
  if (typeof param?.value !== 'string' || !/\/|\.(?:json|ya?ml|toml|bib|ris)$/i.test(param.value)) return;
  facts.bibliographies.push({ path: param.value, region: contentRegion(text, param), role: 'bibliography' });
}

function collectCite(facts: HugoFacts, call: Call, bare: Call[]): void {
  const { shortcode, signature, cite } = call;
  const keys = keyParams(shortcode, cite);
  const problem = shortcode.damaged ? undefined : argumentProblem(call, keys);
  if (problem !== undefined) {
    facts.problems.push(problem);
    if (problem.messageId === 'missing-key') return;
  }
  if (keys.length === 0) return;
  const reference = problem === undefined ? referenceOf(call, keys) : undefined;
  if (cite.referenceRequired && reference === undefined && !shortcode.damaged && problem === undefined) {
    if (!signature.cite?.byEvidence) {
      facts.problems.push(missingReference(call, keys));
      return;
    }
    bare.push(call);
  }
  const cites = citesOf(call, keys);
  if (cites.length > 0) facts.citations.push({ region: shortcode.region, construct: 'shortcode', cites });
  if (reference !== undefined) facts.references.push(reference);
}

/** The arguments that hold keys. A type letter that is left out leaves the key in its place. */
function keyParams(shortcode: Shortcode, { key }: CiteSignature): Param[] {
  const { params } = shortcode;
  const isPositional = params[0]?.name === undefined;
  if (key.rest && isPositional) return params.slice(key.position);
  if (key.position === 1 && isPositional && params.length === 1) return [...params];
  const param = argumentAt(shortcode, key);
  return param === undefined ? [] : [param];
}

function argumentProblem(
  { shortcode, signature, cite }: Call,
  keys: readonly Param[],
): SyntaxProblem | undefined {
  const { name, region, params } = shortcode;
  if (keys.length === 0) return { messageId: 'missing-key', data: { name }, region };
  const empty = keys.find(({ value }) =>
    splitArgument(String(value), cite.separators).some((piece) => piece.text === ''),
  );
  if (empty !== undefined) return { messageId: 'empty-key', data: { name }, region: empty.region };
  const { positional } = signature;
  const surplus = positional === undefined || params[0]?.name !== undefined ? [] : params.slice(positional);
  const [first, last] = [surplus[0], surplus.at(-1)];
  if (first === undefined || last === undefined) return undefined;
  return {
    messageId: 'too-many-arguments',
    data: { name, most: positional ?? 0, count: params.length },
    region: { start: first.region.start, end: last.region.end },
  };
}

function missingReference({ shortcode }: Call, keys: readonly Param[]): SyntaxProblem {
  const { name, region } = shortcode;
  return { messageId: 'missing-reference', data: { name, key: String(keys[0]?.value ?? '') }, region };
}

/** In a page that has a text for its keys, a key without one anywhere is left without a reference. */
function settleBare(facts: HugoFacts, bare: readonly Call[]): void {
  const known = new Set(facts.references.map(({ key }) => key));
  const lost = new Set<Citation['region']>();
  for (const call of bare) {
    const keys = keyParams(call.shortcode, call.cite);
    if (keys.every(({ value }) => known.has(String(value).trim()))) continue;
    facts.problems.push(missingReference(call, keys));
    lost.add(call.shortcode.region);
  }
  if (lost.size === 0) return;
  const kept = facts.citations.filter(({ region }) => !lost.has(region));
  facts.citations.splice(0, facts.citations.length, ...kept);
}

function citesOf({ shortcode, cite, text }: Call, keys: readonly Param[]): Cite[] {
  const locator = cite.locator === undefined ? undefined : argumentAt(shortcode, cite.locator);
  const pieces = keys.flatMap((param) =>
    splitArgument(String(param.value), cite.separators).map((piece) => ({ ...piece, param })),
  );
  const filled = pieces.filter((piece) => piece.text !== '');
  const locators = splitArgument(locatorText(locator), filled.length > 1 ? ';' : '');
  return filled.map(({ text: written, start, end, param }, index) => {
    const isSuppressed = cite.suppressPrefix && written.length > 1 && written.startsWith('-');
    const offset = isSuppressed ? 1 : 0;
    return {
      key: written.slice(offset),
      keyRegion: partRegion(text, param, start + offset, end),
      mode: isSuppressed ? 'suppress-author' : NARRATIVE.test(shortcode.name) ? 'author-in-text' : 'normal',
      ...readLocator(locators[index]?.text ?? ''),
    };
  });
}

const NARRATIVE = /(?:^|\/)(?:citet|textcite)$/i;

function locatorText(param: Param | undefined): string {
  return param === undefined || typeof param.value === 'boolean' ? '' : String(param.value);
}

function referenceOf({ shortcode, cite, text }: Call, keys: readonly Param[]): Reference | undefined {
  const param = cite.reference === undefined ? undefined : argumentAt(shortcode, cite.reference);
  if (param === undefined || String(param.value).trim() === '') return undefined;
  const pieces = keys.flatMap(({ value }) => splitArgument(String(value), cite.separators));
  const key = pieces.length === 1 ? pieces[0]?.text : undefined;
  return {
    region: contentRegion(text, param),
    text: String(param.value),
    ...(key === undefined ? {} : { key }),
    construct: 'shortcode',
  };
}
