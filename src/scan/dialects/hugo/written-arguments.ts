import type { Param, Region, Shortcode, SyntaxProblem } from '../../../model.ts';
import { excerpt } from '../../template/hugo/edit.ts';
import { isSwapped } from './evidence.ts';

/**
 * A reference text that falls into several arguments, since quotes inside it end it; `first` is its place. Hugo takes
 * arguments without a blank between them.
 * ```
 * {{< cite "k" "Lamport, L. (1978). "Time" *CACM*." >}}
 *              ^first               ^    ^
 * ```
 */
export function quotedInside(
  { name, params }: Shortcode,
  first: number,
  text: string,
): SyntaxProblem | undefined {
  if (params.length <= first + 1) return undefined;
  const pieces = params.slice(first);
  const quotes = innerQuotes(pieces);
  const [piece, last] = [pieces[0], pieces.at(-1)];
  if (piece === undefined || last === undefined || quotes === undefined || quotes[0] === undefined)
    return undefined;
  const hasEscapes = text.slice(piece.region.start, last.region.end).includes('\\');
  const edits = quotes.map(({ start }) => ({ region: { start, end: start }, text: '\\' }));
  return {
    messageId: 'quote-inside',
    data: { name, text: excerpt(text, piece.region) },
    region: quotes[0],
    ...(hasEscapes ? {} : { fix: { title: 'Escape the quotes inside', safety: 'safe', edits } }),
  };
}

/** The quotes between the first and the last one, all of which touch another argument; else the pieces are no one text. */
function innerQuotes(pieces: readonly Param[]): Region[] | undefined {
  const quotes: Region[] = [];
  for (const [index, { name, quote, region }] of pieces.entries()) {
    const before = pieces[index - 1];
    const after = pieces[index + 1];
    const isEnd = before === undefined || after === undefined;
    if (name !== undefined || quote === '`' || (quote === '' && isEnd)) return undefined;
    if (quote === '') continue;
    if (before !== undefined) {
      if (before.region.end !== region.start || before.quote !== '') return undefined;
      quotes.push({ start: region.start, end: region.start + 1 });
    }
    if (after !== undefined) {
      if (after.region.start !== region.end || after.quote !== '') return undefined;
      quotes.push({ start: region.end - 1, end: region.end });
    }
  }
  return quotes;
}

/** The fix for two arguments in each other's place. */
export function swappedArguments(
  { name }: Shortcode,
  key: Param,
  reference: Param,
  text: string,
): SyntaxProblem | undefined {
  if (!isSwapped(key, reference)) return undefined;
  const written = ({ region }: Param): string => text.slice(region.start, region.end);
  const edits = [
    { region: key.region, text: written(reference) },
    { region: reference.region, text: written(key) },
  ];
  return {
    messageId: 'swapped-arguments',
    data: { name },
    region: key.region,
    fix: { title: 'Swap the arguments', safety: 'safe', edits },
  };
}
