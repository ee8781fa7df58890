import { existsSync } from 'node:fs';
import { join } from 'node:path';

/** Where a workspace that installs bibliolint has its program. */
const IN_WORKSPACE = 'node_modules/bibliolint/dist/bin.cjs';

/**
 * How the language server is started: the program of the settings, else the one that a trusted workspace installs, else
 * the one on the path. A script is run by the Node of VS Code itself, so that none has to be installed.
 *
 * @param {{ setting: string, folders: readonly string[], isTrusted: boolean }} where
 * @returns {{ command: string, args: string[], options?: object }}
 */
export function serverCommand({ setting, folders, isTrusted }) {
  if (setting !== '') return /\.c?js$/.test(setting) ? byNode(setting) : byShell(setting);
  const installed = isTrusted
    ? folders.map((folder) => join(folder, IN_WORKSPACE)).find((path) => existsSync(path))
    : undefined;
  return installed === undefined ? byShell('bibliolint') : byNode(installed);
}

function byNode(script) {
  const env = { ...process.env, ELECTRON_RUN_AS_NODE: '1' };
  return { command: process.execPath, args: [script, 'lsp'], options: { env } };
}

/** On Windows a program that npm installs is a script of the shell. */
function byShell(command) {
  if (process.platform !== 'win32') return { command, args: ['lsp'] };
  return { command: `"${command}"`, args: ['lsp'], options: { shell: true } };
}
