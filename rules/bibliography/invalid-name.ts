import { type BibliographyFormat, defineRule, type Field, type PersonName } from '../../src/model.ts';
import { once } from '../../src/text/once.ts';
import type { NameProblem } from '../../src/work/name-problems.ts';
import { readBibtexNames } from '../../src/work/names.ts';
import { isReadByPandocOnly, nameOf, replaceWith } from '../shared/bibliography-entries.ts';
import { eachField, eachFieldLike } from '../shared/field-columns.ts';
import { placeInField } from '../shared/field-places.ts';
import { JOINING, joinOfRis, joinsNames, namesOfItems, RIS_NAMES } from '../shared/joint-names.ts';
import { partedName, repeatedName } from '../shared/listed-names.ts';
import { TURNED_WORDS, turnedOrganizations } from '../shared/turned-organizations.ts';

/** BibTeX parts names at `and` and at commas, and prints whatever comes of a list that is parted otherwise. */
export default defineRule({
  id: 'invalid-name',
  description: 'Disallow lists of names that programs read otherwise than they look.',
  scope: 'files',
  level: 'warning',
  preset: 'recommended',
  since: '0.1.0',
  fix: 'suggest',
  messages: {
    'too-many-commas': 'This name has {found} commas and may have two; names are parted by `and`.',
    'empty-part': 'The name `{found}` has a comma with nothing beside it.',
    'empty-name': 'A name is missing beside `and` in `{name}` of {key}.',
    glued: '`{found}` in `{name}` of {key} lacks a blank, so its “and” parts no names.',
    role: '`{found}` is read as a part of the name in `{name}` of {key}; editors have a field of their own.',
    separator:
      '`{found}` parts no names in `{name}` of {key}; write `and`, or put an organisation in braces.',
    'one-tag': '`{found}` parts no names in `{name}` of {key}; RIS has a tag for each.',
    'one-item': '`;` parts no names in `{name}` of {key}; each is an item of its own.',
    'initial-as-family':
      '`{found}` is read as the family name of `{whole}`; write a comma behind the family name.',
    suffix: '`{found}` stands as a person of its own in `{name}` of {key}; it belongs to the name before it.',
    'missing-and': '`{found}` is read as one name in `{name}` of {key}; an `and` is missing.',
    'suffix-as-given':
      '`{found}` is read as the given name of `{whole}`; it goes between the two, as in `Last, {found}, First`.',
    'braced-person': 'The braces make `{found}` one organisation; persons stand without them.',
    title: '`{found}` is read as a given name in `{name}` of {key}; names stand without titles.',
    parted:
      '`{found}` is read as a whole name in `{name}` of {key}; family and given name of a person are parted by a comma.',
    repeated: 'The name `{found}` stands twice in `{name}` of {key}.',
    turned: '`{found}` is read as a person called {family}; an organisation stands in braces, `{braced}`.',
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
    eachFieldLike(project, ROLE_OR_TITLE, NAME_FIELDS, (field, { path, format, entry, isWhole }) => {
      if (format !== 'bibtex' || !isWhole) return;
      for (const messageId of ['role', 'title'] as const) {
        for (const { 0: found, index } of field.value.matchAll(ADDED()[messageId])) {
          const at = placeInField(path, field, { start: index, end: index + found.length });
          report({ at, messageId, data: { found, name: field.name, key: nameOf(entry) } });
        }
      }
    });
    eachFieldLike(project, TURNED_WORDS, NAME_FIELDS, (field, { path, format, isWhole }) => {
      if (format !== 'bibtex' || !isWhole) return;
      for (const { region, family, name } of turnedOrganizations(field.value)) {
        const at = placeInField(path, field, region);
        const braced = `{${name}}`;
        const fixes = replaceWith(path, at.region, braced, `Write \`${braced}\``, 'suggest');
        const found = field.value.slice(region.start, region.end);
        report({ at, messageId: 'turned', data: { found, family, braced }, fixes });
      }
    });
    eachFieldLike(project, JOINING, RIS_NAMES, (field, { path, format, entry }) => {
      const join = format === 'ris' ? joinOfRis(field.value) : undefined;
      if (join === undefined) return;
      const data = { found: field.value.slice(join.start, join.end), name: field.name, key: nameOf(entry) };
      report({ at: placeInField(path, field, join), messageId: 'one-tag', data });
    });
    eachFieldLike(project, JOINING, namesOfItems(), (field, { path, format, entry, isWhole }) => {
      if (!isWhole || !FORMATS_OF_ITEMS.has(format) || !joinsNames(field)) return;
      const data = { name: field.name, key: nameOf(entry) };
      report({ at: { path, region: field.region }, messageId: 'one-item', data });
    });
    eachField(project, NAME_FIELDS, (field, { path, format, entry, isWhole }) => {
      if (format !== 'bibtex' || !isWhole) return;
      const key = nameOf(entry);
      const repeated = repeatedName(field.value);
      if (repeated !== undefined) {
        const at = placeInField(path, field, repeated);
        const found = field.value.slice(repeated.start, repeated.end);
        report({ at, messageId: 'repeated', data: { found, name: field.name, key } });
      }
      if (!options.organizations && isPlain(field.value)) return;
      const parted = partedName(field.value);
      if (parted !== undefined) {
        const found = field.value.slice(parted.start, parted.end);
        const data = { found, name: field.name, key };
        report({ at: placeInField(path, field, parted), messageId: 'parted', data });
      }
      const shouted = SHOUTED_AND.exec(field.value);
      if (shouted !== null && isOfPandoc(path)) {
        const start = shouted.index + 1;
        const at = placeInField(path, field, { start, end: start + 3 });
        report({ at, messageId: 'case', data: { found: shouted[1]!, name: field.name, key } });
      }
      for (const problem of problemsOf(field, options.organizations)) {
        const { kind, found, region } = problem;
        // Other rules tell of these.
        if (kind === 'et-al' || kind === 'unbalanced-braces') continue;
        // RStudio writes `{SEDAR, }` for a name of one part, and Pandoc prints what was meant.
        if (kind === 'empty-part' && ONE_PART.test(found) && isOfPandoc(path)) continue;
        const whole = field.value.slice(region.start, region.end);
        const data = { found, whole, name: field.name, key };
        report({ at: placeInField(path, field, region), messageId: kind, data });
      }
    });
  },
});

/** The beginnings of both below, to look through all names at once. */
const ROLE_OR_TITLE = /\((?:eds?|hrsg|hg|editors?|trans)|(?:Prof|Dr)\.? /gi;

/** What reference lists print behind the names of editors and translators, and titles; Dr. Seuss has one name alone. */
const ADDED = once(() => ({
  role: /\((?:eds?|hrsgg?|hgg?|editors?|trans)\.?\)/gi,
  title:
    /(?<=^|\sand\s)(?:Prof\.?|Dr\.)(?: Dr\.)?(?= \p{Lu}[\p{L}.'’-]*[ ~]\p{Lu})|(?<=, )(?:Prof\.?|Dr\.)(?: Dr\.)?(?= \p{Lu})/gu,
}));

const ONE_PART = /^[^,]*,\s*$/;

/** BibTeX and biber part names there as well. */
const SHOUTED_AND = /\s(AND|And)\s/;

/** Templates of Hugo and Jekyll print a text of names as it is. */
const FORMATS_OF_ITEMS: ReadonlySet<BibliographyFormat> = new Set(['csl-json', 'csl-yaml', 'cff'] as const);

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

/** `Hoare C. A.` and `Shannon CE and Weaver W`, whose family names may lack their commas. */
const INITIALS_LAST =
  /(?:^| and )[^\s,.]{2,40}(?:(?: [A-Z]\.){2,3}| (?:[A-Z]\.){1,3}| [A-Z]{1,3})(?= and |$)/;

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
  const first = initialsForFamilies(names);
  if (first !== undefined) return [initialAsFamily(value, first)];
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

/**
 * The first of several names that are all written as PubMed does, `Shannon CE and Weaver W`, as one slip; undefined for
 * other lists. `Jiequn Han and Weinan E` has a name of one letter, and `Anna K. and Ben L.` may hide theirs.
 */
function initialsForFamilies(names: readonly PersonName[]): PersonName | undefined {
  const isTurned = ({ family, given, particle }: PersonName): boolean =>
    INITIALS().test(family) && particle === undefined && given !== undefined && ONE_NAME().test(given);
  const isList = names.length > 2 || names.some(({ family }) => TWO_INITIALS().test(family));
  return names.length > 1 && isList && names.every(isTurned) ? names[0] : undefined;
}

/** Not the end of the name of a company or a country. */
const INITIALS = once(() => /^(?!(?:AI|ML|IT|UK|US|EU|UN)$)(?:\p{Lu}{1,3}|(?:\p{Lu}\.-?){1,3})$/u);
const TWO_INITIALS = once(() => /^\p{Lu}\.?-?\p{Lu}/u);
const ONE_NAME = once(() => /^\p{Lu}['’]?\p{L}?\p{Ll}[\p{L}'’-]*$/u);

function initialAsFamily(value: string, { family }: PersonName): Found {
  const start = value.search(/\S/);
  const end = value.search(/\sand\s/i);
  return { kind: 'initial-as-family', found: family, region: { start, end } };
}

/** A list that is parted by `;` is one slip, however many names it has; what is wrong with their commas follows from it. */
function toldOnce(problems: readonly NameProblem[]): readonly NameProblem[] {
  const first = problems.find(({ kind }) => kind === 'separator');
  if (first === undefined) return problems;
  return problems.filter((problem) => problem === first || !OF_SEPARATORS.has(problem.kind));
}

const OF_SEPARATORS: ReadonlySet<NameProblem['kind']> = new Set([
  'separator',
  'too-many-commas',
  'missing-and',
]);
