import type { Citation, Label, SyntaxProblem } from '../../../model.ts';
import { append } from '../../../text/append.ts';
import { markdownRoles, mystRoles, sphinxRoles } from '../../dialects/myst-roles.ts';
import { readForeignCites } from '../foreign-cites.ts';
import { type InlineRules, scanInline } from '../inline.ts';
import type { InlineText } from '../page.ts';
import { readMystCites } from './cite.ts';
import {
  readBrokenHeader,
  readRoleProblem,
  readSeparatorProblems,
  readSwallowingHeader,
  readUnknownRole,
  swallowsHeader,
} from './problems.ts';
import { type Role, type RoleSyntax, readCitingRole, readRole, roleLabel } from './role.ts';

/** What the text of a MyST page comes to. */
export interface MystDraft {
  readonly citations: Citation[];
  readonly labels: Label[];
  readonly problems: SyntaxProblem[];
}

const MYSTMD: RoleSyntax = {
  roles: mystRoles,
  separators: /[,;]/,
  header: /^[\w:-]+(?:\s+(?:[.#][\w-]+|[\w-]+=(?:"[^"]*"|[^\s"']+)))*$/,
  keepsBlanks: true,
  readsTitles: false,
  foldsNames: false,
  foldsCase: () => false,
};
/** Roles of sphinxcontrib-bibtex. */
export const SPHINX: RoleSyntax = {
  roles: sphinxRoles,
  separators: /,(?![^{}]{0,300}\})/,
  header: /^[\w+:-]{1,36}$/,
  keepsBlanks: false,
  readsTitles: true,
  foldsNames: true,
  // `footcite` asks pybtex for the entry, `cite` compares with those it has printed.
  foldsCase: (role) => role.startsWith('footcite'),
};
const DOI_URL = /^https?:\/\/(?:dx\.)?doi\.org\/(10\.\d{4,9}\/\S+)$/i;
const CITE_HEADER = /\{\s*(?:foot)?cite/g;
const MAX_NESTING = 5;

/** The texts inside roles whose body is Markdown, such as `{sub}`, together with the text itself. */
export function withRoleBodies(content: InlineText, rules: InlineRules): InlineText[] {
  const found = [content];
  let level = [content];
  for (let depth = 0; depth < MAX_NESTING && level.length > 0; depth++) {
    level = level.flatMap((outer) => roleBodies(outer, rules));
    append(found, level);
  }
  return found;
}

function roleBodies(outer: InlineText, rules: InlineRules): InlineText[] {
  return rolesOf(outer)
    .filter(({ name }) => markdownRoles.has(name))
    .map(({ bodyStart, bodyEnd }) => {
      const text = outer.text.slice(bodyStart, bodyEnd);
      const inline = scanInline(text, rules);
      return { text, inline, region: (start, end) => outer.region(bodyStart + start, bodyStart + end) };
    });
}

/** The roles of a text, those in the alternative text of a picture left out. */
function rolesOf({ text, inline }: InlineText): Role[] {
  const pictures = inline.brackets.filter(({ kind }) => kind === 'image').sort((a, b) => a.open - b.open);
  let next = 0;
  const roles: Role[] = [];
  for (const opaque of inline.opaque) {
    if (opaque.kind !== 'role') continue;
    while (next < pictures.length && pictures[next]!.close < opaque.start) next += 1;
    if ((pictures[next]?.open ?? text.length) > opaque.start) roles.push(readRole(text, opaque));
  }
  return roles;
}

/** Reads roles, and for mystmd `@` citations and links to DOIs, which it cites too. Sphinx knows roles only. */
export function readMystText(content: InlineText, engine: 'myst' | 'sphinx', draft: MystDraft): void {
  const syntax = engine === 'myst' ? MYSTMD : SPHINX;
  const cited: Citation[] = [];
  if (engine === 'myst') {
    readMystCites(content, { citations: cited, problems: draft.problems });
    append(draft.citations, cited);
    readDoiLinks(content, draft.citations);
  }
  readRoles(content, syntax, cited, draft);
  readRoleProblems(content, syntax, draft.problems);
  append(draft.problems, readForeignCites(content, engine));
}

/** Reads the roles that are no part of one of the citations `cited`: its prefix and its suffix cite nothing. */
function readRoles(
  content: InlineText,
  syntax: RoleSyntax,
  cited: readonly Citation[],
  { citations, labels, problems }: MystDraft,
): void {
  let next = 0;
  for (const written of rolesOf(content)) {
    const role = syntax.foldsNames ? { ...written, name: written.name.toLowerCase() } : written;
    const { start } = content.region(role.start, role.end);
    while (next < cited.length && cited[next]!.region.end <= start) next += 1;
    if (next < cited.length && cited[next]!.region.start <= start) continue;
    const label = roleLabel(role, content);
    if (label !== undefined) labels.push(label);
    const swallowing = readSwallowingHeader(role, content, syntax.roles);
    if (swallowing !== undefined) {
      problems.push(swallowing);
      continue;
    }
    if (syntax.roles.has(role.name) && swallowsHeader(role, content.text)) {
      const region = content.region(role.start, role.bodyStart);
      problems.push({ messageId: 'unclosed-role', data: { role: role.name }, region });
      continue;
    }
    const citation = readCitingRole(role, content, syntax, problems);
    if (citation === undefined) {
      const problem = readUnknownRole(role, content, syntax.roles);
      if (problem !== undefined) problems.push(problem);
    } else {
      const separators = syntax === SPHINX ? 'commas' : 'commas and semicolons';
      append(problems, readSeparatorProblems(role, citation, separators));
      citations.push(citation);
    }
  }
}

function readRoleProblems(content: InlineText, { roles }: RoleSyntax, problems: SyntaxProblem[]): void {
  const { text, inline } = content;
  let opaque = 0;
  for (const { index } of text.matchAll(CITE_HEADER)) {
    while (opaque < inline.opaque.length && inline.opaque[opaque]!.end <= index) opaque += 1;
    if ((inline.opaque[opaque]?.start ?? text.length) <= index) continue;
    const problem = readRoleProblem(content, index, roles);
    if (problem !== undefined) problems.push(problem);
  }
  for (const { kind, start } of inline.opaque) {
    const problem = kind === 'code' ? readBrokenHeader(content, start, roles) : undefined;
    if (problem !== undefined) problems.push(problem);
  }
}

/** `[](https://doi.org/10.1093/nar/22.22.4673)` and `<https://doi.org/…>`: mystmd resolves them over the network. */
function readDoiLinks({ text, inline, region }: InlineText, citations: Citation[]): void {
  for (const { kind, open, end, destination } of inline.brackets) {
    if (kind !== 'link' || destination === undefined) continue;
    addDoi(text, destination[0], destination[1], open, end);
  }
  for (const { kind, start, end } of inline.opaque) {
    if (kind === 'autolink') addDoi(text, start + 1, end - 1, start, end);
  }

  function addDoi(source: string, urlStart: number, urlEnd: number, start: number, end: number): void {
    const doi = DOI_URL.exec(source.slice(urlStart, urlEnd))?.[1];
    if (doi === undefined) return;
    const keyRegion = region(urlEnd - doi.length, urlEnd);
    const cites = [{ key: doi, keyRegion, mode: 'author-in-text' as const }];
    citations.push({ region: region(start, end), construct: 'link', cites });
  }
}
