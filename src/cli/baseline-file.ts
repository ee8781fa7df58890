import { posix } from 'node:path';
import { UserError } from '../errors.ts';
import type { Host } from '../host/host.ts';
import type { BaselineEntry } from '../lint/baseline.ts';
import { isRecord } from '../text/is-record.ts';

const VERSION = 1;

const MEND = 'Write it anew with --update-baseline.';

/** Reads a baseline by its absolute path. Throws `UserError` where it is missing or is none: it comes with the checkout. */
export function readBaseline(path: string, host: Host): BaselineEntry[] {
  const shown = posix.relative(host.cwd, path);
  const refuse = (title: string): UserError => new UserError(title, { path: shown, hint: MEND });
  const text = host.readFile(path);
  if (text === undefined) {
    throw refuse(
      host.kind(path) === 'missing' ? 'This baseline does not exist.' : 'This baseline cannot be read.',
    );
  }
  let parsed: unknown;
  try {
    parsed = JSON.parse(text.replace(/^\ufeff/, ''));
  } catch {
    throw refuse('This baseline is not JSON.');
  }
  const { version, findings } = isRecord(parsed) ? parsed : {};
  if (typeof version === 'number' && version > VERSION) {
    throw refuse(`This baseline is of version ${version}, which a later bibliolint wrote.`);
  }
  if (version !== VERSION || !Array.isArray(findings))
    throw refuse('This file is no baseline of bibliolint.');
  const seen = new Set<string>();
  return findings.map((entry: unknown, index) => {
    if (!isEntry(entry)) throw refuse(`Entry ${index + 1} of this baseline is none.`);
    const { path: file, rule, fingerprint, count } = entry;
    const name = [fingerprint, rule, file].join('\n');
    if (seen.has(name)) throw refuse(`Entry ${index + 1} of this baseline stands there twice.`);
    seen.add(name);
    return { path: file, rule, fingerprint, count };
  });
}

/** One entry a line, so that two branches that change it merge where they can. */
export function writeBaseline(path: string, entries: readonly BaselineEntry[], host: Host): void {
  const lines = entries.map(
    ({ path: file, rule, fingerprint, count }) =>
      `    ${JSON.stringify({ path: file, rule, fingerprint, count })}`,
  );
  const list = lines.length === 0 ? '[]' : `[\n${lines.join(',\n')}\n  ]`;
  const text = `{\n  "version": ${VERSION},\n  "findings": ${list}\n}\n`;
  if (host.readFile(path) !== text) host.writeFile(path, text);
}

function isEntry(value: unknown): value is BaselineEntry {
  if (!isRecord(value)) return false;
  const { path, rule, fingerprint, count } = value;
  return (
    typeof path === 'string' &&
    typeof rule === 'string' &&
    typeof fingerprint === 'string' &&
    /^[0-9a-f]{32}$/.test(fingerprint) &&
    typeof count === 'number' &&
    Number.isSafeInteger(count) &&
    count > 0
  );
}
