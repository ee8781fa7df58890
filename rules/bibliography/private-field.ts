import { defineRule, type Field } from '../../src/model.ts';
import { BIBTEX, nameOf, removeField, wholeEntries } from '../shared/bibliography-entries.ts';

/** Reference managers write down where a file lies on somebody's machine, and under whose name. */
export default defineRule({
  id: 'private-field',
  description: 'Disallow fields that tell of their owner and of files on a machine.',
  scope: 'files',
  level: 'warning',
  preset: 'recommended',
  since: '0.1.0',
  fix: 'unsafe',
  messages: {
    file: 'Field `{name}` of `{key}` tells where a file lies on a machine.',
    owner: 'Field `{name}` of `{key}` tells who keeps the library.',
  },
  options: { allow: [] as string[] },
  optionInfo: { allow: { description: 'Names of fields to keep.' } },

  check(project, { options, report }) {
    for (const found of wholeEntries(project, BIBTEX)) {
      const { path, entry } = found;
      for (const field of entry.fields) {
        const messageId = kindOf(field);
        if (messageId === undefined || options.allow.includes(field.name) || field.value.trim() === '')
          continue;
        const data = { name: field.name, key: nameOf(entry) };
        const fixes = removeField(found, field, 'unsafe');
        report({ at: { path, region: field.nameRegion }, messageId, data, fixes });
      }
    }
  },
});

const LOCAL_PATH =
  /(?:^|[\s:;{,])(?:[A-Z]\\?:\\{1,2}[\w\\ ]|\/(?:Users|home|Volumes|private\/var)\/|~\/|file:\/\/\/)/i;

function kindOf({ name, value }: Field): 'file' | 'owner' | undefined {
  if (name === 'owner') return 'owner';
  if (name === 'local-url' || name === 'localfile' || name.startsWith('bdsk-file-')) return 'file';
  // Nearly all values have neither, and a path has one.
  if (name !== 'file' && !/[\\/]/.test(value)) return undefined;
  if (/^\s*(?:https?|s?ftps?):/i.test(value)) return undefined;
  if (name === 'file' && /[\\/]|:[^:]*\.\w{2,4}:|\.pdf/i.test(value)) return 'file';
  if (name === 'abstract' || name === 'url') return undefined;
  return LOCAL_PATH.test(value) ? 'file' : undefined;
}
