import {
  type CodeActionContext,
  CodeActionKind,
  CodeActionRequest,
  CodeActionTriggerKind,
  type DocumentDiagnosticReport,
  DocumentDiagnosticReportKind,
  DocumentDiagnosticRequest,
  type ProtocolConnection,
  WorkspaceDiagnosticRequest,
  type WorkspaceDocumentDiagnosticReport,
} from 'vscode-languageserver-protocol/node';
import type { Finding, Region } from '../model.ts';
import { createLineIndex } from '../text/line-index.ts';
import { type AskedFile, type Asker, type Running, required } from './ask.ts';
import { type Action, findingsIn, quickFixes } from './code-actions.ts';
import { disableActions } from './disable-rule.ts';
import { pathOfUri } from './file-uri.ts';
import { fixAll } from './fix-all.ts';
import type { JudgedView } from './view.ts';

/** Answers for findings: what they are, where the editor asks for them, and what can be done about them. */
export function answerFindings(connection: ProtocolConnection, ask: Asker): void {
  connection.onRequest(
    DocumentDiagnosticRequest.type,
    ask.fromLint(NO_REPORT, ({ report }, { previousResultId }) => {
      const { id, diagnostics } = report();
      if (id === previousResultId) return { kind: DocumentDiagnosticReportKind.Unchanged, resultId: id };
      return { kind: DocumentDiagnosticReportKind.Full, resultId: id, items: [...diagnostics] };
    }),
  );
  connection.onRequest(
    WorkspaceDiagnosticRequest.type,
    ask.fromAll(async (running, { previousResultIds }) => ({
      items: await workspaceReports(running, required(previousResultIds, 'previousResultIds')),
    })),
  );
  connection.onRequest(
    CodeActionRequest.type,
    ask.fromLint(null, async (file, { range, context }) => {
      const { start, end } = required(range, 'range');
      const region = { start: file.offset(start), end: file.offset(end) };
      const actions = await actionsFor(file, region, required(context, 'context'));
      return actions.map(file.convert.codeAction);
    }),
  );
}

const NO_REPORT: DocumentDiagnosticReport = { kind: DocumentDiagnosticReportKind.Full, items: [] };

async function workspaceReports(
  { state, publisher }: Running,
  previous: readonly { readonly uri: string; readonly value: string }[],
): Promise<WorkspaceDocumentDiagnosticReport[]> {
  // Every file is in the answer, so none needs to be asked for once more.
  for (const folder of state.workspace.folders()) await publisher.judge(folder, () => true);
  const known = new Map(previous.map(({ uri, value }) => [uri, value]));
  return [...publisher.reports.all()].map(([uri, { id, diagnostics }]) => {
    const version = state.version(pathOfUri(uri) ?? '');
    return known.get(uri) === id
      ? { kind: DocumentDiagnosticReportKind.Unchanged, uri, version, resultId: id }
      : { kind: DocumentDiagnosticReportKind.Full, uri, version, resultId: id, items: [...diagnostics] };
  });
}

/** Findings whose directives are offered: a selection over a whole file needs no hundred of them. */
const MOST_DIRECTIVES = 10;

async function actionsFor(
  { view, folder, path }: AskedFile<JudgedView>,
  region: Region,
  { only, triggerKind }: CodeActionContext,
): Promise<Action[]> {
  const wants = (kind: string): boolean =>
    only === undefined || only.some((wanted) => kind === wanted || kind.startsWith(`${wanted}.`));
  const actions: Action[] = [];
  const findings = findingsIn(view, path, region);
  if (wants(CodeActionKind.QuickFix)) {
    actions.push(...quickFixes(findings));
    for (const finding of oneOfEachLine(findings, view.text(path)).slice(0, MOST_DIRECTIVES)) {
      actions.push(...(await disableActions(view, finding, (text) => folder.scan(path, text))));
    }
  }
  // An editor that only wants to know whether to show a light bulb is not made to wait for it.
  const isAsked = only !== undefined || triggerKind !== CodeActionTriggerKind.Automatic;
  const isFixable = view.findings(path).some(({ fixes }) => fixes.some(({ safety }) => safety === 'safe'));
  if (isAsked && isFixable && wants(FIX_ALL)) {
    const all = await fixAll(path, (texts) => folder.lintWith(texts));
    if (all !== undefined) actions.push(all);
  }
  return actions;
}

/** What an editor calls all fixes of a file at once, ours among those of other tools. */
export const FIX_ALL = 'source.fixAll.bibliolint';

/** One directive silences every finding of its rule in a line. */
function oneOfEachLine(findings: readonly Finding[], text: string): Finding[] {
  const lines = createLineIndex(text);
  const seen = new Set<string>();
  return findings.filter(({ ruleId, at }) => {
    const name = `${lines.position(at.region.start).line} ${ruleId}`;
    return !seen.has(name) && seen.add(name);
  });
}
