// Bundles the sources into dist/: the library with a chunk for each parser that is loaded only when it is needed, the
// program, and the small file that starts it. `--quick` leaves the type declarations out.
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { chmodSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { Module } from 'node:module';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { plainSources } from './plain-arrays.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));
process.chdir(root);
const { version } = JSON.parse(readFileSync('package.json', 'utf8'));

// Packing makes a full build first and a quick one after it, which has to leave the declarations there.
const quick = process.argv.includes('--quick');
mkdirSync('dist', { recursive: true });
for (const name of readdirSync('dist')) {
  if (!quick || name !== 'types') rmSync(`dist/${name}`, { recursive: true });
}
/**
 * picocolors asks for the stream of standard output when it is loaded, and Node makes a stream in a twentieth of the time
 * a page takes. Whether to paint is for the command line to say.
 */
const withoutStreams = {
  name: 'without-streams',
  setup(builder) {
    builder.onLoad({ filter: /picocolors[\\/]picocolors\.js$/ }, ({ path }) => {
      const [before, after] = readFileSync(path, 'utf8').split('(p.stdout || {}).isTTY');
      if (after === undefined)
        throw new Error('picocolors asks otherwise than it did: .ci/build.mjs knows no more how.');
      return { contents: `${before}false${after}` };
    });
  },
};
const plain = plainSources(root.slice(0, -1), ['src', 'rules']);
/** The sources with plain loops over arrays; see there. */
const withPlainArrays = {
  name: 'with-plain-arrays',
  setup(builder) {
    builder.onLoad({ filter: /\.ts$/ }, ({ path }) =>
      plain.has(path) ? { contents: plain.get(path), loader: 'ts' } : undefined,
    );
  },
};
const common = {
  plugins: [withoutStreams, withPlainArrays],
  outdir: 'dist',
  bundle: true,
  platform: 'node',
  target: 'node20.19',
  // Node 20 knows them all; esbuild doubts it, and would make the expression anew wherever it is used in a function.
  supported: { 'regexp-unicode-property-escapes': true, 'regexp-lookbehind-assertions': true },
  // The UMD build of jsonc-parser hides its requires from a bundler; its ES module does not.
  mainFields: ['module', 'main'],
  // Node reads all of a file before it runs a line of it: short names are a third of the start-up. The places in a
  // stack are those of the same version built again.
  minify: true,
  keepNames: false,
  legalComments: 'linked',
  define: { BIBLIOLINT_VERSION: JSON.stringify(version) },
  alias: {
    // yargs asks string-width for the width of every help line; its tables cost a third of the start-up.
    'string-width': './src/cli/string-width.ts',
    // For Node, yaml names its CommonJS build: imported when it is needed, a bundle of that has no named exports.
    yaml: './node_modules/yaml/browser/index.js',
  },
  logLevel: 'warning',
};
await build({
  ...common,
  entryPoints: { index: 'src/index.ts', 'rule-tester': 'src/rule-tester.ts' },
  splitting: true,
  format: 'esm',
  // CommonJS packages inside an ES module still ask for `require`.
  banner: {
    js: "import{createRequire as $require}from'node:module';const require=$require(import.meta.url);",
  },
});
// The command line is CommonJS: that starts in less time, and what V8 compiled of it can be kept.
const commonjs = {
  ...common,
  format: 'cjs',
  outExtension: { '.js': '.cjs' },
  define: { ...common.define, 'import.meta.url': '$file.url' },
  // Asked for few things, and never by most runs.
  banner: { js: "const $file={get url(){return require('node:url').pathToFileURL(__filename).href}};" },
};
/**
 * Packages that few runs ask for. Each is a file of its own, for a start reads the whole program, and all together were a
 * third of it.
 */
const APART = [
  'bibtex-parse',
  'decode-named-character-reference',
  'gray-matter',
  'jsonc-parser',
  'micromark',
  'smol-toml',
  'vscode-languageserver-protocol/node',
  'yaml',
  'yargs',
];
/** Where a CommonJS module imports a default from another, Node gives it all that the other exports. */
const DEFAULT_ONLY = ['yargs'];
const fileOf = (name) => `packages/${name.replaceAll('/', '-')}`;
for (const name of APART) {
  const exported = DEFAULT_ONLY.includes(name) ? '.default' : '';
  await build({
    ...commonjs,
    stdin: { contents: `module.exports = require('${name}')${exported};`, resolveDir: root },
    outdir: undefined,
    outfile: `dist/${fileOf(name)}.cjs`,
    outExtension: undefined,
  });
}
/** The program finds them beside itself. */
const packagesApart = {
  name: 'packages-apart',
  setup(builder) {
    builder.onResolve({ filter: /^[a-z]/ }, ({ path }) =>
      APART.includes(path) ? { path: `./${fileOf(path)}.cjs`, external: true } : undefined,
    );
  },
};
await build({
  ...commonjs,
  plugins: [...common.plugins, packagesApart],
  // What was kept compiled cannot import.
  supported: { ...common.supported, 'dynamic-import': false },
  entryPoints: { program: 'src/program.ts' },
});
// The program is read as Latin-1, a byte a character, and esbuild leaves what stands in regular expressions as it is. It
// is wrapped here, for to wrap it at every start copies it.
const program = readFileSync('dist/program.cjs', 'utf8').replace(
  /[^\0-\x7f]/g,
  (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`,
);
writeFileSync('dist/program.cjs', Module.wrap(program));
const digest = createHash('sha256').update(readFileSync('dist/program.cjs')).digest('hex').slice(0, 12);
await build({
  ...commonjs,
  entryPoints: { bin: 'src/bin.ts' },
  banner: {},
  define: { ...common.define, 'import.meta.url': '__filename', BIBLIOLINT_PROGRAM: JSON.stringify(digest) },
});
chmodSync('dist/bin.cjs', 0o755);
const { configSchema } = await import('../dist/index.js');
writeFileSync('dist/schema.json', `${JSON.stringify(configSchema(), null, 2)}\n`);
if (!quick) {
  execFileSync(process.execPath, ['node_modules/typescript/bin/tsc', '-p', '.ci/tsconfig.types.json'], {
    stdio: 'inherit',
  });
}
