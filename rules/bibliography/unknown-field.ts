import { defineRule } from '../../src/model.ts';
import { closest } from '../../src/text/similar.ts';
import { BIBTEX, nameOf, replaceWith, wholeEntries } from '../shared/bibliography-entries.ts';
import { isSwitchedOff, knownFields } from '../shared/known-fields.ts';

/** A misspelt field is silently not printed. */
export default defineRule({
  id: 'unknown-field',
  description: 'Disallow fields that no program knows.',
  scope: 'files',
  level: 'warning',
  preset: 'strict',
  since: '0.1.0',
  fix: 'suggest',
  messages: {
    misspelt: 'No program knows the field `{name}` of {key}; did you mean `{suggestion}`?',
    unknown: 'No program knows the field `{name}` of {key}.',
  },
  options: { allow: [] as string[] },
  optionInfo: { allow: { description: 'Names of further fields.' } },

  check(project, { options, report }) {
    const known = new Set([...knownFields(), ...options.allow]);
    for (const { path, entry } of wholeEntries(project, BIBTEX)) {
      for (const { name, nameRegion } of entry.fields) {
        if (known.has(name) || isSwitchedOff(name) || OF_TOOLS.test(name)) continue;
        const at = { path, region: nameRegion };
        const key = nameOf(entry);
        const suggestion = ABBREVIATED[name] ?? closest(name, knownFields());
        // What is there already was hardly meant, and twice would be a defect of its own.
        if (suggestion === undefined || entry.fields.some((other) => other.name === suggestion))
          report({ at, messageId: 'unknown', data: { name, key } });
        else {
          const fixes = replaceWith(path, nameRegion, suggestion, `Write \`${suggestion}\``, 'suggest');
          report({ at, messageId: 'misspelt', data: { name, key, suggestion }, fixes });
        }
      }
    }
  },
});

/** Those of reference managers, and the annotations of BibLaTeX: `author+an`. */
const OF_TOOLS = /^(?:bdsk|citeulike|mendeley|zotero|x-|__)|-url-|^[a-z]+date$|\+an(?::[a-z]+)?$/;

const ABBREVIATED: Readonly<Partial<Record<string, string>>> = {
  vol: 'volume',
  no: 'number',
  num: 'number',
  pp: 'pages',
  publ: 'publisher',
  ed: 'edition',
};
