import { defineRule, type Json, type Location, type Project } from '../../src/model.ts';
import { checkOrcid } from '../../src/work/identifiers.ts';
import { eachField } from '../shared/field-columns.ts';
import { eachIdentifier } from '../shared/identifiers.ts';

/** An ORCID iD with a slip credits somebody else, or nobody. */
export default defineRule({
  id: 'invalid-orcid',
  description: 'Disallow ORCID iDs with a wrong check digit, length or character.',
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
  },
  options: {},

  check(project, { report }) {
    eachOrcid(project, (text, at) => {
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
    });
  },
});

/** ORCID iDs of fields and references, of the front matter (`authors.0.orcid`) and of authors in structured data. */
function eachOrcid(project: Project, visit: (text: string, at: Location) => void): void {
  eachIdentifier(project, 'orcid', (place) => visit(place.text, place.at()));
  for (const { path, frontMatter } of project.documents) {
    for (const { name, value, region } of frontMatter) {
      if (isOrcidName(name) && (typeof value === 'string' || typeof value === 'number')) {
        visit(String(value), { path, region });
      }
    }
  }
  eachField(project, NAMES, ({ value, region }, { path }) => {
    if (!/^\s{0,9}[[{]/.test(value) || !/orcid/i.test(value)) return;
    for (const text of orcidsIn(value)) visit(text, { path, region });
  });
}

/** `orcid`, `authors.0.orcid`; every field of every page is asked, and few names end in this letter. */
function isOrcidName(name: string): boolean {
  return (name.charCodeAt(name.length - 1) | 32) === LETTER_D && /(?:^|\.)orcid$/i.test(name);
}

const LETTER_D = 100;

/** Fields of persons, in CSL, in CITATION.cff and in data files. */
const NAMES =
  'author authors editor editors translator translators contact contacts recipients senders creator creators'.split(
    ' ',
  );

function orcidsIn(json: string): string[] {
  let data: Json;
  try {
    data = JSON.parse(json) as Json;
  } catch {
    return [];
  }
  const persons = Array.isArray(data) ? (data as readonly Json[]) : [data];
  return persons.flatMap((person) => {
    if (typeof person !== 'object' || person === null || Array.isArray(person)) return [];
    const named = person as { readonly [name: string]: Json };
    const orcid = named['orcid'] ?? named['ORCID'];
    return typeof orcid === 'string' ? [orcid] : [];
  });
}
