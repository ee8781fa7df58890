import type { Region } from '../../src/model.ts';

/**
 * `Team, R Core` and `Organization, World Health`: the forms of reference managers have a box for the family name, and
 * what is typed as one name is turned round. No person is called so, while there are families Bank and Council. Of
 * `Collaboration, C.` nobody can tell the name.
 */
const TURNED =
  /(?<=^\s{0,9}|\sand\s{1,9})(Team|Collaboration|Consortium|Contributors|Developers|Committee|Association|Foundation|Organi[sz]ation|Institute|Society|Commission|Agency),\s{1,9}((?:(?!\sand\s)[^,{}]){1,200})(?=\sand\s|$)/g;

/** Such a name anywhere, to look through all names at once. */
export const TURNED_WORDS =
  /(?:Team|Collaboration|Consortium|Contributors|Developers|Committee|Association|Foundation|Organi[sz]ation|Institute|Society|Commission|Agency),\s/g;

/** An organisation that stands as `Family, Given`. */
export interface TurnedOrganization {
  readonly region: Region;
  readonly family: string;
  /** As its readers know it: `R Core Team`. */
  readonly name: string;
}

/** The organisations in a list of names of BibTeX that are read as persons for their comma. */
export function turnedOrganizations(value: string): TurnedOrganization[] {
  return [...value.matchAll(TURNED)]
    .filter(({ 2: given = '' }) => /\p{L}{3}/u.test(given))
    .map(({ 0: found, 1: family = '', 2: given = '', index }) => ({
      region: { start: index, end: index + found.trimEnd().length },
      family,
      name: `${given.replace(/\s+/g, ' ').trim()} ${family}`,
    }));
}
