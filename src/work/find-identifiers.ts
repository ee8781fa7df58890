import type { IdentifierKind, Region } from '../model.ts';
import { once } from '../text/once.ts';
import { checkArxiv } from './arxiv.ts';
import { checkDoi } from './doi.ts';
import { checkIsbn } from './isbn.ts';
import { checkIssn } from './issn.ts';
import { checkOrcid } from './orcid.ts';
import { checkPmcid, checkPmid } from './pubmed.ts';
import { checkUrl } from './url.ts';

/** An identifier found in running text. */
export interface FoundIdentifier {
  readonly kind: IdentifierKind;
  /** As the `check…` function of its kind gives it. */
  readonly value: string;
  /** The text of the region: label or address and number, `doi:10.1145/359545.359563`. */
  readonly written: string;
  readonly region: Region;
}

/** Where an identifier may begin; each alternative is decided by the reader below that takes it. */
const TRIGGER = once(
  () =>
    /(?<![\p{L}\p{N}])h(?:tps?|t{3}ps?|https?|tts):\/\/(?=[\w-]{1,63}\.)|https?(?::\/\/|(?:[:;]\/{1,2}|\/\/)(?=[\w-]{1,63}\.))|(?<![\p{L}\p{N}@])www\.|(?<![\p{L}\p{N}_])(?:doi|arxiv|abs\/|[ep]?-?isbn|[ep]?-?issn|pmid|pmc|orcid)|(?<![\p{L}\p{N}./])10\.\d{4}/giu,
);

/** An address and nothing else, as most fields are that hold one: all of it is the token, and no other can follow. */
const PLAIN_ADDRESS = /^https?:\/\/[\w./?&=%#:~+-]{3,}[a-z\d/]$/i;

type Reader = (text: string, at: number) => FoundIdentifier[];

/**
 * Finds identifiers in free text: URLs and what they resolve, `doi:`, bare DOIs, arXiv, ISBN, ISSN, PMID, PMCID and
 * ORCID by their labels. In order, not overlapping, whether valid or not: a label followed by a broken number is found
 * too, so that a rule can say what is wrong with it. Linear in the text.
 */
export function findIdentifiers(text: string): FoundIdentifier[] {
  if (PLAIN_ADDRESS.test(text)) return readAddress(text, 0, text.length);
  const found: FoundIdentifier[] = [];
  TRIGGER().lastIndex = 0;
  for (let match = TRIGGER().exec(text); match !== null; match = TRIGGER().exec(text)) {
    const next = TRIGGER().lastIndex;
    const here = readerOf(match[0].toLowerCase())(text, match.index);
    for (const identifier of here) found.push(identifier);
    TRIGGER().lastIndex = Math.max(next, here.at(-1)?.region.end ?? 0);
  }
  return found;
}

function readerOf(trigger: string): Reader {
  if (/^https?:\/\//.test(trigger) || trigger === 'www.') return readUrl;
  if (trigger.startsWith('h')) return readMistyped;
  if (trigger === 'doi') return readLabelledDoi;
  if (trigger.startsWith('10.')) return readBareDoi;
  if (trigger === 'arxiv' || trigger === 'abs/') return readArxiv;
  if (trigger.endsWith('isbn')) return readIsbns;
  if (trigger.endsWith('issn')) return readIssns;
  return trigger === 'orcid' ? readOrcid : readPubmed;
}

const one = (text: string, kind: IdentifierKind, value: string, start: number, end: number) => [
  { kind, value, written: text.slice(start, end), region: { start, end } },
];

function readUrl(text: string, at: number): FoundIdentifier[] {
  const end = tokenEnd(text, at);
  return end - at < 11 ? [] : readAddress(text, at, end);
}

/** `https//doi.org/10.1145/359545.359563`, `htps://www.gnu.org/`; not `net/http/server.go`. */
function readMistyped(text: string, at: number): FoundIdentifier[] {
  if (/[\p{L}\p{N}/]/u.test(text[at - 1] ?? ' ')) return [];
  const end = tokenEnd(text, at);
  const kind = /doi\.org\/10\.\d/.test(text.slice(at, at + 40)) ? 'doi' : 'url';
  return one(text, kind, CHECKS[kind](text.slice(at, end)).value, at, end);
}

function readAddress(text: string, at: number, end: number): FoundIdentifier[] {
  const written = text.slice(at, end);
  const kind = kindOfUrl(written);
  return one(text, kind, CHECKS[kind](written).value, at, end);
}

const CHECKS = {
  doi: checkDoi,
  arxiv: checkArxiv,
  pmid: checkPmid,
  pmcid: checkPmcid,
  orcid: checkOrcid,
  url: checkUrl,
};

function kindOfUrl(url: string): keyof typeof CHECKS {
  const head = url.slice(0, 100).toLowerCase();
  if (!/doi|handle|orcid|ncbi|arxiv|alphaxiv/.test(head)) return 'url';
  if (
    /^https?:\/\/(?:(?:www\.|dx\.)?doi\.org\/|(?:dx-)?doi-org\.[\w.-]+\/10\.|hdl\.handle\.net\/10\.)/.test(
      head,
    )
  ) {
    return /doi\.org\/(?:10[./]|.{0,20}10\.\d{4}|[a-z]*\d|\.\d{4})|handle|doi-org/.test(head) ? 'doi' : 'url';
  }
  if (/^https?:\/\/(?:www\.)?orcid\.org\/\d/.test(head)) return 'orcid';
  if (/^https?:\/\/(?:pubmed\.ncbi\.nlm\.nih\.gov|(?:www\.)?ncbi\.nlm\.nih\.gov\/pubmed)\/\d/.test(head)) {
    return 'pmid';
  }
  if (
    /^https?:\/\/(?:pmc\.ncbi\.nlm\.nih\.gov|(?:www\.)?ncbi\.nlm\.nih\.gov\/pmc)\/articles\/pmc\d/.test(head)
  ) {
    return 'pmcid';
  }
  const arxiv = /^https?:\/\/(?:[a-z]{2,6}\.)?(?:arxiv|alphaxiv)\.org\/(?:abs|pdf|html|format|ps|e-print)\//;
  return arxiv.test(head) && checkArxiv(url).problem?.kind !== 'shape' ? 'arxiv' : 'url';
}

function readLabelledDoi(text: string, at: number): FoundIdentifier[] {
  const window = text.slice(at, at + 60);
  const label = /^doi(?:\.org\/|\s{0,3}[:=]?\s{0,3}(?:https?:\/\/(?:dx\.)?doi\.org\/)?(?:doi:\s?)?)/i.exec(
    window,
  );
  const length = label?.[0].length ?? 3;
  const rest = window.slice(length);
  const explicit = label !== null && /[:/]/.test(label[0]);
  // `doi: 1O.1145/…` and `doi: 11.1145/…` have a figure wrong.
  const isDoi =
    /^10\.\d{3}/.test(rest) || (explicit && /^(?:\d{1,2}|[1Il][0Oo])[.,/]?\d{0,9}\/[\w.-]*\d/.test(rest));
  if (!isDoi) return [];
  const end = tokenEnd(text, at + length);
  return one(text, 'doi', checkDoi(text.slice(at, end)).value, at, end);
}

function readBareDoi(text: string, at: number): FoundIdentifier[] {
  if (!/^10\.\d{4,9}(?:\.\d{1,9}){0,5}\/\S/.test(text.slice(at, at + 80))) return [];
  const end = tokenEnd(text, at);
  return one(text, 'doi', checkDoi(text.slice(at, end)).value, at, end);
}

const ARXIV =
  /^(?:arxiv(?:\s(?:e-?prints?|preprint))?(?:[:.]\s{0,3}|\s{1,3})(?:arxiv:\s{0,3})?|abs\/)((?:\d{4}\.\d{3,6}|[a-z-]{2,12}(?:\.[a-z]{2})?\/\d{6,8}|(?<=:\s?)\d{8,9})(?:v\d{1,2})?)(?![\w/])/i;

function readArxiv(text: string, at: number): FoundIdentifier[] {
  const match = ARXIV.exec(text.slice(at, at + 80));
  if (match === null) return [];
  return one(text, 'arxiv', checkArxiv(match[1]!).value, at, at + match[0].length);
}

const NOTE = '(?:\\s{0,2}\\((?:[^()\\n]{1,24})\\))?';
const ISBN_LABEL = new RegExp(`^[ep]?-?isbns?(?:[-\\s]?1[03](?=[:\\s]))?${NOTE}\\s{0,3}[:#]?\\s{0,3}`, 'i');
const ISSN_LABEL = new RegExp(`^[ep]?-?issn(?:-L)?${NOTE}\\s{0,3}[:#]?\\s{0,3}`, 'i');
const BETWEEN = new RegExp(`^${NOTE}\\s{0,2}(?:[,;/]|and|&)\\s{0,3}(?=\\d)`, 'i');

function readIsbns(text: string, at: number): FoundIdentifier[] {
  return readNumbers(text, at, ISBN_LABEL, (from) => {
    const end = isbnEnd(text, from);
    return end === undefined
      ? undefined
      : { end, kind: 'isbn', value: checkIsbn(text.slice(from, end)).value };
  });
}

const ISSN = once(() => /^\d{3,5}[-‐‑–]?\d{2,4}[\dX](?![\p{L}\p{N}])/iu);

function readIssns(text: string, at: number): FoundIdentifier[] {
  return readNumbers(text, at, ISSN_LABEL, (from) => {
    const match = ISSN().exec(text.slice(from, from + 16));
    if (match === null) return undefined;
    return { end: from + match[0].length, kind: 'issn', value: checkIssn(match[0]).value };
  });
}

/** Reads a label and the numbers behind it; the first keeps the label in its region. */
function readNumbers(
  text: string,
  at: number,
  label: RegExp,
  read: (from: number) => { end: number; kind: IdentifierKind; value: string } | undefined,
): FoundIdentifier[] {
  const found: FoundIdentifier[] = [];
  let start = at;
  let from = at + (label.exec(text.slice(at, at + 70))?.[0].length ?? 0);
  for (let next = read(from); next !== undefined; next = read(from)) {
    found.push(...one(text, next.kind, next.value, start, next.end));
    const between = BETWEEN.exec(text.slice(next.end, next.end + 50));
    if (between === null) break;
    start = from = next.end + between[0].length;
  }
  return found;
}

/**
 * End of the ISBN at `from`: groups of digits joined by one dash or blank, cut behind ten or thirteen digits where a
 * group ends there, since a year or a price may follow.
 */
function isbnEnd(text: string, from: number): number | undefined {
  const run = /^\d(?:[-\s‐‑–]?[\dXx]){6,24}(?![\p{L}\p{N}])/u.exec(text.slice(from, from + 52))?.[0];
  if (run === undefined) return undefined;
  let digits = 0;
  for (let at = 0; at < run.length; at += 1) {
    if (!/[\dXx]/.test(run[at]!)) continue;
    digits += 1;
    const groupEnds = !/[\dXx]/.test(run[at + 1] ?? ' ');
    const whole = /^97[89]/.test(run) ? 13 : 10;
    if (digits === whole && groupEnds) return from + at + 1;
  }
  return digits >= 8 && digits <= 16 ? from + run.length : undefined;
}

function readPubmed(text: string, at: number): FoundIdentifier[] {
  const window = text.slice(at, at + 40);
  const pmcid = /^(?:pmcid\s{0,3}:?\s{0,3})?(PMC\d{3,9})(?![\p{L}\p{N}])/iu.exec(window);
  if (pmcid !== null) return one(text, 'pmcid', checkPmcid(pmcid[1]!).value, at, at + pmcid[0].length);
  const pmid = /^pmid\s{0,3}[:#]?\s{0,3}(\d{1,9})(?![\p{L}\p{N}])/iu.exec(window);
  return pmid === null ? [] : one(text, 'pmid', checkPmid(pmid[1]!).value, at, at + pmid[0].length);
}

function readOrcid(text: string, at: number): FoundIdentifier[] {
  const label = /^orcid(?:\.org\/|(?:\s?id)?\s{0,3}[:#]?\s{0,3})/i;
  const match = new RegExp(`${label.source}((?:\\d{4}[-–]?){3}\\d{3}[\\dX])(?![\\p{L}\\p{N}])`, 'iu').exec(
    text.slice(at, at + 50),
  );
  return match === null ? [] : one(text, 'orcid', checkOrcid(match[1]!).value, at, at + match[0].length);
}

const CLOSERS: Readonly<Record<string, string>> = { ')': '(', ']': '[', '}': '{' };

/**
 * End of the URL or DOI at `at`: it runs to a blank, a quote, an angle bracket, a bracket it did not open or a mark of
 * CJK punctuation, less the punctuation of the sentence. Angle brackets belong to a SICI, `(SICI)…<693::AID-ASI4>3.0`.
 */
function tokenEnd(text: string, at: number): number {
  let end = runEnd(text, at);
  const emphasised = text[at - 1] === '_' || text[at - 1] === '*';
  const tail = emphasised ? ".,;:!?'’*_" : ".,;:!?'’*";
  while (end > at && tail.includes(text[end - 1]!)) end -= 1;
  return end;
}

/** What ends a token, or may: the expression steps over everything else at once. */
const REMARKABLE = /[\s"`|<>()[\]{}\u3000-\u303F\uFF01-\uFF0F\uFF1A-\uFF20\uE000“”«»]/g;

function runEnd(text: string, at: number): number {
  const open: Record<string, number> = { '(': 0, '[': 0, '{': 0 };
  REMARKABLE.lastIndex = at;
  for (let match = REMARKABLE.exec(text); match !== null; match = REMARKABLE.exec(text)) {
    const [character] = match;
    const { index } = match;
    const opener = CLOSERS[character];
    if (character in open) open[character]! += 1;
    else if (opener !== undefined && open[opener]! > 0) open[opener]! -= 1;
    else {
      const sici = character === '<' ? siciBracket(text, at, index) : 0;
      if (sici === 0) return index;
      REMARKABLE.lastIndex = index + sici;
    }
  }
  return text.length;
}

/** Length of `<693::AID-ASI4>` inside a DOI, else 0. */
function siciBracket(text: string, start: number, at: number): number {
  if (!/\(|:/.test(text.slice(Math.max(start, at - 60), at))) return 0;
  return /^<\d{1,5}:[\w.:-]{1,30}>/.exec(text.slice(at, at + 50))?.[0].length ?? 0;
}
