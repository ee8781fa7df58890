import { defineRule, type Field } from '../../src/model.ts';
import { type EntryInFile, endsInHtml, nameOf, removeField } from '../shared/bibliography-entries.ts';
import { eachField, eachFieldWith, fieldNames, PATH_SIGN } from '../shared/field-columns.ts';

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
    file: 'Field `{name}` of {key} tells where a file lies on a machine.',
    owner: 'Field `{name}` of {key} tells who keeps the library.',
  },
  options: { allow: [] as string[] },
  optionInfo: { allow: { description: 'Names of fields to keep.' } },

  check(project, { options, report }) {
    const inHtml = new Set(
      project.bibliographies.filter((facts) => endsInHtml(project, facts)).map(({ path }) => path),
    );
    const look = (field: Field, place: EntryInFile): void => {
      const { path, format, entry, isWhole } = place;
      if (format !== 'bibtex' || !isWhole) return;
      const messageId = kindOf(field, inHtml.has(path));
      if (messageId === undefined || field.value.trim() === '') return;
      const data = { name: field.name, key: nameOf(entry) };
      const fixes = removeField(place, field, 'unsafe');
      report({ at: { path, region: field.nameRegion }, messageId, data, fixes });
    };
    const names = [...fieldNames(project)].filter((name) => !options.allow.includes(name));
    eachField(project, names.filter(isPrivate), look);
    const others = names.filter((name) => !isPrivate(name) && !MAY_HOLD_PATHS.has(name));
    eachFieldWith(project, PATH_SIGN, others, look);
  },
});

/** A text about files, and an address. */
const MAY_HOLD_PATHS = new Set(['abstract', 'url']);

/** Names of fields that are private whatever their value, or nearly. */
function isPrivate(name: string): boolean {
  return /^(?:file|owner|local-url|localfile|bdsk-file-.*)$/s.test(name);
}

const LOCAL_PATH =
  /(?:^|[\s:;{,])(?:[A-Z]\\?:\\{1,2}[\w\\ ]|\/(?:Users|home|Volumes|private\/var)\/|~\/|file:\/\/\/)/i;

/** `:Knuth - Sorting.pdf:PDF`, `Full Text:files/12/Knuth.pdf:application/pdf`: what JabRef, Mendeley and Zotero write. */
const ATTACHMENT = /:[^:]*\.\w{2,4}:/;

/** `papers/knuth.djvu`, and no words with a slash among them. */
function isPath(text: string): boolean {
  const slash = Math.max(text.lastIndexOf('/'), text.lastIndexOf('\\'));
  return /\.pdf\b/i.test(text) || (slash >= 0 && /\.[a-z]\w{1,4}(?!\w)/i.test(text.slice(slash)));
}

/** JabRef's list may hold addresses too: `Scan:http\://example.org/scan.html:URL`. */
const WEB_ATTACHMENT = /(?:^|;)[^;]*?(?:https?|s?ftps?)\\?:\/\/[^;]*/gi;

/** A template may link to the `file` that a page offers: `/assets/knuth.pdf`. */
function kindOf({ name, value }: Field, endsInHtml: boolean): 'file' | 'owner' | undefined {
  if (name === 'owner') return 'owner';
  if (name !== 'file' && isPrivate(name)) return 'file';
  if (/^\s*(?:https?|s?ftps?):/i.test(value)) return undefined;
  const local = name === 'file' ? value.replace(WEB_ATTACHMENT, '') : value;
  if (name === 'file' && (ATTACHMENT.test(local) || (!endsInHtml && isPath(local)))) return 'file';
  return LOCAL_PATH.test(local) ? 'file' : undefined;
}
