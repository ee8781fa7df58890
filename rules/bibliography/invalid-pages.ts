import { type BibEntry, defineRule, type Field, type Fix, type Location } from '../../src/model.ts';
import { comparePages, type PagesProblemKind, readPages } from '../../src/work/pages.ts';
import { nameOf, replaceWith } from '../shared/bibliography-entries.ts';
import { eachField } from '../shared/field-columns.ts';
import { placeInField, valueStart } from '../shared/field-places.ts';

/** A range that runs backwards is a slip in one of its numbers, and “pp.” is printed twice. */
export default defineRule({
  id: 'invalid-pages',
  description: 'Disallow page ranges that run backwards, lack an end or carry “pp.”.',
  scope: 'files',
  level: 'warning',
  preset: 'recommended',
  since: '0.1.0',
  fix: 'safe',
  messages: {
    order: 'Pages `{found}` of {key} end before they begin.',
    label: '`{found}` in the pages of {key} is printed twice: styles add their own.',
    letter: 'Pages `{found}` of {key} hold a letter that looks like a digit.',
    'long-dash': 'Three hyphens in the pages `{found}` of {key} make an em dash; a range takes two.',
    'two-dashes': 'Pages `{found}` of {key} hold two dashes beside each other; BibTeX and Pandoc print both.',
    incomplete: 'Pages `{found}` of {key} lack {missing}.',
    placeholder: 'Pages `{found}` of {key} are yet to be filled in.',
    hyphen: 'One hyphen in the pages of {key}; BibTeX makes a dash of two.',
  },
  options: { hyphens: false },
  optionInfo: { hyphens: { description: 'Reports single hyphens between page numbers.' } },

  check(project, { options, report }) {
    eachField(project, ['ep', 'end'], (field, { path, format, entry }) => {
      if ((format !== 'ris' && format !== 'cff') || backwards(entry) !== field) return;
      const data = { found: field.value, key: nameOf(entry) };
      report({ at: { path, region: field.region }, messageId: 'order', data });
    });
    eachField(project, ['sp', 'start'], (field, { path, format, entry }) => {
      if (format !== 'ris' && format !== 'cff') return;
      for (const { kind, region, found } of readPages(field.value).problems) {
        if (kind !== 'label' && kind !== 'placeholder') continue;
        const data = { found: found.trim(), key: nameOf(entry) };
        report({ at: placeInField(path, field, region), messageId: kind, data });
      }
    });
    eachField(project, ['pages', 'page'], (field, { path, format, entry, isWhole }) => {
      if (!isWhole || format === 'ris' || isPlainRange(field.value)) return;
      const key = nameOf(entry);
      const { problems, hyphens } = readPages(field.value);
      for (const { kind, region, found } of problems) {
        // BibLaTeX knows ranges with an open end.
        if (kind === 'incomplete' && /--\s*$|\u2013\s*$/.test(found)) continue;
        if (kind === 'long-dash' && format !== 'bibtex') continue;
        const at = placeInField(path, field, region);
        const dash = format === 'bibtex' ? '--' : '–';
        const fixes = valueStart(field) === undefined ? [] : exactFix(kind, at, found, dash);
        const data = { found: found.trim(), key };
        if (kind !== 'incomplete') report({ at, messageId: kind, data, fixes });
        else report({ at, messageId: kind, data: { ...data, missing: missingEnd(data.found) } });
      }
      if (!options.hyphens || field.written === undefined) return;
      for (const region of hyphens) {
        const at = placeInField(path, field, region);
        const fixes =
          valueStart(field) === undefined
            ? []
            : replaceWith(path, at.region, '--', 'Write two hyphens', 'safe');
        report({ at, messageId: 'hyphen', data: { key }, fixes });
      }
    });
  },
});

function exactFix(
  kind: PagesProblemKind,
  { path, region }: Location,
  found: string,
  dash: '--' | '–',
): Fix[] {
  if (kind === 'label') return replaceWith(path, region, '', `Remove \`${found.trim()}\``, 'safe');
  if (kind !== 'long-dash' && kind !== 'two-dashes') return [];
  return replaceWith(path, region, dash, dash === '--' ? 'Write two hyphens' : 'Write one dash', 'safe');
}

/** `230--265`, as most are: nothing could be wrong with it. */
function isPlainRange(value: string): boolean {
  const [, first, last] = /^([1-9]\d{0,7})--([1-9]\d{0,7})$/.exec(value) ?? [];
  return first !== undefined && last !== undefined && Number(first) <= Number(last);
}

const missingEnd = (range: string): string =>
  /^(?:pp?\.?|\?+)?\s?[-–—]/i.test(range) ? 'a beginning' : 'an end';

/** RIS has the first page in `SP` and the last in `EP`, CITATION.cff in `start` and `end`. */
function backwards({ fields }: BibEntry): Field | undefined {
  const first = fields.find(({ name }) => name === 'SP' || name === 'start');
  const last = fields.find(({ name }) => name === 'EP' || name === 'end');
  if (first === undefined || last === undefined) return undefined;
  if (last.value.length < first.value.length) return undefined;
  return (comparePages(first.value, last.value) ?? 0) > 0 ? last : undefined;
}
