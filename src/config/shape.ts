/** The shape of one value, small enough to check a file and to write the JSON Schema from. */
export type Shape = (
  | { readonly kind: 'boolean' | 'string' | 'any' }
  | NumberShape
  | { readonly kind: 'choice'; readonly values: readonly string[] }
  | { readonly kind: 'list'; readonly items: Shape }
  | { readonly kind: 'either'; readonly shapes: readonly Shape[] }
  | TupleShape
  | RecordShape
  | MapShape
) & {
  readonly description?: string;
  readonly default?: unknown;
  /** The JSON Schema describes the shape once, under this name. */
  readonly name?: string;
};

/** A number. */
export interface NumberShape {
  readonly kind: 'number';
  /** Only 0, 1, 2 … */
  readonly isPosition?: boolean;
}

/** A list in which each place has a shape of its own. */
export interface TupleShape {
  readonly kind: 'tuple';
  readonly items: readonly Shape[];
  /** How many of the items have to be there. */
  readonly least: number;
  /** What the list is called in messages: “a list of a level and options”. */
  readonly called: string;
}

/** An object whose names are known. */
export interface RecordShape {
  readonly kind: 'record';
  /** What one of its names is called in messages: “setting”. */
  readonly noun: string;
  readonly fields: Readonly<Record<string, Shape>>;
  readonly required?: readonly string[];
}

/** An object with names of the user's. */
export interface MapShape {
  readonly kind: 'map';
  /** What one of its names is called in messages: “shortcode”. */
  readonly noun: string;
  /** Names that are allowed; any, where absent. */
  readonly names?: readonly string[];
  readonly values: Shape;
}

/** What a value of this shape is, in words that follow “must be”. */
export function describeShape(shape: Shape): string {
  switch (shape.kind) {
    case 'any':
      return 'a value';
    case 'choice':
      return shape.values.length === 1 ? `${shape.values[0]}` : `one of ${shape.values.join(', ')}`;
    case 'number':
      return shape.isPosition === true ? 'a whole number from 0' : 'a number';
    case 'list':
      return `a list of ${pluralOf(shape.items)}`;
    case 'tuple':
      return shape.called;
    case 'either':
      return shape.shapes.map(describeShape).join(', or ');
    case 'record':
    case 'map':
      return `an object of ${shape.noun}s`;
    default:
      return shape.kind === 'boolean' ? 'true or false' : 'a string';
  }
}

function pluralOf(items: Shape): string {
  switch (items.kind) {
    case 'string':
      return 'strings';
    case 'number':
      return 'numbers';
    case 'choice':
      return items.values.join(', ');
    case 'record':
    case 'map':
      return 'objects';
    default:
      return 'values';
  }
}
