import { defineRule } from '../../src/model.ts';

/** A macro nobody uses was most often meant for a field that repeats its text instead. */
export default defineRule({
  id: 'unused-string',
  description: 'Disallow `@string` macros that nothing uses.',
  scope: 'project',
  level: 'warning',
  preset: 'recommended',
  since: '0.1.0',
  fix: 'none',
  messages: { unused: 'Nothing uses the macro `{name}`.' },
  options: {},

  check(project, { report }) {
    const used = new Set<string>();
    for (const { entries, macros } of project.bibliographies) {
      if (macros.length === 0 && entries.length === 0) continue;
      for (const { fields } of entries)
        for (const field of fields) for (const name of field.macros ?? []) used.add(name);
    }
    for (const { path, entries, macros, problems } of project.bibliographies) {
      // A file of macros alone serves other files, and in a broken one the use may be what could not be read.
      if (entries.length === 0 || problems.some(({ messageId }) => messageId === 'unexpected-text')) continue;
      for (const { name, nameRegion, isBuildingBlock } of macros) {
        if (used.has(name) || isBuildingBlock === true) continue;
        report({ at: { path, region: nameRegion }, messageId: 'unused', data: { name } });
      }
    }
  },
});
