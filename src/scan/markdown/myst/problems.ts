import type { Citation, Region, SyntaxProblem } from '../../../model.ts';
import { closest } from '../../../text/similar.ts';
import type { CiteRoles } from '../../dialects/myst-roles.ts';
import type { InlineText } from '../page.ts';
import type { Role } from './role.ts';

/** Names somebody means as a citing role: `cite:…`, and LaTeX's commands. */
const CITE_LIKE =
  /^(?:foot|text|paren|auto)?cites?(?::{1,2}\w+|[-_]?(?:[pt]s?|al[pt]|authors?|year|yearpar|num|text|title))?$/i;
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
  if (!roles.has(role)) return undefined;
  const behind = at + whole.length;
  const data = { role };
  if (ticks === '') {
    if (blanks !== '') return undefined;
    return unopenedRole(content, at, behind, data) ?? unquotedRole(content, at, behind, data);
  }
  if (blanks === '') {
    const uneven = unevenRole(content, behind, ticks.length, data);
    if (uneven !== undefined) return uneven;
  }
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

const BODY_BEFORE_TICK = /[\w][\w:.+/-]{0,80}(?:, ?[\w][\w:.+/-]{0,80}){0,9}`/y;

/** `{cite:p}``knuth84``, whose body has more backticks on one side than on the other. */
function unevenRole(
  { text, region }: InlineText,
  behind: number,
  before: number,
  data: SyntaxProblem['data'] & object,
): SyntaxProblem | undefined {
  BODY_BEFORE_TICK.lastIndex = behind;
  if (!BODY_BEFORE_TICK.test(text)) return undefined;
  const close = BODY_BEFORE_TICK.lastIndex - 1;
  let after = 1;
  while (text[close + after] === '`') after += 1;
  if (after === before) return undefined;
  const kept = Math.min(before, after);
  const extra = before > after ? region(behind - before + kept, behind) : region(close + kept, close + after);
  const edits = [{ region: extra, text: '' }];
  return {
    messageId: 'uneven-role',
    data,
    region: region(behind - before, close + after),
    fix: { title: 'Remove the backticks too many', safety: 'safe', edits },
  };
}

/** `{cite:p}knuth84``, which lacks its first backtick. */
function unopenedRole(
  { text, region }: InlineText,
  at: number,
  behind: number,
  data: SyntaxProblem['data'] & object,
): SyntaxProblem | undefined {
  BODY_BEFORE_TICK.lastIndex = behind;
  if (!BODY_BEFORE_TICK.test(text)) return undefined;
  const gap = region(behind, behind);
  return {
    messageId: 'unopened-role',
    data,
    region: region(at, BODY_BEFORE_TICK.lastIndex),
    fix: { title: 'Insert a backtick', safety: 'safe', edits: [{ region: gap, text: '`' }] },
  };
}

/** A key in other signs than backticks, or in backticks that a backslash makes text of; also bare, if it looks like a key. */
const UNQUOTED =
  /(?:\\`([^`\n]{1,200})\\`|\(([^()\n]{1,200})\)|\[([^[\]\n]{1,200})\]|\{([^{}\n]{1,200})\}|["“”'‘’´′]([^"“”'‘’´′\n]{1,200})["“”'‘’´′]|([\w][\w:.+-]{2,80}))/y;
const KEY_WITH_DIGIT = /^(?=[^\d]{0,80}\d)[\w:.+/-]{1,80}$/;

/** `{cite:p}(knuth84)`, `{cite:p}"knuth84"` and `{cite:p}knuth84`. */
function unquotedRole(
  { text, region }: InlineText,
  at: number,
  behind: number,
  data: SyntaxProblem['data'] & object,
): SyntaxProblem | undefined {
  if (at > 0 && '$\\{'.includes(text[at - 1]!)) return undefined;
  UNQUOTED.lastIndex = behind;
  const found = UNQUOTED.exec(text);
  const written = found?.slice(1).find((body) => body !== undefined);
  if (found === null || written === undefined) return undefined;
  const keys = written.replace(/[.:]{1,3}$/, '');
  if (!keys.split(/,\s?/).every((key) => KEY_WITH_DIGIT.test(key))) return undefined;
  const end = found[6] === undefined ? behind + found[0].length : behind + keys.length;
  const body = region(behind, end);
  const edits = [{ region: body, text: `\`${keys}\`` }];
  const fix = { title: 'Write the key in backticks', safety: 'safe', edits } as const;
  return { messageId: 'unquoted-role', data, region: region(at, end), fix };
}

/** What stands before a body whose role lost a brace or both, or has one too many, or colons as in reStructuredText. */
const BROKEN_HEADER =
  /(?<![\w{:/-])(?:((?:foot)?cite(?::\w{1,20})?)\}|\{((?:foot)?cite(?::\w{1,20})?)|\{((?:foot)?cite(?::\w{1,20})?)\}{2}|:((?:foot)?cite(?::\w{1,20})?):|((?:foot)?cite:\w{1,20}))$/;
/** Far more than any header has. */
const LONGEST_HEADER = 50;

/** `cite:p}`, `{cite:p`, `{cite:p}}`, `:cite:p:` and `cite:p` right before code at `tick`. */
export function readBrokenHeader(
  { text, region }: InlineText,
  tick: number,
  roles: CiteRoles,
): SyntaxProblem | undefined {
  const found = BROKEN_HEADER.exec(text.slice(Math.max(0, tick - LONGEST_HEADER), tick));
  const role = found?.slice(1).find((name) => name !== undefined);
  if (found === null || role === undefined || !roles.has(role)) return undefined;
  const messageId = /[{}]/.test(found[0]) ? 'broken-role' : 'unbraced-role';
  return brokenRole(role, region(tick - found[0].length, tick), messageId);
}

function brokenRole(role: string, region: Region, messageId = 'broken-role'): SyntaxProblem {
  const header = `{${role}}`;
  const fix = { title: `Write \`${header}\``, safety: 'safe', edits: [{ region, text: header }] } as const;
  return { messageId, data: { role }, region, fix };
}

/** A header that goes on to the brace of the next role: `{cite:p`knuth84` and {cite:t}`lamport78``. */
export function readSwallowingHeader(
  { start, header }: Role,
  { text, region }: InlineText,
  roles: CiteRoles,
): SyntaxProblem | undefined {
  const tick = header.indexOf('`');
  const role = header.slice(0, Math.max(tick, 0));
  if (!roles.has(role)) return undefined;
  return brokenRole(role, region(start, text.indexOf('`', start)));
}

/** Whether the body of a role ends in the header of the next one: the backtick between them is missing. */
export function swallowsHeader({ bodyStart, bodyEnd }: Role, text: string): boolean {
  return /\{(?:foot)?cite(?::\w{1,20})?\}$/.test(
    text.slice(Math.max(bodyStart, bodyEnd - LONGEST_HEADER), bodyEnd),
  );
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

/** Between keys in prose, and before what is no key: `knuth84 and shannon48`, `knuth84 p. 3`. */
const AND = /^(?:and|&)$/;
const NO_KEY = /^(?:\d{1,4}|.{1,8}\.|page|pages|chapter|section|see|in|of|the)$/i;

/**
 * Sphinx takes `a; b` and `a b` for one key each, mystmd the second. Keys with blanks are not written on purpose, so each
 * part must look like a key before the separators are mended.
 */
export function readSeparatorProblems(
  { name }: Role,
  { cites }: Citation,
  separators: string,
): SyntaxProblem[] {
  return cites.flatMap(({ key, keyRegion }) => {
    const keys = key
      .split(/[\s;]+/)
      .filter((word) => !AND.test(word))
      .map((word) => word.replace(/^@/, ''));
    if (keys.length < 2 || !keys.every((word) => /^[\w:./+-]+$/.test(word) && !NO_KEY.test(word))) return [];
    const edits = [{ region: keyRegion, text: keys.join(',') }];
    const fix = { title: 'Separate the keys by commas', safety: 'safe', edits } as const;
    return [{ messageId: 'role-separator', data: { role: name, separators }, region: keyRegion, fix }];
  });
}
