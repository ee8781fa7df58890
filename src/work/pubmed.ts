import { type IdentifierReading, innerRegion, reading } from './identifier-reading.ts';

const PMID_PREFIX =
  /^(?:(?:https?:\/\/)?(?:www\.)?(?:pubmed\.ncbi\.nlm\.nih\.gov|ncbi\.nlm\.nih\.gov\/(?:m\/)?pubmed|pubmed\.gov)\/+|pmid\s{0,9}[:#]?\s{0,9}|pubmed(?:\s{0,3}id)?\s{0,9}[:#]\s{0,9})/i;
const PMCID_PREFIX =
  /^(?:(?:https?:\/\/)?(?:www\.)?(?:pmc\.ncbi\.nlm\.nih\.gov|ncbi\.nlm\.nih\.gov\/pmc)\/+articles\/+|pmcid\s{0,9}[:#]?\s{0,9})/i;

/**
 * Numbers beyond these have not been given out: about 1.7 million PubMed records and 0.9 million PMC records are added
 * a year, and both limits leave ten years of room over what Wikipedia's Module:Citation/CS1 knew in February 2025.
 */
const HIGHEST = { pmid: 57_000_000, pmcid: 21_000_000 };

/** Reads a PubMed identifier, bare, labelled or as an address; `value` is its digits. */
export function checkPmid(text: string): IdentifierReading {
  const { region, written } = strip(text, PMID_PREFIX);
  if (written === '') return reading('', region, { kind: 'empty' });
  if (/^pmc/i.test(written)) return reading(written.toUpperCase(), region, { kind: 'prefix', found: 'PMC' });
  const stranger = /\D/u.exec(written);
  if (stranger !== null) {
    return reading(written, region, {
      kind: 'character',
      at: region.start + stranger.index,
      found: stranger[0],
    });
  }
  return checkNumber(written, '', region, HIGHEST.pmid);
}

/** Reads a PubMed Central identifier; `value` is `PMC` and digits, version left out. */
export function checkPmcid(text: string): IdentifierReading {
  const { region, written } = strip(text, PMCID_PREFIX);
  if (written === '') return reading('', region, { kind: 'empty' });
  const match = /^(?:PMC)?(\d+)(?:\.\d+)?$/i.exec(written);
  if (match === null) return reading(written, region, { kind: 'shape' });
  return checkNumber(match[1]!, 'PMC', region, HIGHEST.pmcid);
}

function checkNumber(
  digits: string,
  prefix: string,
  region: { start: number; end: number },
  highest: number,
): IdentifierReading {
  const value = prefix + digits;
  if (digits.startsWith('0')) return reading(value, region, { kind: 'range', found: digits });
  if (digits.length > 8 || Number(digits) > highest) {
    return reading(value, region, { kind: 'range', found: digits, expected: String(highest) });
  }
  return reading(value, region);
}

/** Leaves out label or address, and the slash and query behind the number of an address. */
function strip(text: string, prefix: RegExp): { region: { start: number; end: number }; written: string } {
  const inner = innerRegion(text);
  const label = prefix.exec(text.slice(inner.start, inner.start + 80))?.[0].length ?? 0;
  const start = Math.min(inner.end, inner.start + label);
  const tail = label > 0 ? /[/?#]/.exec(text.slice(start, inner.end)) : null;
  const end = tail === null ? inner.end : start + tail.index;
  return { region: { start, end }, written: text.slice(start, end) };
}
