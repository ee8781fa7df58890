import type { Tags } from 'yaml';
import { isOneOfSeveral } from '../scan/metadata.ts';
import { ParserNotLoaded, parser } from '../scan/parsers.ts';
import { isRecord } from '../text/is-record.ts';

/** MkDocs' `!ENV BIB` and `!ENV [BIB, refs.bib]`: only the machine knows the value, but the last of a list is the default. */
const FROM_ENVIRONMENT: Tags = [
  { tag: '!ENV', resolve: () => '' },
  {
    tag: '!ENV',
    collection: 'seq',
    resolve: (node) => (node.items.length > 1 ? node.items.at(-1) : ''),
  },
];

/** A configuration file as a record; a file that is no YAML map says nothing. */
export function readYaml(text: string | undefined): Record<string, unknown> {
  if (text === undefined || text.trim() === '') return {};
  try {
    const document = parser('yaml').parseDocument(text, {
      customTags: FROM_ENVIRONMENT,
      uniqueKeys: false,
      prettyErrors: false,
      logLevel: 'silent',
    });
    return asRecord(document.toJS({ maxAliasCount: 50 }));
  } catch (error) {
    if (error instanceof ParserNotLoaded) throw error;
    return {};
  }
}

/** A value as a mapping; anything else has no members. */
export function asRecord(value: unknown): Readonly<Record<string, unknown>> {
  return isRecord(value) ? value : {};
}

/** A string, or the strings of a list. */
export function stringsOf(value: unknown): string[] {
  const list: unknown[] = Array.isArray(value) ? value : [value];
  return list.filter((item): item is string => typeof item === 'string' && item.trim() !== '');
}

/**
 * The paths under `bibliography`, and of each list where filters print several of them: `bibliography: { primary: a.bib }`,
 * `bibliography_primary: a.bib`.
 */
export function namedBibliographies(settings: Readonly<Record<string, unknown>>): NamedBibliography[] {
  const { bibliography } = settings;
  const members = Object.values(asRecord(bibliography)).flatMap(stringsOf);
  const several = Object.entries(settings).flatMap(([name, value]) =>
    stringsOf(value).filter((path) => isOneOfSeveral(name, path)),
  );
  return [
    ...stringsOf(bibliography).map((written) => ({ written })),
    ...[...members, ...several].map((written) => ({ written, isOwnList: true })),
  ];
}

/** A path in a file of settings. */
interface NamedBibliography {
  readonly written: string;
  readonly isOwnList?: boolean;
}
