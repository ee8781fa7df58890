import type { Region, SyntaxProblem } from '../model.ts';
import { mask } from '../text/mask.ts';
import type { Body } from './body.ts';
import { maskCode } from './markdown/mask-code.ts';

/** What chatbots write where they cite; between them and the page nothing is left that could print it. */
const MARKS: readonly RegExp[] = [
  /:?contentReference\[oaicite:\d{1,4}\](?:\{index=\d{1,4}\})?/g,
  /【[^【】†\n]{0,200}†[^【】\n]{0,200}】/g,
  /\ue200?(?:file)?cite(?:\ue202?turn\d{1,3}[a-z]{3,12}\d{1,3}){1,30}\ue201?/g,
  /<Cite refs=\{\["turn\d[^<\]\n]{0,400}\]\} ?\/>/g,
  /\[cite(?:_start|_end|: ?\d{1,4}(?:[-–]\d{1,4})?(?:, ?\d{1,4}(?:[-–]\d{1,4})?){0,30})\](?!\()/g,
];

/** `[oai_citation:3‡Agent Skills](https://…)`, a link whose text is a mark. */
const MARKED_LINK = /\[(oai_citation\w{0,20}:\d{1,4}(?:[‡†,]([^[\]\n]{0,200}))?)\]\(/g;

/** A mark of many sources is long, and a message is short. */
const LONGEST_SHOWN = 40;

/** The marks in the prose of a page; `templates` are the stretches that its template layer takes. */
export function readChatCitations(text: string, body: Body, templates: readonly Region[]): SyntaxProblem[] {
  const prose = maskCode(mask(text, templates), body);
  const from = body.start;
  const within = prose.slice(from);
  const marks = MARKS.flatMap((pattern) =>
    Array.from(within.matchAll(pattern), ({ index, 0: { length } }) =>
      leftBehind(text, { start: from + index, end: from + index + length }),
    ),
  );
  const links = Array.from(within.matchAll(MARKED_LINK), ({ index, 1: mark, 2: title = '' }) =>
    markedLink({ start: from + index + 1, end: from + index + 1 + mark!.length }, mark!, title.trim()),
  );
  return [...marks, ...links];
}

function leftBehind(text: string, region: Region): SyntaxProblem {
  const { start, end } = region;
  const hasBlank = text[start - 1] === ' ' && !/[\w([]/.test(text.charAt(end));
  const edit = { region: { start: hasBlank ? start - 1 : start, end }, text: '' };
  return {
    messageId: 'chat-citation',
    data: { mark: shown(text.slice(start, end)) },
    region,
    fix: { title: 'Remove it', safety: 'unsafe', edits: [edit] },
  };
}

function markedLink(region: Region, mark: string, title: string): SyntaxProblem {
  const problem = { messageId: 'chat-link', data: { mark: shown(mark) }, region };
  if (title === '') return problem;
  const edits = [{ region, text: title }];
  return { ...problem, fix: { title: 'Keep the title alone', safety: 'unsafe', edits } };
}

/** The characters that part a mark cannot be seen. */
function shown(mark: string): string {
  const seen = mark.replace(/[\ue200-\ue2ff]/g, '');
  return seen.length > LONGEST_SHOWN ? `${seen.slice(0, LONGEST_SHOWN)}…` : seen;
}
