import type { ShortcodeSignature } from '../model.ts';
import type { CitingShortcode } from './schema.ts';

/** A shortcode as a configuration describes it, in the form a template would have been read into. */
export function toSignature(name: string, given: CitingShortcode): ShortcodeSignature {
  const { key, reference, locator } = given;
  return {
    name,
    paired: given.paired ?? false,
    ...(given.referenceList === true ? { referenceList: {} } : {}),
    ...(key === undefined
      ? {}
      : {
          cite: {
            key: place(key),
            separators: given.separators ?? '',
            suppressPrefix: given.suppressPrefix ?? false,
            referenceRequired: given.referenceRequired ?? false,
            ...(reference === undefined ? {} : { reference: place(reference) }),
            ...(locator === undefined ? {} : { locator: place(locator) }),
          },
        }),
  };
}

function place(argument: number | string): { position?: number; names: string[] } {
  return typeof argument === 'number' ? { position: argument, names: [] } : { names: [argument] };
}
