import { createRequire } from 'node:module';

declare const BIBLIOLINT_VERSION: string | undefined;

/** The package's version: written in by the build, read from package.json when the source runs as it is. */
export const version: string =
  typeof BIBLIOLINT_VERSION === 'string'
    ? BIBLIOLINT_VERSION
    : (createRequire(import.meta.url)('../package.json') as { version: string }).version;

/** Where the project lives; pages of rules are found below it. */
export const homepage = 'https://github.com/bibliolint/bibliolint';
