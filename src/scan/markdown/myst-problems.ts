import type { SyntaxProblem } from '../../model.ts';
import { closest } from '../../text/similar.ts';
import type { CiteRoles } from '../dialects/myst-roles.ts';
import type { Role } from './myst-role.ts';
import type { InlineText } from './page.ts';

/** Names somebody means as a citing role: `cite:…`, and LaTeX's commands. */
const CITE_LIKE = /^(?:foot)?cite(?::\w+|p|t|alp|alt|author|year|yearpar|num|text|title)?$/;
const HEADER = /\{\s{0,9}([\w:]{1,80})(?![\w:])[^}`\n]{0,200}\}([ \t]{0,80})(`*)/y;

/** A citing role that is none: its name is unknown, a blank stands before its body, or its body is not closed. */
export function readRoleProblem(
  content: InlineText,
  at: number,
  roles: CiteRoles,
): SyntaxProblem | undefined {
  const { text, region } = content;
  HEADER.lastIndex = at;
  const found = HEADER.exec(text);
  if (found === null || !CITE_LIKE.test(found[1]!)) return undefined;
  const [whole, role, blanks, ticks] = found as unknown as [string, string, string, string];
  if (ticks === '' || !roles.has(role)) return undefined;
  const behind = at + whole.length;
  const data = { role };
  if (ticks.length === 2 && blanks === '') {
    return { messageId: 'empty-citation', data, region: region(at, behind) };
  }
  const close = text.indexOf(ticks, behind);
  if (close === -1) return { messageId: 'unclosed-role', data, region: region(at, behind) };
  if (blanks === '') return undefined;
  const gap = region(behind - ticks.length - blanks.length, behind - ticks.length);
  return {
    messageId: 'spaced-role',
    data,
    region: region(at, close + ticks.length),
    fix: { title: 'Remove the blank', safety: 'safe', edits: [{ region: gap, text: '' }] },
  };
}

/** A complete role whose name looks like citing but is not known. */
export function readUnknownRole(
  role: Role,
  content: InlineText,
  roles: CiteRoles,
): SyntaxProblem | undefined {
  if (roles.has(role.name) || !CITE_LIKE.test(role.name)) return undefined;
  const suggestion = closest(role.name, roles.keys());
  return {
    messageId: 'unknown-cite-role',
    data: { role: role.name, suggestion: suggestion ?? '' },
    region: content.region(role.start, role.end),
  };
}

/**
 * Sphinx takes `a; b` and `a b` for one key each. Keys with blanks are not written on purpose, so each part must look
 * like a key before the separators are mended.
 */
export function readSeparatorProblem(role: Role, content: InlineText): SyntaxProblem | undefined {
  const { text, region } = content;
  const body = text.slice(role.bodyStart, role.bodyEnd);
  const trimmed = body.trim();
  if (!/[;\s]/.test(trimmed.replace(/,\s*/g, ','))) return undefined;
  const keys = trimmed.split(/[\s,;]+/);
  if (keys.length < 2 || !keys.every((key) => /^[\w:./+-]+$/.test(key))) return undefined;
  const place = region(role.bodyStart, role.bodyEnd);
  return {
    messageId: 'role-separator',
    data: { role: role.name, keys: keys.join(',') },
    region: place,
    fix: {
      title: 'Separate the keys by commas',
      safety: 'safe',
      edits: [{ region: place, text: keys.join(',') }],
    },
  };
}
