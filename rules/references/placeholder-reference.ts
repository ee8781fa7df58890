import { type BibEntry, defineRule, type Field, type PersonName, type Project } from '../../src/model.ts';
import { once } from '../../src/text/once.ts';
import { isPlaceholderText } from '../../src/work/placeholder-texts.ts';
import { normalizeTitle } from '../../src/work/titles.ts';
import { nameOf } from '../shared/bibliography-entries.ts';
import { eachFieldLike } from '../shared/field-columns.ts';
import { placeInField } from '../shared/field-places.ts';
import { placesOf, workSources } from '../shared/placed-works.ts';

/** A reference made out of an error page, or never filled in, looks like a source and is none. */
export default defineRule({
  id: 'placeholder-reference',
  description: 'Disallow references that name no work: error pages, templates and notes to oneself.',
  scope: 'files',
  level: 'warning',
  preset: 'recommended',
  since: '0.1.0',
  fix: 'none',
  messages: {
    title: 'The title `{text}` is that of an error page, not of a work.',
    'no-title': 'The title `{text}` only holds the place of one that is still to be filled in.',
    field: 'Field `{name}` of {key} holds the words of a model, `{text}`, which are printed.',
    unfilled: 'Field `{name}` of {key} only says `{text}` and is still to be filled in.',
    cut: 'Field `{name}` of {key} is cut off, `{text}`, and is printed so.',
    name: 'The author `{text}` is the name of an account or a form, not of a person.',
    text: 'This reference is a placeholder; the source is still to be found.',
    footnote: 'This footnote is a placeholder; the source is still to be found.',
  },
  options: {},

  check(project, { report }) {
    for (const [text, uses] of project.referencesByText()) {
      if (!isPlaceholderText(text)) continue;
      for (const { document, reference } of uses) {
        report({ at: { path: document.path, region: reference.region }, messageId: 'text' });
      }
    }
    for (const { path, footnotes } of project.documents) {
      for (const { region, labelRegion, text } of footnotes.definitions) {
        // `text` is the first line, behind a bracket, a colon and blanks.
        const isWhole = region.end - labelRegion.end <= text.length + 8;
        if (isWhole && NOTHING_BUT_NOTE.test(text))
          report({ at: { path, region: labelRegion }, messageId: 'footnote' });
      }
    }
    eachFieldLike(project, MODEL_WORDS, FIELDS_OF_MODEL, (field, { path, entry }) => {
      if (!MODEL_VALUE.test(field.value) || entry.fields.some(isUnfilledTitle)) return;
      const at = placeInField(path, field, { start: 0, end: field.value.length });
      report({ at, messageId: 'field', data: { name: field.name, key: nameOf(entry), text: field.value } });
    });
    eachFieldLike(project, NOTE_WORDS, FIELDS_OF_NOTE, (field, { path, entry }) => {
      if (!NOTE_VALUE.test(field.value) || entry.fields.some(isUnfilledTitle)) return;
      const text = field.value.trim();
      // Of an address that says so `invalid-url` tells.
      if (field.name.toLowerCase() === 'url' && text.includes('/')) return;
      const at = placeInField(path, field, { start: 0, end: field.value.length });
      report({ at, messageId: 'unfilled', data: { name: field.name, key: nameOf(entry), text } });
    });
    eachFieldLike(project, NO_VALUE_WORDS, FIELDS_OF_PROGRAMS, (field, { path, format, entry }) => {
      const { name, value, region } = field;
      // Without quotes `null` is none to JSON and YAML as well.
      const isText = format === 'ris' || region.end - region.start > value.length;
      if (!isText || !NO_VALUE.test(value)) return;
      const at = placeInField(path, field, { start: 0, end: value.length });
      report({ at, messageId: 'unfilled', data: { name, key: nameOf(entry), text: value.trim() } });
    });
    eachFieldLike(project, ELLIPSIS, FIELDS_OF_CUT, (field, { path, entry }) => {
      const { name, value } = field;
      if (!CUT.test(value) || (name.toLowerCase() === 'booktitle' && !MEETING.test(value))) return;
      const at = placeInField(path, field, { start: 0, end: value.length });
      report({ at, messageId: 'cut', data: { name, key: nameOf(entry), text: value.trim() } });
    });
    for (const source of workSources(project, suspects(project), mayHoldPlaceholder)) {
      const { title, authors } = source.work;
      const text = source.uses?.[0]?.reference.text;
      if (text !== undefined && isPlaceholderText(text)) continue;
      const author = authors.find(({ value }) => NAMES.has(normalizeTitle(fullName(value))));
      const isError = title !== undefined && isPlaceholderTitle(title.value);
      if (!isError && author === undefined) continue;
      for (const { at } of placesOf(source)) {
        if (isError) {
          const name = normalizeTitle(title.value);
          const messageId = UNFILLED.has(name) || name.startsWith('lorem ipsum') ? 'no-title' : 'title';
          report({ at: at(title.region), messageId, data: { text: title.value } });
        } else if (author !== undefined) {
          report({ at: at(author.region), messageId: 'name', data: { text: fullName(author.value) } });
        }
      }
    }
  },
});

/** What the models of BibTeX entries that are handed round say in each field. */
const MODEL_VALUE =
  /^(?:an optional note|the name of the (?:journal|publisher)|the address(?: of the publisher)?|the school of the thesis|the institution that published|how it was published|the (?:organization|publisher|editor)|the title of the book)\.?$/i;
/** The same anywhere, to pass over all other values at once. */
const MODEL_WORDS =
  /an optional note|the (?:name|title|school|address|institution|organization|publisher|editor)|how it was published/gi;
const FIELDS_OF_MODEL = new Set(
  'note journal publisher address school institution organization howpublished editor booktitle'.split(' '),
);

/**
 * A note to oneself in capitals: `Todo` may be a journal, and a year may be “to be announced”. Wiley writes `n/a` for
 * volume and number until an article has them, and Elsevier `xxxx`; three of them may be thirty.
 */
const NOTE_VALUE = /^\s{0,9}(?:TODO|FIXME|TBD|[nN]\/[aA]|x{4,9})\s{0,9}$/;
const NOTE_WORDS = /TODO|FIXME|TBD|\b[nN]\/[aA]\b|xxxx/g;
/** Of titles, names, dates, pages and identifiers other checks tell. */
const FIELDS_OF_NOTE = new Set(
  (
    'year url journal journaltitle container-title booktitle publisher address location school institution organization ' +
    'howpublished volume number issue series edition vl is'
  ).split(' '),
);

/** What programs write for a value they do not have, in the spelling of Python, pandas, SQL and JavaScript. */
const NO_VALUE = /^(?:None|nan|NaN|NULL|null|undefined)$/;
const NO_VALUE_WORDS = /^(?:None|nan|NaN|NULL|null|undefined)$/gm;
/** No work, and no author with a name of one word, is called so; of pages and identifiers other checks tell. */
const FIELDS_OF_PROGRAMS = new Set([...FIELDS_OF_NOTE, 'author', 'editor', 'au', 'note', 'py', 'jo', 'pb']);

/** Google Scholar, and what imports from it, cut long names: `Proceedings of the National~…`, `{\\ldots} of Marine {\\ldots}`. */
const CUT = /^\s{0,9}(?:…|\.{3}(?!\.)|\{?\\l?dots\b)|[^.](?:…|\.{3}|\\l?dots(?:\{\})?\}?)\s{0,9}$/;
const ELLIPSIS = /…|\.{3}|\\l?dots/g;
/**
 * No journal and no house is called so; of books only volumes of meetings are none. ABNT has them written `Anais...` and
 * `Proceedings...`.
 */
const FIELDS_OF_CUT = new Set(
  'journal journaltitle container-title booktitle publisher school institution'.split(' '),
);
const MEETING = /^\W{0,9}(?:…|\.{3}|l?dots)|(?:proceedings|conference|symposium|workshop)\s/i;

/** An entry without a title that was filled in is reported by that. */
const isUnfilledTitle = ({ name, value }: Field): boolean =>
  name.toLowerCase() === 'title' && UNFILLED.has(normalizeTitle(value));

/** The entries with a title or a name that begins like one of the lists below; the rest need not be read. */
function suspects(project: Project): (entry: BibEntry) => boolean {
  const found = new Set<BibEntry>();
  // The expressions below take longer to make than all the rest of a page without entries.
  if (project.entries().length === 0) return () => false;
  eachFieldLike(project, FIRST_OF_TITLE(), TITLE_FIELDS, (_, { entry }) => found.add(entry));
  eachFieldLike(project, WORD_OF_NAME(), NAME_FIELDS, (_, { entry }) => found.add(entry));
  return (entry) => found.has(entry);
}

/** The same of a reference text, where title and names may stand anywhere. */
export function mayHoldPlaceholder(text: string): boolean {
  return RARE_WORD().test(text);
}

const TITLE_FIELDS = new Set('title ti t1 ct'.split(' '));
const NAME_FIELDS = new Set('author authors au a1 creator creators by editor editors'.split(' '));

const fullName = ({ family, given }: PersonName): string =>
  given === undefined ? family : `${given} ${family}`;

/** The whole of a footnote; one that says more may be about a TODO. */
const NOTHING_BUT_NOTE =
  /^[[(<]?(?:TODO|FIXME|TBD|TBA|XXX+|todo|\?{2,}|(?:[Cc]itation|[Rr]eference|[Ss]ource) (?:needed|missing|goes here)|(?:[Aa]dd|[Ii]nsert|[Ff]ind) (?:the )?(?:citation|reference|source))[\])>]?[.!:…]?$/;

function isPlaceholderTitle(title: string): boolean {
  const name = normalizeTitle(title);
  return TITLES.has(name) || ERROR_PAGE.test(name);
}

const ERROR_PAGE =
  /^(?:error |http )?(?:40[0134]|410|50[0234])(?: error)?(?: (?:page |file )?(?:not found|forbidden|bad request|unauthorized|gone|bad gateway|service unavailable|internal server error|gateway timeout|error))?$|^(?:page|file|document) (?:not found|does not exist)(?: 404)?$|^lorem ipsum\b/;

/** What stands in a form before its title is filled in, as `normalizeTitle` writes it. */
const UNFILLED: ReadonlySet<string> = new Set(
  (
    'title|no title|untitled document|title missing|missing title|title of article|title of the article|' +
    'article title|book title|title of book|title of work|the title of the work|the title of the book|' +
    'insert title here|todo|tbd|paper title number 1|paper title number 2|paper title number 3|' +
    'paper title number 4|paper title number 5|an example journal article|an example conference paper|' +
    'an example preprint working paper'
  ).split('|'),
);

/** What crawlers and reference managers take for a title, as `normalizeTitle` writes it. */
export const TITLES: ReadonlySet<string> = new Set([
  ...UNFILLED,
  ...(
    'are you a robot|just a moment|attention required cloudflare|access denied|verify you are human|' +
    'please verify you are a human|security check|captcha|checking your browser|checking your browser before accessing|' +
    'ddos protection by cloudflare|subscribe to read|log in or sign up to view|log into facebook|log in to facebook|' +
    'sign in to your account|redirecting|redirect|you are being redirected|internet archive wayback machine|' +
    'wayback machine|usurped title|' +
    'bot verification|enable javascript and cookies to continue|unsupported browser|site not found|server not found|' +
    'domain for sale|this domain is for sale|website is under construction|under construction|sciencedirect error'
  ).split('|'),
]);

/** Accounts and form fields, as `normalizeTitle` writes them. */
export const NAMES: ReadonlySet<string> = new Set(
  (
    'admin|administrator|super user|superuser|webmaster|author|the author|author name|name of author|first author|' +
    'firstname lastname|first last|first name last name|last first|lastname firstname|surname initials|about us|' +
    'contact us|submitted|todo|tbd|username|guest author'
  ).split('|'),
);

/**
 * A word of each title and name above that few references have. Letters beyond ASCII end a word here: what is found too
 * often costs a reading, and V8 takes longer to compile `\p{L}` than one page takes.
 */
const RARE_WORD = once(
  () =>
    /(?<![a-z\d])(?:robot|moment|cloudflare|denied|verify|captcha|security|checking|subscribe|log|sign|redirect(?:ing|ed)?|wayback|usurped|untitled|title|no|todo|tbd|bot|enable|unsupported|found|sale|construction|sciencedirect|error|example|http|[45]\d\d|exist|lorem|admin|administrator|super|superuser|webmaster|author|firstname|lastname|first|last|surname|us|submitted|username|guest)(?![a-z\d])/i,
);

/** “The” and “an” begin too many titles to read them all. */
const firstWord = (title: string): string => /^(?:(?:the|an) )?[^ ]+/.exec(title)![0];

const anyOf = (words: Iterable<string>): string => [...new Set(words)].join('|');
/** Each title begins a line where many are looked through at once. */
const FIRST_OF_TITLE = once(
  () =>
    new RegExp(
      `^[^\\p{L}\\p{N}]{0,9}(?:${anyOf([...TITLES].map(firstWord))}|error|http|[45]\\d\\d|page|file|document|lorem)(?![\\p{L}\\p{N}])`,
      'gimu',
    ),
);
/** Any word of a name, for the family name may come first. */
const WORD_OF_NAME = once(
  () =>
    new RegExp(
      `(?<![\\p{L}\\p{N}])(?:${anyOf([...NAMES].flatMap((name) => name.split(' ')))})(?![\\p{L}\\p{N}])`,
      'giu',
    ),
);
