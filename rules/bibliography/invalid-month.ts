import { defineRule } from '../../src/model.ts';
import { closest } from '../../src/text/similar.ts';
import { isSeason, readMonth } from '../../src/work/years.ts';
import { nameOf, replaceWith } from '../shared/bibliography-entries.ts';
import { eachField } from '../shared/field-columns.ts';
import { placeInField } from '../shared/field-places.ts';

/** A month that is none is printed as it stands, and nothing sorts by it. */
export default defineRule({
  id: 'invalid-month',
  description: 'Disallow months that are none.',
  scope: 'files',
  level: 'warning',
  preset: 'recommended',
  since: '0.1.0',
  fix: 'suggest',
  messages: {
    unknown: '`{month}` is no month, in {key}.',
    misspelt: '`{month}` is no month, in {key}; did you mean `{suggestion}`?',
  },
  options: {},

  check(project, { report }) {
    eachField(project, ['month'], (field, { path, format, entry, isWhole }) => {
      const month = field.value.trim();
      const isNumber = format === 'cff' && /^\d+$/.test(month);
      if ((format !== 'bibtex' && !isNumber) || !isWhole || month === '' || isMonth(month) || isSeason(month))
        return;
      // Without braces it is a macro, and `undefined-string` says that there is none.
      if (field.macros?.some((macro) => isUndefined(macro, month)) === true) return;
      const at = placeInField(path, field, { start: 0, end: field.value.length });
      const key = nameOf(entry);
      const suggestion =
        MONTHS.find((name) => name.slice(0, 3) === month.slice(0, 3).toLowerCase()) ??
        closest(month.toLowerCase(), MONTHS);
      if (suggestion === undefined) {
        if (/^\d+$/.test(month)) report({ at, messageId: 'unknown', data: { month, key } });
        return;
      }
      const text = suggestion.slice(0, 3);
      const fixes = replaceWith(path, field.region, text, `Write \`${text}\``, 'suggest');
      report({ at, messageId: 'misspelt', data: { month, key, suggestion: text }, fixes });
    });
  },
});

/** A macro that no text took the place of: of `jul # day` BibTeX leaves `jul`, and here `julday` is read. */
function isUndefined(macro: string, month: string): boolean {
  const isOfBibtex = macro.length === 3 && MONTHS.some((name) => name.startsWith(macro));
  return !isOfBibtex && month.toLowerCase().includes(macro);
}

/** A month, perhaps with days; a word of letters alone must be the name of one, or its beginning. */
function isMonth(text: string): boolean {
  if (PLAIN.has(text)) return true;
  const word = text.toLowerCase().replace(/\.$/, '').normalize('NFC');
  if (!/^\p{L}{3,}$/u.test(word)) return readMonth(text) !== undefined || !/^\d+$/.test(word);
  return (
    MONTHS.some((name) => name.startsWith(word)) ||
    FOREIGN_MONTHS.some((name) => name.startsWith(word)) ||
    !/^[a-z]+$/.test(word)
  );
}

const MONTHS = 'january february march april may june july august september october november december'.split(
  ' ',
);

/** As nearly all are written: BibTeX's macros, as they stand and as they read. */
const PLAIN: ReadonlySet<string> = new Set([
  ...MONTHS.map((name) => name.slice(0, 3)),
  ...MONTHS.map((name) => name.charAt(0).toUpperCase() + name.slice(1)),
]);

/** Months of other languages as they are written without accents, where they begin like an English one. */
const FOREIGN_MONTHS = (
  'januar jänner februar maerz mai juni juli oktober dezember janvier mars avril juin juillet septembre octobre novembre ' +
  'enero febrero marzo abril mayo junio julio agosto septiembre setiembre octubre noviembre diciembre janeiro fevereiro ' +
  'maio junho julho setembro outubro novembro dezembro gennaio febbraio aprile maggio giugno luglio settembre ottobre ' +
  'dicembre gener febrer maig juny juliol agost octubre novembre desembre ianuarie februarie martie aprilie iunie iulie ' +
  'septembrie octombrie noiembrie decembrie januari februari maart mei augustus maj augusti marts ' +
  'mart mayis maret agustus desember julai januarja februarja marca aprila maja junija julija avgusta septembra oktobra ' +
  'novembra decembra avgust septembar oktobar novembar decembar juna jula marzec januarie februarie junie julie ' +
  'januaro februaro marto aprilo majo junio julio augusto septembro oktobro novembro decembro juuni juuli aprill ' +
  'marcius aprilis majus junius julius augusztus junijs julijs maijs augusts decembris novembris oktobris septembris ' +
  'janvaris agust mrt mac ogos mars marso abril aprili juni julay septemba oktoba novemba desemba'
).split(' ');
