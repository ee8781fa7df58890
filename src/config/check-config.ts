import { isRecord } from '../text/is-record.ts';
import { closest, meant } from '../text/similar.ts';
import type { ConfigPath } from './config.ts';
import { describeShape, type MapShape, type RecordShape, type Shape } from './shape.ts';

/** One thing wrong in a configuration, and the way to it from the top of the file. */
export interface ConfigProblem {
  readonly path: ConfigPath;
  /** The problem is the name at the end of the path, not its value. */
  readonly aboutName: boolean;
  readonly message: string;
  readonly hint?: string;
}

/** Everything in the value that the shape does not allow, in the order of the value. */
export function checkConfig(value: unknown, shape: Shape, path: ConfigPath = []): ConfigProblem[] {
  switch (shape.kind) {
    case 'any':
      return [];
    case 'choice':
      return checkChoice(value, shape.values, path);
    case 'list':
      if (!Array.isArray(value)) return [expected(shape, path)];
      return value.flatMap((item, index) => checkConfig(item, shape.items, [...path, index]));
    case 'tuple':
      if (!Array.isArray(value) || value.length < shape.least || value.length > shape.items.length) {
        return [expected(shape, path)];
      }
      return value.flatMap((item, index) => checkConfig(item, shape.items[index]!, [...path, index]));
    case 'either':
      return checkEither(value, shape.shapes, path);
    case 'record':
      return checkRecord(value, shape, path);
    case 'map':
      return checkMap(value, shape, path);
    case 'number':
      return isNumber(value, shape.isPosition) ? [] : [expected(shape, path)];
    default:
      return typeof value === shape.kind ? [] : [expected(shape, path)];
  }
}

function isNumber(value: unknown, isPosition = false): boolean {
  if (typeof value !== 'number' || !Number.isFinite(value)) return false;
  return !isPosition || (Number.isInteger(value) && value >= 0);
}

function expected(shape: Shape, path: ConfigPath): ConfigProblem {
  return { path, aboutName: false, message: `${nameOf(path)} must be ${describeShape(shape)}.` };
}

function nameOf(path: ConfigPath): string {
  return path.length === 0 ? 'The configuration' : `\`${path.join('.')}\``;
}

function checkChoice(value: unknown, values: readonly string[], path: ConfigPath): ConfigProblem[] {
  if (typeof value === 'string' && values.includes(value)) return [];
  const problem = expected({ kind: 'choice', values }, path);
  const suggestion = typeof value === 'string' ? meant(value, values) : undefined;
  return [suggestion === undefined ? problem : { ...problem, hint: `Did you mean ${suggestion}?` }];
}

/** Of the alternatives, the one of the value's own kind explains the mistake. */
function checkEither(value: unknown, shapes: readonly Shape[], path: ConfigPath): ConfigProblem[] {
  const attempts = shapes.map((shape) => ({ shape, problems: checkConfig(value, shape, path) }));
  if (attempts.some(({ problems }) => problems.length === 0)) return [];
  const alike = attempts.filter(({ shape }) => kindOfShape(shape) === kindOfValue(value));
  const [only] = alike;
  if (only !== undefined && alike.length === 1) return only.problems;
  return [expected({ kind: 'either', shapes }, path)];
}

/** The kind of JSON value a shape is about. */
function kindOfShape({ kind }: Shape): string {
  if (kind === 'list' || kind === 'tuple') return 'array';
  if (kind === 'choice') return 'string';
  return kind === 'record' || kind === 'map' ? 'object' : kind;
}

function kindOfValue(value: unknown): string {
  if (value === null) return 'null';
  return Array.isArray(value) ? 'array' : typeof value;
}

function checkRecord(value: unknown, shape: RecordShape, path: ConfigPath): ConfigProblem[] {
  const { fields, required = [], noun } = shape;
  if (!isRecord(value)) return [expected(shape, path)];
  const missing = required.filter((name) => !Object.hasOwn(value, name));
  return [
    ...missing.map((name) => ({ path, aboutName: false, message: `${nameOf(path)} lacks \`${name}\`.` })),
    ...Object.entries(value).flatMap(([name, item]) => {
      const field = Object.hasOwn(fields, name) ? fields[name] : undefined;
      return field === undefined
        ? [unknownName(noun, name, Object.keys(fields), path)]
        : checkConfig(item, field, [...path, name]);
    }),
  ];
}

function checkMap(value: unknown, shape: MapShape, path: ConfigPath): ConfigProblem[] {
  const { names, noun, values } = shape;
  if (!isRecord(value)) return [expected(shape, path)];
  return Object.entries(value).flatMap(([name, item]) =>
    names !== undefined && !names.includes(name)
      ? [unknownName(noun, name, names, path)]
      : checkConfig(item, values, [...path, name]),
  );
}

function unknownName(noun: string, name: string, known: readonly string[], path: ConfigPath): ConfigProblem {
  const where = path.length === 0 ? '' : ` in ${nameOf(path)}`;
  const message = `There is no ${noun} \`${name}\`${noun === 'rule' ? '' : where}.`;
  return { path: [...path, name], aboutName: true, message, hint: hintFor(name, noun, known) };
}

function hintFor(name: string, noun: string, known: readonly string[]): string {
  const suggestion = closest(name, known);
  if (suggestion !== undefined) return `Did you mean ${suggestion}?`;
  if (noun === 'rule') return 'Run bibliolint rules for all of them.';
  if (known.length === 0) return `It takes no ${noun}s.`;
  return `There is: ${known.join(', ')}.`;
}
