const NAMED: ReadonlyMap<string, string> = new Map(
  Object.entries({
    amp: '&',
    lt: '<',
    gt: '>',
    quot: '"',
    apos: "'",
    nbsp: ' ',
    ensp: ' ',
    emsp: ' ',
    thinsp: ' ',
    ndash: '–',
    mdash: '—',
    minus: '−',
    hellip: '…',
    lsquo: '‘',
    rsquo: '’',
    ldquo: '“',
    rdquo: '”',
    bdquo: '„',
    laquo: '«',
    raquo: '»',
    middot: '·',
    times: '×',
    szlig: 'ß',
    oslash: 'ø',
    Oslash: 'Ø',
    aring: 'å',
    Aring: 'Å',
    aelig: 'æ',
    ccedil: 'ç',
    Ccedil: 'Ç',
  }),
);

/** Accents as the names of entities spell them: `&eacute;`, `&Ouml;`. */
const ACCENTS: ReadonlyMap<string, string> = new Map(
  Object.entries({
    acute: '\u0301',
    grave: '\u0300',
    circ: '\u0302',
    uml: '\u0308',
    tilde: '\u0303',
    caron: '\u030c',
  }),
);

/** An entity or a tag that starts at an offset: where it ends and what it stands for. */
export interface Entity {
  readonly end: number;
  readonly character: string;
}

/** The HTML entity at the `&` at `at`; undefined where the ampersand stands for itself. */
export function readEntity(text: string, at: number): Entity | undefined {
  const semicolon = text.slice(at, at + 12).indexOf(';');
  if (semicolon < 2) return undefined;
  const name = text.slice(at + 1, at + semicolon);
  const character = name.startsWith('#') ? numbered(name.slice(1)) : named(name);
  return character === undefined ? undefined : { end: at + semicolon + 1, character };
}

function named(name: string): string | undefined {
  const found = NAMED.get(name);
  if (found !== undefined) return found;
  const accent = ACCENTS.get(name.slice(1));
  return accent === undefined ? undefined : (name.charAt(0) + accent).normalize('NFC');
}

function numbered(digits: string): string | undefined {
  const hexadecimal = /^[xX]([0-9a-fA-F]{1,6})$/.exec(digits);
  const code =
    hexadecimal === null
      ? /^\d{1,7}$/.test(digits)
        ? Number(digits)
        : -1
      : Number.parseInt(hexadecimal[1]!, 16);
  return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : undefined;
}

/** An HTML tag; `name` is lower-cased. */
export interface Tag {
  readonly end: number;
  readonly name: string;
  readonly closing: boolean;
  /** Offsets of the value of `href`, where there is one. */
  readonly href?: { readonly start: number; readonly end: number };
}

/** Longest tag that is looked for; a `<` without `>` so near is a sign of its own. */
const LONGEST_TAG = 1000;

/** The HTML tag at the `<` at `at`, or undefined. */
export function readTag(text: string, at: number): Tag | undefined {
  const head = /^<(\/?)([A-Za-z][A-Za-z0-9]{0,12})(?=[\s/>])/.exec(text.slice(at, at + 20));
  if (head === null) return undefined;
  const close = text.slice(at, at + LONGEST_TAG).indexOf('>');
  if (close < 0) return undefined;
  const end = at + close + 1;
  const tag = { end, name: head[2]!.toLowerCase(), closing: head[1] === '/' };
  const href = /\shref\s{0,3}=\s{0,3}(["'])/i.exec(text.slice(at, end));
  if (href === null) return tag;
  const start = at + href.index + href[0].length;
  const length = text.slice(start, end).indexOf(href[1]!);
  return length < 0 ? tag : { ...tag, href: { start, end: start + length } };
}
