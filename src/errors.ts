/**
 * Something the user can mend: a bad option, a missing file, a broken configuration. The command line prints its three
 * parts on stderr and exits with 2. Findings and syntax problems are data and never thrown.
 */
export class UserError extends Error {
  readonly title: string;
  readonly hint: string | undefined;
  readonly path: string | undefined;

  constructor(title: string, details: { hint?: string; path?: string; cause?: unknown } = {}) {
    super(title, details.cause === undefined ? {} : { cause: details.cause });
    this.title = title;
    this.hint = details.hint;
    this.path = details.path;
  }
}
