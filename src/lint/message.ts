import { remember } from '../text/remember.ts';

/**
 * Fills `{name}` placeholders; a placeholder without a value stays, so a rule's mistake is visible. A value that goes
 * over several lines of its file is told on one.
 */
export function formatMessage(
  template: string,
  data: Readonly<Record<string, string | number>> | undefined,
): string {
  if (data === undefined) return template;
  const filled = (name: string): string =>
    Object.hasOwn(data, name) ? onOneLine(String(data[name])) : `{${name}}`;
  const pieces = remember(piecesOf, template, () => template.split(/\{(\w+)\}/));
  return pieces.map((piece, place) => (place % 2 === 0 ? piece : filled(piece))).join('');
}

/** Of each template the text before its first placeholder, the name in that, the text behind it, and so on. */
const piecesOf = new Map<string, readonly string[]>();

function onOneLine(value: string): string {
  return /[\r\n]/.test(value) ? value.replace(/\s+/g, ' ').trim() : value;
}
