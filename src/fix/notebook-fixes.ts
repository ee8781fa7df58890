import type { DocumentFacts, Edit, Finding, Fix } from '../model.ts';
import type { Notebook } from '../scan/notebook/notebook.ts';
import { isNotebook } from '../text/is-notebook.ts';
import { fitEdit } from './fit-edit.ts';

/**
 * The findings with the edits of notebooks as they are made in strings of JSON, which rules do not see. A fix with an edit
 * that goes beyond the cell it begins in is left out, for the cells would not stay what they are.
 */
export function fitToNotebooks(
  findings: readonly Finding[],
  documents: readonly DocumentFacts[],
  open: (document: DocumentFacts) => Notebook,
): readonly Finding[] {
  const notebooks = new Map(documents.filter(({ path }) => isNotebook(path)).map((one) => [one.path, one]));
  if (notebooks.size === 0) return findings;
  const opened = new Map<string, Notebook>();
  const fit = (edit: Edit): Edit | undefined => {
    const document = notebooks.get(edit.path);
    if (document === undefined) return edit;
    const notebook = opened.get(edit.path) ?? open(document);
    opened.set(edit.path, notebook);
    return fitToNotebook(edit, notebook);
  };
  return findings.map((finding) => {
    const isAside = finding.fixes.every(({ edits }) => edits.every(({ path }) => !notebooks.has(path)));
    return isAside ? finding : { ...finding, fixes: finding.fixes.flatMap((fix) => fitFix(fix, fit)) };
  });
}

function fitFix(fix: Fix, fit: (edit: Edit) => Edit | undefined): Fix[] {
  const edits = fix.edits.map(fit).filter((edit) => edit !== undefined);
  return edits.length === fix.edits.length ? [{ ...fix, edits }] : [];
}

/** An edit as it is made in its cell, written as JSON; none where it is not about one cell. */
function fitToNotebook(edit: Edit, { text, cells, inText, inFile }: Notebook): Edit | undefined {
  const { start, end } = inText(edit.region);
  const cell = cells.find((region) => region.start <= start && end <= region.end);
  if (cell === undefined) return undefined;
  const inCell = { start: start - cell.start, end: end - cell.start };
  const fitted = fitEdit({ ...edit, region: inCell }, text.slice(cell.start, cell.end));
  const region = inFile({ start: fitted.region.start + cell.start, end: fitted.region.end + cell.start });
  return { ...fitted, region, text: JSON.stringify(fitted.text).slice(1, -1) };
}
