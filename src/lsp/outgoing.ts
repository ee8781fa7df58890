import {
  CodeLensRefreshRequest,
  DiagnosticRefreshRequest,
  DidChangeWatchedFilesNotification,
  LogMessageNotification,
  MessageType,
  type ProtocolConnection,
  PublishDiagnosticsNotification,
  RegistrationRequest,
  ShowMessageNotification,
} from 'vscode-languageserver-protocol/node';
import type { Outgoing } from './publish.ts';

/** Tells the editor things; one that has gone meanwhile does not hear them, and that is no error. */
export function createOutgoing(connection: ProtocolConnection): Outgoing {
  const send = async (sending: () => Promise<unknown>): Promise<void> => {
    try {
      await sending();
    } catch {
      // The end of the conversation is heard of elsewhere.
    }
  };
  return {
    publish: (uri, version, diagnostics) =>
      void send(() =>
        connection.sendNotification(PublishDiagnosticsNotification.type, {
          uri,
          diagnostics: [...diagnostics],
          ...(version === undefined ? {} : { version }),
        }),
      ),
    refreshDiagnostics: () => void send(() => connection.sendRequest(DiagnosticRefreshRequest.type)),
    refreshLenses: () => void send(() => connection.sendRequest(CodeLensRefreshRequest.type)),
    show: (message) =>
      void send(() =>
        connection.sendNotification(ShowMessageNotification.type, { type: MessageType.Error, message }),
      ),
    log: (message) =>
      void send(() =>
        connection.sendNotification(LogMessageNotification.type, { type: MessageType.Error, message }),
      ),
    watchFiles: (globs) =>
      void send(() =>
        connection.sendRequest(RegistrationRequest.type, {
          registrations: [
            {
              id: 'bibliolint-files',
              method: DidChangeWatchedFilesNotification.method,
              registerOptions: { watchers: globs.map((globPattern) => ({ globPattern })) },
            },
          ],
        }),
      ),
  };
}
