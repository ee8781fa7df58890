import type { InitializeParams } from 'vscode-languageserver-protocol/node';

/** What a position's `character` counts. */
export type PositionEncoding = 'utf-8' | 'utf-16' | 'utf-32';

/** What the editor can do, as far as answers depend on it. */
export interface Client {
  readonly encoding: PositionEncoding;
  /** It asks for diagnostics, so none are pushed to it. */
  readonly pullsDiagnostics: boolean;
  readonly refreshesDiagnostics: boolean;
  readonly refreshesLenses: boolean;
  readonly relatedInformation: boolean;
  readonly codeDescription: boolean;
  readonly unnecessaryTag: boolean;
  /** Edits may say which version of a document they are for. */
  readonly versionedEdits: boolean;
  readonly codeActionLiterals: boolean;
  readonly nestedSymbols: boolean;
  readonly definitionLinks: boolean;
  readonly hoverMarkdown: boolean;
  readonly completionMarkdown: boolean;
  readonly insertReplace: boolean;
  /** It watches files once it is asked to. */
  readonly watchesFiles: boolean;
  readonly watchesOutsideFolders: boolean;
  readonly changesFolders: boolean;
  /** The editor's own command that shows a list of places; it makes code lenses clickable. */
  readonly showReferencesCommand: string | undefined;
}

/** Reads what an editor said of itself. */
export function readClient({ capabilities, initializationOptions }: InitializeParams): Client {
  const { textDocument, workspace, general } = capabilities;
  const diagnostics = { ...textDocument?.publishDiagnostics, ...textDocument?.diagnostic };
  return {
    encoding: chooseEncoding(general?.positionEncodings),
    pullsDiagnostics: textDocument?.diagnostic !== undefined,
    refreshesDiagnostics: workspace?.diagnostics?.refreshSupport === true,
    refreshesLenses: workspace?.codeLens?.refreshSupport === true,
    relatedInformation: diagnostics.relatedInformation === true,
    codeDescription: diagnostics.codeDescriptionSupport === true,
    unnecessaryTag: diagnostics.tagSupport?.valueSet?.includes(1) === true,
    versionedEdits: workspace?.workspaceEdit?.documentChanges === true,
    codeActionLiterals: textDocument?.codeAction?.codeActionLiteralSupport !== undefined,
    nestedSymbols: textDocument?.documentSymbol?.hierarchicalDocumentSymbolSupport === true,
    definitionLinks: textDocument?.definition?.linkSupport === true,
    hoverMarkdown: textDocument?.hover?.contentFormat?.includes('markdown') === true,
    completionMarkdown:
      textDocument?.completion?.completionItem?.documentationFormat?.includes('markdown') === true,
    insertReplace: textDocument?.completion?.completionItem?.insertReplaceSupport === true,
    watchesFiles: workspace?.didChangeWatchedFiles?.dynamicRegistration === true,
    watchesOutsideFolders: workspace?.didChangeWatchedFiles?.relativePatternSupport === true,
    changesFolders: workspace?.workspaceFolders === true,
    showReferencesCommand: commandName(initializationOptions),
  };
}

/** UTF-16 is what offsets count here, and every editor that says nothing means it. */
function chooseEncoding(offered: readonly string[] = []): PositionEncoding {
  if (offered.length === 0 || offered.includes('utf-16')) return 'utf-16';
  return offered.includes('utf-8') || !offered.includes('utf-32') ? 'utf-8' : 'utf-32';
}

function commandName(options: unknown): string | undefined {
  const name = (options as { showReferencesCommand?: unknown } | null | undefined)?.showReferencesCommand;
  return typeof name === 'string' ? name : undefined;
}
