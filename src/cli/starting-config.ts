import type { PresetName } from '../config/schema.ts';
import { makeVisibleLine } from '../text/visible.ts';
import type { SiteSummary } from './site-summary.ts';

/** What a configuration to begin with is made of. */
export interface StartingPoint {
  readonly site: SiteSummary;
  /** Where editors find the JSON Schema: a path or an address. */
  readonly schema: string;
  /** What holds already: the configuration changes nothing until it is edited. */
  readonly preset: PresetName;
}

/**
 * A configuration that says what holds without it, with the settings a site may want in comments. Text of the site stands
 * in comments only and cannot end them.
 */
export function startingConfig({ site, schema, preset }: StartingPoint): string {
  const dialect = site.dialects[0]?.name ?? 'markdown';
  const found = site.bibliographies.map(({ path }) => path);
  return [
    '// What bibliolint checks in this folder. A configuration is data: nothing in it is ever run.',
    '// `bibliolint rules` lists all rules, `bibliolint explain RULE` shows the page of one.',
    '{',
    `  "$schema": ${JSON.stringify(schema)},`,
    '',
    '  // Which rules run: "recommended", "strict" (house style, too) or "all".',
    `  "preset": ${JSON.stringify(preset)},`,
    '',
    ...comment(`How documents are written. Recognised: ${dialectsIn(site)}.`),
    `  // "dialect": ${JSON.stringify(dialect)},`,
    '',
    ...comment('Bibliographies of all documents, beside those that the site names.', foundIn(found)),
    '  // "bibliographies": ["references.bib"],',
    '',
    ...shortcodeLines(site),
    '  // Files to leave alone, beside those that .gitignore names.',
    '  "ignore": [],',
    '',
    '  // Other settings for some files; a later one wins.',
    '  // "overrides": [{ "files": "drafts/**", "rules": { "placeholder-citation": "off" } }],',
    '',
    '  // "error", "warning", "note" or "off" for a rule; with options: ["error", { "allow": ["in-press"] }].',
    '  "rules": {}',
    '}',
    '',
  ].join('\n');
}

function comment(...sentences: readonly string[]): string[] {
  return sentences.filter((text) => text !== '').map((text) => `  // ${makeVisibleLine(text)}`);
}

function dialectsIn({ dialects }: SiteSummary): string {
  const named = dialects.map(({ name, reason }) => `${name} (${reason})`);
  return named.length === 0 ? 'none yet' : shorten(named, 3).join(', ');
}

const foundIn = (paths: readonly string[]): string =>
  paths.length === 0 ? '' : `Found: ${shorten(paths, 5).join(', ')}.`;

/** Only Hugo has shortcodes, and only those that no template explains need a word. */
function shortcodeLines({ shortcodes, dialects }: SiteSummary): string[] {
  if (!dialects.some(({ name }) => name === 'hugo')) return [];
  const read = shortcodes.flatMap(({ name, template }) =>
    template === undefined ? [] : [`${name} (${template})`],
  );
  const guessed = shortcodes.flatMap(({ name, template }) => (template === undefined ? [name] : []));
  return [
    ...comment(
      'Shortcodes that cite, where no template shows what their arguments mean.',
      read.length === 0 ? '' : `Read from templates: ${shorten(read, 5).join(', ')}.`,
      guessed.length === 0 ? '' : `Told by their arguments: ${shorten(guessed, 5).join(', ')}.`,
    ),
    `  // "shortcodes": { ${JSON.stringify(guessed[0] ?? 'cite')}: { "key": 0, "reference": 1 } },`,
    '',
  ];
}

/** The first of them, and how many more there are. */
export function shorten(items: readonly string[], most: number): string[] {
  const rest = items.length - most;
  return [...items.slice(0, most), ...(rest > 0 ? [`${rest} more`] : [])];
}
