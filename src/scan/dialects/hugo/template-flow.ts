import type { PipelineNode } from './template-pipeline.ts';

/** An argument of the shortcode: `#0` by position, `@key` by name, `#*` any positional one. */
export type Argument = string;

/** What a template does with one argument. */
export interface Use {
  readonly argument: Argument;
  readonly kind:
    | 'lookup' // index $bibliography $key, where … "id" $key
    | 'compare' // eq $key .id
    | 'literal' // eq $style "apa"
    | 'store' // .Page.Scratch.SetInMap "cited" $key …
    | 'value' // … $reference
    | 'field' // dict "key" $key
    | 'partial' // partial "cite.html" $key
    | 'variable' // $citeKey := .Get 0
    | 'anchor' // href="#ref-{{ $key }}"
    | 'id' // id="ref-{{ $key }}"
    | 'attribute' // data-cite-key="{{ $key }}"
    | 'url' // href="{{ .Get 0 }}"
    | 'page' // site.GetPage $page
    | 'file' // readFile $path
    | 'arithmetic' // add $n 1
    | 'default' // .Get 1 | default "references.bib"
    | 'markdown' // .Get 1 | markdownify
    | 'tooltip' // title="{{ .Get 1 }}"
    | 'text'; // {{ .Get 1 }}
  /** What tells more: the collection, the name of a field or variable, a literal, the text before. */
  readonly detail: string;
  /** What is used is a part of the argument, which was split. */
  readonly isPart?: true;
  /** Uses of one call share a number. */
  readonly call: number;
}

/** What an expression gives, as far as it matters here. */
export interface Value {
  readonly arguments: readonly Argument[];
  readonly literal?: string;
  readonly number?: number;
  /** The shortcode itself: `.` outside `with` and `range`, or `$`. */
  readonly isContext?: true;
  /** `.Params`, all arguments. */
  readonly isParams?: true;
  /** `len .Params`. */
  readonly isLength?: true;
  /** An argument in lower case. */
  readonly isFolded?: true;
  /** Parts of an argument that was split. */
  readonly isPart?: true;
  /** The words of an expression that is no argument, such as `site.Data.references`. */
  readonly words?: string;
  /** It is what was looked up for these arguments, and may not be there. */
  readonly sought?: readonly Argument[];
}

/** A condition on the number of arguments. */
export interface LengthTest {
  readonly operator: string;
  readonly number: number;
}

/** The state of reading one template from top to bottom. */
export interface Flow {
  readonly uses: Use[];
  readonly separators: Map<Argument, string>;
  readonly suppressed: Set<Argument>;
  /** What is looked up in lower case. */
  readonly folded: Set<Argument>;
  /** For what the template has something else where it is not given, that is no argument itself. */
  readonly defaulted: Set<Argument>;
  /** What only counts where no later argument is given. */
  readonly replaced: Set<Argument>;
  readonly variables: Map<string, Value>;
  dot: Value;
  calls: number;
  /** How many positional arguments it reads, as far as it reads them one by one. */
  positional: number;
  /** It reads arguments in a way that does not say which. */
  readsAll: boolean;
  /** It hands itself to a partial, which may read anything. */
  passesItself: boolean;
  /** What the expression under evaluation asks about. */
  mentioned: Argument[];
  tests: LengthTest[];
  isNegated: boolean;
}

/** A value that no argument flows into. */
export const NOTHING: Value = { arguments: [] };
/** `.` where a template begins: the shortcode itself. */
export const CONTEXT: Value = { arguments: [], isContext: true };

const PART = { isPart: true } as const;

/** More arguments than this in one value say nothing any more. */
const MOST = 12;

/** The arguments of several values, each once, and what was sought. */
export function union(values: readonly Value[]): Value {
  const all = [...new Set(values.flatMap((value) => value.arguments))];
  const sought = values.find((value) => value.sought !== undefined)?.sought;
  const part = values.some(({ isPart }) => isPart) ? PART : undefined;
  if (sought !== undefined) return { arguments: all.slice(0, MOST), sought, ...part };
  return all.length === 0 ? NOTHING : { arguments: all.slice(0, MOST), ...part };
}

/** What a lookup by these values gives. */
export function soughtBy(values: readonly Value[]): Value {
  const { arguments: sought } = union(values);
  return sought.length === 0 ? NOTHING : { arguments: [], sought };
}

/** Notes that each argument of a value is used in this way. */
export function note(flow: Flow, value: Value | undefined, kind: Use['kind'], detail = ''): void {
  for (const argument of value?.arguments ?? []) {
    flow.uses.push({ argument, kind, detail, call: flow.calls, ...(value?.isPart ? PART : {}) });
    if (value?.isFolded && (kind === 'lookup' || kind === 'compare')) flow.folded.add(argument);
  }
}

/** Notes the positional arguments among some that stand before one that takes their place where it is given. */
export function noteReplacedBy(
  { replaced }: Flow,
  later: readonly Argument[],
  earlier: readonly Argument[],
): void {
  const isReplaced = (argument: Argument): boolean =>
    argument.startsWith('#') && later.some((other) => other.startsWith('#') && other > argument);
  for (const argument of earlier) if (isReplaced(argument)) replaced.add(argument);
}

/** What a single word gives. */
export function readWord(flow: Flow, node: Exclude<PipelineNode, { kind: 'pipeline' }>): Value {
  const { kind, text } = node;
  if (kind === 'string') return { arguments: [], literal: text };
  if (kind === 'number') return { arguments: [], number: Number(text) };
  if (kind === 'field')
    return text === '.' ? flow.dot : fieldOf(flow, flow.dot, text.slice(1).split('.'), text);
  if (kind === 'variable') {
    const [name, ...fields] = text.split('.');
    const value = name === '$' ? CONTEXT : (flow.variables.get(name!) ?? NOTHING);
    return fields.length === 0 ? value : fieldOf(flow, value, fields, text);
  }
  return { arguments: [], words: text };
}

function fieldOf(flow: Flow, { isContext, sought }: Value, fields: readonly string[], words: string): Value {
  if (isContext && fields[0] === 'Params' && fields.length === 1) return { arguments: [], isParams: true };
  if (isContext && fields[0] === 'Params') return argumentValue(flow, `@${fields[1]}`);
  return sought === undefined ? { arguments: [], words } : { arguments: [], words, sought };
}

/** The value of one argument, which the template thereby reads. */
export function argumentValue(flow: Flow, argument: Argument): Value {
  const position = /^#(\d{1,3})$/.exec(argument)?.[1];
  if (position !== undefined) flow.positional = Math.max(flow.positional, Number(position) + 1);
  flow.mentioned.push(argument);
  return { arguments: [argument] };
}

/** `.Get 0`, `.Get "key"`, `index .Params 0`; an index that is computed says nothing. */
export function getArgument(flow: Flow, index: Value | undefined): Value {
  if (index?.number !== undefined) return argumentValue(flow, `#${index.number}`);
  if (index?.literal !== undefined) return argumentValue(flow, `@${index.literal}`);
  flow.readsAll = true;
  return NOTHING;
}

/** Notes characters that part several keys in one argument. */
export function addSeparators(flow: Flow, value: Value | undefined, characters: string): void {
  for (const argument of value?.arguments ?? []) {
    const known = flow.separators.get(argument) ?? '';
    // A blank beside another character is no separator of its own.
    const told = characters.trim() === '' ? characters.slice(0, 1) : characters.trim();
    const added = [...told].filter((character) => !known.includes(character));
    flow.separators.set(argument, (known + added.join('')).slice(0, MOST));
  }
}

/**
 * The separators of several keys. What is taken whole for a key and split to be printed, `Knuth` and `1997` of
 * `Knuth 1997`, is one key.
 */
export function separatorsOfKeys({ separators, uses }: Flow): Map<Argument, string> {
  const ofSeveral = [...separators].filter(([argument]) => {
    const own = uses.filter((use) => use.argument === argument);
    const parts = own.filter(({ isPart }) => isPart);
    const isWhole = own.some(({ kind, isPart }) => !isPart && AS_KEY.has(kind));
    return (
      parts.length === 0 || !isWhole || parts.some(({ kind }) => AS_KEY.has(kind) || HANDED_ON.has(kind))
    );
  });
  return new Map(ofSeveral);
}

/** Uses that only a key is put to. */
const AS_KEY: ReadonlySet<Use['kind']> = new Set(['lookup', 'compare', 'store', 'anchor', 'id', 'attribute']);
/** A partial may do with it what it likes. */
const HANDED_ON: ReadonlySet<Use['kind']> = new Set(['partial', 'field']);
