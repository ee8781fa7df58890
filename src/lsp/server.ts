import {
  createProtocolConnection,
  ErrorCodes,
  ExitNotification,
  type InitializeParams,
  InitializeRequest,
  type Logger,
  type ProtocolConnection,
  ResponseError,
  ShutdownRequest,
} from 'vscode-languageserver-protocol/node';
import type { Host } from '../host/host.ts';
import { answerFindings } from './answer-diagnostics.ts';
import { answerQuestions } from './answers.ts';
import { createAsker, type Running } from './ask.ts';
import { introduce } from './capabilities.ts';
import { readClient } from './client.ts';
import { pathOfUri } from './file-uri.ts';
import { followEditor } from './follow-editor.ts';
import { createOutgoing } from './outgoing.ts';
import { createPublisher } from './publish.ts';
import { createState } from './state.ts';
import { createWorkspace, type WorkspaceHost } from './workspace.ts';

/** What the server needs of the machine. */
export type ServerHost = Pick<Host, 'openStreams' | 'isRunning' | 'stderr'> & WorkspaceHost;

/**
 * Serves one editor over standard input and output until it leaves; the exit code of the process. An editor that says
 * goodbye first gets 0, one that goes without a word 1, as the protocol has it.
 */
export function serve(host: ServerHost): Promise<number> {
  const { input, output } = host.openStreams();
  const connection = createProtocolConnection(input, output, loggerTo(host));
  return new Promise((resolve) => {
    const server = startServer(connection, host);
    const end = (): void => {
      connection.dispose();
      input.destroy();
      resolve(server.isShutDown() ? 0 : 1);
    };
    let hasEnded = false;
    const endOnce = (): void => {
      if (!hasEnded) end();
      hasEnded = true;
    };
    server.onExit(endOnce);
    connection.onClose(endOnce);
    input.on('end', endOnce);
    output.on('error', endOnce);
    connection.listen();
  });
}

/** What went wrong below the protocol is for whoever reads the standard error of the process. */
function loggerTo({ stderr }: ServerHost): Logger {
  const say = (message: string): void => stderr.write(`bibliolint: ${message}\n`);
  return { error: say, warn: say, info: () => undefined, log: () => undefined };
}

interface Server {
  isShutDown(): boolean;
  onExit(listener: () => void): void;
}

type Phase =
  | { readonly name: 'new' }
  | { readonly name: 'running'; readonly running: Running }
  | { readonly name: 'shut-down' };

function startServer(connection: ProtocolConnection, host: ServerHost): Server {
  let phase: Phase = { name: 'new' };
  let exit = (): void => undefined;
  const runningNow = (): Running | undefined => (phase.name === 'running' ? phase.running : undefined);
  connection.onRequest(InitializeRequest.type, (params) => {
    if (phase.name !== 'new') return new ResponseError(ErrorCodes.InvalidRequest, 'Initialized already.');
    const running = open(params, connection, host);
    phase = { name: 'running', running };
    watchParent(params.processId, host, () => exit());
    return introduce(running.state.client);
  });
  connection.onRequest(ShutdownRequest.type, () => {
    phase = { name: 'shut-down' };
  });
  connection.onNotification(ExitNotification.type, () => exit());
  const ask = createAsker(() => runningNow() ?? (phase.name === 'new' ? 'not-yet' : 'no-more'));
  answerQuestions(connection, ask);
  answerFindings(connection, ask);
  followEditor(connection, runningNow);
  return {
    isShutDown: () => phase.name === 'shut-down',
    onExit(listener) {
      exit = listener;
    },
  };
}

/** The server as it runs for this editor, with the folders it has open. */
function open(params: InitializeParams, connection: ProtocolConnection, host: ServerHost): Running {
  const state = createState(readClient(params), createWorkspace(host));
  const out = createOutgoing(connection);
  for (const uri of folderUris(params)) {
    const path = pathOfUri(uri);
    if (path !== undefined) state.workspace.addFolder(path);
  }
  return { state, out, publisher: createPublisher(state, out) };
}

function folderUris({ workspaceFolders, rootUri }: InitializeParams): string[] {
  if (workspaceFolders != null) return workspaceFolders.map(({ uri }) => uri);
  return rootUri == null ? [] : [rootUri];
}

/** How often it is looked whether the editor is still there. */
const PARENT_INTERVAL = 5000;

/** An editor that crashed may leave the streams open. */
function watchParent(parent: number | null, host: ServerHost, exit: () => void): void {
  if (parent === null) return;
  const timer = setInterval(() => {
    if (host.isRunning(parent)) return;
    clearInterval(timer);
    exit();
  }, PARENT_INTERVAL);
  timer.unref();
}
