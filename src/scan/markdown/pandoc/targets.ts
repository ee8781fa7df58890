import { isSpace, wordWidth } from './characters.ts';
import { attributes, balanced, FAIL, literalCharacter, skipSpaces, skipSpacesAndNewline } from './lexical.ts';
import { characterReference } from './references.ts';
import type { SourceText } from './work.ts';

/** URI schemes in use; Pandoc knows all that IANA lists. */
const SCHEMES = new Set(
  (
    'http https ftp ftps sftp ssh file mailto news nntp irc ircs git svn doi urn data tel sms geo magnet ws wss ' +
    'about acct attachment bitcoin chrome chrome-extension cid dav dict dns facetime feed gopher hdl imap info ipfs ' +
    'ipp isbn itms jabber jar javascript ldap lastfm mailserver market message mid mms nfs ni notes oid openid ' +
    'payto pmid pop prospero resource rsync rtsp service shttp sip sips skype slack smb snmp spotify steam tag ' +
    'telnet tftp urn view-source vnc wais webcal xmpp ymsgr z39.50r'
  ).split(' '),
);

/**
 * The target of a link with its title.
 *
 *     > | [text](target "title"){.class}
 *               ^^^^^^^^^^^^^^^^
 */
export function linkTarget(source: SourceText, at: number, limit: number): number {
  const { text } = source;
  if (at >= limit || text[at] !== '(') return FAIL;
  const start = skipSpaces(text, at + 1, limit);
  let position = text[start] === '<' ? betweenAngles(source, start, limit) : FAIL;
  if (position === FAIL) position = plainTarget(source, start, limit);
  const titled = titleAfterSpace(source, position, limit);
  position = skipSpaces(text, titled === FAIL ? position : titled, limit);
  return position < limit && text[position] === ')' ? position + 1 : FAIL;
}

function plainTarget(source: SourceText, at: number, limit: number): number {
  let position = at;
  while (position < limit) {
    const next = targetChunk(source, position, limit);
    if (next === FAIL) return position;
    position = next;
  }
  return position;
}

function targetChunk(source: SourceText, at: number, limit: number): number {
  const { text } = source;
  source.spend(1);
  const character = text[at];
  if (character === ')') return FAIL;
  if (character === '(') {
    const end = balanced(source, at, limit, '()', literalCharacter);
    return end === FAIL ? at + 1 : end;
  }
  if (character === '\n') {
    return titleAfterSpace(source, at, limit) === FAIL ? literalCharacter(text, at, limit) : FAIL;
  }
  if (character !== ' ') return literalCharacter(text, at, limit);
  const next = skipSpaces(text, at, limit);
  return next < limit && '"\')'.includes(text[next]!) ? FAIL : next;
}

/** `<…>`, which may hold blanks. */
export function betweenAngles(source: SourceText, at: number, limit: number): number {
  let position = at + 1;
  while (position !== FAIL && position < limit) {
    if (source.text[position] === '>') return position + 1;
    source.spend(1);
    position = literalCharacter(source.text, position, limit);
  }
  return FAIL;
}

function titleAfterSpace(source: SourceText, at: number, limit: number): number {
  const start = skipSpacesAndNewline(source.text, at, limit);
  return start === FAIL ? FAIL : quotedTitle(source, start, limit);
}

/** `"…"` or `'…'`; the mark that ends it has no letter or digit behind it. */
export function quotedTitle(source: SourceText, at: number, limit: number): number {
  const { text } = source;
  const quote = text[at];
  if (at + 1 >= limit || (quote !== '"' && quote !== "'") || isSpace(text.charCodeAt(at + 1))) return FAIL;
  let position = at + 1;
  while (position !== FAIL && position < limit) {
    source.spend(1);
    if (text[position] === quote && (position + 1 >= limit || wordWidth(text, position + 1) === 0)) {
      return position + 1;
    }
    position = literalCharacter(text, position, limit);
  }
  return FAIL;
}

/** `<https://…>` and `<me@example.org>`, attributes behind them included. */
export function autoLink(source: SourceText, at: number, limit: number): number {
  const { text } = source;
  let position = bareUri(source, at + 1, limit);
  if (position === FAIL) position = emailAddress(source, at + 1, limit);
  if (position === FAIL) return FAIL;
  const start = position;
  while (position < limit && text[position] !== '>' && !isSpace(text.charCodeAt(position))) position += 1;
  source.spend(position - start);
  if (position >= limit || text[position] !== '>') return FAIL;
  const attributed = attributes(source, position + 1, limit);
  return attributed === FAIL ? position + 1 : attributed;
}

const SCHEME = /[A-Za-z][A-Za-z0-9+.-]{0,40}:/y;

/** A URI of a known scheme, without the punctuation that ends a sentence. */
export function bareUri(source: SourceText, at: number, limit: number): number {
  const { text } = source;
  SCHEME.lastIndex = at;
  const match = SCHEME.exec(text);
  if (match === null || !SCHEMES.has(match[0].slice(0, -1).toLowerCase())) return FAIL;
  const start = at + match[0].length;
  if (start >= limit || '*_]'.includes(text[start]!)) return FAIL;
  let position = start;
  while (position < limit) {
    const next = uriChunk(text, position, limit);
    if (next === FAIL) break;
    position = next;
  }
  source.spend(position - at);
  if (position === start) return FAIL;
  return position < limit && text[position] === '/' ? position + 1 : position;
}

function uriChunk(text: string, at: number, limit: number): number {
  const closing = '([{'.indexOf(text[at]!);
  if (closing !== -1) {
    const inner = uriWords(text, at + 1, limit);
    if (inner > at + 1 && text[inner] === ')]}'[closing] && inner < limit) return inner + 1;
  }
  const end = uriWords(text, at, limit);
  if (end > at) return end;
  const reference = characterReference(text, at, limit);
  if (reference !== FAIL) return reference;
  let next = at + 1;
  if (text[at] === ',') while (next < limit && text[next] === ',') next += 1;
  else if (isSpace(text.charCodeAt(at)) || text[at] === '<' || text[at] === '>') return FAIL;
  return uriWords(text, next, limit) > next ? next : FAIL;
}

function uriWords(text: string, at: number, limit: number): number {
  let position = at;
  while (position < limit) {
    const width = wordWidth(text, position) || ('#$%+/@\\_-&='.includes(text[position]!) ? 1 : 0);
    if (width === 0) break;
    position += width;
  }
  return position;
}

/** `name@host`, with letters, digits and the punctuation of a mailbox in the name. */
export function emailAddress(source: SourceText, at: number, limit: number): number {
  const { text } = source;
  let position = mailbox(text, at, limit);
  source.spend(Math.max(0, position - at));
  if (position === FAIL || position >= limit || text[position] !== '@') return FAIL;
  position = subdomain(text, position + 1, limit);
  while (position !== FAIL && position < limit && text[position] === '.') {
    const next = subdomain(text, position + 1, limit);
    if (next === FAIL) break;
    position = next;
  }
  return position;
}

function mailbox(text: string, at: number, limit: number): number {
  let position = at;
  for (;;) {
    const first = position < limit ? wordWidth(text, position) : 0;
    if (first === 0) return position === at ? FAIL : position - 1;
    position += first;
    while (position < limit) {
      const width = wordWidth(text, position) || ('!"#$%&\'*+-/=?^_{|}~;'.includes(text[position]!) ? 1 : 0);
      if (width === 0) break;
      position += width;
    }
    if (position >= limit || text[position] !== '.') return position;
    position += 1;
  }
}

function subdomain(text: string, at: number, limit: number): number {
  let position = at;
  while (position < limit) {
    const width = wordWidth(text, position);
    if (width > 0) position += width;
    else if (text[position] === '-' && position + 1 < limit && wordWidth(text, position + 1) > 0)
      position += 1;
    else break;
  }
  return position === at ? FAIL : position;
}
