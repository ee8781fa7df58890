import type { ShortcodeSignature } from '../../../model.ts';
import { countParts, isWorkName } from '../told-works.ts';
import { itemOf, linkPrefix, toldItemOf, unplacedItemOf } from './anchors.ts';
import { argumentNames, BIBLIOGRAPHY, isIn, type Naming, rolesOf } from './argument-roles.ts';
import { readGoTemplate, type TemplateAction } from './go-template.ts';
import { keySourcesOf } from './key-sources.ts';
import { asksForInner } from './paired.ts';
import { evidenceCite } from './signatures.ts';
import { type TemplateUses, traceArguments } from './template-uses.ts';
import { printsVerbatim } from './verbatim.ts';

type Cite = NonNullable<ShortcodeSignature['cite']>;
type Item = NonNullable<ShortcodeSignature['item']>;

/**
 * Reads one of a site's own shortcode templates: does it come in pairs, does it cite, and where its arguments have the
 * key, the locator and the reference text. A template that only prints its arguments, links to them as addresses or
 * asks for pages does not cite, whatever its name. `partialText` gives the partials of the site. Never throws.
 */
export function readShortcodeTemplate(
  name: string,
  template: string,
  path: string,
  partialText: (name: string) => string | undefined = () => undefined,
): ShortcodeSignature {
  const actions = readGoTemplate(template);
  const paired = asksForInner(actions);
  const base: ShortcodeSignature = {
    name,
    template: path,
    paired,
    ...(paired && printsVerbatim(actions) ? { verbatim: true } : {}),
  };
  const uses = traceArguments(actions);
  const ownName = name.slice(name.lastIndexOf('/') + 1);
  if (LIST_NAME.test(ownName) && !base.paired) return { ...base, referenceList: { path: pathPlace(uses) } };
  const item = paired && base.verbatim !== true ? itemOf(uses, ownName) : undefined;
  if (item !== undefined) return { ...base, item: withParts(item, uses, ownName) };
  const isNamedSo = CITING_NAME.test(ownName) && !OF_THE_PAGE.test(ownName);
  const cite = citeOf(uses, isNamedSo ? 'citing' : NOTING_NAME.test(ownName) ? 'noting' : 'other');
  if (cite !== undefined) {
    const sources = keySourcesOf(withPartials(actions, partialText));
    const linksTo = linkPrefix(uses, cite.key);
    const looksUpAsWritten = sources !== undefined && cite.separators === '' && !mayTrim(actions);
    const told: Cite = {
      ...cite,
      ...(sources === undefined ? {} : { sources }),
      ...(linksTo === undefined ? {} : { linksTo }),
      ...(looksUpAsWritten ? { keepsBlanks: true } : {}),
    };
    // What is named after citing prints a key alone where it is lost; an entity without an entry is printed by its name.
    const mayBeText = !isNamedSo && [...uses.fallbacks].some((argument) => isIn(argument, cite.key));
    const whole: Cite = mayBeText ? { ...told, mayBeText } : told;
    return { ...base, ...positionalOf(uses, cite), cite: whole };
  }
  const told = paired ? undefined : toldItemOf(uses, ownName);
  if (told !== undefined) return { ...base, item: withParts(told, uses, ownName) };
  const handsItselfOn = uses.passesItself && uses.positional === 0 && uses.uses.length === 0;
  const unplaced = paired ? undefined : unplacedItemOf(uses, ownName);
  const other: ShortcodeSignature =
    unplaced === undefined ? base : { ...base, item: withParts(unplaced, uses, ownName) };
  if (!isNamedSo || base.paired) return other;
  if (printsTwoArguments(uses) && uses.demanded.has('#1')) return { ...base, positional: 2, cite: SEED_FORM };
  return handsItselfOn || printsTwoArguments(uses) ? { ...base, cite: evidenceCite } : other;
}

function withParts(item: Item, uses: TemplateUses, name: string): Item {
  return isWorkName(name) && countParts(argumentNames(uses)) > 1 ? { ...item, hasParts: true } : item;
}

/** Whether a template may take blanks off its arguments, by itself or in a partial. */
function mayTrim(actions: readonly TemplateAction[]): boolean {
  return actions.some(({ tokens }) =>
    tokens.some(({ kind, text }) => kind === 'identifier' && TRIMMING.test(text)),
  );
}

const TRIMMING = /trim|fields|split|replace|findre|partial|urlize|anchorize|slug/i;

/**
 * A template with what its partials do that are named after bibliographies: `{{ $all := partial "references/load.html" . }}`
 * leaves it to them where keys are looked up. One that reads data of another kind as well, such as icons, does not tell.
 */
function withPartials(
  actions: readonly TemplateAction[],
  partialText: (name: string) => string | undefined,
): TemplateAction[] {
  const all = [...actions];
  const read = new Set<string>();
  // What is added on the way is read in its turn.
  for (const { tokens } of all) {
    for (const [index, { text: callee }] of tokens.entries()) {
      const name = tokens[index + 1];
      if (!PARTIAL.test(callee) || name?.kind !== 'string' || read.has(name.text)) continue;
      read.add(name.text);
      if (read.size > MOST_PARTIALS || !BIBLIOGRAPHY.test(name.text)) continue;
      const added = readGoTemplate(partialText(name.text) ?? '');
      if (keySourcesOf(added)?.data.some((data) => !OF_WORKS.test(data))) return [...actions];
      all.push(...added);
    }
  }
  return all;
}

const PARTIAL = /^partial(?:s\.Include|s\.IncludeCached|Cached)?$/;
const MOST_PARTIALS = 20;
const OF_WORKS = /bib|cit(?:e|ation)|ref|literat|quellen|zotero|sources|works|library|papers|publications/i;

/** A key and its reference text, both demanded: what else would a shortcode of that name stop the build for? */
const SEED_FORM: Cite = {
  key: { position: 0, names: [] },
  separators: '',
  suppressPrefix: false,
  reference: { position: 1, names: [] },
  referenceRequired: true,
};

/**
 * `<sup title="{{ .Get 1 }}">{{ .Get 0 }}</sup>` may print a key and its reference, or a quotation and its source. The
 * template does not tell, so the arguments of each page do; an address or a file in the first place does tell.
 */
function printsTwoArguments({ uses, positional }: TemplateUses): boolean {
  const ofFirst = uses.filter(({ argument }) => argument === '#0');
  return positional === 2 && ofFirst.length > 0 && !ofFirst.some(({ kind }) => NEVER_OF_A_KEY.has(kind));
}

const NEVER_OF_A_KEY: ReadonlySet<string> = new Set([
  'url',
  'page',
  'file',
  'arithmetic',
  'literal',
  'value',
  'markdown',
]);

const LIST_NAME =
  /^(?:bibliograph(?:y|ies)|references|reference-?list|ref-?list|refs|works?-?cited|biblio|citations)$/i;
const CITING_NAME =
  /(?:^|[-_])(?:no|foot|text|paren|full|auto|super|in|p|t)?cit(?:e|ep|et|es|ed|ation|ations)?\d*$|^cite|bibentry|^引用$/i;
/** `cite-this` and `citebox` tell how to cite the page, and `citem` is an item. */
const OF_THE_PAGE = /^cite[-_]?(?:this|us|me|m|by|box|block|button|btn|card|copy|modal|widget)(?![a-z])/i;
/** What else a shortcode may be called that keeps references: others number theorems and figures the same way. */
const NOTING_NAME =
  /^(?:(?:foot|side|margin|end)?notes?|fn|sn|mn|n|refs?|references?|r|sources?|src|s|bib|lit|literature|papers?|quellen?|fonte|fuente)$/i;

function citeOf(uses: TemplateUses, naming: Naming): Cite | undefined {
  const roles = rolesOf(uses, naming);
  if (roles === undefined) return undefined;
  const { key, reference, locator } = roles;
  const separators = [...uses.separators].flatMap(([argument, found]) =>
    isIn(argument, key) ? [...found] : [],
  );
  return {
    key,
    separators: [...new Set(separators)].join(''),
    suppressPrefix: [...uses.suppressed].some((argument) => isIn(argument, key)),
    ...([...uses.defaulted].some((argument) => isIn(argument, key)) ? { makesKey: true } : {}),
    ...([...uses.folded].some((argument) => isIn(argument, key)) ? { foldsCase: true } : {}),
    ...(reference === undefined ? {} : { reference }),
    referenceRequired:
      reference !== undefined && [...uses.demanded].some((argument) => isIn(argument, reference)),
    ...(locator === undefined ? {} : { locator }),
  };
}

/** Too many arguments can be told only where each is read by its place. */
function positionalOf(uses: TemplateUses, { key }: Cite): Pick<ShortcodeSignature, 'positional'> {
  const isTold = !uses.readsAll && !uses.passesItself && key.position !== undefined && key.rest === undefined;
  return isTold ? { positional: uses.positional } : {};
}

/** Where a template takes the path of the bibliography from. */
function pathPlace({ uses }: TemplateUses): { position?: number; names: string[] } {
  const files = uses.filter(({ kind }) => kind === 'file').map(({ argument }) => argument);
  const names = [...new Set(files)].flatMap((argument) =>
    argument.startsWith('@') ? [argument.slice(1)] : [],
  );
  const positions = files.flatMap((argument) => (/^#\d+$/.test(argument) ? [Number(argument.slice(1))] : []));
  if (positions.length > 0) return { position: Math.min(...positions), names };
  return names.length > 0 ? { names } : { position: 0, names: ['src', 'file', 'path', 'bib'] };
}
