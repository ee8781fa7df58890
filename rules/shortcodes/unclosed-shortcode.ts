import { defineRule } from '../../src/model.ts';
import { reportProblems } from '../shared/report-problems.ts';
import { isUnclosed } from '../shared/unclosed.ts';

const messages = {
  'unrecognized-char': 'Shortcode `{name}` is not closed. {hint}',
  'mixed-params': 'Shortcode `{name}` is not closed. {hint}',
  'unterminated-dquote': 'Shortcode `{name}` is not closed. {hint}',
  'unterminated-raw': 'Shortcode `{name}` is not closed. {hint}',
  'unclosed-action': 'Shortcode `{name}` is not closed. {hint}',
  nameless: 'This opens a shortcode that has neither name nor end; Hugo stops the build.',
  'must-be-closed': 'Shortcode `{name}` needs a closing tag, `{closing}`; Hugo stops the build.',
  'escape-unclosed': 'This escaped shortcode is never closed with `*/`; Hugo stops the build.',
  'escape-swallows-text':
    'This escaped shortcode is closed only by a later `*/`, so everything between is lost: `{text}`.',
  'unopened-shortcode':
    'Shortcode `{name}` does not open with `{delimiter}`, so it is printed as it stands: `{text}`.',
  'swallowed-close':
    'Shortcode `{name}` takes its closing delimiter for a part of the value `{text}`. {hint}',
  'tag-unopened': 'Tag `{name}` does not open with `{%`, so it is printed as it stands: `{text}`.',
  'tag-unclosed': 'Tag `{name}` is not closed with `%}`; Jekyll stops the build.',
  'tag-swallows-text':
    'Tag `{name}` is closed only by the `%}` of a later tag, so the text between is lost: `{text}`.',
  'tag-never-closed': 'Tag `{name}` needs `end{name}`; Jekyll stops the build.',
  'output-unclosed': 'This output is not closed with `}}`; Jekyll stops the build: `{text}`.',
  'unclosed-element': 'Element `<{element}>` is not closed.',
  'cut-element':
    'A quote or the `>` of `<{element}>` is missing, so it is no tag and is printed as it stands.',
  'unopened-element': 'Element `<{element}>` does not open with `<{element}`, so it is printed as it stands.',
};

/** The build stops, or the text up to some later tag is lost without a word. */
export default defineRule({
  id: 'unclosed-shortcode',
  description: 'Disallow shortcodes, tags and elements that are never closed.',
  scope: 'document',
  level: 'error',
  preset: 'recommended',
  since: '0.1.0',
  fix: 'safe',
  needs: 'problems',
  messages,
  options: {},
  check: reportProblems(
    messages,
    (problem) => SHARED.has(problem.messageId) && !isUnclosed(problem),
    ({ messageId, data }) => (data?.['name'] === '' && NAMED.has(messageId) ? 'nameless' : messageId),
  ),
});

/** Errors of Hugo's that have other causes too; those are of `malformed-shortcode`. */
const SHARED = new Set(['unrecognized-char', 'mixed-params', 'unterminated-dquote', 'unterminated-raw']);
const NAMED = new Set([...SHARED, 'unclosed-action']);
