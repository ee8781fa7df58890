import type { Region } from '../../src/model.ts';

const NOUNS =
  'Team|Collaboration|Consortium|Contributors|Developers|Committee|Association|Foundation|Organization|Organisation|' +
  'Institute|Society|Commission|Agency';

/**
 * `Team, R Core` and `Organization, World Health`: the forms of reference managers have a box for the family name, and
 * what is typed as one name is turned round. No person is called so, while there are families Bank and Council.
 */
const TURNED = new RegExp(`^(${NOUNS}),\\s`);

/** Such a name anywhere, to look through all names at once. */
export const TURNED_WORDS = new RegExp(`(?:${NOUNS}),\\s`, 'g');

/** An organisation that stands as `Family, Given`. */
export interface TurnedOrganization {
  readonly region: Region;
  readonly family: string;
  /** As its readers know it: `R Core Team`. */
  readonly name: string;
}

/**
 * The organisations in a list of names of BibTeX that are read as persons for their comma. Of `Collaboration, C.` nobody
 * can tell the name.
 */
export function turnedOrganizations(value: string): TurnedOrganization[] {
  const found: TurnedOrganization[] = [];
  let from = 0;
  for (const written of value.split(/\sand\s/)) {
    const name = written.trim();
    const family = TURNED.exec(name)?.[1];
    const given = family === undefined ? '' : name.slice(family.length + 1).trim();
    if (family !== undefined && /\p{L}{3}/u.test(given) && !/[,{}]/.test(given)) {
      const start = from + written.length - written.trimStart().length;
      const region = { start, end: start + name.length };
      found.push({ region, family, name: `${given.replace(/\s+/g, ' ')} ${family}` });
    }
    from += written.length + ' and '.length;
  }
  return found;
}
