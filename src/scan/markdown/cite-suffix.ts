import type { Cite } from '../../model.ts';
import { splitLocator } from './locator.ts';

/** What stands behind a key, taken apart into label, locator and the rest; nothing for an empty text. */
export function readSuffix(text: string): Pick<Cite, 'label' | 'locator' | 'suffix'> {
  const suffix = text.trim();
  if (suffix === '') return {};
  const found = splitLocator(suffix);
  return found.suffix === undefined ? found : { ...found, suffix: found.suffix.replace(/^,\s*/, '') };
}
