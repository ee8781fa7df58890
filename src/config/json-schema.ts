import type { RecordShape, Shape } from './shape.ts';

/** The JSON Schema (draft-07, which every editor knows) of a configuration file. */
export function toJsonSchema(shape: RecordShape): object {
  const definitions = new Map<string, object>();
  const body = describe(shape, definitions);
  return {
    $schema: 'http://json-schema.org/draft-07/schema#',
    title: 'bibliolint configuration',
    ...body,
    definitions: Object.fromEntries(definitions),
  };
}

/** A named shape is written once and referred to; what the place says of it stays at the place. */
function describe(shape: Shape, definitions: Map<string, object>): object {
  const notes = {
    ...(shape.description === undefined ? {} : { description: shape.description }),
    ...(shape.default === undefined ? {} : { default: shape.default }),
  };
  if (shape.name === undefined) return { ...notes, ...describeKind(shape, definitions) };
  if (!definitions.has(shape.name)) {
    definitions.set(shape.name, {});
    definitions.set(shape.name, { ...notes, ...describeKind(shape, definitions) });
  }
  return { $ref: `#/definitions/${shape.name}` };
}

function describeKind(shape: Shape, definitions: Map<string, object>): object {
  const inside = (part: Shape): object => describe(part, definitions);
  switch (shape.kind) {
    case 'any':
      return {};
    case 'choice':
      return { enum: shape.values };
    case 'number':
      return shape.isPosition === true ? { type: 'integer', minimum: 0 } : { type: 'number' };
    case 'list':
      return { type: 'array', items: inside(shape.items) };
    case 'tuple':
      return {
        type: 'array',
        items: shape.items.map(inside),
        minItems: shape.least,
        maxItems: shape.items.length,
      };
    case 'either':
      return { anyOf: shape.shapes.map(inside) };
    case 'record':
      return {
        type: 'object',
        properties: mapValues(shape.fields, inside),
        additionalProperties: false,
        ...(shape.required === undefined ? {} : { required: shape.required }),
      };
    case 'map':
      return {
        type: 'object',
        ...(shape.names === undefined ? {} : { propertyNames: { enum: shape.names } }),
        additionalProperties: inside(shape.values),
      };
    default:
      return { type: shape.kind };
  }
}

function mapValues(fields: Readonly<Record<string, Shape>>, change: (shape: Shape) => object): object {
  return Object.fromEntries(Object.entries(fields).map(([name, field]) => [name, change(field)]));
}
