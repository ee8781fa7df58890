import { defineRule } from '../../src/model.ts';
import { reportProblems } from '../shared/report-problems.ts';

const messages = {
  'missing-reference':
    'Shortcode `{name}` cites `{key}` without a reference text, which its template demands.',
  'too-many-arguments': 'Shortcode `{name}` has {count} arguments, but its template reads {most}.',
  'swapped-arguments':
    'Shortcode `{name}` takes the key first and the reference text behind it; here they stand the other way round.',
  'unknown-option': 'jekyll-scholar has no option `{option}` for `{tag}`.',
  'missing-option-value': 'Option `{option}` of `{tag}` has no value.',
  'stray-argument': '`{text}` in `{tag}` belongs to no option, so nothing reads it.',
  'key-behind-option':
    'jekyll-scholar reads keys before the options alone, so `{tag}` does not cite `{text}`.',
};

/** A citing shortcode without what its template needs prints nothing, or stops the build. */
export default defineRule({
  id: 'invalid-shortcode-arguments',
  description: 'Disallow citing shortcodes whose arguments their template cannot use.',
  scope: 'document',
  level: 'error',
  preset: 'recommended',
  since: '0.1.0',
  fix: 'safe',
  needs: 'problems',
  messages,
  options: {},
  check: reportProblems(messages),
});
