/** What a citing include looks up: the value of one of its parameters, in data files of the site or in the page's own front matter. */
export interface IncludeLookup {
  readonly parameter: string;
  /** What it takes where that parameter is not given: `key` for `include.id | default: include.key`. */
  readonly alternative?: string;
  /** What parts several keys in the parameter. */
  readonly separator?: string;
  /** Names of data files: `references` for `site.data.references`. */
  readonly data: readonly string[];
  /** Names of fields of the front matter: `sources` for `page.sources`. */
  readonly fields: readonly string[];
  /** What the data calls the key where it is a list; a map has its keys before the entries. */
  readonly field?: string;
  /** Another field of the list, of which a part will do as well: `title` for `entry.title contains include.key`. */
  readonly within?: string;
}

/**
 * Reads from an include of Jekyll which parameter it looks up in which data: by `site.data.references[include.key]`, by
 * `where: "id", include.key` or `where_exp`, or in a loop that compares; `page.references` may stand for the data. Undefined
 * where it does not, or where that is not plain.
 */
export function readInclude(template: string): IncludeLookup | undefined {
  if (!/\b(?:site\.data|page)\./.test(template) || template.includes('site.data[')) return undefined;
  const { text, alternatives, separators } = withVariables(template);
  const found = [...byIndex(text), ...byFilter(text), ...byExpression(text), ...byLoop(text)];
  const [first] = found;
  if (first === undefined) return undefined;
  const isPlain = found.every(
    ({ parameter, field }) => parameter === first.parameter && field === first.field,
  );
  if (!isPlain) return undefined;
  const data = [...new Set(found.flatMap((lookup) => lookup.data))];
  const fields = [...new Set(found.flatMap((lookup) => lookup.fields))];
  const alternative = alternatives.get(first.parameter);
  const separator = separators.get(first.parameter);
  return {
    ...first,
    data,
    fields,
    ...(alternative === undefined ? {} : { alternative }),
    ...(separator === undefined ? {} : { separator }),
  };
}

interface Resolved {
  readonly text: string;
  /** By parameter: the one that is taken where it is not given. */
  readonly alternatives: ReadonlyMap<string, string>;
  /** By parameter: what its value is split at. */
  readonly separators: ReadonlyMap<string, string>;
}

/**
 * A template with what its variables stand for in their place: those that are set once, and to nothing but a name. A loop
 * over what a parameter is split into gives a part of it, which stands for the whole here.
 */
function withVariables(template: string): Resolved {
  const values = new Map<string, string>();
  const alternatives = new Map<string, string>();
  const separators = new Map<string, string>();
  const bindings = [...template.matchAll(ASSIGNMENT), ...template.matchAll(LOOP_OVER_PARTS)];
  for (const [binding, name = '', value = ''] of bindings.sort((a, b) => a.index - b.index)) {
    const { source = '', alternative, separator } = SOURCE.exec(value)?.groups ?? {};
    const meant = values.get(source) ?? source;
    const isTold = (binding.startsWith('assign') ? OF_SITE : OF_INCLUDE).test(meant);
    values.set(name, isTold && (values.get(name) ?? meant) === meant ? meant : '');
    const parameter = meant.slice('include.'.length);
    if (alternative !== undefined) alternatives.set(parameter, alternative);
    if (separator !== undefined) separators.set(parameter, separator);
  }
  return { text: template.replace(NAME, (name) => values.get(name) || name), alternatives, separators };
}

const ASSIGNMENT = /\bassign\s{1,9}(\w{1,60})\s{0,9}=\s{0,9}([^%\n]{0,200}?)\s{0,9}-?%/g;
/** `for k in keys`. */
const LOOP_OVER_PARTS = /\bfor\s{1,9}(\w{1,60})\s{1,9}in\s{1,9}(\w{1,60})\s{0,9}-?%/g;
/** A name, and what keeps or parts its value: `include.id | default: include.key`, `include.keys | split: ","`, `k | strip`. */
const SOURCE =
  /^(?<source>[\w.-]+)(?:\s?\|\s?(?:default:\s?include\.(?<alternative>[\w-]+)|split:\s?["'](?<separator>[,;|]) ?["']|strip))?$/;
const OF_SITE = /^(?:include|site\.data|page)\.[\w-]+$/;
const OF_INCLUDE = /^include\.[\w-]+$/;
/** A word that is no member of anything, no text and not set anew. */
const NAME = /(?<![\w."'-])\w{1,60}(?![\w-]|\s{0,9}=[^=])/g;

/** Where a name of data stands: in the site's data, or in the front matter of the page. */
const placeOf = (place: string, name: string): Pick<IncludeLookup, 'data' | 'fields'> =>
  place === 'page' ? { data: [], fields: [name] } : { data: [name], fields: [] };

function byIndex(text: string): IncludeLookup[] {
  return [...text.matchAll(INDEX)].map(([, place = '', name = '', parameter = '']) => ({
    parameter,
    ...placeOf(place, name),
  }));
}

function byFilter(text: string): IncludeLookup[] {
  return [...text.matchAll(WHERE)].map(([, place = '', name = '', field = '', parameter = '']) => ({
    parameter,
    ...placeOf(place, name),
    field,
  }));
}

const INDEX = /\b(site\.data|page)\.([\w-]{1,60})\[include\.([\w-]{1,60})\]/g;
const WHERE =
  /\b(site\.data|page)\.([\w-]{1,60})\s{0,9}\|\s{0,9}where:\s{0,9}["'](\w{1,60})["']\s{0,9},\s{0,9}include\.([\w-]{1,60})/g;

/** `where_exp: "entry", "entry.id == include.key or entry.title contains include.key"`. */
function byExpression(text: string): IncludeLookup[] {
  return [...text.matchAll(WHERE_EXP)].flatMap((found): IncludeLookup[] => {
    const [, place = '', name = '', variable, same, field = '', parameter = '', part, within, partOf] = found;
    if (same !== variable || (part !== undefined && (part !== variable || partOf !== parameter))) return [];
    return [{ parameter, ...placeOf(place, name), field, ...(within === undefined ? {} : { within }) }];
  });
}

const WHERE_EXP =
  /\b(site\.data|page)\.([\w-]{1,60})\s{0,9}\|\s{0,9}where_exp:\s{0,9}["'](\w{1,60})["']\s{0,9},\s{0,9}["'](\w{1,60})\.(\w{1,60})\s{0,9}==\s{0,9}include\.([\w-]{1,60})(?:\s{1,9}or\s{1,9}(\w{1,60})\.(\w{1,60})\s{1,9}contains\s{1,9}include\.([\w-]{1,60}))?["']/g;

/** `{% for entry in site.data.references %}{% if entry.id == include.key %}`; of a map the first of a pair is the key. */
function byLoop(text: string): IncludeLookup[] {
  return [...text.matchAll(LOOP)].flatMap(([, variable = '', place = '', data = '']) =>
    [...text.matchAll(COMPARISON)].flatMap(([, name, member = '', parameter = '']): IncludeLookup[] => {
      if (name !== variable) return [];
      const ofList = member === '[0]' ? {} : { field: member.slice(1) };
      return [{ parameter, ...placeOf(place, data), ...ofList }];
    }),
  );
}

const LOOP = /\bfor\s{1,9}(\w{1,60})\s{1,9}in\s{1,9}(site\.data|page)\.([\w-]{1,60})\s{0,9}-?%/g;
const COMPARISON = /\bif\s{1,9}(\w{1,60})(\.\w{1,60}|\[0\])\s{0,9}==\s{0,9}include\.([\w-]{1,60})\s{0,9}-?%/g;
