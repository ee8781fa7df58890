import { UserError } from '../errors.ts';

/** A mistake in a configuration. Its path is relative to the root of the project, or absolute for a file outside it. */
export class ConfigError extends UserError {
  constructor({ title, hint, path }: UserError) {
    super(title, { ...(hint === undefined ? {} : { hint }), ...(path === undefined ? {} : { path }) });
  }
}
