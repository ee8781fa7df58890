import type { Reference, Region } from '../../model.ts';
import { inOrder } from '../in-order.ts';
import { createPassage } from './passage.ts';
import { readReferenceItem } from './reference-item.ts';
import { faultyReferences } from './reference-list.ts';
import { referenceLikeness } from './reference-text.ts';

/** An item of a list of references whose place and key a template tells. */
export interface ItemBody {
  readonly key: string;
  readonly body: Region;
}

/** The references among such items: what reads like one, and where most do, what is shaped like one as well. */
export function readItemBodies(text: string, items: readonly ItemBody[]): readonly Reference[] {
  const all = items.flatMap((item) => readBody(text, item) ?? []);
  const references = all.filter((reference) => referenceLikeness(reference.text) !== 'none');
  const unlike = all.filter((reference) => !references.includes(reference));
  return inOrder([...references, ...faultyReferences({ references, unlike })]);
}

/** The text of an item on one line; undefined where there is none, more than a paragraph, or a tag in it. */
function readBody(text: string, { key, body: { start, end } }: ItemBody): Reference | undefined {
  const body = text.slice(start, Math.min(end, start + LONGEST));
  if (end - start > LONGEST || body.includes('{{')) return undefined;
  const lines = body.split('\n');
  const first = lines.findIndex(isWritten);
  const last = lines.findLastIndex(isWritten);
  if (first === -1 || !lines.slice(first, last).every(isWritten)) return undefined;
  const starts: number[] = [];
  const ends: number[] = [];
  let at = start;
  for (const [index, line] of lines.entries()) {
    if (index >= first && index <= last) {
      starts.push(at + line.length - line.trimStart().length);
      ends.push(at + line.trimEnd().length);
    }
    at += line.length + 1;
  }
  const {
    text: written,
    region,
    gaps,
  } = readReferenceItem(createPassage(text, starts, ends), undefined, undefined);
  const reference: Reference = { region, text: written, key, construct: 'list-item' };
  return gaps.length === 0 ? reference : { ...reference, gaps };
}

const LONGEST = 3000;

const isWritten = (line: string): boolean => line.trim() !== '';
