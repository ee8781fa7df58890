import type { Region } from '../model.ts';

/** What stands behind the front matter of a page. */
export interface Body extends Region {
  /** Of a notebook, its cells: each is a text of its own to the engine, and what one leaves open ends with it. */
  readonly cells?: readonly Region[];
}

/** The stretches of a body that are taken apart into blocks each by itself: all of it, or the cells of a notebook. */
export function partsOf(body: Body): readonly Region[] {
  return body.cells ?? [body];
}
