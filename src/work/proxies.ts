import { splitUrl } from './url.ts';

const PROXY_HOST =
  /(?:^|\.)(?:(?:[\w-]{0,60}(?:ezproxy|ez-proxy|libproxy|webvpn|remotexs|proxy-?lib)[\w-]{0,60}\.)[\w.-]+|idm\.oclc\.org|(?:proxy|pxy)\.(?:lib|library|bib)[\w.-]*)$/i;

/**
 * The host behind a library's proxy, `www.jstor.org` in `https://www-jstor-org.ezproxy.example.edu/…`; `''` where it
 * is a proxy that does not say. Undefined for every other URL.
 */
export function proxiedHost(url: string): string | undefined {
  const host = splitUrl(url)?.host;
  if (host === undefined || host.length > 253) return undefined;
  const match = PROXY_HOST.exec(host);
  if (match === null) return undefined;
  const front = host.slice(0, match.index);
  if (front === '') return '';
  if (front.includes('.')) return front;
  return front.includes('-') ? front.replace(/--|-/g, (dash) => (dash === '--' ? '-' : '.')) : '';
}

const REDIRECTS =
  /^https?:\/\/(?:(?:www\.)?google\.[a-z.]{2,6}\/url|scholar\.google\.[a-z.]{2,6}\/scholar_url|lm?\.facebook\.com\/l\.php|l\.instagram\.com\/|[\w-]{1,60}\.safelinks\.protection\.outlook\.com\/|slack-redir\.net\/link|(?:www\.)?youtube\.com\/redirect|duckduckgo\.com\/l\/|link\.(?:zhihu\.com|csdn\.net|juejin\.cn)\/?)\?/i;
const TARGET = /[?&](?:amp;)?(?:url|q|u|uddg|target)=(https?(?::|%3a)[^&#\s]{1,2000})/i;
const DEFENSE = /^https:\/\/urldefense\.com\/v3\/__(https?:\/\/[^\s_]{1,2000}(?:_[^\s_]{1,500}){0,50})__;/i;

/**
 * The page behind the address of a mail filter, a search engine or a network that counts who follows its links:
 * `https://example.org/` in `https://www.google.com/url?q=https://example.org/&sa=D`.
 */
export function redirectTarget(url: string): string | undefined {
  const defended = DEFENSE.exec(url)?.[1];
  if (defended !== undefined) return defended;
  const written = REDIRECTS.test(url) ? TARGET.exec(url)?.[1] : undefined;
  if (written === undefined) return undefined;
  try {
    return decodeURIComponent(written);
  } catch {
    return written;
  }
}
