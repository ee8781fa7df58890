import { once } from '../text/once.ts';

const COMBINING = once(() => /\p{M}/u);
const WIDE = once(
  () =>
    /[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6\u{20000}-\u{3fffd}]|\p{Emoji_Presentation}/u,
);

/** Columns a text fills on a terminal: two for an ideograph, none for a combining mark. */
export function cellWidth(text: string): number {
  if (/^[\0-~]*$/.test(text)) return text.length;
  let width = 0;
  for (const character of text) {
    if (character <= '~') width += 1;
    else if (!COMBINING().test(character)) width += WIDE().test(character) ? 2 : 1;
  }
  return width;
}
