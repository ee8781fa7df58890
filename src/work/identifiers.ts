import type { IdentifierKind } from '../model.ts';
import { checkArxiv } from './arxiv.ts';
import { checkDoi } from './doi.ts';
import type { IdentifierReading } from './identifier-reading.ts';
import { checkIsbn } from './isbn.ts';
import { checkIssn } from './issn.ts';
import { checkOrcid } from './orcid.ts';
import { checkPmcid, checkPmid } from './pubmed.ts';
import { checkUrl } from './url.ts';

const CHECKS: Readonly<Record<IdentifierKind, (text: string) => IdentifierReading>> = {
  doi: checkDoi,
  isbn: checkIsbn,
  issn: checkIssn,
  arxiv: checkArxiv,
  pmid: checkPmid,
  pmcid: checkPmcid,
  orcid: checkOrcid,
  url: checkUrl,
};

/** Reads a text that holds one identifier of the given kind, with or without its label or address. Never throws. */
export function checkIdentifier(kind: IdentifierKind, text: string): IdentifierReading {
  return CHECKS[kind](text);
}

export { checkArxiv, dateOfArxiv } from './arxiv.ts';
export { checkDoi, doiOfUrl, isPlaceholderDoi, isTemplateDoi } from './doi.ts';
export { findIdentifiers } from './find-identifiers.ts';
export type {
  IdentifierProblem,
  IdentifierReading,
} from './identifier-reading.ts';
export { withoutBreaks } from './identifier-reading.ts';
export { checkIsbn, splitIsbns } from './isbn.ts';
export { checkIssn, splitIssns } from './issn.ts';
export { checkOrcid } from './orcid.ts';
export { proxiedHost, redirectTarget } from './proxies.ts';
export { checkPmcid, checkPmid } from './pubmed.ts';
export { trackingParts, withoutTracking } from './tracking.ts';
export { checkUrl, splitUrl, urlKey } from './url.ts';
