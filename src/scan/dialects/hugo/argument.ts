import type { Gap, Param, Reference, Region, Shortcode } from '../../../model.ts';

/** Where an argument may stand: by position, by name, or either. */
export interface Place {
  readonly position?: number;
  readonly names: readonly string[];
}

/** The argument at a place; of one given twice by name the last, as in Hugo. */
export function argumentAt({ params }: Shortcode, { position, names }: Place): Param | undefined {
  if (params[0]?.name === undefined) return position === undefined ? undefined : params[position];
  return params.findLast(({ name }) => name !== undefined && names.includes(name));
}

/** Where the text of an argument stands, quotes left out. */
export function contentRegion(text: string, { region, quote }: Param): Region {
  if (quote === '') return region;
  const isEscaped = text.charAt(region.start) === '\\';
  const end = region.end - (isEscaped && text.charAt(region.end - 2) === '\\' ? 2 : 1);
  return { start: region.start + (isEscaped ? 2 : 1), end };
}

/** A part of an argument's value, by its offsets there, as a region of the file: Hugo may have dropped backslashes. */
export function partRegion(text: string, param: Param, start: number, end: number): Region {
  const content = contentRegion(text, param);
  const value = String(param.value);
  if (content.end - content.start === value.length && text.startsWith(value, content.start)) {
    return { start: content.start + start, end: content.start + end };
  }
  if (typeof param.value !== 'string') return content;
  const written = text.slice(content.start, content.end);
  return {
    start: content.start + writtenOffset(written, start),
    end: content.start + writtenOffset(written, end),
  };
}

function writtenOffset(written: string, offset: number): number {
  let left = offset;
  let at = 0;
  while (at < written.length && (left > 0 || written.charAt(at) === '\\')) {
    if (written.charAt(at) !== '\\') left -= 1;
    at += 1;
  }
  return at;
}

/** A reference that is written in an argument, under a key or, where that is empty, under none. */
export function writtenReference(text: string, param: Param, key: string): Reference {
  const written = String(param.value);
  const region = contentRegion(text, param);
  // Written out, for a spread makes objects of which V8 reads each property slowly, and every rule reads these.
  const reference: Reference =
    key === ''
      ? { region, text: written, construct: 'shortcode' }
      : { region, text: written, key, construct: 'shortcode' };
  const gaps = droppedBackslashes(text, region, written);
  return gaps.length === 0 ? reference : { ...reference, gaps };
}

/** The backslashes that Hugo has dropped from an argument, whose value stands in the region. */
function droppedBackslashes(text: string, { start, end }: Region, value: string): Gap[] {
  if (end - start === value.length) return [];
  const written = text.slice(start, end);
  if (written.replaceAll('\\', '') !== value) return [];
  let dropped = 0;
  return [...written.matchAll(/\\+/g)].map(({ index, 0: { length } }) => {
    const at = index - dropped;
    dropped += length;
    return { at, length };
  });
}
