import type { Region } from '../model.ts';
import {
  type IdentifierProblem,
  type IdentifierReading,
  innerRegion,
  reading,
} from './identifier-reading.ts';

const RESOLVER =
  /^(?:https?:\/\/)?(?:[a-z]{2,6}\.)?(?:arxiv|alphaxiv)\.org\/(?:abs|pdf|html|format|ps|src|e-print|list)\/+/i;
const DOI = /^(?:https?:\/\/(?:dx\.)?doi\.org\/|doi:\s{0,3})?10\.48550\/arxiv\./i;
const LABEL =
  /^arxiv(?:\s{1,3}(?:e-?prints?|preprint))?(?:\s{0,9}[:.]\s{0,9}|\s{1,9})(?:arxiv:\s{0,9})?|^(?:corr\s{1,3})?abs\//i;
const NEW = /^(\d{4})\.(\d{4,5})(?:v(\d+))?$/i;
const OLD = /^([a-z-]+)(\.[a-z]{2})?\/(\d{2})(\d{2})(\d{3})(?:v(\d+))?$/i;

/** Archives that gave out identifiers before April 2007 (arXiv help, “Understanding the arXiv identifier”). */
const ARCHIVES = new Set(
  (
    'acc-phys adap-org alg-geom ao-sci astro-ph atom-ph bayes-an chao-dyn chem-ph cmp-lg comp-gas cond-mat cs ' +
    'dg-ga funct-an gr-qc hep-ex hep-lat hep-ph hep-th math math-ph mtrl-th nlin nucl-ex nucl-th patt-sol ' +
    'physics plasm-ph q-alg q-bio quant-ph solv-int supr-con'
  ).split(' '),
);

/**
 * Reads an arXiv identifier of either scheme, bare, labelled, as an address or as arXiv's own DOI; `value` has neither
 * version nor subject class, so all versions of a paper are equal. Months, and four serial digits up to 1412 and five
 * from 1501, are checked.
 */
export function checkArxiv(text: string): IdentifierReading {
  const region = identifierRegion(text);
  const written = text.slice(region.start, region.end);
  if (written === '') return reading('', region, { kind: 'empty' });
  const recent = NEW.exec(written);
  if (recent !== null) {
    const value = `${recent[1]}.${recent[2]}`;
    return reading(value, region, problemOfNew(recent[1]!, recent[2]!));
  }
  const old = OLD.exec(written);
  if (old !== null) {
    const archive = old[1]!.toLowerCase();
    return reading(`${archive}/${old[3]}${old[4]}${old[5]}`, region, problemOfOld(archive, old[3]!, old[4]!));
  }
  return reading(written.toLowerCase(), region, problemOfOther(written, region.start));
}

function problemOfNew(yymm: string, serial: string): IdentifierProblem | undefined {
  const month = Number(yymm.slice(2));
  if (month < 1 || month > 12 || Number(yymm) < 704) return { kind: 'date', found: yymm };
  const expected = Number(yymm) >= 1501 ? 5 : 4;
  if (serial.length !== expected) {
    return { kind: 'length', found: String(serial.length), expected: String(expected) };
  }
  return Number(serial) === 0 ? { kind: 'range', found: serial } : undefined;
}

function problemOfOld(archive: string, year: string, month: string): IdentifierProblem | undefined {
  if (!ARCHIVES.has(archive)) return { kind: 'prefix', found: archive };
  const monthNumber = Number(month);
  const yymm = Number(year) > 90 ? Number(year + month) : 10_000 + Number(year + month);
  if (monthNumber < 1 || monthNumber > 12 || yymm < 9107 || yymm > 10_703) {
    return { kind: 'date', found: year + month };
  }
  return undefined;
}

function problemOfOther(written: string, start: number): IdentifierProblem {
  const stranger = /[^\w.\-/]/u.exec(written);
  if (stranger !== null) {
    return { kind: 'character', at: start + stranger.index, found: stranger[0] };
  }
  return { kind: 'shape' };
}

/** Leaves out label, address, `.pdf`, a query and the subject class in square brackets. */
function identifierRegion(text: string): Region {
  let { start, end } = innerRegion(text);
  for (const prefix of [RESOLVER, DOI, LABEL]) {
    start += prefix.exec(text.slice(start, Math.min(end, start + 80)))?.[0].length ?? 0;
  }
  const tail = /\.pdf(?=[?#]|$)|[?#]|\s{0,9}\[[\w.\- ]{1,40}\]$|\/$/i.exec(text.slice(start, end));
  if (tail !== null) end = start + tail.index;
  return { start: Math.min(start, end), end };
}

/** Year and month an arXiv identifier was given out, from `value` of its reading. */
export function dateOfArxiv(value: string): { year: number; month: number } | undefined {
  const match = /^(?:[a-z-]+\/)?(\d{2})(\d{2})/.exec(value);
  if (match === null) return undefined;
  const year = Number(match[1]);
  return { year: year > 90 ? 1900 + year : 2000 + year, month: Number(match[2]) };
}
