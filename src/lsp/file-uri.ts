/**
 * The path of a `file:` URI, absolute, with `/`; undefined for every other scheme (unsaved buffers without a name,
 * virtual documents) and for a URI that cannot be read. A drive letter is upper-cased, since editors write it both ways.
 */
export function pathOfUri(uri: string): string | undefined {
  const match = /^file:\/\/([^/?#]*)(\/[^?#]*)/i.exec(uri);
  if (match === null) return undefined;
  const [, host = '', written = ''] = match;
  const path = decode(written);
  if (path === undefined || path.includes('\0')) return undefined;
  const drive = /^\/([a-z]):(?=\/|$)/i.exec(path);
  if (drive !== null) return `${drive[1]!.toUpperCase()}:${path.slice(3)}`;
  const whole = host === '' || host.toLowerCase() === 'localhost' ? path : `//${host}${path}`;
  return whole.length > 1 && whole.endsWith('/') ? whole.slice(0, -1) : whole;
}

function decode(text: string): string | undefined {
  try {
    return decodeURIComponent(text);
  } catch {
    return undefined;
  }
}

/** The `file:` URI of an absolute path with `/`. */
export function uriOfPath(path: string): string {
  const encoded = path.split('/').map(encodePart).join('/');
  if (path.startsWith('//')) return `file:${encoded}`;
  return path.startsWith('/') ? `file://${encoded}` : `file:///${encoded}`;
}

/** Half of a surrogate pair, which a file name may hold and a URI cannot, becomes U+FFFD. */
function encodePart(part: string): string {
  return encodeURIComponent(part.replace(/[\ud800-\udfff]/gu, '\ufffd'));
}
