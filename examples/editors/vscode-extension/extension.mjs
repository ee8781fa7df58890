import * as vscode from 'vscode';
import { LanguageClient } from 'vscode-languageclient/node';
import { serverCommand } from './server-command.mjs';

/** The server that runs; undefined while there is none. */
let client;

/** Starts the server, and again when its setting changes or the workspace becomes trusted. */
export async function activate(context) {
  context.subscriptions.push(
    vscode.commands.registerCommand('bibliolint.restart', restart),
    vscode.workspace.onDidChangeConfiguration((change) => {
      if (change.affectsConfiguration('bibliolint.path')) restart();
    }),
    vscode.workspace.onDidGrantWorkspaceTrust(restart),
  );
  await start();
}

/** Stops the server. */
export async function deactivate() {
  await client?.stop();
  client = undefined;
}

async function restart() {
  await deactivate();
  await start();
}

async function start() {
  const server = serverCommand({
    setting: vscode.workspace.getConfiguration('bibliolint').get('path', ''),
    folders: (vscode.workspace.workspaceFolders ?? []).map(({ uri }) => uri.fsPath),
    isTrusted: vscode.workspace.isTrusted,
  });
  const languages = ['markdown', 'mdx', 'quarto', 'rmd', 'bibtex', 'ris'];
  client = new LanguageClient('bibliolint', 'bibliolint', server, {
    documentSelector: [
      ...languages.map((language) => ({ scheme: 'file', language })),
      { scheme: 'file', pattern: '**/{references,bibliography}.{json,yaml,yml}' },
    ],
  });
  try {
    await client.start();
  } catch (error) {
    client = undefined;
    const answer = await vscode.window.showErrorMessage(
      `bibliolint could not be started: ${error.message}. Install it with "npm install bibliolint", or say where it is.`,
      'Open settings',
    );
    if (answer !== undefined) {
      await vscode.commands.executeCommand('workbench.action.openSettings', 'bibliolint.path');
    }
  }
}
