import type { ShortcodeSignature } from '../model.ts';
import { KEY_NAMES } from '../scan/bibliography/front-matter-entries.ts';
import { readInclude } from '../scan/dialects/jekyll/includes.ts';
import { countParts, isWorkName } from '../scan/dialects/told-works.ts';
import { inside } from '../text/path.ts';
import { describesWorks } from './code-bibliographies.ts';
import type { SiteView } from './detect/folders.ts';

/**
 * The includes of a Jekyll site that cite, under the names `{% include cite.html %}` has them by: those that look one of
 * their parameters up in data about works, or in a list of them in the front matter.
 */
export function citingIncludes(root: string, view: SiteView): Readonly<Record<string, ShortcodeSignature>> {
  const signatures = view.files.flatMap((template): [string, ShortcodeSignature][] => {
    const name = INCLUDE.exec(inside(root, template) ?? '')?.[1];
    const lookup = name === undefined ? undefined : readInclude(view.read(template) ?? '');
    if (name === undefined || lookup === undefined) return [];
    const files = lookup.data.map((data) => dataFile(data, lookup.field, root, view));
    const paths = files.filter((path) => path !== undefined);
    if (paths.length < files.length || !lookup.fields.every((name) => OF_WORKS.test(name))) return [];
    if (lookup.fields.length > 0 && lookup.field !== undefined && !KEY_NAMES.includes(lookup.field))
      return [];
    const cite = {
      key: { names: [lookup.alternative ?? [], lookup.parameter].flat() },
      separators: lookup.separator ?? '',
      suppressPrefix: false,
      referenceRequired: false,
      sources: {
        data: [],
        paths,
        parameters: lookup.fields,
        ...(lookup.within === undefined ? {} : { within: lookup.within }),
      },
    };
    return [[`include ${name}`, { name: `include ${name}`, template, paired: false, cite }]];
  });
  return Object.fromEntries(signatures);
}

/**
 * The includes that print a work of their parameters: `{% include bib.html label="knuth84" authors="…" title="…" %}`. A
 * parameter that they make an `id` of is the key.
 */
export function tellingIncludes(root: string, view: SiteView): Readonly<Record<string, ShortcodeSignature>> {
  const signatures = view.files.flatMap((template): [string, ShortcodeSignature][] => {
    const [, name, ownName] = WORK_INCLUDE.exec(inside(root, template) ?? '') ?? [];
    if (name === undefined || ownName === undefined || !isWorkName(ownName)) return [];
    const text = view.read(template) ?? '';
    const printed = Array.from(text.matchAll(PRINTED), ([, parameter]) => parameter!);
    if (countParts(printed) < 2) return [];
    const [, prefix = '', key] = ID.exec(text) ?? [];
    const item = { key: { names: key === undefined ? [] : [key] }, prefix, hasParts: true } as const;
    return [[`include ${name}`, { name: `include ${name}`, template, paired: false, item }]];
  });
  return Object.fromEntries(signatures);
}

/** The whole name of an include, and the last part of it without its extension. */
const WORK_INCLUDE = /^_includes\/((?:[^/]+\/)*([\w-]+)\.\w+)$/;
const PRINTED = /\{\{-?\s{0,9}include\.(\w{1,60})/g;
const ID = /\bid=["']([\w:-]{0,40})\{\{-?\s{0,9}include\.(\w{1,60})/;

const INCLUDE = /^_includes\/(.+)$/;

/**
 * The only file of that name, if it holds works by keys that are read as the include reads them. Of a folder the names of
 * the files are the keys.
 */
function dataFile(name: string, field: string | undefined, root: string, view: SiteView): string | undefined {
  if (!OF_WORKS.test(name) || (field !== undefined && !KEY_NAMES.includes(field))) return undefined;
  const [path, ...others] = view.files.filter((file) => {
    const relative = inside(root, file) ?? '';
    return relative.startsWith(`_data/${name}.`) || relative.startsWith(`_data/${name}/`);
  });
  if (path === undefined || others.length > 0 || !/\/_data\/[^/]+\.(?:ya?ml|json)$/.test(`/${path}`))
    return undefined;
  const text = view.read(path) ?? '';
  const isList = LIST.test(text);
  const hasOtherKeys = KEY_NAMES.some(
    (key) => key !== field && new RegExp(`^[-\\s"]*${key}"?\\s*:`, 'm').test(text),
  );
  if (isList !== (field !== undefined) || (isList && hasOtherKeys) || !describesWorks(text)) return undefined;
  return inside(root, path);
}

const OF_WORKS =
  /^(?:bib|biblio|bibliography|refs?|references?|cites?|citations?|works|works_cited|sources|literature|papers|publications|publist|pubs|library)$|[-_](?:bib|bibliography|refs|references|citations)$/i;
/** Data that is a list begins with an item, behind comments and the mark of a document. */
const LIST = /^\ufeff?(?:\s|#.*\n|---[ \t]*\n)*(?:-\s|\[)/;
