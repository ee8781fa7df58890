import type { Citation, Cite, Label, Region, SyntaxProblem } from '../../../model.ts';
import { append } from '../../../text/append.ts';
import { type DirectiveContent, directiveContent, type MystEngine } from '../../dialects/myst-directives.ts';
import type { BlockRules } from '../block-rules.ts';
import type { Blocks, TextBlock } from '../blocks.ts';
import { type Lines, splitLines } from '../lines.ts';
import { scanBlocks } from '../scan-blocks.ts';
import { type Directive, readDirective } from './directive.ts';
import { restructuredCites } from './rst.ts';

/** A MyST page: its body, and one part for each directive body, title and caption that is Markdown. */
export interface MystPage {
  readonly parts: readonly Blocks[];
  /** What `{bibliography}` of Sphinx prints without a citation, and what `{eval-rst}` cites. */
  readonly listed: readonly Citation[];
  readonly labels: readonly Label[];
  readonly printsReferenceList: boolean;
  readonly printsWholeBibliography: boolean;
  readonly problems: readonly SyntaxProblem[];
}

/** As deep as directives are read inside directives; markdown-it stops at the same depth. */
const MAX_NESTING = 20;

/** Scans the stretches of a body and everything their directives hold, level by level; titles and captions are inline. */
export function scanMystPage(
  text: string,
  body: readonly Region[],
  rules: BlockRules,
  engine: MystEngine,
): MystPage {
  const parts: Blocks[] = [];
  const listed: Citation[] = [];
  const labels: Label[] = [];
  const problems: SyntaxProblem[] = [];
  let printsReferenceList = false;
  let printsWholeBibliography = false;
  let level: Lines[] = body.map((part) => splitLines(text, part));
  for (let depth = 0; level.length > 0; depth++) {
    const next: Lines[] = [];
    for (const lines of level) {
      const blocks = scanBlocks(text, lines, rules);
      parts.push(blocks);
      for (const fence of blocks.fences) {
        const directive = readDirective(text, fence, engine);
        if (directive === undefined) continue;
        if (directive.name === 'bibliography') {
          printsReferenceList = true;
          printsWholeBibliography ||= directive.options.some(({ name }) => name === 'all');
          if (engine === 'sphinx') append(listed, listedKeys(text, directive.body));
        }
        if (directive.name === 'eval-rst' && engine === 'sphinx')
          append(listed, restructuredCites(text, directive.body));
        addLabels(text, directive, labels);
        const content = directiveContent(directive.name, engine);
        append(parts, inlinesIn(directive, content));
        if (content.body === 'blocks' && directive.body.starts.length > 0) next.push(directive.body);
      }
    }
    if (depth === MAX_NESTING && next.length > 0) {
      const start = next[0]!.starts[0]!;
      problems.push({ messageId: 'too-complex', region: { start, end: start } });
      break;
    }
    level = next;
  }
  return { parts, listed, labels, printsReferenceList, printsWholeBibliography, problems };
}

/** A key and nothing else, on a line that is no misplaced option. */
const LISTED_KEY = /^[^\s:#%,"'(){}=`][^\s#%,"'(){}=`]*$/;
/** Meant to close the directive and too short: what follows is the text of the page. */
const SHORT_FENCE = /^[ \t]*(?:`+|~+|::+)[ \t]*$/;

/** Since sphinxcontrib-bibtex 2.3 the body of the directive lists keys, one a line, that are printed as if they were cited. */
function listedKeys(text: string, { starts, ends }: Lines): Citation[] {
  const close = starts.findIndex((start, line) => SHORT_FENCE.test(text.slice(start, ends[line])));
  return starts.slice(0, close === -1 ? undefined : close).flatMap((lineStart, line) => {
    const written = text.slice(lineStart, ends[line]);
    const key = written.trim();
    if (!LISTED_KEY.test(key)) return [];
    const start = lineStart + written.length - written.trimStart().length;
    const region = { start, end: start + key.length };
    const cite: Cite = { key, keyRegion: region, mode: 'normal' };
    return [{ region, construct: 'nocite', cites: [cite] }];
  });
}

/** What a directive holds that is inline Markdown: its title, captions, cells. */
function inlinesIn({ argument, options, body }: Directive, content: DirectiveContent): Blocks[] {
  const inlines = content.argument ? [argument] : [];
  for (const { name, value } of options) if (content.options.includes(name)) inlines.push(value);
  if (content.body === 'lines') {
    for (const [line, start] of body.starts.entries()) inlines.push({ start, end: body.ends[line]! });
  }
  return inlines.filter(({ start, end }) => end > start).map(inlineBlocks);
}

/** One paragraph and nothing else. */
function inlineBlocks({ start, end }: Region): Blocks {
  const title: TextBlock = { kind: 'paragraph', level: 0, starts: [start], ends: [end], container: -1 };
  return { texts: [title], containers: [], fences: [], html: [], labels: [], definitions: new Set() };
}

const CELL_LABEL = /^\s*#\|\s*(?:label|name):\s*(\S+)/;

function addLabels(text: string, directive: Directive, labels: Label[]): void {
  const { name, id, options, body } = directive;
  if (id !== undefined) labels.push(id);
  for (const { name: option, value } of options) {
    if (option !== 'label' && option !== 'name') continue;
    const label = text.slice(value.start, value.end);
    if (label === '') continue;
    labels.push({ name: label, region: value });
    if (name === 'figure') addSubfigures(text, { name: label, region: value }, body, labels);
  }
  if (name !== 'code-cell') return;
  for (let line = 0; line < body.starts.length; line++) {
    const found = CELL_LABEL.exec(text.slice(body.starts[line], body.ends[line]));
    if (found === null) continue;
    const start = text.indexOf(found[1]!, body.starts[line]);
    labels.push({ name: found[1]!, region: { start, end: start + found[1]!.length } });
  }
}

/** mystmd names the pictures in a figure after it: `knuth-a`, `knuth-b`. */
function addSubfigures(
  text: string,
  { name, region }: Label,
  { starts, ends }: Lines,
  labels: Label[],
): void {
  let count = 0;
  for (let line = 0; line < starts.length && count < 26; line++) {
    const content = text.slice(starts[line], ends[line]).trimStart();
    if (!content.startsWith('![') && !/^[`:]{3,}\{(?:figure|image|iframe)\}/.test(content)) continue;
    labels.push({ name: `${name}-${String.fromCharCode(97 + count)}`, region });
    count += 1;
  }
}
