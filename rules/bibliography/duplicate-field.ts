import { defineRule, type Field } from '../../src/model.ts';
import { nameOf, removeField } from '../shared/bibliography-entries.ts';
import { repetitiveEntries } from '../shared/field-columns.ts';

/** Of two fields under one name a program reads one: BibTeX the first, biber, Pandoc and JSON the last. */
export default defineRule({
  id: 'duplicate-field',
  description: 'Disallow a field that stands twice in one entry.',
  scope: 'files',
  level: 'warning',
  preset: 'recommended',
  since: '0.1.0',
  fix: 'safe',
  messages: {
    different: 'Field `{name}` stands twice in {key}; BibTeX reads the first, biber and Pandoc the last.',
    identical: 'Field `{name}` stands twice in {key}.',
  },
  options: {},

  check(project, { report }) {
    for (const found of repetitiveEntries(project)) {
      const { path, format, entry, isWhole } = found;
      if (format === 'ris' || !isWhole) continue;
      const seen = new Map<string, Field>();
      for (const field of entry.fields) {
        const first = seen.get(field.name);
        if (first === undefined) {
          seen.set(field.name, field);
          continue;
        }
        const isSame = folded(first.value) === folded(field.value);
        report({
          at: { path, region: field.nameRegion },
          messageId: isSame ? 'identical' : 'different',
          data: { name: field.name, key: nameOf(entry) },
          related: [{ at: { path, region: first.nameRegion }, message: 'the first time' }],
          fixes: isSame ? removeField(found, field) : [],
        });
      }
    }
  },
});

const folded = (value: string): string => value.replace(/\s+/g, ' ').trim();
