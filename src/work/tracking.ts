import type { Region } from '../model.ts';

const TRACKING =
  /^(?:utm_\w+|fbclid|gclid|gclsrc|dclid|gbraid|wbraid|msclkid|yclid|twclid|ttclid|igshid|igsh|mc_[ce]id|_hs(?:enc|mi)|hsctatracking|mkt_tok|oly_(?:enc|anon)_id|vero_id|_ga|_gl|ref_src|s_cid|cmpid|wt\.mc_id|casa_token|jsessionid|phpsessid|sessionid|session_id|aspsessionid\w*|cfid|cftoken|via%3dihub)$/i;

/** One part of a URL that says where the visitor came from, not what is visited. */
export interface TrackingPart {
  readonly name: string;
  /** Inside the URL given. */
  readonly region: Region;
}

/** Finds tracking parameters and session ids in query and path, in order. */
export function trackingParts(url: string): TrackingPart[] {
  const parts: TrackingPart[] = [];
  const session = /;jsessionid=[^?#;/]*/i.exec(url);
  if (session !== null) {
    parts.push({
      name: 'jsessionid',
      region: { start: session.index, end: session.index + session[0].length },
    });
  }
  const query = url.indexOf('?');
  if (query < 0) return parts;
  const hash = url.indexOf('#', query);
  const end = hash < 0 ? url.length : hash;
  for (let start = query + 1; start < end; ) {
    const ampersand = url.indexOf('&', start);
    const stop = ampersand < 0 || ampersand > end ? end : ampersand;
    const name = /^(?:amp;)?([^=]*)/.exec(url.slice(start, stop))![1]!;
    if (TRACKING.test(name)) parts.push({ name, region: { start, end: stop } });
    start = stop + 1;
  }
  return parts;
}

/** The URL without its tracking parts; a query left empty goes too. */
export function withoutTracking(url: string): string {
  const parts = trackingParts(url);
  if (parts.length === 0) return url;
  let out = '';
  let from = 0;
  for (const { region } of parts) {
    out += url.slice(from, region.start);
    from = url[region.end] === '&' ? region.end + 1 : region.end;
  }
  return withoutEmptyQuery(out + url.slice(from));
}

function withoutEmptyQuery(url: string): string {
  const hash = url.indexOf('#');
  const fragment = hash < 0 ? '' : url.slice(hash);
  let end = hash < 0 ? url.length : hash;
  while (end > 0 && '?&'.includes(url[end - 1]!)) end -= 1;
  return url.slice(0, end) + fragment;
}
