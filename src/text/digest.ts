/** Asked for when it is needed: Node loads its cryptography in the time in which a page is linted. */
export const crypto = () => process.getBuiltinModule('node:crypto');

/** A text's digest, in 27 characters: equal for equal texts, and for others never in practice. */
export function digestText(text: string): string {
  return crypto().hash('sha1', text, 'base64url');
}

/** The digest of bytes, as of a text. */
export function digestBytes(bytes: Uint8Array): string {
  return crypto().hash('sha1', bytes, 'base64url');
}
