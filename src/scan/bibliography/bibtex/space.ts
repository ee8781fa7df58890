import { isWideSpace, lineEnd, skipSpace, trimEnd } from './characters.ts';
import { type BibtexReader, type OpenEntry, replace, report } from './reader.ts';

/**
 * First offset at or behind `at` that is neither white space nor part of a `%` comment. biber, Pandoc and mystmd know
 * such comments inside an entry; BibTeX and bibtex-ruby lose the rest of the entry, so the first of them is reported.
 */
export function skipSpaceAndComments(reader: BibtexReader, entry: OpenEntry, at: number): number {
  const { text } = reader;
  let offset = at;
  for (;;) {
    offset = skipSpace(text, offset);
    const code = text.charCodeAt(offset);
    if (code === 37) {
      const end = lineEnd(text, offset);
      if (!entry.commentReported) {
        entry.commentReported = true;
        const data = { key: entry.key, engines: 'BibTeX, bibtex-ruby' };
        report(reader, 'comment-in-entry', offset, end, { data });
      }
      // A comment that holds the closer leaves the entry open for all but BibTeX: the comment is the defect.
      if (text.slice(offset, end).includes('}')) entry.confused = true;
      offset = end;
    } else if (code >= 0xa0 && isWideSpace(code)) {
      offset = skipWideSpace(reader, entry, offset);
    } else return offset;
  }
}

/**
 * Takes back the comment that begins on a line of its own before `at`, where the entry turned out to have ended without
 * its closer: it stands between two entries. The offset of that comment, or `at`. One that holds a closer is the defect.
 */
export function forgetCommentBefore(reader: BibtexReader, entry: OpenEntry, at: number): number {
  const { problems, text } = reader;
  const last = problems.at(-1);
  if (last?.messageId !== 'comment-in-entry') return at;
  const { start } = last.region;
  const isOnOwnLine = /[\r\n]/.test(text.slice(trimEnd(text, 0, start), start));
  if (!isOnOwnLine || skipComments(text, start) !== at || text.slice(start, at).includes('}')) return at;
  problems.pop();
  entry.commentReported = false;
  return start;
}

function skipComments(text: string, start: number): number {
  let at = start;
  while (text.charCodeAt(at) === 37) at = skipSpace(text, lineEnd(text, at));
  return at;
}

/**
 * To BibTeX and biber a no-break space is a letter: of the field's name, or of something that is out of place behind a
 * value. To Pandoc it is a blank, but what has no width is none. Behind a value it may be passed twice, and is said once.
 */
function skipWideSpace(reader: BibtexReader, entry: OpenEntry, start: number): number {
  const { text } = reader;
  let end = start;
  while (isWideSpace(text.charCodeAt(end))) end++;
  const last = reader.problems.at(-1);
  if (last?.messageId === 'unusual-space' && last.region.start === start) return end;
  const written = text.slice(start, end);
  const blanks = written.replace(NO_BLANK, '');
  const engines = blanks === written ? 'BibTeX, biber' : 'BibTeX, biber, Pandoc';
  const title = blanks === '' ? 'Remove what cannot be seen' : 'Write plain blanks';
  report(reader, 'unusual-space', start, end, {
    data: { key: entry.key, character: written.charAt(0), engines },
    fix: replace(title, start, end, ' '.repeat(blanks.length)),
  });
  return end;
}

/** What Haskell's `isSpace` does not know: a zero-width space, the separators of lines and paragraphs, a byte order mark. */
const NO_BLANK = /[\u200b\u2028\u2029\ufeff]/g;
