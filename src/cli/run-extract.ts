import { posix } from 'node:path';
import { rules } from '../../rules/index.ts';
import { UserError } from '../errors.ts';
import { addWorks, writeBibliography } from '../extract/add-works.ts';
import { extract } from '../extract/extract.ts';
import type { BibliographyTarget } from '../extract/extraction.ts';
import { type RewriteOutcome, rewriteSites } from '../extract/rewrite-sites.ts';
import type { Host } from '../host/host.ts';
import type { DocumentFacts, Facts, Project } from '../model.ts';
import { createMemoSource } from '../project/memo-source.ts';
import { lintProject } from '../session.ts';
import { isNotebook } from '../text/is-notebook.ts';
import { createTeller, type Teller } from './extract-messages.ts';
import { displayPaths, type LintRequest, patchPaths } from './lint-request.ts';
import { EXIT } from './main.ts';
import { sessionOptions } from './session-options.ts';
import { patchOf, writeRewriting } from './write-rewriting.ts';

/** What the extract command was told beyond where to look. */
export interface ExtractRequest {
  readonly format: BibliographyTarget;
  readonly outputFile?: string;
  readonly rewrite: boolean;
  readonly diff: boolean;
  readonly dryRun: boolean;
}

/** Extracts, and rewrites if asked to; 1 where texts contradict each other. Throws `UserError`. */
export async function runExtract(request: LintRequest, host: Host, options: ExtractRequest): Promise<number> {
  // What is rewritten is what was read, whatever happens to the files meanwhile.
  const source = createMemoSource(host.source(request.root));
  // No rule runs, but a configuration may name them all.
  const result = await lintProject({
    ...(await sessionOptions(request, host, rules, source)),
    only: new Set(),
  });
  const read = (path: string): string | undefined => {
    const found = request.overlay.get(path);
    if (found !== undefined) return found;
    const file = source.read(path);
    return 'text' in file ? file.text : undefined;
  };
  const tell = createTeller(host, displayPaths(request.root, host), (path) => read(path) ?? '');
  const { project } = result;
  const task: Task = {
    project,
    documents: result.files.filter(isDocument),
    read,
    request,
    host,
    options,
    tell,
  };
  const isDone = options.rewrite ? rewrite(task) : print(task);
  const failed = tell.failures(request.missing, result.unreadable, result.files.length);
  return failed ? EXIT.failed : isDone ? EXIT.clean : EXIT.findings;
}

function isDocument(facts: Facts): facts is DocumentFacts {
  return facts.kind === 'document';
}

/** What was read, what is asked for, and who hears of it. */
interface Task {
  readonly project: Project;
  /** Those whose references are wanted. */
  readonly documents: readonly DocumentFacts[];
  readonly request: LintRequest;
  readonly host: Host;
  readonly options: ExtractRequest;
  readonly tell: Teller;
  /** The text of a file as it was read; `undefined` where it cannot be. */
  read(path: string): string | undefined;
}

/** Writes the bibliography alone; false where texts contradict each other. */
function print({ project, documents, host, options: { format, outputFile }, tell }: Task): boolean {
  const extraction = extract(project, documents, { format, onlyMissing: false });
  if (documents.length > 0 && extraction.works.length === 0) tell.nothing();
  const text = writeBibliography(extraction.works, format);
  if (outputFile === undefined) host.stdout.write(text);
  else host.writeFile(posix.resolve(host.cwd, outputFile), text);
  tell.extraction(extraction);
  return extraction.conflicts.every(({ wordingOnly }) => wordingOnly);
}

/** Rewrites every site by itself; false where texts contradict each other or a template stands in the way. */
function rewrite(task: Task): boolean {
  const { host, options, read, request, tell } = task;
  const { outputFile } = options;
  const output = outputFile === undefined ? undefined : projectPath(outputFile, request, host);
  const outcome = rewriteSites({
    project: task.project,
    documents: task.documents.filter((document) => mayRewrite(document, task)),
    format: options.format,
    read,
    ...(output === undefined ? {} : { output }),
  });
  const texts = new Map([...outcome.pages, ...bibliographyTexts(outcome, task)]);
  for (const extraction of outcome.extractions) tell.extraction(extraction);
  tell.obstacles(outcome);
  const rewriting = { texts, before: read };
  if (options.diff) host.stdout.write(patchOf(rewriting, patchPaths(request.root, host)));
  else if (!options.dryRun) writeRewriting(rewriting, host, request.root);
  tell.summary(outcome, options.dryRun || options.diff);
  return (
    outcome.extractions.every(({ conflicts }) => conflicts.every(({ wordingOnly }) => wordingOnly)) &&
    !outcome.isBlocked
  );
}

/** The bibliographies with the works that are new to them. Throws a `UserError` where nothing can be added to a file. */
function bibliographyTexts(
  { bibliographies }: RewriteOutcome,
  { host, options, read, request }: Task,
): ReadonlyMap<string, string> {
  const texts = new Map<string, string>();
  for (const { path, works } of bibliographies) {
    const text = addWorks(read(path) ?? '', works, options.format);
    if (text === undefined) {
      throw new UserError('This file is no list of CSL-JSON items, so nothing can be added.', {
        path: displayPaths(request.root, host)(path),
        hint: 'Name another file with --output-file.',
      });
    }
    if (works.length > 0) texts.set(path, text);
  }
  return texts;
}

function mayRewrite(
  { path, references }: DocumentFacts,
  { request: { root }, host, options: { diff }, tell }: Task,
): boolean {
  // A patch is for whoever may write the files.
  const refusal = (): string | undefined =>
    diff ? undefined : host.refuseReplacing(posix.join(root, path), root);
  const reason = references.length === 0 ? undefined : isNotebook(path) ? 'it is a notebook' : refusal();
  if (reason !== undefined) tell.refused(path, reason);
  return reason === undefined;
}

function projectPath(file: string, { root }: LintRequest, host: Host): string {
  const path = posix.relative(root, posix.resolve(host.cwd, file.replaceAll('\\', '/')));
  if (path.startsWith('../')) {
    throw new UserError('The bibliography would lie outside the project, where no page can load it.', {
      path: file,
    });
  }
  return path;
}
