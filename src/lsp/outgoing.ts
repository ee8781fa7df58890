import {
  CodeLensRefreshRequest,
  DiagnosticRefreshRequest,
  LogMessageNotification,
  MessageType,
  type ProtocolConnection,
  PublishDiagnosticsNotification,
  ShowMessageNotification,
} from 'vscode-languageserver-protocol/node';
import type { Outgoing } from './publish.ts';

/** Tells the editor things; one that has gone meanwhile does not hear them, and that is no error. */
export function createOutgoing(connection: ProtocolConnection): Outgoing {
  const send = (sending: Promise<unknown>): void => void sending.catch(() => undefined);
  return {
    publish: (uri, version, diagnostics) =>
      send(
        connection.sendNotification(PublishDiagnosticsNotification.type, {
          uri,
          diagnostics: [...diagnostics],
          ...(version === undefined ? {} : { version }),
        }),
      ),
    refreshDiagnostics: () => send(connection.sendRequest(DiagnosticRefreshRequest.type)),
    refreshLenses: () => send(connection.sendRequest(CodeLensRefreshRequest.type)),
    show: (message) =>
      send(connection.sendNotification(ShowMessageNotification.type, { type: MessageType.Error, message })),
    log: (message) =>
      send(connection.sendNotification(LogMessageNotification.type, { type: MessageType.Error, message })),
  };
}
