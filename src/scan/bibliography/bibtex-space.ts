import { isWideSpace, lineEnd, skipSpace } from './bibtex-characters.ts';
import { type BibtexReader, type OpenEntry, replace, report } from './bibtex-reader.ts';

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
 * BibTeX takes a no-break space for the first letter of the field's name, and the field is lost. Behind a value it may be
 * passed twice, and is said once.
 */
function skipWideSpace(reader: BibtexReader, entry: OpenEntry, start: number): number {
  const { text } = reader;
  let end = start;
  while (isWideSpace(text.charCodeAt(end))) end++;
  const last = reader.problems.at(-1);
  if (last?.messageId === 'unusual-space' && last.region.start === start) return end;
  const fix = replace('Write plain blanks', start, end, ' '.repeat(end - start));
  report(reader, 'unusual-space', start, end, { data: { key: entry.key, engines: 'BibTeX' }, fix });
  return end;
}
