import type { Citation, Label, Region, SyntaxProblem } from '../../model.ts';
import { type Body, partsOf } from '../body.ts';
import { bibliographyBlocks } from '../dialects/documenter.ts';
import { type BlockRules, blockRules, type MarkdownFlavor, mdxRules } from './block-rules.ts';
import type { Blocks } from './blocks.ts';
import { splitLines } from './lines.ts';
import { maskCode } from './mask-code.ts';
import { scanMystPage } from './myst/page.ts';
import { createPage, type Page } from './page.ts';
import { scanBlocks } from './scan-blocks.ts';

/** A page together with what its blocks alone tell. */
export interface OpenedPage {
  readonly page: Page;
  /** Keys that the page has printed without citing them, or cites in another language. */
  readonly listed: readonly Citation[];
  readonly labels: readonly Label[];
  readonly printsReferenceList: boolean;
  readonly printsWholeBibliography: boolean;
  readonly problems: readonly SyntaxProblem[];
}

/**
 * Takes a page apart into blocks by the rules of its engine, directives of MyST included; with it `front`, what its front
 * matter holds of Markdown. A file called `.mdx` is MDX, and another one may be.
 */
export function openPage(
  text: string,
  body: Body,
  flavor: MarkdownFlavor,
  front: readonly Region[] = [],
  isMdxFile = false,
): OpenedPage {
  const rules = isMdxFile && MAY_BE_MDX.has(flavor) ? mdxRules : rulesOf(text, body, flavor);
  if (rules.myst) {
    const engine = flavor === 'sphinx' ? 'sphinx' : 'myst';
    const { parts: inBody, labels, problems, ...prints } = scanMystPage(text, partsOf(body), rules, engine);
    const parts = [...(front.length === 0 ? [] : scanMystPage(text, front, rules, engine).parts), ...inBody];
    return {
      page: createPage(text, flavor, rules, parts),
      labels: [...labels, ...parts.flatMap((part) => part.labels)],
      ...prints,
      problems: [...problems, ...tooDeep(parts)],
    };
  }
  const shown = rules.html === 'kramdown' ? withoutComments(text, body) : text;
  const parts = partsOf(body).map((part) => scanBlocks(shown, splitLines(shown, part), rules));
  return {
    page: createPage(shown, flavor, rules, parts),
    labels: [],
    ...(flavor === 'documenter' ? bibliographyBlocks(shown, parts) : NOTHING_LISTED),
    problems: tooDeep(parts),
  };
}

const NOTHING_LISTED = { listed: [], printsReferenceList: false, printsWholeBibliography: false } as const;

const COMMENT = '{::comment}';
const COMMENT_END = /\{:\/(?:comment)?\}/g;

/** Kramdown's own comments, `{::comment} … {:/comment}`, as blanks: none of it is printed. */
function withoutComments(text: string, body: Region): string {
  let shown = '';
  let from = 0;
  for (let open = text.indexOf(COMMENT, body.start); open !== -1; open = text.indexOf(COMMENT, from)) {
    COMMENT_END.lastIndex = open;
    const end = COMMENT_END.exec(text);
    if (end === null) break;
    const to = end.index + end[0].length;
    shown += text.slice(from, open) + text.slice(open, to).replace(/[^\r\n]/g, ' ');
    from = to;
  }
  return from === 0 ? text : shown + text.slice(from);
}

function tooDeep(parts: readonly Blocks[]): SyntaxProblem[] {
  return parts.flatMap(({ tooDeep: region }) =>
    region === undefined ? [] : [{ messageId: 'too-complex', region }],
  );
}

/** Flavors whose engines compile MDX as well. */
const MAY_BE_MDX: ReadonlySet<MarkdownFlavor> = new Set(['rehype-citation', 'markdown']);

/** A component, an attribute in braces, a module or a comment of MDX. A tag in capitals throughout is old HTML. */
const MDX =
  /^import\s{1,9}(?:[\w$*{][^\n]{0,300}\sfrom\s{0,9})?['"]|^export\s{1,9}(?:const|let|var|function|async|class|default|\{|\*)|^ {0,3}<\/?[A-Z][A-Z\d]{0,9}[a-z]|<[a-z][\w-]{0,30} [^<>\n]{0,300}[a-z]=\{|^<>|\{\/\*/m;

function rulesOf(text: string, body: Region, flavor: MarkdownFlavor): BlockRules {
  return MAY_BE_MDX.has(flavor) && isMdx(text, body) ? mdxRules : blockRules[flavor];
}

/** A page of another name is MDX where something outside its code says so. */
function isMdx(text: string, body: Region): boolean {
  if (!MDX.test(text.slice(body.start, body.end))) return false;
  return MDX.test(maskCode(text, body).slice(body.start, body.end));
}
