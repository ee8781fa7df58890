import { posix } from 'node:path';
import { rules } from '../../rules/index.ts';
import { UserError } from '../errors.ts';
import { refusalOf } from '../fix/refusals.ts';
import { renameEverywhere, renameRefusal } from '../fix/rename-everywhere.ts';
import { unifiedDiff } from '../fix/unified-diff.ts';
import type { Host } from '../host/host.ts';
import type { Edit } from '../model.ts';
import type { FileSource } from '../project/file-source.ts';
import { indexKeys } from '../project/key-uses.ts';
import { createSession, type LintResult } from '../session.ts';
import { applyEdits } from '../text/edits.ts';
import { createLineIndex } from '../text/line-index.ts';
import { plural } from '../text/plural.ts';
import { closest } from '../text/similar.ts';
import { makeVisibleLine } from '../text/visible.ts';
import { type FilesLeft, filesLeft, pagesLeft } from './left-keys.ts';
import { displayPaths, type LintRequest, patchPaths, tellUnread } from './lint-request.ts';
import { EXIT } from './main.ts';
import { sessionOptions } from './session-options.ts';

/** What to rename, and how far to go. */
export interface RenameOptions {
  readonly key: string;
  readonly name: string;
  /** Print the changes as a patch, and write nothing. */
  readonly diff: boolean;
  /** Print the places, and write nothing. */
  readonly dryRun: boolean;
}

/**
 * Renames a cite key wherever it stands, in all files or in none. The project is read again with the new key in place,
 * and nothing is written unless every page reads it as it is meant. Throws `UserError`.
 */
export async function runRename(request: LintRequest, host: Host, options: RenameOptions): Promise<number> {
  const source = host.source(request.root);
  // A page that is overlooked would cite a key that is gone.
  const whole = { ...request, isLone: false };
  const session = createSession(await sessionOptions(whole, host, rules, source));
  const before = await session.lint();
  if (tellUnread(request, before, host)) return EXIT.failed;
  const displayPath = displayPaths(request.root, host);
  const edits = plan(before, options);
  const texts = new Map(
    [...new Set(edits.map(({ path }) => path))].map((path) => [
      path,
      applyEdits(
        before.text(path),
        edits.filter((edit) => edit.path === path),
      ),
    ]),
  );
  const refused = renameRefusal(before, await session.lint(texts), edits);
  if (refused !== undefined) {
    throw new UserError(refused.reason, {
      path: displayPath(refused.path),
      hint: `Nothing was renamed: with ${options.name} this would be new.`,
    });
  }
  if (options.diff) {
    const name = patchPaths(request.root, host);
    for (const [path, text] of texts) host.stdout.write(unifiedDiff(name(path), before.text(path), text));
  } else if (options.dryRun) host.stdout.write(describePlaces(edits, before, displayPath));
  else write(texts, before, request.root, host);
  if (!options.diff) {
    const count = `${plural(edits.length, 'place')} in ${plural(texts.size, 'file')}`;
    const verb = options.dryRun ? 'would be' : 'is';
    host.stderr.write(
      `bibliolint: ${makeVisibleLine(`${options.key} ${verb} ${options.name} now, in ${count}.`)}\n`,
    );
  }
  await tellLeft(options.key, before, source, displayPath, host);
  return EXIT.clean;
}

/** Says where the key is left; whatever was read has the new one, named on the command line or not. */
async function tellLeft(
  key: string,
  { project: { documents, bibliographies } }: LintResult,
  source: FileSource,
  displayPath: (path: string) => string,
  host: Host,
): Promise<void> {
  const read = new Set([...documents, ...bibliographies].map(({ path }) => path));
  const tell = ({ paths, more }: FilesLeft, why: string): void => {
    if (paths.length === 0) return;
    const names = [...paths.map(displayPath), ...(more > 0 ? [plural(more, 'more file')] : [])].join(', ');
    host.stderr.write(`bibliolint: ${makeVisibleLine(`${key} stays in ${names}: ${why}`)}\n`);
  };
  tell(await filesLeft(key, source, (path) => read.has(path)), 'no page, so not read.');
  tell(pagesLeft(key, documents), 'it stands in code, which is left as it is.');
}

function plan(look: LintResult, { key, name }: RenameOptions): readonly Edit[] {
  const planned = renameEverywhere(look, key, name);
  if ('edits' in planned) return planned.edits;
  const keys = indexKeys(look.project);
  const suggestion = keys.has(key)
    ? undefined
    : closest(
        key,
        [...keys.definitions()].map((definition) => definition.key),
      );
  throw new UserError(
    planned.refusal,
    suggestion === undefined ? {} : { hint: `Did you mean ${suggestion}?` },
  );
}

/** One place a line, as compilers print them. */
function describePlaces(
  edits: readonly Edit[],
  { text }: LintResult,
  displayPath: (path: string) => string,
): string {
  const indexes = new Map<string, ReturnType<typeof createLineIndex>>();
  return edits
    .map(({ path, region }) => {
      const index = indexes.get(path) ?? createLineIndex(text(path));
      indexes.set(path, index);
      const { line, column } = index.position(region.start);
      return `${makeVisibleLine(displayPath(path))}:${line}:${column}\n`;
    })
    .join('');
}

function write(texts: ReadonlyMap<string, string>, before: LintResult, root: string, host: Host): void {
  const { documents, bibliographies } = before.project;
  const facts = new Map([...documents, ...bibliographies].map((file) => [file.path, file]));
  const displayPath = displayPaths(root, host);
  const refuse = (path: string, reason: string): UserError =>
    new UserError(`Nothing was renamed: ${reason}.`, { path });
  for (const path of texts.keys()) {
    const reason =
      refusalOf(facts.get(path), before.text(path)) ?? host.refuseReplacing(posix.join(root, path), root);
    if (reason !== undefined) throw refuse(displayPath(path), reason);
  }
  const failure = host.replaceFiles(
    [...texts].map(([path, text]) => ({ path: posix.join(root, path), before: before.text(path), text })),
  );
  if (failure !== undefined) throw refuse(displayPath(posix.relative(root, failure.path)), failure.reason);
}
