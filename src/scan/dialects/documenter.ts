import type { Citation, Cite, SyntaxProblem } from '../../model.ts';
import { append } from '../../text/append.ts';
import type { Blocks } from '../markdown/blocks.ts';
import { splitLocator } from '../markdown/locator.ts';
import type { InlineText } from '../markdown/page.ts';

/*
 * DocumenterCitations, the plugin that cites in the documentation of Julia packages, as its citation_link.jl and
 * expand_bibliography.jl read what Documenter has parsed. A key that it cannot read is an error, and stops the build.
 */

/** Right behind the bracket of a link; whether it is a command that there is, is asked afterwards. */
const TARGET = /\((@cite[^()]{0,300})\)/iy;
const COMMAND = /^@[cC]ite(t|p|alt|alp|num)?\*?(?:%\w{1,40}%)?$/;
const DIRECT = /^@cite\s{1,99}([^\s"#'(),{}%]{1,300})$/;
const KEY = /^[^\s"#'(),{}%]+$/;

/** What the links of a text cite. */
interface CiteLinks {
  readonly citations: Citation[];
  readonly problems: SyntaxProblem[];
}

/** Reads `[knuth84, hoare62; Sec. 2](@cite)` and `[the book](@cite knuth84)`. */
export function readCiteLinks(content: InlineText, into: CiteLinks): void {
  for (const { kind, open, close } of content.inline.brackets) {
    if (kind === 'image') continue;
    TARGET.lastIndex = close + 1;
    const target = TARGET.exec(content.text)?.[1];
    if (target !== undefined) readCiteLink(content, open, close, target, into);
  }
}

function readCiteLink(
  content: InlineText,
  open: number,
  close: number,
  target: string,
  { citations, problems }: CiteLinks,
): void {
  const region = content.region(open, close + target.length + 3);
  const command = COMMAND.exec(target);
  const direct = DIRECT.exec(target)?.[1];
  if (direct !== undefined) {
    const end = close + 2 + target.length;
    const keyRegion = content.region(end - direct.length, end);
    citations.push({ region, construct: 'role', cites: [{ key: keyOf(direct), keyRegion, mode: 'normal' }] });
  } else if (command !== null) {
    const cites = citesIn(content, open + 1, close, command[1] === 't' ? 'author-in-text' : 'normal');
    if (cites !== undefined) {
      citations.push({ region, construct: 'role', cites });
      append(problems, notedKeys(content, open + 1, close));
    } else problems.push({ messageId: messageOf(content.text.slice(open + 1, close)), region });
  } else {
    const messageId = /\s/.test(target) ? 'several-keys-behind-link' : 'unknown-cite-link';
    problems.push({ messageId, data: { target }, region });
  }
}

const messageOf = (text: string): string => (text.trim() === '' ? 'empty-citation' : 'unreadable-cite-link');

/** The keys between commas, with the note that follows a semicolon and a blank; `undefined` where anything else stands there. */
function citesIn(
  { text, region }: InlineText,
  start: number,
  end: number,
  mode: Cite['mode'],
): Cite[] | undefined {
  const written = text.slice(start, end);
  const behind = written.search(/;\s/);
  const parts = written.slice(0, behind === -1 ? undefined : behind).split(',');
  if (!parts.every((part) => KEY.test(part.trim()))) return undefined;
  let at = start;
  const cites = parts.map((part): Cite => {
    const key = part.trim();
    const from = at + part.indexOf(key);
    at += part.length + 1;
    return { key: keyOf(key), keyRegion: region(from, from + key.length), mode };
  });
  if (behind === -1) return cites;
  return [...cites.slice(0, -1), { ...cites.at(-1)!, ...splitLocator(written.slice(behind + 1)) }];
}

/** `[knuth84; hoare62](@cite)`: a note that may be meant for another key, if the bibliography has it. */
function notedKeys({ text, region }: InlineText, start: number, end: number): SyntaxProblem[] {
  const [, before, key] = NOTED_KEY.exec(text.slice(start, end)) ?? [];
  if (before === undefined || key === undefined) return [];
  const from = start + before.length;
  const keysEnd = start + before.slice(0, before.indexOf(';')).trimEnd().length;
  const edits = [{ region: region(keysEnd, from), text: ', ' }];
  const fix = { title: 'Separate the keys by `,`', safety: 'suggest' as const, edits };
  return [{ messageId: 'noted-key', data: { key }, region: region(from, from + key.length), fix }];
}

const NOTED_KEY = /^([^;]{1,500};\s{1,99})([^\s"#'(),{}%;]{1,300})\s{0,99}$/;

/** An underscore may be escaped, as that of a word in the text. */
const keyOf = (written: string): string => written.replaceAll('\\_', '_');

/** What the blocks `@bibliography` of a page print. */
interface BibliographyBlocks {
  readonly listed: readonly Citation[];
  readonly printsReferenceList: boolean;
  readonly printsWholeBibliography: boolean;
}

/** A line that is neither an option such as `Pages = ["index.md"]` nor a part of one. */
const LISTED = /^[^\s"#'(),{}%=[\]]+$/;

/** Reads the blocks `@bibliography`: a key on a line of its own is printed without a citation, and `*` all there are. */
export function bibliographyBlocks(text: string, parts: readonly Blocks[]): BibliographyBlocks {
  const fences = parts
    .flatMap((part) => part.fences)
    .filter(({ info }) => /^@bibliography\b/.test(text.slice(info.start, info.end)));
  const listed = fences.flatMap(({ lines: { starts, ends } }) =>
    starts.flatMap((start, line): Citation[] => {
      const written = text.slice(start, ends[line]);
      const key = written.trim();
      if (!LISTED.test(key)) return [];
      const from = start + written.indexOf(key);
      const region = { start: from, end: from + key.length };
      return [{ region, construct: 'nocite', cites: [{ key, keyRegion: region, mode: 'normal' }] }];
    }),
  );
  return {
    listed,
    printsReferenceList: fences.length > 0,
    printsWholeBibliography: listed.some(({ cites }) => cites[0]!.key === '*'),
  };
}
