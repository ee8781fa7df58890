import { append } from '../../../text/append.ts';
import {
  addSeparators,
  type Flow,
  getArgument,
  NOTHING,
  note,
  noteReplacedBy,
  soughtBy,
  union,
  type Value,
} from './template-flow.ts';

type Call = (flow: Flow, args: readonly Value[], name: string) => Value;

/**
 * What a function makes of its arguments. A name in a package (`strings.Split`) and the short one (`split`) are the
 * same; a function that is not known hands its arguments on.
 */
export function callFunction(flow: Flow, name: string, args: readonly Value[]): Value {
  flow.calls += 1;
  const short = name.slice(name.lastIndexOf('.') + 1).toLowerCase();
  return (FUNCTIONS.get(short) ?? handOn)(flow, args, short);
}

/** What a method that is not `.Get` of the shortcode makes of its arguments. */
export function callMethod(flow: Flow, name: string, args: readonly Value[]): Value {
  flow.calls += 1;
  const short = name.slice(name.lastIndexOf('.') + 1).toLowerCase();
  if (/scratch|store|newscratch/i.test(name) && /^(set|add|setinmap|append)$/.test(short)) {
    const detail = args[0]?.literal ?? '';
    const [key, ...values] = args.filter((arg) => arg.arguments.length > 0);
    note(flow, key, 'store', detail);
    for (const value of values) note(flow, value, 'value', detail);
    return NOTHING;
  }
  if (/scratch|store/i.test(name)) return NOTHING;
  if (short === 'renderstring') return asMarkdown(flow, args, short);
  if (short === 'getpage' || short === 'ref' || short === 'relref') return asPage(flow, args, short);
  if (/^(get|getmatch|match|getremote|bytype)$/.test(short)) return asFile(flow, args, short);
  return NOTHING;
}

const handOn: Call = (flow, args) => {
  if (args.some((arg) => arg.isParams)) flow.readsAll = true;
  return union(args);
};

const asMarkdown: Call = (flow, args) => {
  const value = union(args);
  note(flow, value, 'markdown');
  return value;
};

const inLowerCase: Call = (_flow, args) => ({ ...union(args), isFolded: true });

const asPage: Call = (flow, args) => {
  note(flow, union(args), 'page');
  return NOTHING;
};

const asFile: Call = (flow, args) => {
  note(flow, union(args), 'file');
  return NOTHING;
};

const asArithmetic: Call = (flow, args) => {
  note(flow, union(args), 'arithmetic');
  return NOTHING;
};

const index: Call = (flow, args) => {
  const [collection, ...keys] = args;
  if (collection?.isParams) return getArgument(flow, keys[0]);
  if (collection !== undefined && collection.arguments.length > 0) return collection;
  for (const key of keys) note(flow, key, 'lookup', collection?.words ?? '');
  return soughtBy(keys);
};

const where: Call = (flow, args) => {
  if (args[0]?.isParams) getArgument(flow, args[1]);
  for (const value of args.slice(1)) note(flow, value, 'lookup', args[0]?.words ?? '');
  return soughtBy(args.slice(1));
};

const compare: Call = (flow, args, name) => {
  const number = args.find((arg) => arg.number !== undefined)?.number;
  if (args.some((arg) => arg.isLength) && number !== undefined) {
    flow.tests.push({ operator: name, number });
    return NOTHING;
  }
  const literal = args.find((arg) => arg.literal !== undefined)?.literal;
  if (literal === '') {
    flow.isNegated = true;
    append(flow.mentioned, union(args).arguments);
    return NOTHING;
  }
  const words = args.find((arg) => arg.words !== undefined)?.words ?? '';
  for (const arg of args) {
    if (literal !== undefined) note(flow, arg, 'literal', literal);
    else if (number === undefined && (name === 'eq' || name === 'in')) note(flow, arg, 'compare', words);
  }
  return NOTHING;
};

const dict: Call = (flow, args) => {
  if (args.some((arg) => arg.isContext)) flow.passesItself = true;
  for (let at = 0; at + 1 < args.length; at += 2) {
    note(flow, args[at], 'store');
    note(flow, args[at + 1], 'field', args[at]?.literal ?? '');
    if (args[at]?.arguments.length) note(flow, args[at + 1], 'value');
  }
  return NOTHING;
};

const withDefault: Call = (flow, args) => {
  const literal = args[0]?.literal;
  if (literal) note(flow, union(args.slice(1)), 'default', literal);
  if (args.length > 1 && isSomething(args[0]!)) {
    for (const argument of union(args.slice(1)).arguments) flow.defaulted.add(argument);
  }
  noteReplacedBy(flow, args[1]?.arguments ?? [], args[0]?.arguments ?? []);
  return union(args);
};

/** Whether a value that no argument flows into is more than empty. */
function isSomething({ arguments: flowing, literal, words }: Value): boolean {
  return flowing.length === 0 && literal !== '' && !EMPTY.has(words ?? '-');
}

const EMPTY: ReadonlySet<string> = new Set(['false', 'nil', 'slice', 'dict']);

/** `or (.Get 1) (.Get 0)`: the first that is given. */
const firstGiven: Call = (flow, args, name) => {
  noteReplacedBy(flow, args[0]?.arguments ?? [], union(args.slice(1)).arguments);
  return handOn(flow, args, name);
};

/** `cond (gt (len .Params) 1) (.Get 1) (.Get 0)`: the later one, where it is given. */
const oneOfTwo: Call = (flow, [, first = NOTHING, second = NOTHING]) => {
  noteReplacedBy(flow, first.arguments, second.arguments);
  noteReplacedBy(flow, second.arguments, first.arguments);
  return union([first, second]);
};

const split: Call = (flow, args) => {
  const [text, separator] = args;
  addSeparators(flow, text, separator?.literal ?? '');
  return text === undefined ? NOTHING : { ...text, isPart: true };
};

const find: Call = (flow, args) => {
  const [pattern, text] = args;
  const literal = pattern?.literal ?? '';
  if (literal.startsWith('^-')) suppress(flow, text);
  const excluded = /^\[\^([^\]\\]*)(?:\\s)?\]\+?/.exec(literal)?.[1] ?? '';
  const isSplit = /^[;,|\s]+$/.test(excluded);
  if (isSplit) addSeparators(flow, text, excluded);
  return text === undefined ? NOTHING : { ...partsOf(text), ...(isSplit ? { isPart: true } : {}) };
};

const partsOf = ({ arguments: found, isPart }: Value): Value => ({
  arguments: found,
  ...(isPart ? { isPart } : {}),
});

const replaceMatches: Call = (flow, args) => {
  const text = args.at(-1);
  if (args[0]?.literal?.startsWith('^-')) suppress(flow, text);
  return text === undefined ? NOTHING : partsOf(text);
};

/** `hasPrefix $key "-"` and `strings.TrimPrefix "-" $key`; `delimit` has its separator last as well. */
const prefix: Call = (flow, args) => {
  if (args.some((arg) => arg.literal === '-')) suppress(flow, union(args));
  return union(args);
};

const length: Call = (_flow, args) =>
  args[0]?.isParams ? { arguments: [], isLength: true } : { arguments: [], words: 'len' };

const not: Call = (flow, args) => {
  flow.isNegated = true;
  return union(args);
};

const partial: Call = (flow, args) => {
  const [name, ...rest] = args;
  for (const value of rest) {
    if (value.isContext || value.isParams) flow.passesItself = true;
    note(flow, value, 'partial', name?.literal ?? '');
  }
  return NOTHING;
};

/** Each argument is printed behind the part of the format that precedes its verb. */
const format: Call = (flow, args) => {
  const parts = (args[0]?.literal ?? '').split(/%[-+# 0-9.]*[a-zA-Z]/);
  for (const [at, value] of args.slice(1).entries()) {
    if (/#[\w-]*$/.test(parts[at] ?? '')) note(flow, value, 'anchor', parts[at]);
    else if (/^https?:/.test(parts[0] ?? '')) note(flow, value, 'url', parts[0]);
  }
  return union(args.slice(1));
};

function suppress(flow: Flow, value: Value | undefined): void {
  for (const argument of value?.arguments ?? []) flow.suppressed.add(argument);
}

const nothing: Call = () => NOTHING;

const FUNCTIONS: ReadonlyMap<string, Call> = new Map<string, Call>([
  ...['add', 'sub', 'mul', 'div', 'mod', 'int', 'float', 'seq', 'math'].map(
    (name) => [name, asArithmetic] as const,
  ),
  ...['eq', 'ne', 'lt', 'le', 'gt', 'ge', 'in'].map((name) => [name, compare] as const),
  ...['findre', 'findresubmatch'].map((name) => [name, find] as const),
  ...['hasprefix', 'trimprefix', 'trimleft'].map((name) => [name, prefix] as const),
  ...['markdownify', 'renderstring'].map((name) => [name, asMarkdown] as const),
  ...['lower', 'tolower'].map((name) => [name, inLowerCase] as const),
  ...['ref', 'relref', 'getpage'].map((name) => [name, asPage] as const),
  ...['getjson', 'getcsv', 'readfile', 'getremote', 'unmarshal', 'fileexists', 'get'].map(
    (name) => [name, asFile] as const,
  ),
  ...['partial', 'partialcached', 'include', 'includecached'].map((name) => [name, partial] as const),
  ...['errorf', 'warnf', 'erroridf', 'warnidf', 'now', 'i18n', 't', 'countwords'].map(
    (name) => [name, nothing] as const,
  ),
  ['index', index],
  ['isset', where],
  ['where', where],
  ['dict', dict],
  ['default', withDefault],
  ['or', firstGiven],
  ['cond', oneOfTwo],
  ['split', split],
  ['replacere', replaceMatches],
  ['len', length],
  ['not', not],
  ['printf', format],
]);
