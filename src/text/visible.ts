/** Characters that move a terminal's cursor, turn the writing direction or cannot be seen; tab and LF are kept. */
const UNSAFE =
  /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u061c\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff\ud800-\udfff]/gu;

/** Marks that a CI runner reads as a command anywhere in a line: GitHub, Azure, TeamCity. */
const RUNNER_COMMAND = /##(?=\[|vso\[|teamcity\[)/gi;

/** What a text has to hold to need a closer look. */
const DOUBTFUL = /[^\n\t\x20-\x7e]|##/;

/**
 * Untrusted text made safe for a terminal and a CI log: control, bidi and zero-width characters and lone surrogates
 * become `\u{1b}`, runner commands are broken. Ordinary text is returned as it is.
 */
export function makeVisible(text: string): string {
  if (!DOUBTFUL.test(text)) return text;
  return text
    .replace(UNSAFE, (character) => `\\u{${(character.codePointAt(0) ?? 0).toString(16)}}`)
    .replace(RUNNER_COMMAND, '##\\');
}

/** `makeVisible` for a place that holds one line: line ends become visible too. */
export function makeVisibleLine(text: string): string {
  return makeVisible(text.replace(/\r\n?|\n/g, '\u23ce'));
}
