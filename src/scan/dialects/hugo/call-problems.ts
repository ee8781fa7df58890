import type { Shortcode, SyntaxProblem } from '../../../model.ts';
import { argumentAt, contentRegion } from './argument.ts';
import type { Call, CiteSignature, KeyPiece } from './call.ts';
import { isReferenceText } from './evidence.ts';
import { quotedInside, swappedArguments } from './written-arguments.ts';

/**
 * What is wrong with the arguments of a call that is not damaged. Behind `missing-key` and `swapped-arguments` nothing can be
 * said of what it cites.
 */
export function argumentProblem({ shortcode, signature, cite, text, keys }: Call): SyntaxProblem | undefined {
  const { name, region, params } = shortcode;
  if (keys.length === 0 && (cite.makesKey || isTextAlone(shortcode, cite))) return undefined;
  if (keys.length === 0) return { messageId: 'missing-key', data: { name }, region };
  const empty = keys.find(({ text }) => text === '');
  if (empty !== undefined) return { messageId: 'empty-key', data: { name }, region: empty.param.region };
  const { positional } = signature;
  const [key] = keys;
  const reference = cite.reference === undefined ? undefined : argumentAt(shortcode, cite.reference);
  if (reference !== undefined && keys.length === 1) {
    const written =
      quotedInside(shortcode, params.indexOf(reference), text) ??
      swappedArguments(shortcode, key!.param, reference, text);
    if (written !== undefined) return written;
  }
  if (positional === undefined || params[0]?.name !== undefined) return undefined;
  const first = params[positional];
  const last = params.at(-1);
  if (first === undefined || last === undefined) return undefined;
  return {
    messageId: 'too-many-arguments',
    data: { name, most: positional, count: params.length },
    region: { start: first.region.start, end: last.region.end },
  };
}

/** A reference text under its name, and no key: a template that can do without the text may do without the key. */
function isTextAlone(shortcode: Shortcode, { reference, referenceRequired }: CiteSignature): boolean {
  return (
    !referenceRequired && reference !== undefined && argumentAt(shortcode, reference)?.name !== undefined
  );
}

/** A call whose key has no reference text, or whose only argument is a text without a key. */
export function missingReference({ shortcode, keys }: Call): SyntaxProblem {
  const { name, region, params } = shortcode;
  const [only] = params;
  if (only !== undefined && params.length === 1 && isReferenceText(only)) return keyless(shortcode);
  const key = String(keys[0]?.param.value ?? '');
  return { messageId: 'missing-reference', data: { name, key }, region };
}

/** A reference text that no key stands before. */
export function keyless({ name, region, params }: Shortcode): SyntaxProblem {
  return { messageId: 'keyless-reference', data: { name }, region: params[0]?.region ?? region };
}

/** `{{< cite "knuth84 " >}}`, where the template does not take the blank off. */
export function blankAroundKey({ text: key, param }: KeyPiece, text: string): SyntaxProblem[] {
  if (typeof param.value !== 'string' || param.value === key || key === '') return [];
  const region = contentRegion(text, param);
  const fix = { title: 'Remove the blank', safety: 'safe' as const, edits: [{ region, text: key }] };
  return [{ messageId: 'blank-around-key', data: { key }, region, fix }];
}

/** Whether quotes that quote nothing stand round a key, which is reported as such: then it names no entry. */
export const isStrayQuoted = ({ text, param }: KeyPiece): boolean =>
  param.quote === '' &&
  (/^[“”„«‘’'].*[“”»‘’']$/.test(text) || (param.name !== undefined && text.endsWith('"')));
