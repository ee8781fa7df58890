import { plural } from '../text/plural.ts';
import type { SiteSummary } from './site-summary.ts';
import { shorten } from './starting-config.ts';

const MOST = 8;

/** What was found in a site, a line for each matter. */
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
  return capped(lines);
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
  return capped(lines);
}

const ABSENT = {
  missing: 'is named and not there',
  generated: 'is made while the site is built',
  remote: 'is not on this machine, so it is not read',
  outside: 'lies outside the project, so it is not read',
} as const;

function bibliographies(site: SiteSummary, displayPath: (path: string) => string): string[] {
  const read = site.bibliographies.map(
    ({ path, format, entries }) => `${displayPath(path)} (${format}, ${plural(entries, 'entry', 'entries')})`,
  );
  const absent = site.absent.map(
    ({ written, path, status }) => `${path === undefined ? written : displayPath(path)} ${ABSENT[status]}`,
  );
  return read.length + absent.length === 0 ? ['none'] : [...capped(read), ...capped(absent)];
}

function findings({ findings: { errors, warnings, notes } }: SiteSummary): string {
  const counts = [
    ...(errors > 0 ? [plural(errors, 'error')] : []),
    ...(warnings > 0 ? [plural(warnings, 'warning')] : []),
    ...(notes > 0 ? [plural(notes, 'note')] : []),
  ];
  return counts.length === 0 ? 'none' : counts.join(', ');
}

const capped = (lines: readonly string[]): string[] =>
  lines.length === 0 ? [] : shorten(lines, MOST, '\n').split('\n');
