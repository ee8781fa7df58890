import { defineRule, type SyntaxProblem } from '../../src/model.ts';
import { reportProblems } from '../shared/report-problems.ts';
import { isUnclosed } from '../shared/unclosed.ts';

const messages = {
  'unrecognized-char': 'Character `{character}` must not stand in shortcode `{name}` without quotes. {hint}',
  'mixed-params':
    'Shortcode `{name}` mixes named and positional arguments at `{text}`; Hugo takes one kind only.',
  'doubled-quote': 'Two quotes stand where one belongs in shortcode `{name}`.',
  'missing-quote': 'Argument `{text}` of shortcode `{name}` lacks its {side} quote.',
  'quote-inside':
    'A quote inside the text ends argument `{text}` of shortcode `{name}`; put a backslash before it, or write a typographic one.',
  'spaced-escape': 'This shortcode has no name. {hint}',
  'no-name': 'This shortcode has no name.',
  nameless: 'This shortcode has no name: `{character}` stands where it should.',
  'unterminated-dquote': 'The quoted argument of shortcode `{name}` never ends. {hint}',
  'unterminated-raw': 'The raw argument of shortcode `{name}` never ends: a backtick is missing.',
  'bad-escape': 'Hugo does not know the escape at `{text}`; only a quote can be escaped.',
  'close-extra': 'A closing tag takes nothing but the name; `{text}` is too much.',
  'inline-nesting': 'Inline shortcode `{name}` must not hold another one.',
  'period-in-name': 'The name of shortcode `{name}` must not hold a period, unless it ends in `.inline`.',
  'quoted-keys-split': 'Quotes do not join words in tag `{name}`; write the keys without them.',
  'stray-quote': 'The argument `{text}` holds its quotes as text. {hint}',
  'tag-without-name': 'This Liquid tag has no name; Jekyll stops the build.',
  'invalid-tag-syntax': 'Liquid cannot read the arguments of tag `{name}`; Jekyll stops the build.',
  'output-in-tag': '`{text}` inside tag `{name}` is not evaluated, so it is taken for a key.',
  'filter-in-tag': 'Tag `{name}` runs no filters: each word of `{text}` is taken for a key.',
  'cite-in-output':
    '`{name}` in double braces is a variable to Liquid and prints nothing; write it as a tag.',
};

/** The engine cannot read the tag, and most engines stop the build there. */
export default defineRule({
  id: 'malformed-shortcode',
  description: 'Disallow shortcodes and tags that the engine cannot read.',
  scope: 'document',
  level: 'error',
  preset: 'recommended',
  since: '0.1.0',
  fix: 'safe',
  needs: 'problems',
  messages,
  options: {},
  check: reportProblems(messages, isUnclosed, explain),
});

/** Hugo's errors speak of the character it stumbles over; where the cause is known, that says more. */
function explain({ messageId, data }: SyntaxProblem): string {
  if (data?.['side'] === 'doubled') return 'doubled-quote';
  if (messageId === 'unrecognized-char' && data?.['cause'] === 'spaced-escape') return 'spaced-escape';
  if (data?.['side'] === 'inner') return 'quote-inside';
  if (data?.['side'] !== undefined) return 'missing-quote';
  return messageId === 'unrecognized-char' && data?.['name'] === '' ? 'nameless' : messageId;
}
