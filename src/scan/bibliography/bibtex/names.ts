import { once } from '../../../text/once.ts';

/** Which programs refuse a name: “biber”, “biber, Pandoc”; `''` where all of them read it. */
export type Engines = string;

/** Characters of a key that biber's parser stops at; the backslash cuts the key there (btparse's lexer). */
const BIBER_STOPS = '\'"#%(){}=\\ \t';
/** Pandoc reads letters, digits and these (Text.Pandoc.Citeproc.BibTeX, `isBibtexKeyChar`). */
const PANDOC_READS = once(() => /^[\p{L}\p{N}.:;?!`'()$/*@_+=\-[\]&]$/u);
/** bibtex-ruby, which Jekyll reads with, stops at these. */
const BIBTEX_RUBY_STOPS = '=#()[]{}';
const PORTABLE_KEY = /^[\w:./+*&!?;$-]*$/;

/** The first character of a key that some program cannot read, with those programs. */
export function invalidKeyCharacter(
  key: string,
): { readonly offset: number; readonly character: string; readonly engines: Engines } | undefined {
  if (PORTABLE_KEY.test(key)) return undefined;
  let offset = 0;
  for (const character of key) {
    const engines = enginesRejecting(character);
    if (engines !== '') return { offset, character, engines };
    offset += character.length;
  }
  return undefined;
}

/** Whether every program reads this character in a key. */
export function isKeyCharacter(character: string): boolean {
  return PORTABLE_KEY.test(character) || enginesRejecting(character) === '';
}

function enginesRejecting(character: string): Engines {
  const engines: string[] = [];
  if (character === ' ' || character === '\t' || character === '{') engines.push('BibTeX');
  if (BIBER_STOPS.includes(character)) engines.push('biber');
  if (!PANDOC_READS().test(character)) engines.push('Pandoc');
  if (character === '@') engines.push('mystmd', 'rehype-citation');
  if (BIBTEX_RUBY_STOPS.includes(character)) engines.push('bibtex-ruby');
  return engines.join(', ');
}

/** How a character is named in a message: itself, or its code point where it cannot be seen. */
export function nameOfCharacter(character: string): string {
  if (character === ' ') return 'a blank';
  if (/^[\p{L}\p{N}\p{P}\p{S}]$/u.test(character)) return `\`${character}\``;
  return `U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`;
}

/** Programs that refuse this entry type: Pandoc reads letters only, biber drops a type with a hyphen. */
export function enginesRejectingType(type: string): Engines {
  if (/^\p{L}+$/u.test(type)) return '';
  return type.includes('-') ? 'biber, Pandoc' : 'Pandoc';
}

/** Programs that refuse this field name: BibTeX and biber one that begins with a digit, Pandoc most punctuation. */
export function enginesRejectingField(name: string): Engines {
  if (/^[A-Za-z][\w:+-]*$/.test(name)) return '';
  const engines: string[] = [];
  if (/^[0-9]/.test(name)) engines.push('BibTeX', 'biber');
  if (!/^[\p{L}\p{N}_:+-]+$/u.test(name)) engines.push('Pandoc');
  return engines.join(', ');
}
