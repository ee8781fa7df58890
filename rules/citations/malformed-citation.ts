import { type DocumentFacts, defineRule, type Project, type SyntaxProblem } from '../../src/model.ts';
import { reportProblems } from '../shared/report-problems.ts';

const messages = {
  'comma-between-cites':
    'A comma does not separate cite keys, so `{key}` vanishes from the text; write a semicolon.',
  'missing-semicolon': 'Cite keys are separated by semicolons; without one, `{key}` vanishes from the text.',
  'spaced-key': 'A blank behind `@` makes this plain text; the key stands right behind the sign.',
  'empty-cite-part': 'A part of this citation is empty, so the whole is not read as one citation.',
  'part-without-key': 'A part of this citation has no key, so the whole is not read as one citation.',
  'unmarked-key': 'The key `{key}` has no `@` here, so it is printed as it stands and not cited.',
  'escaped-key': 'The backslash makes text of `@{key}`, so it is printed as it stands and not cited.',
  'broken-part':
    'A line ends within a part of this citation, so its keys are cited as in running text, between brackets.',
  'dropped-part': 'A part of this citation has no key, so it vanishes from the text.',
  'broken-citation': 'This citation does not end on its line, so it is printed as it stands.',
  'bracket-behind-citation':
    'The bracket right behind it undoes this citation: `{key}` is cited as in running text, between brackets.',
  'cut-identifier':
    'The key ends at `{mark}`, so `{key}` is cited; braces around the whole identifier keep it together.',
  'unescaped-reference': 'The label needs a backslash, `\\@ref({label})`; without it `ref` is cited.',
  'unclosed-citation': 'This citation is not closed with `]`.',
  'unclosed-brace': 'The brace around this key is not closed, so the citation is printed as it stands.',
  'unopened-citation': 'This citation is closed with `]` and not opened with `[`.',
  'stray-bracket': 'The `{bracket}` beside this citation is one too many, so it is printed.',
  'empty-role-part': 'A part of role `{role}` is empty, so an entry without a key is looked for.',
  'spaced-role': 'A blank between role and text makes both plain text.',
  'broken-role': 'The braces around role `{role}` do not fit together, so it is plain text.',
  'unbraced-role': 'Role `{role}` stands in no braces, so it is plain text.',
  'unquoted-role': 'The key behind role `{role}` stands in no backticks, so it is plain text.',
  'unopened-role': 'A backtick is missing behind this role, so it is plain text.',
  'unclosed-role': 'This role is not closed with a backtick, so it is plain text.',
  'uneven-role': 'The body of this role has not as many backticks before as behind it, so it is plain text.',
  'unknown-cite-role': 'There is no role `{role}`.',
  'role-separator': 'Only {separators} separate the keys of a role.',
  'unreadable-cite-link':
    'The text of this link is no list of keys with commas between them, so Documenter stops; a text of its own has `[text](@cite key)`.',
  'unknown-cite-link': 'There is no `{target}`, so Documenter stops.',
  'several-keys-behind-link':
    'A link with a text of its own cites one key, and by `@cite` alone, so Documenter stops at `{target}`.',
  'element-separator': 'Only commas separate the keys of `<{element}>`.',
  'empty-element-part': 'A key of `<{element}>` is empty, so an entry without a key is looked for.',
  'unquoted-value':
    'Without quotes `{value}` is no value of an attribute, so `<{element}>` is no tag and is printed as it stands.',
  'unreadable-element':
    'Something other than attributes stands in `<{element}>`, so it is no tag and is printed as text.',
  'text-behind-comma':
    'Behind a key of tag `{name}` come other keys, separated by blanks, and the text of the link behind `--text`; `,` becomes part of the key.',
  'comma-separated-keys':
    'Keys of tag `{name}` are separated by blanks; `{separator}` becomes part of a key.',
  'blank-around-key': 'The blank beside `{key}` belongs to the key, so Hugo does not find it.',
  'stray-brace': 'The `{brace}` beside shortcode `{name}` is one too many, so it is printed.',
  'undefined-link-number':
    'No link on this page is defined as `[{label}]`, so `{link}` is printed as it stands.',
  'literal-key': 'Liquid reads the key `{key}` of tag `{name}` as a value, not as a name; quote it.',
};

/** The engine reads something else than what was meant: a key vanishes, or is printed as text. */
export default defineRule({
  id: 'malformed-citation',
  description: 'Disallow citations that the engine reads otherwise than they look.',
  scope: 'files',
  level: 'error',
  preset: 'recommended',
  since: '0.1.0',
  fix: 'safe',
  needs: 'problems',
  messages,
  options: {},

  check(files, context) {
    for (const document of files.documents) {
      const report = reportProblems(messages, (problem) => isOtherWord(problem, document, files));
      report(document, context);
    }
  },
});

/** What is written as a citation only where the document's bibliographies have such a key: else it is some word or a handle. */
const OF_KNOWN_KEYS: ReadonlySet<string> = new Set(['unmarked-key', 'escaped-key']);

function isOtherWord({ messageId, data }: SyntaxProblem, document: DocumentFacts, project: Project): boolean {
  return OF_KNOWN_KEYS.has(messageId) && !project.entriesFor(document).has(String(data?.['key']));
}
