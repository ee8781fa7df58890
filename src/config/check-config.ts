import { closest } from '../text/similar.ts';
import type { Shape } from './schema.ts';

/** One thing wrong in a configuration, and the way to it from the top of the file. */
export interface ConfigProblem {
  readonly path: readonly (string | number)[];
  /** The problem is the name at the end of the path, not its value. */
  readonly aboutName: boolean;
  readonly message: string;
  readonly hint?: string;
}

/** Everything in the value that the shape does not allow. */
export function checkConfig(
  value: unknown,
  shape: Shape,
  path: readonly (string | number)[] = [],
): ConfigProblem[] {
  switch (shape.kind) {
    case 'any':
      return [];
    case 'choice':
      return checkChoice(value, shape.values, path);
    case 'list':
      if (!Array.isArray(value)) return [expected('a list', path)];
      return value.flatMap((item, index) => checkConfig(item, shape.items, [...path, index]));
    case 'tuple':
      if (!Array.isArray(value) || value.length !== shape.items.length) {
        return [expected(`a list of ${shape.items.length}`, path)];
      }
      return shape.items.flatMap((item, index) => checkConfig(value[index], item, [...path, index]));
    case 'either':
      return checkEither(value, shape.shapes, path);
    case 'record':
      return checkRecord(value, shape, path);
    case 'map':
      return checkMap(value, shape, path);
    default:
      return typeof value === shape.kind ? [] : [expected(`a ${shape.kind}`, path)];
  }
}

function expected(what: string, path: readonly (string | number)[]): ConfigProblem {
  return { path, aboutName: false, message: `${nameOf(path)} must be ${what}.` };
}

function nameOf(path: readonly (string | number)[]): string {
  return path.length === 0 ? 'The configuration' : `\`${path.join('.')}\``;
}

function checkChoice(
  value: unknown,
  values: readonly string[],
  path: readonly (string | number)[],
): ConfigProblem[] {
  if (typeof value === 'string' && values.includes(value)) return [];
  const problem = expected(`one of ${values.join(', ')}`, path);
  const suggestion = typeof value === 'string' ? closest(value, values) : undefined;
  return [suggestion === undefined ? problem : { ...problem, hint: `Did you mean ${suggestion}?` }];
}

/** The alternative that comes nearest explains the mistake. */
function checkEither(
  value: unknown,
  shapes: readonly Shape[],
  path: readonly (string | number)[],
): ConfigProblem[] {
  const attempts = shapes.map((shape) => checkConfig(value, shape, path));
  if (attempts.some((problems) => problems.length === 0)) return [];
  const deeper = attempts.filter((problems) =>
    problems.every((problem) => problem.path.length > path.length),
  );
  return deeper[0] ?? attempts[0] ?? [];
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function checkRecord(
  value: unknown,
  { fields, required = [] }: Extract<Shape, { kind: 'record' }>,
  path: readonly (string | number)[],
): ConfigProblem[] {
  if (!isRecord(value)) return [expected('an object', path)];
  const missing = required.filter((name) => !Object.hasOwn(value, name));
  return [
    ...missing.map((name) => ({ path, aboutName: false, message: `${nameOf(path)} lacks \`${name}\`.` })),
    ...Object.entries(value).flatMap(([name, item]) => {
      const field = Object.hasOwn(fields, name) ? fields[name] : undefined;
      return field === undefined
        ? [unknownName('setting', name, Object.keys(fields), path)]
        : checkConfig(item, field, [...path, name]);
    }),
  ];
}

function checkMap(
  value: unknown,
  { names, noun, values }: Extract<Shape, { kind: 'map' }>,
  path: readonly (string | number)[],
): ConfigProblem[] {
  if (!isRecord(value)) return [expected('an object', path)];
  return Object.entries(value).flatMap(([name, item]) =>
    names !== undefined && !names.includes(name)
      ? [unknownName(noun, name, names, path)]
      : checkConfig(item, values, [...path, name]),
  );
}

function unknownName(
  noun: string,
  name: string,
  known: readonly string[],
  path: readonly (string | number)[],
): ConfigProblem {
  const suggestion = closest(name, known);
  const hint =
    suggestion === undefined ? `There is: ${known.slice(0, 12).join(', ')} …` : `Did you mean ${suggestion}?`;
  return { path: [...path, name], aboutName: true, message: `There is no ${noun} \`${name}\`.`, hint };
}
