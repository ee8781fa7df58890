/** A string, number or word of JSON: its end, and what is wrong with it in the words of a message. */
export interface JsonScalar {
  readonly end: number;
  readonly error?: string;
}

const NUMBER = /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?/y;
const WORD = /[^\s,:{}[\]"]+/y;
const ESCAPES = /\\(?:["\\/bfnrt]|u[\da-fA-F]{4})/g;

/**
 * Reads the string that opens at `open`. A string may not go over a line's end, so one that does is unterminated and
 * ends there, before the comma that would follow it.
 */
export function readJsonString(text: string, open: number): JsonScalar {
  let escapes = false;
  let control = false;
  for (let offset = open + 1; offset < text.length; offset++) {
    const code = text.charCodeAt(offset);
    if (code === 34) return checkString(text, open, offset + 1, escapes, control);
    if (code === 92) {
      escapes = true;
      if (text.charCodeAt(offset + 1) >= 32) offset++;
    } else if (code < 32) {
      if (code === 10 || code === 13) return unterminated(text, open, offset);
      control = true;
    }
  }
  return unterminated(text, open, text.length);
}

function checkString(
  text: string,
  open: number,
  end: number,
  escapes: boolean,
  control: boolean,
): JsonScalar {
  if (control) return { end, error: 'no control character in a string' };
  const isWhole =
    !escapes ||
    !text
      .slice(open + 1, end - 1)
      .replace(ESCAPES, '')
      .includes('\\');
  return isWhole ? { end } : { end, error: 'an escape that JSON knows' };
}

function unterminated(text: string, open: number, lineEnd: number): JsonScalar {
  let end = lineEnd;
  while (end > open + 1 && ' \t\r\n,]}'.includes(text.charAt(end - 1))) end--;
  return { end, error: 'a closing quote' };
}

/** Reads a number, a literal, or a word that is neither. */
export function readJsonWord(text: string, start: number): JsonScalar {
  WORD.lastIndex = start;
  const word = WORD.exec(text)?.[0] ?? text.charAt(start);
  const end = start + word.length;
  if (word === 'true' || word === 'false' || word === 'null') return { end };
  NUMBER.lastIndex = start;
  NUMBER.test(text);
  return NUMBER.lastIndex === end ? { end } : { end, error: 'a value' };
}

/** A string's text, escapes undone; as it stands where they cannot be. */
export function decodeJsonString(text: string, start: number, end: number): string {
  const content = text.slice(start, end);
  if (!content.includes('\\')) return content;
  try {
    return JSON.parse(`"${content}"`) as string;
  } catch {
    return content;
  }
}
