import {
  DidChangeTextDocumentNotification,
  DidChangeWatchedFilesNotification,
  DidChangeWorkspaceFoldersNotification,
  DidCloseTextDocumentNotification,
  DidOpenTextDocumentNotification,
  DidSaveTextDocumentNotification,
  InitializedNotification,
  type ProtocolConnection,
} from 'vscode-languageserver-protocol/node';
import type { Running } from './ask.ts';
import { pathOfUri, uriOfPath } from './file-uri.ts';
import { createRunSoon } from './run-soon.ts';

/** Follows what the editor opens, changes, saves and closes, and tells what is found after each. */
export function followEditor(connection: ProtocolConnection, running: () => Running | undefined): void {
  const edited = new Set<string>();
  const judgeSoon = createRunSoon(async () => {
    const now = running();
    const recent = new Set(edited);
    edited.clear();
    // An editor that asks for diagnostics asks for those of a document it has just changed by itself.
    await now?.publisher.judgeAll((uri) => recent.has(uri));
    if (now?.state.client.refreshesLenses === true) now.out.refreshLenses();
  });
  /** Does what is to be done if the server runs, and looks again. */
  const follow = (work: (now: Running) => boolean): void => {
    const now = running();
    if (now !== undefined && work(now)) judgeSoon();
  };
  connection.onNotification(InitializedNotification.type, () =>
    follow((now) => {
      watchFiles(now);
      return now.state.workspace.folders().length > 0;
    }),
  );
  connection.onNotification(DidOpenTextDocumentNotification.type, ({ textDocument }) =>
    follow(({ state }) => {
      const buffer = state.buffers.open(textDocument);
      if (buffer === undefined) return false;
      edited.add(buffer.uri);
      state.workspace.open(buffer.path, buffer.text);
      return true;
    }),
  );
  connection.onNotification(DidChangeTextDocumentNotification.type, ({ textDocument, contentChanges }) =>
    follow(({ state }) => {
      const { uri, version } = textDocument;
      const buffer = state.buffers.change(uri, version, contentChanges, state.client.encoding);
      if (buffer === undefined) return false;
      edited.add(buffer.uri);
      state.workspace.change(buffer.path, buffer.text);
      return true;
    }),
  );
  connection.onNotification(DidCloseTextDocumentNotification.type, ({ textDocument }) =>
    follow(({ state, publisher }) => {
      const buffer = state.buffers.close(textDocument.uri);
      if (buffer === undefined) return false;
      const before = state.workspace.folders();
      state.workspace.close(buffer.path);
      state.workspace.changed([buffer.path]);
      forgetClosed(before, { state, publisher });
      return true;
    }),
  );
  connection.onNotification(DidSaveTextDocumentNotification.type, ({ textDocument }) =>
    follow(({ state }) => {
      const path = pathOfUri(textDocument.uri);
      if (path === undefined) return false;
      // Without watched files a moment to look round is as good as any.
      state.workspace.changed(state.client.watchesFiles ? [path] : undefined);
      return true;
    }),
  );
  connection.onNotification(DidChangeWatchedFilesNotification.type, ({ changes }) =>
    follow(({ state }) => {
      const paths = changes.map(({ uri }) => pathOfUri(uri)).filter((path) => path !== undefined);
      const wanted = paths.filter((path) => !NEVER_READ.test(path));
      state.workspace.changed(wanted);
      return wanted.length > 0;
    }),
  );
  connection.onNotification(DidChangeWorkspaceFoldersNotification.type, ({ event }) =>
    follow((now) => {
      const { workspace } = now.state;
      const before = workspace.folders();
      for (const { uri } of event.removed) workspace.removeFolder(pathOfUri(uri) ?? '');
      for (const { uri } of event.added) {
        const path = pathOfUri(uri);
        if (path !== undefined) workspace.addFolder(path);
      }
      forgetClosed(before, now);
      return true;
    }),
  );
}

/** What git and package managers write is no source of a site. */
const NEVER_READ = /\/(?:\.git|node_modules)(?:\/|$)/;

function forgetClosed(
  before: ReturnType<Running['state']['workspace']['folders']>,
  { state, publisher }: Pick<Running, 'state' | 'publisher'>,
): void {
  const open = new Set(state.workspace.folders());
  for (const folder of before) if (!open.has(folder)) publisher.forget(folder);
}

/** Asks the editor to tell of files that change: all of them, for a site may be described by any. */
function watchFiles({ state, out }: Running): void {
  const { client, workspace } = state;
  if (!client.watchesFiles) return;
  const roots = client.watchesOutsideFolders ? workspace.folders().map(({ root }) => root) : [];
  const outside = [...new Set(roots)].map((root) => ({ baseUri: uriOfPath(root), pattern: '**/*' }));
  out.watchFiles(['**/*', ...outside]);
}
