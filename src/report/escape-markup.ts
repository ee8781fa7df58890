const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

/** Not characters of XML 1.0, not even as a reference, or C1 controls, which a terminal obeys. */
const FORBIDDEN = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\ud800-\udfff\ufffe\uffff]/gu;

/** Allowed, but they end a line, turn the writing direction or cannot be seen: written as references. */
const REFERENCED = /[\t\n\r\u061c\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff]/g;

/** Marks that a CI runner reads as a command anywhere in a line. */
const RUNNER_COMMAND = /##(?=\[|vso\[|teamcity\[)/gi;

/**
 * Untrusted text for an XML or HTML text or quoted attribute, in one line. Control characters, which XML cannot carry in
 * any form, become U+FFFD; everything else is read back by a parser as it was.
 */
export function escapeMarkup(text: string): string {
  return text
    .replace(/[&<>"']/g, (character) => ENTITIES[character] ?? '')
    .replace(RUNNER_COMMAND, '#&#35;')
    .replace(FORBIDDEN, '\ufffd')
    .replace(REFERENCED, (character) => `&#${character.charCodeAt(0)};`);
}

/** An opening tag's attributes, each with a blank before it. */
export function attributes(values: Readonly<Record<string, string | number>>): string {
  return Object.entries(values)
    .map(([name, value]) => ` ${name}="${escapeMarkup(String(value))}"`)
    .join('');
}
