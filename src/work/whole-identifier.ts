import type { IdentifierKind } from '../model.ts';
import { checkIdentifier, findIdentifiers, withoutBreaks } from './identifiers.ts';

/**
 * What a text is where all of it is one valid identifier or an address, so that a field made for another kind can tell
 * it got the wrong one; undefined for everything else. Digits alone may be many things and are not judged.
 */
export function kindOfWhole(text: string): { kind: IdentifierKind; value: string } | undefined {
  if (!/[:\d]/.test(text)) return undefined;
  const trimmed = withoutBreaks(text)
    .replace(/^[\s;]{1,99}/, '')
    .trimEnd();
  // The address of the resolver alone is a DOI that was left out.
  if (checkIdentifier('doi', trimmed).problem?.kind === 'empty') return undefined;
  const [first] = findIdentifiers(trimmed);
  if (first !== undefined && first.written.length === trimmed.length) {
    const { problem } = checkIdentifier(first.kind, first.written);
    return problem === undefined ? { kind: first.kind, value: first.value } : undefined;
  }
  for (const [kind, shape] of SHAPES) {
    if (!shape.test(trimmed)) continue;
    const { problem, value } = checkIdentifier(kind, trimmed);
    if (problem === undefined) return { kind, value };
  }
  return undefined;
}

const SHAPES = [
  ['issn', /^\d{4}-\d{3}[\dX]$/i],
  ['isbn', /^(?:97[89][- ]?)?(?:\d[- ]?){9}[\dX]$/i],
  ['arxiv', /^\d{4}\.\d{4,5}(?:v\d+)?$|^[a-z-]+(?:\.[A-Z]{2})?\/\d{7}(?:v\d+)?$/],
] as const;
