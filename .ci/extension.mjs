// Bundles the VS Code extension into its folder, and packs it with vsce where that is installed.
import { execFileSync, spawnSync } from 'node:child_process';
import { copyFileSync, mkdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

process.chdir(fileURLToPath(new URL('..', import.meta.url)));
const folder = 'examples/editors/vscode-extension';

mkdirSync(`${folder}/dist`, { recursive: true });
await build({
  entryPoints: [`${folder}/extension.mjs`],
  outfile: `${folder}/dist/extension.js`,
  bundle: true,
  format: 'cjs',
  platform: 'node',
  target: 'node20',
  external: ['vscode'],
  minify: true,
  legalComments: 'inline',
  logLevel: 'warning',
});
copyFileSync('dist/schema.json', `${folder}/dist/schema.json`);
copyFileSync('LICENSE', `${folder}/LICENSE`);

if (spawnSync('vsce', ['--version']).status === 0) {
  execFileSync('vsce', ['package', '--no-dependencies', '--out', 'bibliolint.vsix'], {
    cwd: folder,
    stdio: 'inherit',
  });
} else {
  console.log('vsce is not installed, so the extension is bundled only: npm install --global @vscode/vsce');
}
