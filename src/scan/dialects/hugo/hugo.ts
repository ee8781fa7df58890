import type {
  BibliographyPath,
  Citation,
  Reference,
  Shortcode,
  ShortcodeSignature,
  SiteDialect,
  SyntaxProblem,
} from '../../../model.ts';
import { append } from '../../../text/append.ts';
import { argumentAt, contentRegion } from './argument.ts';
import { type Call, callOf, citationOf, referenceOf, withWrittenReference } from './call.ts';
import {
  argumentProblem,
  blankAroundKey,
  isStrayQuoted,
  keyless,
  missingReference,
} from './call-problems.ts';
import { citedPage } from './cited-page.ts';
import { citeByEvidence, type Evidence, isKeyless, weighEvidence } from './evidence.ts';
import { hugoSignature } from './signatures.ts';
import { strayBrace } from './stray-brace.ts';

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
      const page = citedPage(shortcode, text);
      if (page !== undefined) facts.problems.push(page);
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

/** The shortcodes whose form no template tells. */
function citedByEvidence(shortcodes: readonly Shortcode[], dialect: SiteDialect): Shortcode[] {
  return shortcodes.filter(({ closing, name }) => !closing && hugoSignature(name, dialect)?.cite?.byEvidence);
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
  const citation = citationOf(call);
  if (citation !== undefined) facts.citations.push(citation);
  if (reference !== undefined) facts.references.push(reference);
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
