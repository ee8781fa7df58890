/** A word of an action. `chain` is a field of what a parenthesis gives: `.b` in `(.a).b`. */
export interface TemplateToken {
  readonly kind: 'field' | 'variable' | 'chain' | 'identifier' | 'string' | 'number' | 'punctuation';
  /** As written; of a string its content. */
  readonly text: string;
}

/** One `{{ … }}` of a Go template. */
export interface TemplateAction {
  /** `if`, `range`, `else if` …, or `''` for an action that prints or assigns. */
  readonly keyword: string;
  /** What follows the keyword. */
  readonly tokens: readonly TemplateToken[];
  /** The text between the previous action and this one. */
  readonly before: string;
}

const KEYWORDS = new Set([
  'if',
  'with',
  'range',
  'else',
  'end',
  'define',
  'block',
  'template',
  'break',
  'continue',
]);

/**
 * Reads the actions of a Go template (text/template/parse/lex.go); comments and what stands in strings are no actions.
 * Never throws: a template that is cut off ends with its last whole action.
 */
export function readGoTemplate(template: string): TemplateAction[] {
  const actions: TemplateAction[] = [];
  let from = 0;
  for (let open = template.indexOf('{{'); open !== -1; open = template.indexOf('{{', from)) {
    const comment = commentEnd(template, open);
    if (comment !== undefined) {
      from = comment;
      continue;
    }
    const { tokens, end } = readAction(template, open + 2);
    if (end === -1) break;
    actions.push({ ...splitKeyword(tokens), before: template.slice(from, open) });
    from = end;
  }
  return actions;
}

// {{- /* any text */ -}}
//    ^open          ^end
function commentEnd(template: string, open: number): number | undefined {
  let at = open + 2;
  if (template[at] === '-') at += 1;
  while (isSpace(template[at])) at += 1;
  if (!template.startsWith('/*', at)) return undefined;
  const close = template.indexOf('*/', at + 2);
  const end = close === -1 ? -1 : template.indexOf('}}', close);
  return end === -1 ? template.length : end + 2;
}

function splitKeyword(tokens: readonly TemplateToken[]): Pick<TemplateAction, 'keyword' | 'tokens'> {
  const [first, second] = tokens;
  if (first?.kind !== 'identifier' || !KEYWORDS.has(first.text)) return { keyword: '', tokens };
  const isElseIf = first.text === 'else' && (second?.text === 'if' || second?.text === 'with');
  return isElseIf
    ? { keyword: `else ${second.text}`, tokens: tokens.slice(2) }
    : { keyword: first.text, tokens: tokens.slice(1) };
}

/**
 * ```
 * {{ with index $.Site.Data.refs (.Get 0) | default "x" }}
 *   ^from                                               ^
 * ```
 */
function readAction(template: string, from: number): { tokens: TemplateToken[]; end: number } {
  const tokens: TemplateToken[] = [];
  let at = from;
  while (at < template.length) {
    const character = template[at]!;
    if (template.startsWith('}}', at)) return { tokens, end: at + 2 };
    if (isSpace(character) || (character === '-' && isTrimMarker(template, at, from))) {
      at += 1;
      continue;
    }
    const token = readToken(template, at);
    if (token === undefined) return { tokens, end: -1 };
    tokens.push({ kind: token.kind, text: token.text });
    at = token.end;
  }
  return { tokens, end: -1 };
}

function isTrimMarker(template: string, at: number, from: number): boolean {
  return at === from || template.startsWith('}}', at + 1);
}

type Read = TemplateToken & { readonly end: number };

function readToken(template: string, at: number): Read | undefined {
  const character = template[at]!;
  if (character === '"' || character === "'") return readString(template, at, character);
  if (character === '`') {
    const close = template.indexOf('`', at + 1);
    return close === -1 ? undefined : { kind: 'string', text: template.slice(at + 1, close), end: close + 1 };
  }
  if (template.startsWith(':=', at)) return { kind: 'punctuation', text: ':=', end: at + 2 };
  if ('()|,='.includes(character)) return { kind: 'punctuation', text: character, end: at + 1 };
  let end = at + 1;
  while (end < template.length && isWord(template[end]!)) end += 1;
  const text = template.slice(at, end);
  if (character === '$') return { kind: 'variable', text, end };
  if (character === '.') return { kind: template[at - 1] === ')' ? 'chain' : 'field', text, end };
  return { kind: /^[-+]?\d/.test(text) ? 'number' : 'identifier', text, end };
}

function readString(template: string, open: number, quote: string): Read | undefined {
  let text = '';
  for (let at = open + 1; at < template.length; at++) {
    const character = template[at]!;
    if (character === quote) return { kind: 'string', text, end: at + 1 };
    if (character === '\\') at += 1;
    text += template[at] ?? '';
  }
  return undefined;
}

function isSpace(character: string | undefined): boolean {
  return character === ' ' || character === '\n' || character === '\t' || character === '\r';
}

/** Letters, digits, `_` and the dots of a chain; everything the punctuation above does not end. */
function isWord(character: string): boolean {
  return !isSpace(character) && !'()|,=:"`{}\'$'.includes(character);
}
