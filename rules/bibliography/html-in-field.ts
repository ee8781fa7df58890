import { defineRule, type Field, type Region } from '../../src/model.ts';
import { endsInHtml, nameOf } from '../shared/bibliography-entries.ts';
import { AMPERSAND, ANGLE_BRACKET, eachFieldWith } from '../shared/field-columns.ts';
import { placeInField, valueStart } from '../shared/field-places.ts';

/** LaTeX knows no HTML: `&amp;` is printed letter by letter, and a tag with its angle brackets. */
export default defineRule({
  id: 'html-in-field',
  description: 'Disallow HTML where the format knows none.',
  scope: 'files',
  level: 'warning',
  preset: 'recommended',
  since: '0.1.0',
  fix: 'suggest',
  messages: {
    entity: '`{found}` in `{name}` of {key} is HTML; readers see it as it stands.',
    address: '`{found}` in `{name}` of {key} is HTML, and a part of the address that is opened.',
    tag: '`{found}` in `{name}` of {key} is HTML; readers see it as it stands.',
  },
  options: {},

  check(project, { report }) {
    const inHtml = new Set(
      project.bibliographies.filter((facts) => endsInHtml(project, facts)).map(({ path }) => path),
    );
    eachFieldWith(project, AMPERSAND | ANGLE_BRACKET, FIELDS, (field, { path, format, entry, isWhole }) => {
      if (!isWhole || inHtml.has(path) || format === 'cff' || format === 'hugo-data') return;
      const tags = format === 'bibtex' || format === 'ris' ? TAG : FOREIGN_TAG;
      for (const [messageId, pattern] of [
        ['entity', ENTITY],
        ['tag', tags],
      ] as const) {
        const match = pattern.exec(field.value);
        if (match === null) continue;
        const region = { start: match.index, end: match.index + match[0].length };
        const at = placeInField(path, field, region);
        const data = { found: match[0], name: field.name, key: nameOf(entry) };
        const fixes = fixesFor(path, field, match[0], region);
        const isOfAddress = messageId === 'entity' && isAddress(field);
        report({ at, messageId: isOfAddress ? 'address' : messageId, data, fixes });
      }
    });
  },
});

const FIELDS = new Set(
  (
    'title subtitle booktitle journal journaltitle publisher series school institution organization author editor ' +
    'container-title collection-title event ti t1 t2 jo jf au pb url ur'
  ).split(' '),
);
const ENTITY =
  /\\?&(?:amp|lt|gt|quot|apos|nbsp|ndash|mdash|[lr]squo|[lr]dquo|hellip|copy|[a-z]{1,2}(?:uml|acute|grave|circ|cedil|tilde|ring|slash|caron)|szlig|\\?#\d{2,5}|\\?#x[\da-f]{2,5});/i;
const TAG =
  /<\/?(?:i|b|em|strong|sup|sub|span|p|br|sc|scp|tt|u|a|div|font|jats:\w+|mml:\w+|inf)\b[^<>]{0,200}>/i;
/** CSL knows a few tags of its own. */
const FOREIGN_TAG = /<\/?(?:em|strong|p|br|u|a|div|font|tt|jats:\w+|mml:\w+|inf|scp)\b[^<>]{0,200}>/i;

const PLAIN: Readonly<Record<string, string>> = {
  amp: '\\&',
  lt: '<',
  gt: '>',
  quot: "''",
  apos: "'",
  nbsp: '~',
  ndash: '--',
  mdash: '---',
  lsquo: '`',
  rsquo: "'",
  ldquo: '``',
  rdquo: "''",
  hellip: '\\ldots{}',
};

/** An address is read without commands. */
const IN_ADDRESS: Readonly<Record<string, string>> = { amp: '&' };

const isAddress = ({ name }: Field): boolean => /^url?$/i.test(name);

function fixesFor(path: string, field: Field, found: string, region: Region) {
  const name = /&(\w+);/.exec(found)?.[1]?.toLowerCase();
  const text = name === undefined ? undefined : (isAddress(field) ? IN_ADDRESS : PLAIN)[name];
  const start = valueStart(field);
  if (text === undefined || start === undefined || field.written === undefined) return [];
  const edits = [{ path, region: { start: start + region.start, end: start + region.end }, text }];
  return [{ title: `Write \`${text}\``, safety: 'suggest', edits }] as const;
}
