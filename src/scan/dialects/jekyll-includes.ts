/** What a citing include looks up: the value of one of its parameters, in data files of the site. */
export interface IncludeLookup {
  readonly parameter: string;
  /** Names of data files: `references` for `site.data.references`. */
  readonly data: readonly string[];
  /** What the data calls the key where it is a list; a map has its keys before the entries. */
  readonly field?: string;
}

/**
 * Reads from an include of Jekyll which parameter it looks up in which data: by `site.data.references[include.key]`, by
 * `where: "id", include.key`, or in a loop that compares. Undefined where it does not, or where that is not plain.
 */
export function readInclude(template: string): IncludeLookup | undefined {
  if (!template.includes('site.data.') || template.includes('site.data[')) return undefined;
  const text = withVariables(template);
  const found = [...byIndex(text), ...byFilter(text), ...byLoop(text)];
  const [first] = found;
  if (first === undefined) return undefined;
  const isPlain = found.every(
    ({ parameter, field }) => parameter === first.parameter && field === first.field,
  );
  return isPlain ? { ...first, data: [...new Set(found.flatMap(({ data }) => data))] } : undefined;
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
const SOURCE = /^(?:include\.[\w-]+|site\.data\.[\w-]+)$/;
/** A word that is no member of anything, no text and not set anew. */
const NAME = /(?<![\w."'-])\w{1,60}(?![\w-]|\s{0,9}=[^=])/g;

function byIndex(text: string): IncludeLookup[] {
  return [...text.matchAll(INDEX)].map(([, data = '', parameter = '']) => ({ parameter, data: [data] }));
}

function byFilter(text: string): IncludeLookup[] {
  return [...text.matchAll(WHERE)].map(([, data = '', field = '', parameter = '']) => ({
    parameter,
    data: [data],
    field,
  }));
}

const INDEX = /\bsite\.data\.([\w-]{1,60})\[include\.([\w-]{1,60})\]/g;
const WHERE =
  /\bsite\.data\.([\w-]{1,60})\s{0,9}\|\s{0,9}where:\s{0,9}["'](\w{1,60})["']\s{0,9},\s{0,9}include\.([\w-]{1,60})/g;

/** `{% for entry in site.data.references %}{% if entry.id == include.key %}`; of a map the first of a pair is the key. */
function byLoop(text: string): IncludeLookup[] {
  return [...text.matchAll(LOOP)].flatMap(([, variable = '', data = '']) =>
    [...text.matchAll(COMPARISON)].flatMap(([, name, member = '', parameter = '']): IncludeLookup[] => {
      if (name !== variable) return [];
      const ofList = member === '[0]' ? {} : { field: member.slice(1) };
      return [{ parameter, data: [data], ...ofList }];
    }),
  );
}

const LOOP = /\bfor\s{1,9}(\w{1,60})\s{1,9}in\s{1,9}site\.data\.([\w-]{1,60})\s{0,9}-?%/g;
const COMPARISON = /\bif\s{1,9}(\w{1,60})(\.\w{1,60}|\[0\])\s{0,9}==\s{0,9}include\.([\w-]{1,60})\s{0,9}-?%/g;
