import { type BibEntry, defineRule, type Project } from '../../src/model.ts';
import { nameOf, removeField, wholeEntries } from '../shared/bibliography-entries.ts';
import { type LackTest, lackTest } from '../shared/lacking-fields.ts';

/**
 * An empty field says that something is missing, or nothing at all: every engine reads it as absent, and catalogues export
 * whole sets of them. Where the field is required `missing-field` says so.
 */
export default defineRule({
  id: 'empty-field',
  description: 'Disallow fields without a value.',
  scope: 'files',
  level: 'warning',
  preset: 'strict',
  since: '0.1.0',
  fix: 'safe',
  messages: { empty: 'Field `{name}` of {key} is empty.' },
  options: {},

  check(project, { report }) {
    const lacks = lackTests(project);
    for (const found of wholeEntries(project)) {
      const { path, format, entry } = found;
      if (format === 'ris' || format === 'cff') continue;
      // An empty field keeps the parent's from being inherited.
      if (entry.fields.some(({ name }) => name === 'crossref' || name === 'xdata')) continue;
      for (const field of entry.fields) {
        if (field.value !== '' && !/^[\s{}]*$/.test(field.value)) continue;
        if (field.written === 'macro' || lacks(path, entry, field.name)) continue;
        report({
          at: { path, region: field.region.start < field.region.end ? field.region : field.nameRegion },
          messageId: 'empty',
          data: { name: field.name, key: nameOf(entry) },
          fixes: removeField(found, field),
        });
      }
    }
  },
});

/** Whether an entry lacks the field, for files by their path: few have empty fields. */
function lackTests(project: Project): (path: string, entry: BibEntry, name: string) => boolean {
  const tests = new Map<string, LackTest | undefined>();
  return (path, entry, name) => {
    const facts = project.bibliographies.find((one) => one.path === path);
    if (facts === undefined) return false;
    if (!tests.has(path)) tests.set(path, lackTest(project, facts));
    return (
      tests
        .get(path)?.(entry)
        .some(({ accepted }) => accepted.includes(name)) ?? false
    );
  };
}
