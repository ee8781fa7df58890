import { plural } from '../text/plural.ts';
import type { SiteSummary } from './site-summary.ts';
import { shorten } from './starting-config.ts';

const MOST = 8;

/** What was found in a site, a line for each matter. A line begins with a word of ours, since a CI runner may read it. */
export function describeSite(site: SiteSummary, displayPath: (path: string) => string): string[] {
  const rows: (readonly [string, string[]])[] = [
    ['dialect', dialects(site)],
    ['citations', citations(site)],
    ['references', site.references === 0 ? [] : [`${site.references} written out in the pages`]],
    ['shortcodes', shortcodes(site, displayPath)],
    ['bibliographies', bibliographies(site, displayPath)],
    ['findings', [findings(site)]],
  ];
  const width = Math.max(...rows.map(([label]) => label.length));
  return rows.flatMap(([label, lines]) =>
    lines.map((line, index) => `  ${(index === 0 ? label : '').padEnd(width)}  ${line}`),
  );
}

function dialects(site: SiteSummary): string[] {
  const lines = site.dialects.map(
    ({ name, reason, documents }) => `${name}: ${reason} (${plural(documents, 'document')})`,
  );
  return shorten(lines, MOST);
}

function citations({ constructs, keys }: SiteSummary): string[] {
  if (constructs.length === 0) return ['none'];
  const count = constructs.reduce((sum, [, each]) => sum + each, 0);
  const kinds = constructs.map(([construct, each]) => (each === count ? construct : `${each} ${construct}`));
  return [`${plural(count, 'citation')} of ${plural(keys, 'key')} (${kinds.join(', ')})`];
}

function shortcodes(site: SiteSummary, displayPath: (path: string) => string): string[] {
  const lines = site.shortcodes.map(({ name, template }) =>
    template === undefined
      ? `${name} cites, as its arguments show`
      : `${name} cites, as ${displayPath(template)} says`,
  );
  return shorten(lines, MOST);
}

const ABSENT = {
  missing: 'named and not there:',
  generated: 'made while the site is built:',
  remote: 'on the network and not fetched:',
  outside: 'outside the project and not read:',
} as const;

function bibliographies(site: SiteSummary, displayPath: (path: string) => string): string[] {
  const read = site.bibliographies.map(
    ({ path, format, entries }) => `${format} ${displayPath(path)} (${plural(entries, 'entry', 'entries')})`,
  );
  const absent = site.absent.map(
    ({ written, path, status }) => `${ABSENT[status]} ${path === undefined ? written : displayPath(path)}`,
  );
  return read.length + absent.length === 0 ? ['none'] : [...shorten(read, MOST), ...shorten(absent, MOST)];
}

function findings({ findings: { errors, warnings, notes } }: SiteSummary): string {
  const counts = [
    ...(errors > 0 ? [plural(errors, 'error')] : []),
    ...(warnings > 0 ? [plural(warnings, 'warning')] : []),
    ...(notes > 0 ? [plural(notes, 'note')] : []),
  ];
  return counts.length === 0 ? 'none' : counts.join(', ');
}
