import { defineRule } from '../../src/model.ts';
import { reportProblems } from '../shared/report-problems.ts';

const messages = {
  'fm-unclosed': 'The {format} front matter is never closed; {effect}.',
  'fm-json-eof': 'The JSON front matter is never closed; {effect}.',
  'fm-bad-delimiter': '`{written}` does not open {format} front matter; {effect}.',
  'fm-missing-opening-delimiter': 'The {format} front matter has no opening delimiter; {effect}.',
  'fm-decode': 'The {format} front matter cannot be read: {reason}; {effect}.',
  'fm-unquoted-braces': 'Without quotes these braces make a mapping, where a text was meant.',
  'duplicate-front-matter-key': 'Front matter key `{name}` stands twice; {effect}.',
  'stray-front-matter-quote':
    'The value of `{name}` ends in a quote that nothing opens, so the page prints the quote.',
  'unsupported-front-matter-language': 'There is no front matter language `{language}`; {effect}.',
  'front-matter-too-large': 'The front matter is larger than {limit} KiB and was only read line by line.',
  'front-matter-too-deep': 'The front matter is nested more than {limit} levels deep and was not read.',
};

/** What a generator cannot read costs the page its title and date, or the site its build. */
export default defineRule({
  id: 'malformed-front-matter',
  description: 'Disallow front matter that is not closed or cannot be read.',
  scope: 'document',
  level: 'error',
  preset: 'recommended',
  since: '0.1.0',
  fix: 'suggest',
  needs: 'problems',
  messages,
  options: {},
  check: reportProblems(messages),
});
