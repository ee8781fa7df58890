import { defineRule, type Field } from '../../src/model.ts';

/** A macro nobody uses was most often meant for a field that repeats its text instead. */
export default defineRule({
  id: 'unused-string',
  description: 'Disallow `@string` macros that nothing uses.',
  scope: 'project',
  level: 'warning',
  preset: 'recommended',
  since: '0.1.0',
  fix: 'none',
  messages: {
    unused: 'Nothing uses the macro `{name}`.',
    most: 'Nothing uses {count} of the {total} macros of this file, `{name}` the first of them.',
  },
  options: {},

  check(project, { report }) {
    const used = new Set<string>();
    if (project.bibliographies.every(({ macros }) => macros.length === 0)) return;
    for (const { entries } of project.bibliographies) {
      for (const { fields } of entries) addMacros(fields, used);
    }
    for (const { path, entries, macros, problems } of project.bibliographies) {
      // A file of macros alone serves other files, and in a broken one the use may be what could not be read.
      if (entries.length === 0 || problems.some(({ messageId }) => HIDES_USES.has(messageId))) continue;
      const unused = macros.filter(
        ({ name, isBuildingBlock }) => !used.has(name) && isBuildingBlock !== true,
      );
      const [first] = unused;
      // A stock of abbreviations, copied as it is, is one matter and not a hundred.
      if (first !== undefined && unused.length >= STOCK && unused.length * 2 > macros.length) {
        const data = { count: unused.length, total: macros.length, name: first.name };
        report({ at: { path, region: first.nameRegion }, messageId: 'most', data });
      } else {
        for (const { name, nameRegion } of unused)
          report({ at: { path, region: nameRegion }, messageId: 'unused', data: { name } });
      }
    }
  },
});

function addMacros(fields: readonly Field[], used: Set<string>): void {
  for (let index = 0; index < fields.length; index++) {
    const { macros } = fields[index]!;
    if (macros !== undefined) for (const name of macros) used.add(name);
  }
}

/** Of an entry or a macro broken so, not all was read. */
const HIDES_USES = new Set(['unexpected-text', 'unterminated-quote', 'unbalanced-braces']);

/** So many unused macros, and more than are used, are a stock. */
const STOCK = 10;
