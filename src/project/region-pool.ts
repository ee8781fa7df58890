import type { Region } from '../model.ts';

/** Regions that begin and reach no further than this are shared. */
const POOL = { start: 512, length: 64 };

/** So few regions are not worth the room for all that there may be. */
const FEWEST = 500;

/**
 * Makes a function that gives the same object for regions that are equal. Pages of one site have the same fields at the top,
 * so the regions of all of them are few.
 */
export function createRegionPool(): (region: Region) => Region {
  let pool: (Region | undefined)[] | undefined;
  let asked = 0;
  return (region) => {
    asked += 1;
    if (asked < FEWEST) return region;
    pool ??= new Array<Region | undefined>(POOL.start * POOL.length);
    const length = region.end - region.start;
    if (region.start >= POOL.start || length >= POOL.length) return region;
    const place = region.start * POOL.length + length;
    const known = pool[place];
    if (known !== undefined) return known;
    pool[place] = region;
    return region;
  };
}
