import type { Citation, Cite, CiteMode, Label, SyntaxProblem } from '../../../model.ts';
import type { CiteRoles } from '../../dialects/myst-roles.ts';
import { readSuffix } from '../cite-suffix.ts';
import type { Opaque } from '../inline.ts';
import type { InlineText } from '../page.ts';

/** A role: `{name #id .class}` and a body in backticks. Offsets count in the text it stands in. */
export interface Role {
  readonly start: number;
  readonly end: number;
  readonly name: string;
  readonly bodyStart: number;
  readonly bodyEnd: number;
  readonly id?: string;
  /** What stands between the braces. */
  readonly header: string;
}

/** Takes an opaque stretch of kind `role` apart. */
export function readRole(text: string, { start, end }: Pick<Opaque, 'start' | 'end'>): Role {
  const close = text.indexOf('}', start);
  const header = text.slice(start + 1, close).trim();
  const words = header.split(/\s+/);
  const id = words.find((word, index) => index > 0 && word.startsWith('#'));
  let ticks = 0;
  while (text[close + 1 + ticks] === '`') ticks += 1;
  return {
    start,
    end,
    name: words[0] ?? '',
    bodyStart: close + 1 + ticks,
    bodyEnd: end - ticks,
    header,
    ...(id === undefined ? {} : { id: id.slice(1) }),
  };
}

/** The label a role carries. */
export function roleLabel({ id, start }: Role, { text, region }: InlineText): Label | undefined {
  if (id === undefined || id === '') return undefined;
  const at = text.indexOf(`#${id}`, start) + 1;
  return { name: id, region: region(at, at + id.length) };
}

/** How an engine separates the keys of a role: mystmd at any `,` and `;`, sphinxcontrib-bibtex at `,` outside braces. */
export interface RoleSyntax {
  readonly roles: CiteRoles;
  readonly separators: RegExp;
  /** What may stand between the braces; with anything else there the engine makes no role. */
  readonly header: RegExp;
  /** Between prefix and suffix the key counts as it stands, `{see} knuth84`, so that no entry has it. */
  readonly keepsBlanks: boolean;
  /** Sphinx has a title before the target of any role, `Knuth <knuth84>`, and does not print that of a citing one. */
  readonly readsTitles: boolean;
  /** Docutils looks a role up by its name in lower case. */
  readonly foldsNames: boolean;
  /** Roles whose keys are looked up without their case. */
  readonly foldsCase: (role: string) => boolean;
}

/** Reads a citing role; `undefined` for any other. An empty part is a cite without a key, and a problem. */
export function readCitingRole(
  role: Role,
  content: InlineText,
  syntax: RoleSyntax,
  problems: SyntaxProblem[],
): Citation | undefined {
  const mode = syntax.roles.get(role.name);
  if (mode === undefined || !syntax.header.test(role.header)) return undefined;
  const { text, region } = content;
  const body = text.slice(role.bodyStart, role.bodyEnd);
  if (body.trim() === '') {
    problems.push({ messageId: 'empty-citation', region: region(role.start, role.end) });
    return undefined;
  }
  const titleEnd = syntax.readsTitles && body.endsWith('>') ? body.indexOf('<', 1) + 1 : 0;
  const keys = titleEnd === 0 ? body : body.slice(titleEnd, -1);
  const cites: Cite[] = [];
  let start = role.bodyStart + titleEnd;
  for (const part of keys.split(syntax.separators)) {
    const cite = readPart(content, start, part, mode, syntax);
    cites.push(cite);
    if (cite.key === '') problems.push(emptyPart(role, content, start, part.length));
    start += part.length + 1;
  }
  const folds = syntax.foldsCase(role.name) ? FOLDS_CASE : undefined;
  return { region: region(role.start, role.end), construct: 'role', cites, ...folds };
}

const FOLDS_CASE = { foldsCase: true } as const;

/** A longer part is no key with its affixes. */
const MAX_CITE = 1000;
const AFFIXES = /^(?:\{([^{]*)\})?([^{]*)(?:\{([^{]*)\})?$/;

/**
 * ```
 * {cite:p}`{see}knuth84{p. 3}, shannon48`
 *          ^prefix      ^suffix
 *               ^key
 * ```
 */
function readPart(
  { region }: InlineText,
  start: number,
  part: string,
  mode: CiteMode,
  { keepsBlanks }: RoleSyntax,
): Cite {
  const lead = part.length - part.trimStart().length;
  const content = part.trim();
  const found = content.length <= MAX_CITE ? AFFIXES.exec(content) : null;
  const written = found?.[2] ?? content;
  const isBare = found?.[1] === undefined && found?.[3] === undefined;
  const key = keepsBlanks && !isBare && written.trim() !== '' ? written : written.trim();
  const prefix = found?.[1] === undefined ? '' : found[1].trim();
  const suffix = found?.[3] === undefined ? '' : found[3].trim();
  const behind = found?.[1] === undefined ? 0 : found[1].length + 2;
  const blanks = key === written ? 0 : written.length - written.trimStart().length;
  const at = start + lead + behind + blanks;
  return {
    key,
    keyRegion: region(at, at + key.length),
    mode,
    ...(prefix === '' ? {} : { prefix }),
    ...readSuffix(suffix),
  };
}

function emptyPart(role: Role, { region }: InlineText, start: number, length: number): SyntaxProblem {
  return {
    messageId: 'empty-role-part',
    data: { role: role.name },
    region: region(Math.max(role.bodyStart, start - 1), start + length),
  };
}
