import type { DocumentFacts, Fix, FrontMatterField, Location, Project } from '../../src/model.ts';
import { placeInField } from '../../src/work/place-in-field.ts';
import { PANDOC } from './bibliography-entries.ts';

/** A key in `nocite` that Pandoc does not take for one. */
interface UnsignedKey {
  readonly key: string;
  readonly at: Location;
  readonly fixes: readonly Fix[];
}

const IS_NOCITE = /^nocite(?:\.\d+)?$/;

/**
 * Keys of the bibliography that stand in `nocite` without an `@`, where nothing else on the page cites them:
 * `nocite: [knuth1997]` lists nothing.
 */
export function* unsignedKeys(document: DocumentFacts, project: Project): Iterable<UnsignedKey> {
  if (!PANDOC.has(document.dialect)) return;
  const fields = document.frontMatter.filter(mayLackSigns);
  if (fields.length === 0) return;
  const entries = project.entriesFor(document);
  const cited = new Set(project.citationsOf(document).flatMap(({ cites }) => cites.map(({ key }) => key)));
  if (cited.has('*')) return;
  for (const field of fields) {
    const value = String(field.value);
    for (const { 0: key, index } of value.matchAll(/[^\s,;]+/g)) {
      if (!entries.has(key) || cited.has(key)) continue;
      const at = placeInField(document.path, { ...field, value }, { start: index, end: index + key.length });
      yield { key, at, fixes: value === key ? signed(field, key, document.path) : [] };
    }
  }
}

const mayLackSigns = ({ name, value }: FrontMatterField): boolean =>
  name.startsWith('nocite') && IS_NOCITE.test(name) && typeof value === 'string' && !value.includes('@');

/** YAML wants quotes where a value begins with `@`. */
function signed({ region }: FrontMatterField, key: string, path: string): Fix[] {
  const edits = [{ path, region, text: `"@${key}"` }];
  return [{ title: `Write \`"@${key}"\``, safety: 'suggest', edits }];
}
