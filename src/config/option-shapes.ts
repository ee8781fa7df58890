import type { OptionInfo, Rule } from '../model.ts';
import type { RecordShape, Shape } from './shape.ts';

/** The shape of a rule's options: their defaults tell the types, and what the rule says of them tells the rest. */
export function optionsShape({
  options,
  optionInfo = {},
}: Pick<Rule, 'options' | 'optionInfo'>): RecordShape {
  return {
    kind: 'record',
    noun: 'option',
    fields: Object.fromEntries(
      Object.entries(options).map(([name, value]) => [name, optionShape(value, optionInfo[name])]),
    ),
  };
}

function optionShape(value: unknown, info: OptionInfo | undefined): Shape {
  const shape = shapeOf(info?.example ?? value, info);
  return {
    ...shape,
    ...(info === undefined ? {} : { description: info.description }),
    ...(value === undefined ? {} : { default: value }),
  };
}

function shapeOf(value: unknown, info: OptionInfo | undefined): Shape {
  if (Array.isArray(value)) return { kind: 'list', items: itemShape(value, info) };
  if (typeof value === 'object' && value !== null) {
    const values = shapesIn(Object.values(value));
    return { kind: 'map', noun: 'name', values, ...(info?.names === undefined ? {} : { names: info.names }) };
  }
  return scalarShape(value, info);
}

/** An empty list holds strings: keys, names, patterns. */
function itemShape(items: readonly unknown[], info: OptionInfo | undefined): Shape {
  if (info?.values !== undefined) return { kind: 'choice', values: info.values };
  return items.length === 0 ? { kind: 'string' } : shapesIn(items);
}

/** The shape that all the values have; any, where they differ. */
function shapesIn(values: readonly unknown[]): Shape {
  const [first, ...others] = values.map((value) => shapeOf(value, undefined));
  const same = first !== undefined && others.every(({ kind }) => kind === first.kind);
  return same ? first : { kind: 'any' };
}

function scalarShape(value: unknown, info: OptionInfo | undefined): Shape {
  if (info?.values !== undefined) return { kind: 'choice', values: info.values };
  const kind = typeof value;
  return kind === 'boolean' || kind === 'string' || kind === 'number' ? { kind } : { kind: 'any' };
}
