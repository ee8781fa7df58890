import { PassThrough, type Readable, type Writable } from 'node:stream';
import {
  createMessageConnection,
  type MessageConnection,
  StreamMessageReader,
  StreamMessageWriter,
} from 'vscode-jsonrpc/node';
import type {
  ClientCapabilities,
  Diagnostic,
  InitializeParams,
  InitializeResult,
  Position,
  PublishDiagnosticsParams,
  Range,
  TextDocumentEdit,
  TextEdit,
  WorkspaceEdit,
} from 'vscode-languageserver-protocol/node';
import { createMemorySource } from '../../src/host/memory.ts';
import { createPositions } from '../../src/lsp/positions.ts';
import { type ServerHost, serve } from '../../src/lsp/server.ts';

/** How an editor introduces itself. */
export interface LspClientOptions {
  readonly capabilities?: ClientCapabilities;
  readonly initialize?: Partial<InitializeParams>;
  /** Absolute paths; `/site` where nothing is said. */
  readonly folders?: readonly string[];
  readonly encoding?: 'utf-8' | 'utf-16' | 'utf-32';
  readonly environment?: Readonly<Record<string, string>>;
  /** Modules by absolute path. */
  readonly modules?: Readonly<Record<string, unknown>>;
}

/** What most editors of today can do. */
export const CAPABLE: ClientCapabilities = {
  textDocument: {
    publishDiagnostics: {
      relatedInformation: true,
      codeDescriptionSupport: true,
      tagSupport: { valueSet: [1] },
    },
    hover: { contentFormat: ['markdown'] },
    completion: { completionItem: { documentationFormat: ['markdown'], insertReplaceSupport: true } },
    codeAction: { codeActionLiteralSupport: { codeActionKind: { valueSet: [] } } },
    documentSymbol: { hierarchicalDocumentSymbolSupport: true },
    definition: { linkSupport: true },
  },
  workspace: { workspaceEdit: { documentChanges: true }, workspaceFolders: true },
};

/** An editor of our own. It talks to a server through two streams, and keeps what it is told. */
export class LspClient {
  readonly connection: MessageConnection;
  /** Whatever the server said by itself, diagnostics aside. */
  readonly heard: { readonly method: string; readonly params: unknown }[] = [];
  readonly pushed = new Map<string, PublishDiagnosticsParams>();
  readonly #texts = new Map<string, string>();
  readonly #versions = new Map<string, number>();
  readonly #options: LspClientOptions;
  server!: InitializeResult;

  constructor(fromServer: Readable, toServer: Writable, options: LspClientOptions = {}) {
    this.#options = options;
    this.connection = createMessageConnection(
      new StreamMessageReader(fromServer),
      new StreamMessageWriter(toServer),
    );
    this.connection.onNotification('textDocument/publishDiagnostics', (params: PublishDiagnosticsParams) => {
      this.pushed.set(params.uri, params);
    });
    const hear = (method: string, params: unknown): null => {
      this.heard.push({ method, params: Array.isArray(params) ? params[0] : params });
      return null;
    };
    this.connection.onNotification((method, params) => void hear(method, params));
    this.connection.onRequest((method, params) => hear(method, params));
    this.connection.listen();
  }

  async start(): Promise<this> {
    const { capabilities = CAPABLE, folders = ['/site'], initialize = {} } = this.#options;
    this.server = await this.connection.sendRequest('initialize', {
      processId: null,
      rootUri: null,
      capabilities,
      workspaceFolders: folders.map((path) => ({ uri: this.uri(path), name: path })),
      ...initialize,
    });
    await this.connection.sendNotification('initialized', {});
    return this;
  }

  /** Of a path below `/site`, or of an absolute one. */
  uri(path: string): string {
    return `file://${(path.startsWith('/') ? path : `/site/${path}`).split('/').map(encodeURIComponent).join('/')}`;
  }

  text(path: string): string {
    return this.#texts.get(this.uri(path)) ?? '';
  }

  async open(path: string, text: string): Promise<void> {
    const uri = this.uri(path);
    this.#texts.set(uri, text);
    this.#versions.set(uri, 1);
    await this.connection.sendNotification('textDocument/didOpen', {
      textDocument: { uri, languageId: 'markdown', version: 1, text },
    });
  }

  /** Replaces characters at an offset, as an incremental change. */
  async type(path: string, offset: number, inserted: string, removed = 0): Promise<void> {
    const range = { start: this.position(path, offset), end: this.position(path, offset + removed) };
    await this.#change(this.uri(path), [{ range, newText: inserted }]);
  }

  async close(path: string): Promise<void> {
    this.#texts.delete(this.uri(path));
    await this.connection.sendNotification('textDocument/didClose', {
      textDocument: { uri: this.uri(path) },
    });
  }

  /** Says that files changed on disk. */
  async changed(...paths: string[]): Promise<void> {
    const changes = paths.map((path) => ({ uri: this.uri(path), type: 2 }));
    await this.connection.sendNotification('workspace/didChangeWatchedFiles', { changes });
  }

  ask<R>(method: string, path: string, params: object = {}): Promise<R> {
    return this.connection.sendRequest(method, { textDocument: { uri: this.uri(path) }, ...params });
  }

  /** Asks about the first place of a text in an open file, or about one `by` characters further on. */
  askAt<R>(method: string, path: string, needle: string, params: object = {}, by = 0): Promise<R> {
    return this.ask(method, path, { position: this.positionOf(path, needle, by), ...params });
  }

  positionOf(path: string, needle: string, by = 0): Position {
    const at = this.text(path).indexOf(needle);
    if (at === -1) throw new Error(`${needle} does not stand in ${path}.`);
    return this.position(path, at + by);
  }

  position(path: string, offset: number): Position {
    return this.#positions(this.text(path)).position(offset);
  }

  /** What a range of an open file holds. */
  slice(path: string, { start, end }: Range): string {
    const positions = this.#positions(this.text(path));
    return this.text(path).slice(positions.offset(start), positions.offset(end));
  }

  /** What was last pushed for a file, once all that was sent so far is worked off. */
  async diagnostics(path: string): Promise<readonly Diagnostic[]> {
    await this.settled(path);
    return this.pushed.get(this.uri(path))?.diagnostics ?? [];
  }

  /** Waits until the server has looked at all that was sent so far. */
  async settled(path = ''): Promise<void> {
    const start = { line: 0, character: 0 };
    await this.ask('textDocument/codeAction', path, {
      range: { start, end: start },
      context: { diagnostics: [], only: ['none'] },
    });
  }

  /** Makes an edit in the open files, as an editor does; the paths of the files it is for. */
  async apply(edit: WorkspaceEdit): Promise<string[]> {
    const changes = (edit.documentChanges as TextDocumentEdit[] | undefined)?.map(
      ({ textDocument, edits }) => {
        if (textDocument.version !== (this.#versions.get(textDocument.uri) ?? null)) {
          throw new Error(`The edit of ${textDocument.uri} is for version ${textDocument.version}.`);
        }
        return [textDocument.uri, edits as TextEdit[]] as const;
      },
    );
    const all = changes ?? Object.entries(edit.changes ?? {});
    for (const [uri, edits] of all) if (this.#texts.has(uri)) await this.#change(uri, edits);
    return all.map(([uri]) => decodeURIComponent(uri).replace('file:///site/', ''));
  }

  /** Says goodbye as the protocol has it. */
  async end(): Promise<void> {
    await this.connection.sendRequest('shutdown');
    await this.connection.sendNotification('exit');
  }

  #positions(text: string) {
    return createPositions(text, this.#options.encoding ?? 'utf-16');
  }

  /** Edits of one batch are all about the text before it, so they are made from the end. */
  async #change(uri: string, edits: readonly TextEdit[]): Promise<void> {
    const before = this.#texts.get(uri) ?? '';
    const positions = this.#positions(before);
    const placed = edits
      .map(({ range, newText }) => ({
        start: positions.offset(range.start),
        end: positions.offset(range.end),
        range,
        newText,
      }))
      .sort((a, b) => b.start - a.start || b.end - a.end);
    const version = (this.#versions.get(uri) ?? 0) + 1;
    this.#versions.set(uri, version);
    this.#texts.set(
      uri,
      placed.reduce(
        (text, { start, end, newText }) => text.slice(0, start) + newText + text.slice(end),
        before,
      ),
    );
    await this.connection.sendNotification('textDocument/didChange', {
      textDocument: { uri, version },
      contentChanges: placed.map(({ range, newText }) => ({ range, text: newText })),
    });
  }
}

/** A server in this process, over files in memory. */
export interface ServedClient {
  readonly client: LspClient;
  /** `/site` and what else there is: absolute path to text. Change them, then say so. */
  readonly files: Map<string, string>;
  readonly exitCode: Promise<number>;
  readonly stderr: string[];
  /** The ids of processes that run; the editor's own among them. */
  readonly processes: Set<number>;
}

/** Starts a server on files (paths below `/site`, or absolute) and an editor that talks to it. */
export async function serveFiles(
  site: Readonly<Record<string, string>>,
  options: LspClientOptions = {},
): Promise<ServedClient> {
  const files = new Map(
    Object.entries(site).map(([path, text]) => [path.startsWith('/') ? path : `/site/${path}`, text]),
  );
  const input = new PassThrough();
  const output = new PassThrough();
  const stderr: string[] = [];
  const processes = new Set<number>();
  const below = (folder: string): [string, string][] => {
    const prefix = folder === '/' ? '/' : `${folder}/`;
    return [...files].flatMap(([path, text]) =>
      path.startsWith(prefix) ? [[path.slice(prefix.length), text] as [string, string]] : [],
    );
  };
  const host: ServerHost = {
    kind: (path) =>
      files.has(path) ? 'file' : path === '/site' || below(path).length > 0 ? 'folder' : 'missing',
    source: (root) => ({
      entries: (folder) => createMemorySource(Object.fromEntries(below(root))).entries(folder),
      read: (path) => createMemorySource(Object.fromEntries(below(root))).read(path),
    }),
    environment: options.environment ?? {},
    importModule: async (path) => options.modules?.[path],
    openStreams: () => ({ input, output }),
    isRunning: (id) => processes.has(id),
    stderr: { isTerminal: false, write: (text) => void stderr.push(text) },
  };
  const exitCode = serve(host);
  const client = await new LspClient(output, input, options).start();
  return { client, files, exitCode, stderr, processes };
}
