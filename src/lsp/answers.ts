import {
  CodeLensRequest,
  CompletionRequest,
  CompletionResolveRequest,
  DefinitionRequest,
  DocumentLinkRequest,
  DocumentSymbolRequest,
  HoverRequest,
  LSPErrorCodes,
  PrepareRenameRequest,
  type ProtocolConnection,
  ReferencesRequest,
  RenameRequest,
  ResponseError,
  WorkspaceSymbolRequest,
} from 'vscode-languageserver-protocol/node';
import { type Asker, required } from './ask.ts';
import { citeLenses } from './code-lens.ts';
import { proposeKeys } from './completion.ts';
import { webLinks } from './document-links.ts';
import { pathOfUri } from './file-uri.ts';
import { describeWork, hoverAt } from './hover.ts';
import { definitionsOf, referencesTo } from './locate.ts';
import { planRename, renamableAt } from './rename.ts';
import { findKeys, outlineOf } from './symbols.ts';
import { targetAt } from './target.ts';

/** Answers questions about the text: what a thing is, where it stands, what could stand here. */
export function answerQuestions(connection: ProtocolConnection, ask: Asker): void {
  connection.onRequest(
    HoverRequest.type,
    ask.fromLint(null, ({ view, path, offset, convert }, { position }) => {
      const text = hoverAt(view, path, offset(position));
      return text === undefined ? null : convert.hover(path, text);
    }),
  );
  connection.onRequest(
    DefinitionRequest.type,
    ask.fromLook(null, ({ view, path, offset, convert }, { position }) => {
      const target = targetAt(view, path, offset(position));
      if (target === undefined) return null;
      return convert.definition(path, target.region, definitionsOf(view, path, target));
    }),
  );
  connection.onRequest(
    ReferencesRequest.type,
    ask.fromLook(null, ({ view, path, offset, convert }, { position, context }) => {
      const target = targetAt(view, path, offset(position));
      if (target === undefined) return null;
      return referencesTo(view, path, target, required(context, 'context').includeDeclaration).map(
        convert.location,
      );
    }),
  );
  connection.onRequest(
    DocumentSymbolRequest.type,
    ask.fromLook(null, ({ view, path, convert }) => convert.outline(path, outlineOf(view, path))),
  );
  connection.onRequest(
    WorkspaceSymbolRequest.type,
    ask.fromAll(async ({ state }, { query }: { query: string }) => {
      const found = [];
      for (const folder of state.workspace.folders()) {
        const view = await folder.look();
        found.push(...findKeys(view, required(query, 'query')).map(state.converter(folder, view).keySymbol));
      }
      return found;
    }),
  );
  connection.onRequest(
    DocumentLinkRequest.type,
    ask.fromLook(null, ({ view, path, convert }) =>
      webLinks(view, path).map((link) => convert.documentLink(path, link)),
    ),
  );
  connection.onRequest(
    CodeLensRequest.type,
    ask.fromLook(null, ({ view, path, convert }) =>
      citeLenses(view, path).map((lens) => convert.codeLens(path, lens)),
    ),
  );
  answerCompletion(connection, ask);
  answerRename(connection, ask);
}

function answerCompletion(connection: ProtocolConnection, ask: Asker): void {
  connection.onRequest(
    CompletionRequest.type,
    ask.fromLook(null, async ({ folder, view, path, offset, convert }, { position }) => {
      const at = offset(position);
      const proposals = await proposeKeys(view, path, at, (text) => folder.scan(path, text));
      return proposals === undefined ? null : convert.completion(path, at, proposals);
    }),
  );
  connection.onRequest(
    CompletionResolveRequest.type,
    ask.fromAll(async ({ state }, item) => {
      const { uri, key } = (item.data ?? {}) as { uri?: string; key?: string };
      const place = state.workspace.placeOf(pathOfUri(uri ?? '') ?? '');
      if (place === undefined || key === undefined) return item;
      const view = await place.folder.look();
      return state.converter(place.folder, view).documented(item, describeWork(view, place.path, key));
    }),
  );
}

function answerRename(connection: ProtocolConnection, ask: Asker): void {
  connection.onRequest(
    PrepareRenameRequest.type,
    ask.fromLook(null, ({ view, path, offset, convert }, { position }) => {
      const found = renamableAt(view, path, offset(position));
      return found === undefined
        ? null
        : { range: convert.range(path, found.region), placeholder: found.key };
    }),
  );
  connection.onRequest(
    RenameRequest.type,
    ask.fromLook(null, async ({ folder, view, path, offset, convert }, { position, newName }) => {
      const plan = await planRename(view, path, offset(position), required(newName, 'newName'), (texts) =>
        folder.lookWith(texts),
      );
      if ('refusal' in plan) throw new ResponseError(LSPErrorCodes.RequestFailed, plan.refusal);
      return convert.workspaceEdit(plan.edits);
    }),
  );
}
