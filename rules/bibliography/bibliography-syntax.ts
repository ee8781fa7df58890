import {
  type BibliographyFacts,
  defineRule,
  type Level,
  type Project,
  type SyntaxProblem,
} from '../../src/model.ts';
import { once } from '../../src/text/once.ts';
import { isControlType } from '../../src/work/entry-types.ts';
import { effectOf, isRefusedByPandoc, isRefusedByReader } from '../shared/bibliography-engines.ts';
import { isReadByPandocOnly } from '../shared/bibliography-entries.ts';
import { usesField } from '../shared/field-columns.ts';
import { nameOfCharacter } from '../shared/odd-characters.ts';
import { reportProblems } from '../shared/report-problems.ts';
import { profileOf } from '../shared/required-fields.ts';

const messages = {
  'unbalanced-braces': 'A brace is not closed in `{key}`{effect}.',
  'stray-brace': 'A closing brace too many in a value of `{key}`{effect}.',
  'unterminated-quote': 'The quotes around this value of `{key}` do not fit together{effect}.',
  'inner-quote': 'A quote inside quotes ends the value of `{key}`; put the value in braces{effect}.',
  'escaped-quote':
    'The quote behind the backslash ends the value of `{key}`; put the value in braces{effect}.',
  'escaped-closing-quote':
    'A quote behind a backslash ends a value for some programs and is a sign to others, in `{key}`; put the value in braces{effect}.',
  'escaped-brace':
    'A brace behind a backslash is a brace to some programs and a sign to others, in `{key}`{effect}.',
  'missing-opening-delimiter': 'An opening `{delimiter}` is missing in `{key}`{effect}.',
  'missing-comma': 'A comma is missing behind `{name}` in `{key}`{effect}.',
  'extra-comma': 'There is nothing between two commas in `{key}`{effect}.',
  'missing-equals': 'Field `{name}` of `{key}` has no equals sign{effect}.',
  'missing-value': 'Nothing stands behind `{name}` in `{key}`{effect}.',
  'bare-value': 'The value `{value}` in `{key}` needs braces or quotes{effect}.',
  'unexpected-text': '`{text}` is out of place in `{key}`{effect}.',
  'invalid-field-name': '`{name}` is no name for a field of `{key}`{effect}.',
  'invalid-macro-name': '`{name}` is no name for a macro{effect}.',
  'invalid-entry-type': '`{type}` is no name for an entry type{effect}.',
  'unclosed-entry': 'Entry `{key}` is not closed: `{closer}` is missing{effect}.',
  'extra-closing-brace':
    'A closing brace too many in `{key}`: what follows it in the entry is lost without a word.',
  'stray-closing-brace': 'A closing brace too many stands behind `{key}`, where programs pass over it.',
  'unbalanced-parenthesis': 'Entry `{key}` ends with the wrong closer; `{closer}` fits{effect}.',
  'parenthesised-entry': 'The parentheses around `@{type}` should be braces{effect}.',
  'space-after-at-sign': 'There is a blank between `@` and `{type}`{effect}.',
  'no-fields': 'Entry `{key}` has no fields{effect}.',
  'several-strings': '`{name}` needs an `@string` of its own: a command defines one macro{effect}.',
  'comment-in-entry': 'A `%` inside entry `{key}` begins no comment for all programs{effect}.',
  'unbraced-comment': 'The text of an `@comment` needs braces{effect}.',
  'unusual-space': '`{key}` has {character} outside its values, where not every program skips it{effect}.',
  'at-sign-in-junk': '`{text}` begins an entry for most programs, and is none{effect}.',
  'conflict-marker': 'A mark of an unresolved merge stands in the bibliography.',
  'not-bibtex': 'This file is {format}, not BibTeX; programs find no entry in it.',
  'lfs-pointer':
    'This file is a pointer of Git LFS in the place of the bibliography; `git lfs pull` fetches it.',
  'json-syntax': 'This is not JSON: {expected} expected, {found} found{effect}.',
  'data-syntax': 'This is not {format}: {reason}{effect}.',
  'data-too-deep': 'The data is nested more than {limit} levels deep and was not read.',
  'csl-not-a-list': 'The bibliography is one item; a list of items is expected{effect}.',
  'csl-not-an-item': 'This stands in the list of items and is none{effect}.',
  'ris-missing-end': 'This record has no `ER` at its end.',
  'ris-stray-end': 'This `ER` ends no record.',
  'ris-missing-type': 'Tag `{tag}` stands outside of a record: `TY` is missing.',
  'ris-no-records': 'There is no record in this file.',
};

/** One lost brace costs the entry, and in Pandoc and mystmd the whole file with every citation of the site. */
export default defineRule({
  id: 'bibliography-syntax',
  description: 'Disallow bibliographies that programs cannot read.',
  scope: 'bibliography',
  level: 'error',
  preset: 'recommended',
  since: '0.1.0',
  fix: 'safe',
  messages,
  options: {},

  check(facts, context) {
    const { project, report } = context;
    const pandocOnly = isReadByPandocOnly(project, facts);
    const isOfBiber = once(() => isReadByBiber(project, facts));
    const isUnread = project.documentsOf(facts).length === 0;
    const relevant = facts.problems.filter(
      (problem) =>
        (!pandocOnly || isRefusedByPandoc(problem)) &&
        !(isOfBibtexAlone(problem) && isOfBiber()) &&
        !(isUnread && isOfControl(problem)),
    );
    for (const problem of relevant) {
      const effect = effectOf(project, facts, problem);
      const level = levelOf(project, facts, problem);
      const data = { ...problem.data, ...nameOfSpace(problem), effect };
      const explained = { ...facts, problems: [{ ...problem, data }] };
      // One by one, because the level is a matter of each.
      reportProblems(messages)(explained, { ...context, report: (found) => report({ ...found, ...level }) });
    }
  },
});

/** What BibTeX refuses, and the parser of jekyll-scholar, but biber and Pandoc do not. */
const isOfBibtexAlone = ({ data }: SyntaxProblem): boolean => data?.['engines'] === 'BibTeX, bibtex-ruby';

/** `@CONTROL{REVTEX42Control}`: REVTeX writes it so, for BibTeX. */
const isOfControl = ({ messageId, data }: SyntaxProblem): boolean =>
  messageId === 'no-fields' && isControlType(String(data?.['type']));

/** Fields of BibLaTeX alone, and no page that loads the file: its author compiles it with biber. */
function isReadByBiber(project: Project, facts: BibliographyFacts): boolean {
  if (project.documentsOf(facts).length > 0) return false;
  return profileOf(facts, (name) => usesField(project, facts.path, name)) === 'biblatex';
}

/** What cannot be seen has to be named. */
function nameOfSpace({ messageId, data }: SyntaxProblem): { character?: string } {
  if (messageId !== 'unusual-space') return {};
  return { character: nameOfCharacter(String(data?.['character'])) };
}

/** What only some programs refuse, none of them known to read the file, is a warning. */
function levelOf(project: Project, facts: BibliographyFacts, problem: SyntaxProblem): { level?: Level } {
  return isRefusedByReader(project, facts, problem) ? {} : { level: 'warning' };
}
