import type { Region } from '../../model.ts';
import { once } from '../../text/once.ts';

const URL = /(?:https?:\/\/|www(?=\.))([-.\w]+)((?:[^\s<\]]|\](?![[(\s]))*)/gi;
const URL_TAIL = '!"&\'),.:;<>?]}';
const MAIL_NAME = /[-.\w+]/;
const MAIL_DOMAIN = /[-\w]+(?:\.[-\w]+)+/y;
const MAX_MAIL_NAME = 64;
const BOUNDARY = once(() => /[\s\p{P}\p{S}]/u);
const NO_LETTER = /[^A-Za-z]/;

/**
 * URLs and mail addresses that GFM turns into links where they stand in text (micromark-extension-gfm-autolink-literal): a
 * blank or punctuation comes before them, and the domain of an address has a dot. In order, without overlap.
 */
export function findLiteralLinks(text: string): Region[] {
  const found: Region[] = [];
  if (/:\/\/|www\./i.test(text)) addUrls(text, found);
  if (text.includes('@')) addMails(text, found);
  found.sort((a, b) => a.start - b.start);
  let end = 0;
  return found.filter((link) => {
    if (link.start < end) return false;
    end = link.end;
    return true;
  });
}

function addUrls(text: string, found: Region[]): void {
  for (const { index, 0: url, 1: domain } of text.matchAll(URL)) {
    const isWeb = /^w/i.test(url);
    if (index > 0 && !(isWeb ? BOUNDARY() : NO_LETTER).test(text[index - 1]!)) continue;
    if (!isDomain(domain!)) continue;
    let length = url.length;
    while (URL_TAIL.includes(url[length - 1]!)) length -= 1;
    found.push({ start: index, end: index + length });
  }
}

/** No underscore in its last two parts. */
function isDomain(domain: string): boolean {
  const parts = domain.split('.').slice(-2);
  return parts.every((part) => !part.includes('_') && (part === '' || /[a-zA-Z\d]/.test(part)));
}

function addMails(text: string, found: Region[]): void {
  for (let at = text.indexOf('@'); at !== -1; at = text.indexOf('@', at + 1)) {
    let start = at;
    while (start > 0 && at - start < MAX_MAIL_NAME && MAIL_NAME.test(text[start - 1]!)) start -= 1;
    if (start === at || text[start - 1] === '/') continue;
    MAIL_DOMAIN.lastIndex = at + 1;
    const domain = MAIL_DOMAIN.exec(text)?.[0];
    if (domain === undefined || /[-\d_]$/.test(domain)) continue;
    found.push({ start, end: at + 1 + domain.length });
  }
}
