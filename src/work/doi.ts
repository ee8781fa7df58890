import type { Region } from '../model.ts';
import {
  type IdentifierProblem,
  type IdentifierReading,
  innerRegion,
  reading,
} from './identifier-reading.ts';

/** What may stand before the `10.` of a DOI: labels, schemes, resolvers, a library's proxy of the resolver. */
const PREFIX =
  /^(?:(?:urn:|info:)?doi\s{0,9}[:/]\s{0,9}|doi\s{1,9}|(?:https?:\/\/)?(?:(?:www|dx)\.)?doi\.org\/+|(?:https?:\/\/)?hdl\.handle\.net\/(?=10\.)|https?:\/\/(?:dx-)?doi-org\.[\w.-]{1,60}\/)/i;
/** Most are bare or behind their resolver and hold nothing that could be anything else: these need no closer look. */
const PLAIN = /^(?:https?:\/\/(?:www\.|dx\.)?doi\.org\/)?10\.\d{4,9}\/[\w.-]*[a-z\d]$/i;
const REGISTRANT = /^10\.\d{4,9}(?:\.\d+)*$/;
const SHORT = /^10\/[a-z0-9]+$/i;
/** A short DOI behind its resolver drops the `10/` (shortdoi.org). */
const SHORT_AFTER_RESOLVER = /^https?:\/\/doi\.org\/(?=[a-z]*\d)[a-z0-9]{3,8}$/i;
/** A query or fragment the browser's address bar added; SICI suffixes may hold `#` before a digit or at the end. */
const QUERY = /\?[\w.]+=|#(?:[a-z]{3}|:~:)/i;
/** What Wiley, Frontiers and others put behind the DOI in the address of a view of the page. */
const VIEW = /\/(?:full|abstract|e?pdf|fulltext)$/i;
const ESCAPES: Readonly<Record<string, string>> = { '&lt;': '<', '&gt;': '>', '&amp;': '&', '&quot;': '"' };

/**
 * Reads a DOI, bare, labelled or as an address of its resolver. `value` is lower-cased, since DOIs are compared so
 * (DOI Handbook, 2.4), and free of prefix, escapes and trailing punctuation; `region` is the bare DOI as written.
 * SICI suffixes with `<>();:` are valid, a short DOI (`10/aabbe`) too. LaTeX's `\_` counts as the character alone.
 */
export function checkDoi(text: string): IdentifierReading {
  if (PLAIN.test(text)) {
    const start = text.startsWith('10.') ? 0 : text.indexOf('/10.') + 1;
    return reading(text.slice(start).toLowerCase(), { start, end: text.length });
  }
  const whole = insideCommand(text, insideBraces(text, innerRegion(text)));
  const prefixed = skipPrefix(text, whole);
  if (prefixed.start >= prefixed.end) return reading('', whole, { kind: 'empty' });
  const body = text.slice(prefixed.start, prefixed.end);
  if (prefixed.start > whole.start && SHORT_AFTER_RESOLVER.test(text.slice(whole.start, prefixed.end))) {
    return reading(`10/${body.toLowerCase()}`, prefixed);
  }
  if (/^10[./]/.test(body)) return readBody(text, prefixed);
  const inside = /10\.\d{4,9}\//.exec(body);
  if (inside === null) return reading(body.toLowerCase(), prefixed, beginsOtherwise(body, prefixed.start));
  const region = { start: prefixed.start + inside.index, end: prefixed.end };
  const found = body.slice(0, inside.index);
  const kind = MISTYPED_RESOLVER.test(found) ? 'mistyped' : 'prefix';
  const problem: IdentifierProblem = { kind, found, expected: '10.', at: prefixed.start };
  return reading(readBody(text, region).value, region, problem);
}

/** `htps://doi.org/`, `https:/doi.org/`. */
const MISTYPED_RESOLVER = /^[a-z]{0,9}[:;]?\/{0,3}(?:(?:www|dx)\.)?doi\.org\/{1,3}$/i;

/** `11.1145/359545` has a prefix that is none; `TODO`, `n/a` and a suffix alone have none at all. */
function beginsOtherwise(body: string, at: number): IdentifierProblem {
  const registrant = /^[^\s/]{0,19}\d[^\s/]{0,19}(?=\/)/.exec(body);
  return registrant === null
    ? { kind: 'unlike' }
    : { kind: 'prefix', found: registrant[0], expected: '10.', at };
}

/** Web of Science writes `{{10.1145/…}}`, where all but Pandoc take the inner braces for nothing. */
function insideBraces(text: string, { start, end }: Region): Region {
  return text[start] === '{' && text[end - 1] === '}' ? { start: start + 1, end: end - 1 } : { start, end };
}

/** LaTeX's `\url{…}` and its kin around the whole. */
function insideCommand(text: string, { start, end }: Region): Region {
  if (text[start] !== '\\' || text[end - 1] !== '}') return { start, end };
  const command = /^\\(?:url|path|nolinkurl|doi|texttt)\s{0,3}\{/.exec(text.slice(start, start + 20));
  return command === null ? { start, end } : { start: start + command[0].length, end: end - 1 };
}

function readBody(text: string, region: Region): IdentifierReading {
  const written = text.slice(region.start, region.end);
  const end = region.start + lengthWithoutTail(written);
  const bare = { start: region.start, end };
  const plain = unescapeDoi(text.slice(bare.start, bare.end));
  const value = plain.text.toLowerCase();
  const problem =
    problemOfShape(plain.text) ??
    problemOfCharacters(text, bare) ??
    plain.problem ??
    lonelyBracket(plain.text, text, bare) ??
    (end < region.end ? trailing(text, end) : undefined);
  if (problem === undefined) return reading(value, bare);
  return reading(value, bare, problem.kind === 'escape' ? { ...problem, expected: plain.text } : problem);
}

function trailing(text: string, at: number): IdentifierProblem {
  return { kind: 'trailing', at, found: text.slice(at, at + 20).trimEnd() };
}

function problemOfShape(doi: string): IdentifierProblem | undefined {
  if (SHORT.test(doi)) return undefined;
  const slash = doi.indexOf('/');
  if (slash < 0) return { kind: 'shape', expected: 'slash' };
  const registrant = doi.slice(0, slash);
  if (!REGISTRANT.test(registrant))
    return { kind: 'prefix', found: registrant, expected: '10. and four digits' };
  return slash === doi.length - 1 ? { kind: 'shape', expected: 'suffix' } : undefined;
}

/** Blanks, controls, invisible characters and typographic dashes, or another address: no resolver knows such a DOI. */
function problemOfCharacters(text: string, { start, end }: Region): IdentifierProblem | undefined {
  const written = text.slice(start, end);
  const glued = written.search(/https?:\/\/|(?<=.)doi\.org\//i);
  if (glued !== -1) return { kind: 'double', at: start + glued, found: written.slice(glued, glued + 80) };
  const match = /[\p{C}\p{Z}\s\u2010-\u2015\u2212\uFFFD]/u.exec(written);
  if (match === null) return undefined;
  const another = /^[\s,;]{0,9}(?:and\s)?(?=https?:|doi|10\.\d{4})/i.exec(written.slice(match.index));
  if (another !== null) {
    const at = match.index + another[0].length;
    return { kind: 'double', at: start + at, found: written.slice(at, at + 80) };
  }
  return { kind: 'character', at: start + match.index, found: match[0] };
}

/** Of `S0377-0427(00)00282-X` one parenthesis was lost: publishers write them in pairs. */
function lonelyBracket(doi: string, text: string, { start, end }: Region): IdentifierProblem | undefined {
  if (!/[()]/.test(doi)) return undefined;
  const open: number[] = [];
  for (let at = start; at < end; at += 1) {
    if (text[at] === '(') open.push(at);
    else if (text[at] === ')' && open.pop() === undefined) return { kind: 'bracket', at, found: ')' };
  }
  const [first] = open;
  return first === undefined ? undefined : { kind: 'bracket', at: first, found: '(' };
}

/** Steps over every prefix, since `https://doi.org/doi:10.1145/…` and doubled addresses are common. */
function skipPrefix(text: string, { start, end }: Region): Region {
  let from = start;
  for (let round = 0; round < 4; round += 1) {
    const match = PREFIX.exec(text.slice(from, Math.min(end, from + 100)));
    if (match === null || match[0] === '') break;
    from = Math.min(end, from + match[0].length);
  }
  return { start: from, end };
}

/** Length of a DOI less the punctuation of its sentence and unbalanced closing brackets. */
function lengthWithoutTail(doi: string): number {
  const query = QUERY.exec(doi);
  let length = query === null ? doi.length : query.index;
  const view = VIEW.exec(doi.slice(0, length));
  if (view !== null && view.index > doi.indexOf('/') + 1) length = view.index;
  const surplus = surplusClosers(doi);
  for (;;) {
    const last = doi[length - 1]!;
    if (length > 1 && '.,;:!?\'"”’`*'.includes(last)) length -= 1;
    else if (length > 1 && surplus.has(length - 1)) length -= 1;
    else return length;
  }
}

const NONE: ReadonlySet<number> = new Set();

/** Offsets of closing brackets that nothing before them opens. */
function surplusClosers(text: string): ReadonlySet<number> {
  if (!/[)\]}>]/.test(text)) return NONE;
  const open = { ')': 0, ']': 0, '}': 0, '>': 0 };
  const opener = { '(': ')', '[': ']', '{': '}', '<': '>' } as const;
  const surplus = new Set<number>();
  for (let at = 0; at < text.length; at += 1) {
    const character = text[at]!;
    if (character in opener) open[opener[character as keyof typeof opener]] += 1;
    else if (character in open) {
      const closer = character as keyof typeof open;
      if (open[closer] > 0) open[closer] -= 1;
      else surplus.add(at);
    }
  }
  return surplus;
}

/** Undoes LaTeX's `\_` and braces silently, and HTML's `&lt;` and `%28` as a problem: both break the link. */
function unescapeDoi(written: string): { text: string; problem?: IdentifierProblem } {
  if (!/[\\{}&%]/.test(written)) return { text: written };
  const latex = written.replace(/\\([_%#&{}$~])/g, '$1').replace(/[{}]/g, '');
  const found = /&(?:lt|gt|amp|quot);|%[0-9a-f]{2}/i.exec(latex);
  if (found === null) return { text: latex };
  const text = latex
    .replace(/&(?:lt|gt|amp|quot);/gi, (entity) => ESCAPES[entity.toLowerCase()] ?? entity)
    .replace(/(?:%[0-9a-f]{2})+/gi, decodePercent);
  return { text, problem: { kind: 'escape', found: found[0] } };
}

function decodePercent(run: string): string {
  try {
    return decodeURIComponent(run);
  } catch {
    return run;
  }
}

/** Registrants nobody owns for publishing: 10.5555 is Crossref's for tests, the others are made up. */
const PLACEHOLDERS = /^10\.(?:5555|1234|12345|0000|00000|9999|99999)\/|^10\.1000\/xyz\d*$|^10\.\d+\/x{3,}/;

/** What the templates of ACM, IEEE, Springer and Elsevier print until the paper has a DOI of its own. */
const OF_TEMPLATES =
  /^10\.1145\/1122445\.1122456$|^10\.\d{4,9}\/(?:[\w-]{1,40}\.)?(?:n{4,}|x{4,})|^10\.1109\/[a-z]{2,12}\.\d{4}\.doi$|^10\.1007\/s0{4,}-|^10\.1016\/j\.x{3,}/;

/** Whether a DOI (as `value` of its reading) is one of examples and templates, which resolves nowhere. */
export function isPlaceholderDoi(value: string): boolean {
  return PLACEHOLDERS.test(value) || isTemplateDoi(value);
}

/** Whether a DOI is the one of a template, under the prefix of a publisher. */
export const isTemplateDoi = (value: string): boolean => OF_TEMPLATES.test(value);

/**
 * The DOI inside the address of a publisher's page, `https://dl.acm.org/doi/10.1145/359545.359563`; undefined where
 * the address holds none. Views such as `/full` or `.pdf` behind it are left out.
 */
export function doiOfUrl(url: string): string | undefined {
  const match = /10\.\d{4,9}\/[^\s?#&]{1,500}/.exec(url);
  if (match === null) return undefined;
  const doi = match[0].replace(
    /(?:\/(?:full|abstract|pdf|epdf|html|meta|fulltext|summary|references))+$/i,
    '',
  );
  const { value, problem } = checkDoi(doi.replace(/(?:v\d+)?(?:\.full)?(?:\.pdf|\.html?)?$/i, ''));
  return problem === undefined || problem.kind === 'escape' ? value : undefined;
}
