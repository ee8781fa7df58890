import type { Label, Region } from '../../model.ts';
import { once } from '../../text/once.ts';

const IDENTIFIER = once(() => /\{(?:[^{}\n]* )?#([\p{L}\p{N}][^\s{}]*)/gu);

/** Identifiers that `{#name …}` gives to headings, figures, tables, equations and divisions, wherever it stands. */
export function findIdentifiers(text: string, { start, end }: Region): Label[] {
  if (text.indexOf('#', start) === -1 || text.indexOf('{', start) === -1) return [];
  const labels: Label[] = [];
  for (const match of text.slice(start, end).matchAll(IDENTIFIER())) {
    const name = match[1]!;
    const at = start + match.index + match[0].length - name.length;
    labels.push({ name, region: { start: at, end: at + name.length } });
  }
  return labels;
}
