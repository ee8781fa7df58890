import { defineRule } from '../../src/model.ts';
import { closest } from '../../src/text/similar.ts';
import { BIBLATEX_TYPES, BIBTEX_TYPES, isKnownEntryType } from '../../src/work/entry-types.ts';
import { BIBTEX, replaceWith, wholeEntries } from '../shared/bibliography-entries.ts';

/** Programs print an entry of a type they do not know as `misc`, without journal, school or publisher. */
export default defineRule({
  id: 'unknown-entry-type',
  description: 'Disallow entry types that no program knows.',
  scope: 'files',
  level: 'warning',
  preset: 'strict',
  since: '0.1.0',
  fix: 'suggest',
  messages: {
    misspelt: 'No program knows the entry type `{type}`; did you mean `{suggestion}`?',
    unknown: 'No program knows the entry type `{type}`; it is printed as `misc`.',
  },
  options: { allow: [] as string[] },
  optionInfo: { allow: { description: 'Further entry types, such as those of a style of your own.' } },

  check(project, { options, report }) {
    for (const { path, entry } of wholeEntries(project, BIBTEX)) {
      const { type, typeRegion } = entry;
      if (isKnownEntryType(type) || options.allow.includes(type)) continue;
      const at = { path, region: typeRegion };
      const suggestion = closest(type, [...BIBTEX_TYPES, ...BIBLATEX_TYPES]) ?? RENAMED[type];
      if (suggestion === undefined) report({ at, messageId: 'unknown', data: { type } });
      else {
        const fixes = replaceWith(path, typeRegion, suggestion, `Write \`${suggestion}\``, 'suggest');
        report({ at, messageId: 'misspelt', data: { type, suggestion }, fixes });
      }
    }
  },
});

/** What people write for a type that has another name. */
const RENAMED: Readonly<Record<string, string>> = {
  website: 'online',
  webpage: 'online',
  web: 'online',
  journal: 'article',
  paper: 'inproceedings',
  chapter: 'incollection',
  dissertation: 'phdthesis',
};
