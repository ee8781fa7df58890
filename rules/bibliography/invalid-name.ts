import { defineRule, type Field, type Region } from '../../src/model.ts';
import { type NameProblem, readBibtexNames } from '../../src/work/names.ts';
import { isReadByPandocOnly, nameOf } from '../shared/bibliography-entries.ts';
import { eachField, eachFieldLike } from '../shared/field-columns.ts';
import { placeInField } from '../shared/field-places.ts';

/** BibTeX parts names at `and` and at commas, and prints whatever comes of a list that is parted otherwise. */
export default defineRule({
  id: 'invalid-name',
  description: 'Disallow lists of names that programs read otherwise than they look.',
  scope: 'files',
  level: 'warning',
  preset: 'recommended',
  since: '0.1.0',
  fix: 'none',
  messages: {
    'too-many-commas': 'This name has {found} commas and may have two; names are parted by `and`.',
    'empty-part': 'The name `{found}` has a comma with nothing beside it.',
    'empty-name': 'A name is missing beside `and` in `{name}` of {key}.',
    glued: '`{found}` in `{name}` of {key} lacks a blank, so its “and” parts no names.',
    role: '`{found}` is read as a part of the name in `{name}` of {key}; editors have a field of their own.',
    separator:
      '`{found}` parts no names in `{name}` of {key}; write `and`, or put an organisation in braces.',
    'initial-as-family':
      '`{found}` is read as the family name of `{whole}`; write a comma behind the family name.',
    suffix: '`{found}` stands as a person of its own in `{name}` of {key}; it belongs to the name before it.',
    repeated: 'The name `{found}` stands twice in `{name}` of {key}.',
    case: 'Pandoc takes `{found}` in `{name}` of {key} for a part of a name; write `and`.',
    organization: 'The name `{found}` needs braces, or it is read as a person.',
  },
  options: { organizations: false },
  optionInfo: {
    organizations: { description: 'Reports organisations without braces, which are read as persons.' },
  },

  check(project, { options, report }) {
    const isOfPandoc = (path: string): boolean =>
      project.bibliographies.some((facts) => facts.path === path && isReadByPandocOnly(project, facts));
    eachFieldLike(project, ROLE, NAME_FIELDS, (field, { path, format, entry, isWhole }) => {
      if (format !== 'bibtex' || !isWhole) return;
      for (const { 0: found, index } of field.value.matchAll(
        /\((?:eds?|hrsgg?|hgg?|editors?|trans)\.?\)/gi,
      )) {
        const at = placeInField(path, field, { start: index, end: index + found.length });
        report({ at, messageId: 'role', data: { found, name: field.name, key: nameOf(entry) } });
      }
    });
    eachField(project, NAME_FIELDS, (field, { path, format, entry, isWhole }) => {
      if (format !== 'bibtex' || !isWhole) return;
      const key = nameOf(entry);
      const repeated = findRepeatedName(field.value);
      if (repeated !== undefined) {
        const at = placeInField(path, field, repeated);
        const found = field.value.slice(repeated.start, repeated.end);
        report({ at, messageId: 'repeated', data: { found, name: field.name, key } });
      }
      if (!options.organizations && isPlain(field.value)) return;
      const shouted = SHOUTED_AND.exec(field.value);
      if (shouted !== null && isOfPandoc(path)) {
        const start = shouted.index + 1;
        const at = placeInField(path, field, { start, end: start + 3 });
        report({ at, messageId: 'case', data: { found: shouted[1]!, name: field.name, key } });
      }
      for (const problem of problemsOf(field, options.organizations)) {
        const at = placeInField(path, field, problem.region);
        const { kind, found } = problem;
        // RStudio writes `{SEDAR, }` for a name of one part, and Pandoc prints what was meant.
        if (kind === 'empty-part' && ONE_PART.test(found) && isOfPandoc(path)) continue;
        if (kind === 'empty-name') report({ at, messageId: kind, data: { name: field.name, key } });
        else if (kind === 'initial-as-family') {
          const whole = field.value.slice(problem.region.start, problem.region.end);
          report({ at, messageId: kind, data: { found, whole } });
        } else if (kind === 'separator' || kind === 'glued' || kind === 'suffix')
          report({ at, messageId: kind, data: { found, name: field.name, key } });
        else if (kind === 'empty-part' || kind === 'too-many-commas' || kind === 'organization') {
          report({ at, messageId: kind, data: { found } });
        }
      }
    });
  },
});

/**
 * The second place of a name that a list of few has twice: pasted once too often, and mostly over another. Two persons
 * may be called Wang Wei or have the same initials, so long words or an initial beside a full name have to agree.
 */
function findRepeatedName(value: string): Region | undefined {
  const written = value.split(/\sand\s/);
  if (written.length < 2 || written.length > 12) return undefined;
  const names = written.map((name) => name.trim());
  if (new Set(names).size === names.length) return undefined;
  let from = 0;
  for (const [index, name] of names.entries()) {
    const start = value.indexOf(name, from);
    if (names.indexOf(name) < index && isOfOnePerson(name)) return { start, end: start + name.length };
    from += written[index]!.length + ' and '.length;
  }
  return undefined;
}

function isOfOnePerson(name: string): boolean {
  const words = name.split(/[\s,~{}]+/).filter((word) => word !== '');
  const full = words.filter((word) => /\p{L}{3}/u.test(word));
  return (
    full.length > 1 &&
    (full.every(({ length }) => length > 4) || words.some((word) => /^\p{Lu}\.?$/u.test(word)))
  );
}

/** What reference lists print behind the names of editors and translators, to look through all names at once. */
const ROLE = /\((?:eds?|hrsg|hg|editors?|trans)/gi;

const ONE_PART = /^[^,]*,\s*$/;

/** BibTeX and biber part names there as well. */
const SHOUTED_AND = /\s(AND|And)\s/;

const NAME_FIELDS = new Set(
  'author editor translator bookauthor editora editorb editorc annotator commentator'.split(' '),
);

/** `Knuth, Donald E. and Ada Lovelace`: names without anything to look into, as nearly all are. */
function isPlain(value: string): boolean {
  return (
    !value.includes('|') && PLAIN_NAMES.test(value) && !INITIALS_LAST.test(value) && !GLUED_AND.test(value)
  );
}

/** `Smith J.and Doe A.` and `Smith andDoe`, which look like one name of four words. */
const GLUED_AND = /\.and | and[A-Z]/;

/** `Hoare C. A.`, whose family name may lack its comma. */
const INITIALS_LAST = /(?:^| and )[^\s,.]{3,40}(?: [A-Z]\.){2,3}(?= and |$)/;

/** Names of two to four words with one comma at most; a brace is allowed around an accent alone, `M{\\"u}ller`. */
const WORD = /(?:(?!(?:and|And|AND)(?: |$))[^\s,;&{}\\](?:[^\s,;&{}\\]|\{\\["'`^~=.]\{?\\?[A-Za-z]\}?\})*)/
  .source;
const NAME = `${WORD},? ${WORD}(?: ${WORD}){0,2}`;
const PLAIN_NAMES = new RegExp(`^${NAME}(?: and ${NAME})*$`);

const ORGANIZATION =
  /\b(?:University|Institute|Organization|Organisation|Foundation|Corporation|Committee|Consortium|Association|Agency|Ministry|Department|Council|Inc\.?|Ltd\.?|GmbH)\b/;

interface Found extends Omit<NameProblem, 'kind'> {
  readonly kind: NameProblem['kind'] | 'organization';
}

function problemsOf({ value }: Field, organizations: boolean): readonly Found[] {
  const { problems, names } = readBibtexNames(value);
  if (problems.length > 1) return toldOnce(problems);
  if (!organizations || problems.length > 0) return problems;
  const open = names.find(
    ({ literal, family, given }) => !literal && ORGANIZATION.test(`${given ?? ''} ${family}`),
  );
  if (open === undefined) return problems;
  const found = [open.given, open.particle, open.family].filter(Boolean).join(' ');
  const start = value.indexOf(found);
  return [
    {
      kind: 'organization',
      found,
      region: start === -1 ? { start: 0, end: value.length } : { start, end: start + found.length },
    },
  ];
}

/** A list that is parted by `;` is one slip, however many names it has; their commas follow from it. */
function toldOnce(problems: readonly NameProblem[]): readonly NameProblem[] {
  const first = problems.find(({ kind }) => kind === 'separator');
  if (first === undefined) return problems;
  return problems.filter(
    (problem) => problem === first || (problem.kind !== 'separator' && problem.kind !== 'too-many-commas'),
  );
}
