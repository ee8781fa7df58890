import type { UserError } from '../errors.ts';
import { makeVisibleLine } from '../text/visible.ts';

/** One line that says what is wrong, and where; a second one where there is something to try. */
export function formatUserError({ title, hint, path }: UserError): string {
  const place = path === undefined ? '' : `${path}: `;
  const help = hint === undefined ? '' : `  ${makeVisibleLine(hint)}\n`;
  return `bibliolint: ${makeVisibleLine(place + title)}\n${help}`;
}
