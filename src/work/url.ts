import type { Region } from '../model.ts';
import { closest } from '../text/similar.ts';
import {
  type IdentifierProblem,
  type IdentifierReading,
  innerRegion,
  reading,
} from './identifier-reading.ts';
import { withoutTracking } from './tracking.ts';

/** An absolute URL taken apart without judging it; offsets are those of the text it stood in. */
export interface UrlParts {
  readonly scheme: string;
  readonly authority: string;
  readonly host: string;
  /** Path, query and fragment. */
  readonly rest: string;
  readonly authorityStart: number;
}

const SCHEME = /^([a-z][a-z0-9+.-]{0,20}):\/\/([^/?#\s]*)/i;
/** Schemes a reader of the page cannot follow: they name the author's own machine or run code. */
const UNREADABLE = /^(?:file|about|blob|data|javascript|chrome|chrome-extension|moz-extension|zotero):/i;
/** `htps://`, `https//`, `http//:`, `www.https://` */
const MISTYPED_SCHEME =
  /^(?:www\.(?=https?:))?h{0,2}t{1,3}p{1,2}s{0,2}(?:[:;]{1,2}[/\\]{0,3}|[/\\]{1,3}:?)(?=[\w-]+\.)/i;
const WITHOUT_SCHEME =
  /^(?:www\.|[\w-]+(?:\.[\w-]+)*\.(?:com|org|net|edu|gov|io|de|uk|fr|cn|jp|info|eu|ch|ac\.uk)(?:[/?#]|$))/i;
const PRIVATE_HOST =
  /^(?:localhost|127\.\d+\.\d+\.\d+|0\.0\.0\.0|10\.\d+\.\d+\.\d+|192\.168\.\d+\.\d+|172\.(?:1[6-9]|2\d|3[01])\.\d+\.\d+|\[::1\]|[\w.-]+\.(?:local|localhost|internal|lan))$/i;

/**
 * What most addresses are: the resolver of DOIs with one behind it, or a host in small letters under a domain everybody
 * knows, which keeps no pages of others, and a path in which nothing could be anything else.
 */
const PLAIN =
  /^https?:\/\/(?:(?:dx\.)?doi\.org\/10\.\d{4,9}\/[\w-]+(?:\.[\w-]+)*|(?!web\.)[a-z][a-z\d-]*(?:\.[a-z][a-z\d-]*){0,4}\.(?:com|org|net|edu|gov|io|[a-z]{2})(?:\/(?!10\.\d)[\w~/-]*(?:\.[\w~/-]+)*)?)$/;

/**
 * Reads a URL as a field or a reference gives it. `value` has scheme and host lower-cased; compare two URLs by
 * `urlKey`. Letters of any script are allowed (RFC 3987); what breaks a link is not.
 */
export function checkUrl(text: string): IdentifierReading {
  if (PLAIN.test(text)) return reading(text, { start: 0, end: text.length });
  const region = withoutBrackets(text);
  const url = text.slice(region.start, region.end);
  if (url === '') return reading('', region, { kind: 'empty' });
  const problem =
    problemOfAngle(text, region) ??
    problemOfWrapping(url, region.start) ??
    problemOfScheme(url, region.start) ??
    problemOfCharacters(url, region.start) ??
    problemOfParts(url, region.start);
  return reading(lowerCaseHost(url), region, problem);
}

/** Takes `scheme://authority/rest` apart; undefined for anything else. */
export function splitUrl(url: string): UrlParts | undefined {
  const match = SCHEME.exec(url);
  if (match === null) return undefined;
  const authority = match[2]!;
  const at = authority.lastIndexOf('@');
  const host = authority.slice(at + 1).replace(/:\d*$/, '');
  const authorityStart = match[1]!.length + 3;
  return {
    scheme: match[1]!.toLowerCase(),
    authority,
    host: host.toLowerCase(),
    rest: url.slice(match[0].length),
    authorityStart,
  };
}

function lowerCaseHost(url: string): string {
  const length = SCHEME.exec(url)?.[0].length ?? 0;
  return url.slice(0, length).toLowerCase() + url.slice(length);
}

/** Leaves out blanks, `<…>` and LaTeX's `\url{…}` around a URL. */
function withoutBrackets(text: string): Region {
  const { start, end } = innerRegion(text);
  const inner = text.slice(start, end);
  const latex = /^\\(?:url|path|nolinkurl)\s{0,3}\{/.exec(inner);
  if (latex !== null && inner.endsWith('}')) return { start: start + latex[0].length, end: end - 1 };
  if (inner.startsWith('<') && inner.endsWith('>')) return { start: start + 1, end: end - 1 };
  return { start, end };
}

/** Markdown's and RFC 3986's `<…>`, which a field does not take off. */
function problemOfAngle(text: string, { start }: Region): IdentifierProblem | undefined {
  return text[start - 1] === '<' ? { kind: 'character', at: start - 1, found: '<' } : undefined;
}

/** A link of Markdown, and quotes or brackets before the address: `[notes](https://…)`, `“https://…”`. */
function problemOfWrapping(url: string, start: number): IdentifierProblem | undefined {
  if (NOTHING.test(url)) return { kind: 'unlike', at: start, found: url };
  const wrapping = /^(?:\[[^\]\n]{0,200}\]\(|[“”„«‘’'"`([])\s?(?=https?:\/\/|www\.)/i.exec(url);
  return wrapping === null ? undefined : { kind: 'character', at: start, found: url[0]! };
}

/** What is written where there is no URL. */
const NOTHING = /^(?:n\.?\/?a\.?|none|null|nil|undefined|unknown|-{1,3}|[\u2013\u2014?])$/i;

function problemOfScheme(url: string, start: number): IdentifierProblem | undefined {
  if (UNREADABLE.test(url)) {
    return { kind: 'unreadable', at: start, found: url.slice(0, url.indexOf(':') + 1) };
  }
  if (/^(?:[a-z]:[\\/]|\\\\|~?\/(?:home|Users)\/)/i.test(url))
    return { kind: 'unreadable', at: start, found: url.slice(0, 3) };
  if (/^(?:https?|ftps?):\/\/[^/\\:\s]/i.test(url)) return undefined;
  // The address was copied with the link that Markdown makes of it.
  if (/^\[[^\]]{1,2000}\]\(https?:/.test(url)) return { kind: 'character', at: start, found: '[' };
  const mistyped = MISTYPED_SCHEME.exec(url);
  if (mistyped !== null) return { kind: 'mistyped', at: start, found: mistyped[0], expected: 'https://' };
  return WITHOUT_SCHEME.test(url) ? { kind: 'scheme', at: start, expected: 'https://' } : undefined;
}

function problemOfCharacters(url: string, start: number): IdentifierProblem | undefined {
  // Mendeley joins the addresses of a work by a line break, and escapes it; others paste one behind another.
  const joint = url.search(/%5Cnhttps?:\/\/|(?<=[a-z\d])(?<!%[\da-f]{2})https?:\/\//i);
  if (joint > 0) return { kind: 'double', at: start + joint, found: url.slice(joint, joint + 120) };
  const match = /[\p{Cc}\p{Z}\s<>"\u200B-\u200F\u2060\uFEFF\uFFFD]/u.exec(url);
  if (match === null) return undefined;
  const another = /^[\s,;]{0,99}(?:and\s{1,99})?(?=https?:\/\/)/i.exec(url.slice(match.index));
  if (another !== null) {
    const at = match.index + another[0].length;
    return { kind: 'double', at: start + at, found: url.slice(at, at + 120) };
  }
  return { kind: 'character', at: start + match.index, found: match[0] };
}

function problemOfParts(url: string, start: number): IdentifierProblem | undefined {
  const parts = splitUrl(url);
  if (parts === undefined || !/^(?:https?|ftps?)$/.test(parts.scheme)) return undefined;
  const { authority, host, rest, authorityStart } = parts;
  const at = start + authorityStart;
  if (/^https?$/.test(host) && /^\/{1,2}/.test(rest)) return { kind: 'double', at, found: url.slice(0, 80) };
  const user = authority.lastIndexOf('@');
  if (user >= 0 && (parts.scheme.startsWith('http') || authority.slice(0, user).includes(':'))) {
    return { kind: 'credentials', at, found: authority.slice(0, user + 1) };
  }
  if (PRIVATE_HOST.test(host)) return { kind: 'host', at, found: host };
  if (isNearlyResolver(host, rest)) return { kind: 'host', at, found: host };
  if (!/^\[[\da-f:.]+\]$/.test(host) && !/^(?:[^.\s,;()]+\.)+[^.\s,;()]+\.?$/.test(host)) {
    return { kind: 'host', at, found: host };
  }
  const tail = /[.,;]$/.exec(rest);
  if (tail === null || ENDS_IN_ABBREVIATION.test(rest)) return undefined;
  return { kind: 'trailing', at: start + url.length - 1, found: tail[0] };
}

/** `https://doi.org10.1145/359545.359563`, `https://dio.org/10.1145/359545.359563`: a slip in the host of the resolver. */
function isNearlyResolver(host: string, rest: string): boolean {
  const name = host.replace(/^(?:www|dx)\./, '');
  if (/^doi\.org10\.\d{4}/.test(name)) return true;
  return /^\/10\.\d{4,9}\//.test(rest) && name.length < 9 && closest(name, RESOLVER) !== undefined;
}

const RESOLVER = ['doi.org'];

/** Names of pages that end in a full stop of their own: `/wiki/Apple_Inc.`, `/wiki/Washington,_D.C.`. */
const ENDS_IN_ABBREVIATION =
  /\/wiki\/[^?#]{0,300}\.$|[/_-](?:Inc|Ltd|Co|Corp|Bros|Jr|Sr|St|Mt|Dr|vs|etc|[A-Z]\.[A-Z])\.$/;

/**
 * Equal for addresses that lead to one page: scheme, `www.`, a closing slash, fragment, tracking parameters and the
 * Internet Archive's wrapper do not count. For comparing only; it is no URL.
 */
export function urlKey(url: string): string {
  if (PLAIN.test(url)) return withoutIndex(url.slice(url.indexOf('//') + 2).replace(MIRROR, ''));
  const archived = SNAPSHOT.exec(url)?.[1] ?? url;
  const parts = splitUrl(archived);
  if (parts === undefined) return archived.toLowerCase();
  const clean = withoutTracking(parts.rest);
  return `${parts.host.replace(MIRROR, '')}${withoutIndex(/^[^#]*/.exec(clean)![0])}`;
}

/** What stands before the name of a host and changes nothing. */
const MIRROR = /^(?:www|m)\./;

const withoutIndex = (path: string): string => path.replace(/\/(?:index\.\w{2,5})?$/, '');

const SNAPSHOT = /^https?:\/\/web\.archive\.org\/web\/[\dA-Za-z_*]{1,20}\/(.+)$/;

/** Whether this is a page as the Internet Archive has kept it. */
export function isSnapshot(url: string): boolean {
  return SNAPSHOT.test(url);
}
