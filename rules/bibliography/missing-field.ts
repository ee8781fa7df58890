import { type BibEntry, defineRule, type Location } from '../../src/model.ts';
import { listOf } from '../shared/bibliography-engines.ts';
import { nameOf, replaceWith } from '../shared/bibliography-entries.ts';
import { lackTest, misspeltField } from '../shared/lacking-fields.ts';
import { FIELD_PROFILES, type FieldProfile } from '../shared/required-fields.ts';

/** Without its journal or year an entry cannot be looked up, and BibTeX warns of every one. */
export default defineRule({
  id: 'missing-field',
  description: 'Require the fields that an entry of its type needs.',
  scope: 'bibliography',
  level: 'warning',
  preset: 'recommended',
  since: '0.1.0',
  fix: 'suggest',
  messages: {
    missing: '`{key}` ({type}) lacks {fields}.',
    misspelt: '`{key}` ({type}) lacks {fields}; was it meant by `{written}`?',
    'missing-without-key': 'This {item} lacks {fields}.',
  },
  options: { profile: 'auto' as FieldProfile | 'auto', allow: [] as string[] },
  optionInfo: {
    profile: {
      description: 'Whose requirements count; auto takes those of the program that reads the file.',
      values: ['auto', ...FIELD_PROFILES],
    },
    allow: { description: 'Names of fields that may be missing.' },
  },

  check(facts, { project, options, report }) {
    const lacking = lackTest(project, facts, options.profile, options.allow);
    if (lacking === undefined) return;
    for (const entry of facts.entries) {
      const missing = lacking(entry);
      if (missing.length === 0) continue;
      const { key, type } = entry;
      const fields = listOf(missing.map(({ offered }) => offered.map((name) => `\`${name}\``).join(' or ')));
      const slip = misspeltField(entry, missing);
      // Of a misspelt variable of CSL `invalid-csl-item` speaks.
      if (slip !== undefined && facts.format !== 'bibtex') continue;
      const at = { path: facts.path, region: headOf(entry) };
      if (key === '') {
        const item = nameOf(entry).slice('this '.length);
        report({ at, messageId: 'missing-without-key', data: { item, fields } });
      } else if (slip !== undefined) {
        const { field, meant } = slip;
        const place: Location = { path: facts.path, region: field.nameRegion };
        const fixes = replaceWith(facts.path, field.nameRegion, meant, `Write \`${meant}\``, 'suggest');
        report({ at: place, messageId: 'misspelt', data: { key, type, fields, written: field.name }, fixes });
      } else report({ at, messageId: 'missing', data: { key, type, fields } });
    }
  },
});

function headOf({ key, keyRegion, typeRegion, region }: BibEntry): BibEntry['region'] {
  const head = key === '' ? typeRegion : keyRegion;
  return head.start < head.end ? head : region;
}
