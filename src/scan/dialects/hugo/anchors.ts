import type { ShortcodeSignature } from '../../../model.ts';
import { isIn } from './argument-roles.ts';
import type { TemplateUses } from './template-uses.ts';

type Item = NonNullable<ShortcodeSignature['item']>;
type Place = NonNullable<ShortcodeSignature['cite']>['key'];

/** What shortcodes are called that wrap one reference; others give theorems and figures an `id` the same way. */
const ITEM_NAME =
  /^(?:bib(?:-?(?:item|entry|ref))?|ref(?:erence)?(?:-?(?:item|entry|def))?|cit(?:e-?(?:item|def)|ation)|source|literatur|quelle)$/i;

/** The item that a paired shortcode makes of its body: `<li id="ref-{{ .Get 0 }}">{{ .Inner }}</li>`. */
export function itemOf({ uses }: TemplateUses, name: string): Item | undefined {
  if (!ITEM_NAME.test(name)) return undefined;
  const ids = uses.filter(({ kind }) => kind === 'id');
  const [first] = ids;
  if (first === undefined || ids.some(({ detail }) => detail !== first.detail)) return undefined;
  const positions = ids.flatMap(({ argument }) =>
    /^#\d+$/.test(argument) ? [Number(argument.slice(1))] : [],
  );
  const names = ids.flatMap(({ argument }) => (argument.startsWith('@') ? [argument.slice(1)] : []));
  const key = { names: [...new Set(names)] };
  const prefix = first.detail;
  return positions.length === 0
    ? { key, prefix }
    : { key: { ...key, position: Math.min(...positions) }, prefix };
}

/** The item that a shortcode makes of its arguments: `<li id="ref-{{ .Get 0 }}">{{ .Get 1 }}</li>`. */
export function toldItemOf(traced: TemplateUses, name: string): Item | undefined {
  const item = itemOf(traced, name);
  const printed = traced.uses.filter(({ kind }) => kind === 'text' || kind === 'markdown');
  return item !== undefined && printed.some(({ argument }) => !isIn(argument, item.key)) ? item : undefined;
}

/** The item of a shortcode that is named after such, and shows no place of the page that links lead to. */
export function unplacedItemOf({ uses }: TemplateUses, name: string): Item | undefined {
  return ITEM_NAME.test(name) && uses.some(({ kind }) => kind !== 'id') ? UNPLACED : undefined;
}

const UNPLACED: Item = { key: { names: [] }, prefix: '' };

/**
 * What a template puts before the key to link to a place of the page; undefined where it does not, links to several, or
 * asks elsewhere for the key, so that the place may be made of what is found there.
 */
export function linkPrefix({ uses }: TemplateUses, key: Place): string | undefined {
  const ofKey = uses.filter(({ argument }) => isIn(argument, key));
  if (ofKey.some(({ kind }) => HANDS_ON.has(kind))) return undefined;
  const prefixes = new Set(ofKey.flatMap(({ kind, detail }) => (kind === 'anchor' ? detail : [])));
  const [only = ''] = prefixes;
  return prefixes.size === 1 && only.startsWith('#') ? only.slice(1) : undefined;
}

const HANDS_ON: ReadonlySet<string> = new Set([
  'lookup',
  'compare',
  'store',
  'field',
  'page',
  'file',
  'partial',
]);
