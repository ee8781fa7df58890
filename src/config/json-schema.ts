import type { Shape } from './schema.ts';

/** The JSON Schema (draft-07, which every editor knows) of a shape. */
export function toJsonSchema(shape: Shape): object {
  return {
    $schema: 'http://json-schema.org/draft-07/schema#',
    title: 'bibliolint configuration',
    ...describe(shape),
  };
}

function describe(shape: Shape): object {
  const description = shape.description === undefined ? {} : { description: shape.description };
  return { ...description, ...describeKind(shape) };
}

function describeKind(shape: Shape): object {
  switch (shape.kind) {
    case 'any':
      return {};
    case 'choice':
      return { enum: shape.values };
    case 'list':
      return { type: 'array', items: describe(shape.items) };
    case 'tuple':
      return {
        type: 'array',
        items: shape.items.map(describe),
        minItems: shape.items.length,
        maxItems: shape.items.length,
      };
    case 'either':
      return { anyOf: shape.shapes.map(describe) };
    case 'record':
      return {
        type: 'object',
        properties: Object.fromEntries(
          Object.entries(shape.fields).map(([name, field]) => [name, describe(field)]),
        ),
        additionalProperties: false,
        ...(shape.required === undefined ? {} : { required: shape.required }),
      };
    case 'map':
      return shape.names === undefined
        ? { type: 'object', additionalProperties: describe(shape.values) }
        : {
            type: 'object',
            properties: Object.fromEntries(shape.names.map((name) => [name, describe(shape.values)])),
            additionalProperties: false,
          };
    default:
      return { type: shape.kind };
  }
}
