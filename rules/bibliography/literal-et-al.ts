import { defineRule, type Field, type Region } from '../../src/model.ts';
import { nameOf, replaceWith } from '../shared/bibliography-entries.ts';
import { eachFieldLike } from '../shared/field-columns.ts';
import { placeInField, valueStart } from '../shared/field-places.ts';

/** Written out, “et al.” is the name of an author: it is sorted, abbreviated and printed in every style. */
export default defineRule({
  id: 'literal-et-al',
  description: 'Disallow “et al.” in lists of names.',
  scope: 'files',
  level: 'warning',
  preset: 'recommended',
  since: '0.1.0',
  fix: 'safe',
  messages: {
    bibtex: '`{found}` is read as a name in `{name}` of {key}; write `and others`.',
    csl: '“et al.” is read as a name in `{name}` of {key}; the style abbreviates long lists itself.',
  },
  options: {},

  check(project, { report }) {
    eachFieldLike(project, OTHERS_WRITTEN, NAME_FIELDS, (field, { path, format, entry, isWhole }) => {
      const found = format === 'bibtex' && isWhole ? LAST_OTHERS.exec(field.value) : null;
      if (found === null) return;
      const end = field.value.trimEnd().length;
      const region = { start: end - found[1]!.length, end };
      const at = placeInField(path, field, region);
      const fixes =
        valueStart(field) === undefined
          ? []
          : replaceWith(path, at.region, 'others', 'Write `others`', 'safe');
      const data = { found: found[1]!, name: field.name, key: nameOf(entry) };
      report({ at, messageId: 'bibtex', data, fixes });
    });
    eachFieldLike(project, IN_OTHER_TONGUES, NAME_FIELDS, (field, { path, format, entry, isWhole }) => {
      const found = format === 'bibtex' && isWhole ? LAST_IN_OTHER_TONGUES.exec(field.value) : null;
      if (found === null) return;
      const at = placeInField(path, field, { start: found.index, end: field.value.trimEnd().length });
      const fixes =
        valueStart(field) === undefined || found.index === 0
          ? []
          : replaceWith(path, at.region, ' and others', 'Write `and others`', 'safe');
      report({
        at,
        messageId: 'bibtex',
        data: { found: found[1]!, name: field.name, key: nameOf(entry) },
        fixes,
      });
    });
    eachFieldLike(project, ET_AL, NAME_FIELDS, (field, { path, format, entry, isWhole }) => {
      if (!isWhole) return;
      const name = field.name;
      const key = nameOf(entry);
      if (format !== 'bibtex') {
        if ((format === 'ris' ? RIS_ET_AL : CSL_ET_AL).test(field.value))
          report({ at: { path, region: field.region }, messageId: 'csl', data: { name, key } });
        return;
      }
      for (const match of field.value.matchAll(/\bet(?:\.\s*|\s+)al\b\.?/gi)) {
        const region = { start: match.index, end: match.index + match[0].length };
        const whole = wholeEnding(field, region);
        const place = whole === undefined ? undefined : placeInField(path, field, whole);
        const isExact = place !== undefined && place.region !== field.region;
        const fixes = isExact
          ? replaceWith(path, place.region, ' and others', 'Write `and others`', 'safe')
          : [];
        const at = placeInField(path, field, region);
        report({ at, messageId: 'bibtex', data: { found: match[0], name, key }, fixes });
      }
    });
  },
});

/** BibTeX and Pandoc know `others` alone, in lower case: `other`, `others.`, `al.` and dots are names. */
const OTHERS_WRITTEN = /\sand\s+(?:(?:O(?:thers|THERS)|other)(?![a-z])|others\.|al\.|\.{3}|\u2026|\\l?dots)/g;
const LAST_OTHERS =
  /\sand\s{1,9}(O(?:thers|THERS)|others?\.|other|al\.|\.{3}|\u2026|\\l?dots(?:\{\})?)\s{0,9}$/;
/** `Bonitz, H. u. a.`, `Иванов, И. И. и др.`, `王小明 等`: what other languages write for “et al.” */
const IN_OTHER_TONGUES = /u\.\s?(?:v\.\s?)?a\.|др\.|otros|outros|m\.\s?fl\.|等/g;
const LAST_IN_OTHER_TONGUES =
  /(?:,?\s{1,9}(?:and\s{1,9})?(?=[^\s,])|,?(?=等))(u\.\s?(?:v\.\s?)?a\.|(?:и\s{1,9})?др\.|y\s{1,9}otros|e\s{1,9}outros|m\.\s?fl\.|等)\s{0,9}$/;
const ET_AL = /et(?:\.\s*|\s+)al|"al\.?"/gi;
const NAME_FIELDS = new Set('author editor translator au a1 a2 ed'.split(' '));
const CSL_ET_AL = /"(?:literal|family|given|name)"\s*:\s*"[^"]*\bet\.?\s+al\b|"family"\s*:\s*"al\.?"/i;

const RIS_ET_AL = /\bet\.?\s+al\b/i;

const MAX_JOINT = 40;

/** “, et al.” or “and et al.” with what joins it to the names before, where the list ends with it. */
function wholeEnding({ value }: Field, { start, end }: Region): Region | undefined {
  if (value.slice(end).trim() !== '' && value.slice(end).trim() !== '.') return undefined;
  const before = /(?:\s*,)?\s*(?:\band\s+)?$/i.exec(value.slice(Math.max(0, start - MAX_JOINT), start));
  const from = start - (before?.[0].length ?? 0);
  return from <= 0 || !/^[\s,]/.test(value.slice(from, start))
    ? undefined
    : { start: from, end: value.trimEnd().length };
}
