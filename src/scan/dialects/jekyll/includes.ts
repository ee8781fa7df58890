/** What a citing include looks up: the value of one of its parameters, in data files of the site or in the page's own front matter. */
export interface IncludeLookup {
  readonly parameter: string;
  /** Names of data files: `references` for `site.data.references`. */
  readonly data: readonly string[];
  /** Names of fields of the front matter: `sources` for `page.sources`. */
  readonly fields: readonly string[];
  /** What the data calls the key where it is a list; a map has its keys before the entries. */
  readonly field?: string;
}

/**
 * Reads from an include of Jekyll which parameter it looks up in which data: by `site.data.references[include.key]`, by
 * `where: "id", include.key`, or in a loop that compares; `page.references` may stand for the data. Undefined where it does
 * not, or where that is not plain.
 */
export function readInclude(template: string): IncludeLookup | undefined {
  if (!/\b(?:site\.data|page)\./.test(template) || template.includes('site.data[')) return undefined;
  const text = withVariables(template);
  const found = [...byIndex(text), ...byFilter(text), ...byLoop(text)];
  const [first] = found;
  if (first === undefined) return undefined;
  const isPlain = found.every(
    ({ parameter, field }) => parameter === first.parameter && field === first.field,
  );
  if (!isPlain) return undefined;
  const data = [...new Set(found.flatMap((lookup) => lookup.data))];
  return { ...first, data, fields: [...new Set(found.flatMap(({ fields }) => fields))] };
}

/** A template with what its variables stand for in their place: those that are set once, and to nothing but a name. */
function withVariables(template: string): string {
  const values = new Map<string, string>();
  for (const [, name = '', value = ''] of template.matchAll(ASSIGNMENT)) {
    values.set(name, values.has(name) || !SOURCE.test(value) ? '' : value);
  }
  return template.replace(NAME, (name) => values.get(name) || name);
}

const ASSIGNMENT = /\bassign\s{1,9}(\w{1,60})\s{0,9}=\s{0,9}([^%\n]{0,200}?)\s{0,9}-?%/g;
const SOURCE = /^(?:include|site\.data|page)\.[\w-]+$/;
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
