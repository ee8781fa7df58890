import {
  CodeActionKind,
  type InitializeResult,
  TextDocumentSyncKind,
} from 'vscode-languageserver-protocol/node';
import { version } from '../version.ts';
import { FIX_ALL } from './answer-diagnostics.ts';
import type { Client } from './client.ts';

/** Characters behind which a key may begin; what stands before them decides. */
const TRIGGERS = ['@', '"', "'", '`', ' ', ',', ';', '{', '#', '='];

/** What the server can do, told to an editor that can do this. */
export function introduce(client: Client): InitializeResult {
  return {
    serverInfo: { name: 'bibliolint', version },
    capabilities: {
      positionEncoding: client.encoding,
      textDocumentSync: {
        openClose: true,
        change: TextDocumentSyncKind.Incremental,
        save: { includeText: false },
      },
      ...(client.pullsDiagnostics
        ? {
            diagnosticProvider: {
              identifier: 'bibliolint',
              interFileDependencies: true,
              workspaceDiagnostics: true,
            },
          }
        : {}),
      hoverProvider: true,
      completionProvider: { triggerCharacters: TRIGGERS, resolveProvider: true },
      definitionProvider: true,
      referencesProvider: true,
      renameProvider: { prepareProvider: true },
      documentSymbolProvider: true,
      workspaceSymbolProvider: true,
      documentLinkProvider: { resolveProvider: false },
      codeLensProvider: { resolveProvider: false },
      ...(client.codeActionLiterals
        ? { codeActionProvider: { codeActionKinds: [CodeActionKind.QuickFix, FIX_ALL] } }
        : {}),
      workspace: { workspaceFolders: { supported: true, changeNotifications: true } },
    },
  };
}
