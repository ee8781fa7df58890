import type { Field, IdentifierKind, Work } from '../model.ts';
import { type EntryFields, textOfField } from './entry-fields.ts';
import type { FieldRole } from './field-roles.ts';
import {
  checkArxiv,
  checkDoi,
  checkIsbn,
  checkIssn,
  checkPmcid,
  checkPmid,
  findIdentifiers,
  type IdentifierReading,
  splitIsbns,
  splitIssns,
} from './identifiers.ts';

type Identifier = Work['identifiers'][number];

/**
 * Identifiers of an entry, each value once, from the fields made for them, from addresses, and from the journal, volume
 * and note where arXiv numbers and links are hidden. What is too broken to tell one work from another is left out; the
 * rules on identifiers read the fields themselves.
 */
export function identifiersOfFields(fields: EntryFields): Identifier[] {
  const found = new Map<string, Identifier>();
  const add = (kind: IdentifierKind, value: string, { region }: Field): void => {
    const key = `${kind} ${value}`;
    if (value !== '' && !found.has(key)) found.set(key, { kind, value, region });
  };
  const readWith = (
    role: FieldRole,
    kind: IdentifierKind,
    check: (text: string) => IdentifierReading,
  ): void => {
    for (const field of fields.all(role)) {
      const { value, problem } = check(textOfField(field));
      if (problem === undefined || problem.kind === 'trailing' || problem.kind === 'escape')
        add(kind, value, field);
    }
  };
  readWith('doi', 'doi', checkDoi);
  readWith('pmid', 'pmid', checkPmid);
  readWith('pmcid', 'pmcid', checkPmcid);
  readWith('arxiv', 'arxiv', checkArxiv);
  readEprint(fields, add);
  readSerials(fields, add);
  for (const role of ['url', 'container', 'volume', 'note', 'pages'] as const) {
    for (const field of fields.all(role)) {
      if (role !== 'url' && !/arxiv|abs\/|10\.|https?:|pmid|pmc|isbn|issn/i.test(field.value)) continue;
      for (const { kind, value } of findIdentifiers(textOfField(field))) add(kind, value, field);
    }
  }
  for (const { kind, value, region } of [...found.values()]) {
    const arxiv = kind === 'doi' ? /^10\.48550\/arxiv\.(.+)$/.exec(value)?.[1] : undefined;
    const id = arxiv === undefined ? undefined : checkArxiv(arxiv);
    if (id !== undefined && id.problem === undefined && !found.has(`arxiv ${id.value}`)) {
      found.set(`arxiv ${id.value}`, { kind: 'arxiv', value: id.value, region });
    }
  }
  return [...found.values()];
}

type Add = (kind: IdentifierKind, value: string, field: Field) => void;

/** BibLaTeX's and INSPIRE's `eprint`: an arXiv number unless its type says otherwise. */
function readEprint(fields: EntryFields, add: Add): void {
  const field = fields.first('eprint');
  if (field === undefined) return;
  const type = fields.first('eprinttype')?.value.toLowerCase() ?? 'arxiv';
  const text = textOfField(field);
  if (type.includes('arxiv')) {
    const { value, problem } = checkArxiv(text);
    if (problem === undefined) add('arxiv', value, field);
  } else if (type === 'pubmed' || type === 'pmid') {
    const { value, problem } = checkPmid(text);
    if (problem === undefined) add('pmid', value, field);
  }
}

function readSerials(fields: EntryFields, add: Add): void {
  for (const role of ['isbn', 'issn', 'serial'] as const) {
    for (const field of fields.all(role)) {
      const text = textOfField(field);
      for (const { start, end } of role === 'issn' ? splitIssns(text) : splitIsbns(text)) {
        const piece = text.slice(start, end);
        const isbn = checkIsbn(piece);
        const issn = checkIssn(piece);
        if (isbn.problem === undefined) add('isbn', isbn.value, field);
        else if (issn.problem === undefined) add('issn', issn.value, field);
      }
    }
  }
}
