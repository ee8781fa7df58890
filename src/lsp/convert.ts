import {
  type CodeAction,
  type CodeLens,
  type CompletionItem,
  CompletionItemKind,
  type CompletionList,
  type Diagnostic,
  DiagnosticSeverity,
  DiagnosticTag,
  type DocumentLink,
  type DocumentSymbol,
  type Hover,
  type LocationLink,
  type Location as LspLocation,
  MarkupKind,
  type Range,
  type SymbolInformation,
  SymbolKind,
  type TextEdit,
  type WorkspaceEdit,
} from 'vscode-languageserver-protocol/node';
import type { Edit, Finding, Level, Location, Region } from '../model.ts';
import type { Client } from './client.ts';
import type { Action } from './code-actions.ts';
import type { CiteLens } from './code-lens.ts';
import type { KeyProposals } from './completion.ts';
import type { ConfigProblem } from './config-problems.ts';
import type { WebLink } from './document-links.ts';
import { type HoverText, rulePage } from './hover.ts';
import type { Destination } from './locate.ts';
import type { Positions } from './positions.ts';
import { type Paragraph, printMarkdown, printPlain } from './prose.ts';
import type { KeySymbol, OutlineItem } from './symbols.ts';

/** What conversion needs to know of the project an answer is about. Paths are relative to its root. */
export interface ConversionContext {
  readonly client: Client;
  uri(path: string): string;
  /** Of an open document; null for a file that is not open. */
  version(path: string): number | null;
  positions(path: string): Positions;
}

/** The one place that knows the types of the protocol: everything in it is our own types in, the editor's out. */
export interface Converter {
  range(path: string, region: Region): Range;
  location(at: Location): LspLocation;
  diagnostic(finding: Finding): Diagnostic;
  configDiagnostic(problem: ConfigProblem): Diagnostic;
  workspaceEdit(edits: readonly Edit[]): WorkspaceEdit;
  hover(path: string, text: HoverText): Hover;
  completion(path: string, offset: number, proposals: KeyProposals): CompletionList;
  /** A proposal with what is known of its work. */
  documented(item: CompletionItem, paragraphs: readonly Paragraph[]): CompletionItem;
  definition(path: string, origin: Region, found: readonly Destination[]): LspLocation[] | LocationLink[];
  codeAction(action: Action): CodeAction;
  outline(path: string, items: readonly OutlineItem[]): DocumentSymbol[] | SymbolInformation[];
  keySymbol(symbol: KeySymbol): SymbolInformation;
  documentLink(path: string, link: WebLink): DocumentLink;
  codeLens(path: string, lens: CiteLens): CodeLens;
}

const SEVERITIES: Readonly<Record<Level, DiagnosticSeverity>> = {
  error: DiagnosticSeverity.Error,
  warning: DiagnosticSeverity.Warning,
  note: DiagnosticSeverity.Information,
};

const SYMBOL_KINDS: Readonly<Record<OutlineItem['kind'], SymbolKind>> = {
  citation: SymbolKind.Key,
  reference: SymbolKind.String,
  entry: SymbolKind.Object,
};

/** Converts for one project as it stood at one moment. */
export function createConverter(context: ConversionContext): Converter {
  const { client, uri } = context;
  const range: Converter['range'] = (path, region) => context.positions(path).range(region);
  const location: Converter['location'] = ({ path, region }) => ({
    uri: uri(path),
    range: range(path, region),
  });
  const place = (at: Location | string): string =>
    typeof at === 'string' ? at : `${uri(at.path)}#L${range(at.path, at.region).start.line + 1}`;
  const diagnostic: Converter['diagnostic'] = (finding) => toDiagnostic(finding, client, range, location);
  const workspaceEdit: Converter['workspaceEdit'] = (edits) => toWorkspaceEdit(edits, context, range);
  return {
    range,
    location,
    diagnostic,
    configDiagnostic: ({ path, region, message }) => ({
      range: range(path, region),
      severity: DiagnosticSeverity.Error,
      source: 'bibliolint',
      message,
    }),
    workspaceEdit,
    hover: (path, { region, paragraphs }) => ({
      range: range(path, region),
      contents: client.hoverMarkdown
        ? { kind: MarkupKind.Markdown, value: printMarkdown(paragraphs, place) }
        : { kind: MarkupKind.PlainText, value: printPlain(paragraphs) },
    }),
    completion: (path, offset, proposals) => toCompletion(proposals, path, offset, context, range),
    documented: (item, paragraphs) => ({
      ...item,
      documentation: client.completionMarkdown
        ? { kind: MarkupKind.Markdown, value: printMarkdown(paragraphs, place) }
        : printPlain(paragraphs),
    }),
    definition(path, origin, found) {
      if (!client.definitionLinks) return found.map((one) => location({ ...one, region: one.selection }));
      return found.map((one) => ({
        originSelectionRange: range(path, origin),
        targetUri: uri(one.path),
        targetRange: range(one.path, one.region),
        targetSelectionRange: range(one.path, one.selection),
      }));
    },
    codeAction: ({ title, kind, findings, isPreferred, edits }) => ({
      title,
      kind,
      ...(findings.length === 0 ? {} : { diagnostics: findings.map(diagnostic) }),
      ...(isPreferred ? { isPreferred } : {}),
      edit: workspaceEdit(edits),
    }),
    outline(path, items) {
      if (client.nestedSymbols) {
        return items.map(({ name, detail, kind, region, selection }) => ({
          name,
          detail,
          kind: SYMBOL_KINDS[kind],
          range: range(path, region),
          selectionRange: range(path, selection),
        }));
      }
      return items.map(({ name, kind, region }) => ({
        name,
        kind: SYMBOL_KINDS[kind],
        location: location({ path, region }),
      }));
    },
    keySymbol: ({ key, at }) => ({
      name: key,
      kind: SymbolKind.Key,
      containerName: at.path,
      location: location(at),
    }),
    documentLink: (path, { region, address }) => ({ range: range(path, region), target: address }),
    codeLens(path, { region, title, cites }) {
      const at = range(path, region);
      const command = client.showReferencesCommand ?? '';
      const places = command === '' ? [] : [uri(path), at.start, cites.map(location)];
      return { range: at, command: { title, command: cites.length === 0 ? '' : command, arguments: places } };
    },
  };
}

function toDiagnostic(
  { ruleId, level, message, at, related }: Finding,
  client: Client,
  range: Converter['range'],
  location: Converter['location'],
): Diagnostic {
  const page = rulePage(ruleId);
  return {
    range: range(at.path, at.region),
    severity: SEVERITIES[level],
    code: ruleId,
    ...(client.codeDescription && page !== undefined ? { codeDescription: { href: page } } : {}),
    source: 'bibliolint',
    message,
    ...(client.unnecessaryTag && ruleId.startsWith('unused-') ? { tags: [DiagnosticTag.Unnecessary] } : {}),
    ...(client.relatedInformation && related.length > 0
      ? {
          relatedInformation: related.map((other) => ({
            location: location(other.at),
            message: other.message,
          })),
        }
      : {}),
  };
}

/** Versions where the editor takes them: it then refuses an edit for a text that has changed meanwhile. */
function toWorkspaceEdit(
  edits: readonly Edit[],
  { client, uri, version }: ConversionContext,
  range: Converter['range'],
): WorkspaceEdit {
  const byPath = new Map<string, TextEdit[]>();
  for (const { path, region, text } of edits) {
    const list = byPath.get(path) ?? [];
    byPath.set(path, list);
    list.push({ range: range(path, region), newText: text });
  }
  if (!client.versionedEdits) {
    return { changes: Object.fromEntries([...byPath].map(([path, list]) => [uri(path), list])) };
  }
  return {
    documentChanges: [...byPath].map(([path, list]) => ({
      textDocument: { uri: uri(path), version: version(path) },
      edits: list,
    })),
  };
}

function toCompletion(
  { region, proposals, isIncomplete }: KeyProposals,
  path: string,
  offset: number,
  { client, uri }: ConversionContext,
  range: Converter['range'],
): CompletionList {
  const replace = range(path, region);
  const insert = range(path, { start: region.start, end: offset });
  return {
    isIncomplete,
    items: proposals.map(({ key, insert: newText, detail, filter }, index) => ({
      label: key,
      kind: CompletionItemKind.Reference,
      detail,
      filterText: filter,
      sortText: String(index).padStart(4, '0'),
      textEdit: client.insertReplace ? { newText, insert, replace } : { newText, range: replace },
      data: { uri: uri(path), key },
    })),
  };
}
