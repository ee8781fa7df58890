import type { Json } from '../model.ts';

/** The data in a text that is a JSON array or object; any other text, broken JSON too, comes back as it is. */
export function parseJsonText(text: string): Json {
  if (!/^\s{0,9}[[{]/.test(text)) return text;
  try {
    return JSON.parse(text) as Json;
  } catch {
    return text;
  }
}
