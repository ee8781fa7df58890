import { UserError } from '../errors.ts';
import type { Rule } from '../model.ts';
import { folderOf } from '../text/path.ts';
import type { Config, ConfigLayer, ConfigPath } from './config.ts';
import { ConfigError } from './config-error.ts';
import { configShape } from './config-shape.ts';
import { type ConfigSource, findNamedFile } from './find-file.ts';
import { type ParsedConfig, parseConfig, requireShape } from './parse-config.ts';
import { addPlugins, findNamed, HOW_TO_ALLOW, namesIn, runModule } from './plugins.ts';
import type { ConfigFile } from './schema.ts';
import type { RecordShape } from './shape.ts';

/** What reading configurations needs: the files, and the rules they may name. */
export interface ConfigContext {
  readonly source: ConfigSource;
  /** Rules that may be named; those of plugins are added as they are met. */
  readonly rules: Rule[];
  /** Runs a module of the project and gives its default export. Absent where the user did not allow code. */
  readonly runCode?: (path: string) => Promise<unknown>;
}

/** More files than this in one chain is a mistake, or made to keep the program busy. */
const MOST_LAYERS = 50;

/**
 * Reads what stands in one file and all it extends; `undefined` where a package.json says nothing to bibliolint. Throws a
 * `ConfigError` with the place of the first mistake.
 */
export async function readConfig(
  path: string,
  context: ConfigContext,
  folder = folderOf(path),
): Promise<Config | undefined> {
  const layers: ConfigLayer[] = [];
  try {
    const found = await addLayers({ path, folder, ownFolder: folder, above: [] }, context, layers);
    return found ? { layers } : undefined;
  } catch (error) {
    throw error instanceof UserError ? new ConfigError(error) : error;
  }
}

interface Place {
  readonly path: string;
  readonly folder: string;
  readonly ownFolder: string;
  /** The files that led here by extending each other. */
  readonly above: readonly string[];
}

async function addLayers(place: Place, context: ConfigContext, layers: ConfigLayer[]): Promise<boolean> {
  const { path, folder, ownFolder, above } = place;
  if (above.includes(path)) {
    throw new UserError(`The configuration extends itself: ${[...above, path].join(' → ')}.`, { path });
  }
  const parsed = await parse(path, context);
  if (parsed === undefined) return false;
  await addPlugins(parsed, ownFolder, context);
  requireShape(parsed, shapeFor(context.rules));
  for (const [at, written] of namesIn(parsed.file, 'extends')) {
    const next = placeOfExtended(written, at, parsed, place, context.source);
    if (!(await addLayers(next, context, layers))) throw parsed.errorAt(notFound(written, at));
  }
  if (layers.length >= MOST_LAYERS)
    throw new UserError('Too many configurations extend each other.', { path });
  layers.push({ source: path, file: parsed.file, folder, ownFolder, placeOf: parsed.placeOf });
  return true;
}

async function parse(path: string, { source, runCode }: ConfigContext): Promise<ParsedConfig | undefined> {
  if (path.endsWith('.mjs')) return parseModule(path, runCode);
  const text = source.read(path);
  if (text === undefined)
    throw new UserError('This configuration is not there, or cannot be read.', { path });
  return parseConfig(path, text);
}

/** A program that makes a configuration; what it exports is checked as any other. */
async function parseModule(path: string, runCode: ConfigContext['runCode']): Promise<ParsedConfig> {
  if (runCode === undefined) {
    throw new UserError('This configuration is code, and code is not run.', { path, hint: HOW_TO_ALLOW });
  }
  const errorWith = (message: string, hint: string | undefined): UserError =>
    new UserError(message, { path, ...(hint === undefined ? {} : { hint }) });
  const exported = await runModule(path, runCode, (reason, hint) =>
    errorWith(`This configuration cannot be run: ${reason}`, hint),
  );
  return {
    file: (exported ?? {}) as ConfigFile,
    placeOf: () => path,
    errorAt: ({ message, hint }) => errorWith(message, hint),
  };
}

function placeOfExtended(
  written: string,
  at: ConfigPath,
  parsed: ParsedConfig,
  { path, folder, ownFolder, above }: Place,
  source: ConfigSource,
): Place {
  const found = findNamed(parsed, at, () => findNamedFile(written, ownFolder, source));
  if (found === undefined) throw parsed.errorAt(notFound(written, at));
  return {
    path: found.path,
    folder,
    // A package knows nothing of the folders of the project it is installed in.
    ownFolder: found.isOfPackage ? ownFolder : folderOf(found.path),
    above: [...above, path],
  };
}

function notFound(written: string, path: ConfigPath) {
  const message = `There is no configuration \`${written}\`, neither as a file nor as an installed package.`;
  return { path, aboutName: false, message };
}

const shapes = new WeakMap<readonly Rule[], { readonly count: number; readonly shape: RecordShape }>();

/** Made once for all files of a run, and again when a plugin brought more rules. */
function shapeFor(rules: readonly Rule[]): RecordShape {
  const known = shapes.get(rules);
  if (known?.count === rules.length) return known.shape;
  const shape = configShape(rules);
  shapes.set(rules, { count: rules.length, shape });
  return shape;
}
