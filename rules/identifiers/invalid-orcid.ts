import { defineRule, type Location } from '../../src/model.ts';
import { checkOrcid } from '../../src/work/identifiers.ts';
import { displayName } from '../../src/work/names.ts';
import { eachIdentifier } from '../shared/identifiers.ts';
import { areTwoPersons, eachBearers, type OrcidBearer } from '../shared/orcid-bearers.ts';

/** An ORCID iD with a slip credits somebody else, or nobody. */
export default defineRule({
  id: 'invalid-orcid',
  description:
    'Disallow ORCID iDs with a wrong check digit, length or character, and those of two authors at once.',
  scope: 'files',
  level: 'warning',
  preset: 'recommended',
  since: '0.1.0',
  fix: 'none',
  messages: {
    checksum: 'Check digit `{found}` of ORCID iD `{text}` is wrong: the other digits ask for `{expected}`.',
    placeholder: 'ORCID iD `{text}` is the placeholder of a template, and nobody has it.',
    length: 'ORCID iD `{text}` has {found} digits; it takes 16.',
    shape:
      'ORCID iD `{text}` is written `{expected}`; without its hyphens the address of the iD does not work.',
    malformed: '`{text}` is no ORCID iD; one looks like `0000-0002-1825-0097`.',
    shared:
      'ORCID iD `{text}` stands beside two persons, `{first}` and `{second}`; it is one of a single person.',
  },
  options: {},

  check(project, { report }) {
    const judge = (text: string, at: Location): void => {
      const { problem, region } = checkOrcid(text);
      if (problem === undefined || problem.kind === 'empty') return;
      const { found = '', expected = '' } = problem;
      const id = text.slice(region.start, region.end);
      if (/^[0-]+$/.test(id)) report({ at, messageId: 'placeholder', data: { text: id } });
      else if (problem.kind === 'checksum')
        report({ at, messageId: 'checksum', data: { text: id, found, expected } });
      else if (problem.kind === 'length') report({ at, messageId: 'length', data: { text: id, found } });
      else if (problem.kind === 'shape') report({ at, messageId: 'shape', data: { text: id, expected } });
      else report({ at, messageId: 'malformed', data: { text: text.trim() } });
    };
    eachIdentifier(project, 'orcid', (place) => judge(place.text, place.at()));
    eachBearers(project, (bearers) => {
      for (const { text, at } of bearers) judge(text, at);
      for (const { text, at, first, second } of sharedIds(bearers)) {
        const related = [{ at: first.at, message: 'the other person' }];
        const data = { text, first: displayName(first.person), second: displayName(second) };
        report({ at, messageId: 'shared', data, related });
      }
    });
  },
});

/** The iDs that stand beside an earlier person of the same list as well. */
function* sharedIds(bearers: readonly OrcidBearer[]) {
  const owners = new Map<
    string,
    { readonly person: NonNullable<OrcidBearer['person']>; readonly at: Location }
  >();
  for (const { text, at, person } of bearers) {
    const { value, problem } = checkOrcid(text);
    if (problem !== undefined || person === undefined) continue;
    const first = owners.get(value);
    if (first === undefined) owners.set(value, { person, at });
    else if (areTwoPersons(first.person, person)) yield { text: value, at, first, second: person };
  }
}
