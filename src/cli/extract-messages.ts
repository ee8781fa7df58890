import type { Extraction, ExtractionNote, ReferenceConflict } from '../extract/extraction.ts';
import type { RewriteOutcome } from '../extract/rewrite-sites.ts';
import type { KeptReason, Obstacle } from '../extract/rewriting.ts';
import type { Host } from '../host/host.ts';
import type { DocumentFacts, Location } from '../model.ts';
import { createLineIndex, type LineIndex } from '../text/line-index.ts';
import { plural } from '../text/plural.ts';
import { makeVisibleLine } from '../text/visible.ts';

/** Says on stderr what a user has to know of an extraction, one line each. */
export interface Teller {
  /** There are pages, and no reference in them. */
  nothing(): void;
  extraction(extraction: Extraction): void;
  /** What stays, and why; asked for before anything is written, since places are told by the old texts. */
  obstacles(outcome: RewriteOutcome): void;
  summary(outcome: RewriteOutcome, isDry: boolean): void;
  /** A page that must not be written. */
  refused(path: string, reason: string): void;
  /** True if the run has to end with 2. */
  failures(
    missing: readonly string[],
    unreadable: readonly { readonly path: string; readonly detail: string }[],
    files: number,
  ): boolean;
}

/** Makes what tells of an extraction, on standard error; `displayPath` gives a path as the user sees it. */
export function createTeller(
  host: Host,
  displayPath: (path: string) => string,
  text: (path: string) => string,
): Teller {
  const say = (line: string): void => host.stderr.write(`bibliolint: ${makeVisibleLine(line)}\n`);
  let hasRefused = false;
  const indexes = new Map<string, LineIndex>();
  const place = ({ path, region }: Location): string => {
    const index = indexes.get(path) ?? createLineIndex(text(path));
    indexes.set(path, index);
    const { line, column } = index.position(region.start);
    return `${displayPath(path)}:${line}:${column}`;
  };
  return {
    nothing: () => say('no reference is written out in these pages.'),
    extraction({ conflicts, notes }) {
      for (const conflict of conflicts) say(describeConflict(conflict, place));
      for (const note of notes) say(describeNote(note, place));
    },
    obstacles(outcome) {
      for (const line of new Set(
        outcome.obstacles.map((found) => describeObstacle(found, place, displayPath)),
      ))
        say(line);
      for (const { document, path } of outcome.unlinked) {
        say(
          `${displayPath(document.path)} cites now; tell its engine of ${displayPath(path)} (${document.dialect}).`,
        );
      }
    },
    summary: (outcome, isDry) => say(summarize(outcome, isDry, displayPath)),
    refused(path, reason) {
      hasRefused = true;
      say(`${displayPath(path)} stays as it is: ${reason}.`);
    },
    failures(missing, unreadable, files) {
      for (const path of missing) say(`${path} does not exist.`);
      for (const { path, detail } of unreadable) say(`${displayPath(path)} cannot be read: ${detail}.`);
      const isEmpty = files === 0 && missing.length === 0 && unreadable.length === 0;
      if (isEmpty) say('no document was found.');
      return hasRefused || isEmpty || missing.length + unreadable.length > 0;
    },
  };
}

type Place = (location: Location) => string;

function describeConflict(
  { key, difference, used, other, wordingOnly }: ReferenceConflict,
  place: Place,
): string {
  const what = wordingOnly ? `two texts in other words, ${difference}` : `two texts, ${difference}`;
  return `\`${key}\` has ${what}: ${place(used)} is used, ${place(other)} is not.`;
}

function describeNote({ key, kind, other = '', at }: ExtractionNote, place: Place): string {
  switch (kind) {
    case 'no-year':
      return `\`${key}\` has no year in its text at ${place(at)}; XXXX stands for it.`;
    case 'unread':
      return `the text ${key === '' ? '' : `of \`${key}\` `}at ${place(at)} could not be taken apart.`;
    case 'same-work':
      return `\`${key}\` at ${place(at)} is the work of \`${other}\`.`;
    case 'other-work':
      return `\`${other}\` at ${place(at)} is another work than elsewhere; its entry is \`${key}\`.`;
    case 'renamed':
      return `\`${key}\` is no key for BibTeX; its entry is \`${other}\`.`;
  }
}

const KEPT: Readonly<Record<KeptReason, string>> = {
  conflict: 'it contradicts the text or entry that is used',
  unread: 'it could not be taken apart',
  'several-keys': 'it belongs to several keys',
  'arguments-behind': 'arguments follow it, which would change their places',
  'with-others': 'other texts of the page stay, and no template says that a key alone is right beside them',
  'more-than-reference': 'the note says more than the reference',
  pages: 'the text cites pages or a part of it, which would be lost',
  place: 'a citation would read as something else there',
  'uncited-list': 'nothing in the text points at it, so the list would lose it',
};

function describeObstacle(
  { document, obstacle }: { readonly document: DocumentFacts; readonly obstacle: Obstacle },
  place: Place,
  displayPath: (path: string) => string,
): string {
  switch (obstacle.kind) {
    case 'template-demands-text':
      return `\`${obstacle.shortcode}\` keeps its texts: ${displayPath(obstacle.template)} stops the build without one. The template must change first: let it look the key up in a bibliography.`;
    case 'template-prints-text':
      return `${displayPath(obstacle.template)} prints its argument and looks nothing up: for a key alone it must print the work that the bibliography has.`;
    case 'template-unseen':
      return `the template of \`${obstacle.shortcode}\` is not here; it must print the work of a key that comes without a text.`;
    case 'no-citations': {
      // A page is taken for plain Markdown where nothing says more.
      const hint = obstacle.dialect === 'markdown' ? '; --dialect says what else it is written in' : '';
      return `${displayPath(document.path)} keeps its references: ${obstacle.dialect} has no citations${hint}.`;
    }
    case 'kept': {
      const at = { path: document.path, region: obstacle.reference.region };
      return `the reference at ${place(at)} stays: ${KEPT[obstacle.reason]}.`;
    }
  }
}

function summarize(
  { replacedCount, pages, bibliographies }: RewriteOutcome,
  isDry: boolean,
  displayPath: (path: string) => string,
): string {
  if (replacedCount === 0) return 'nothing was rewritten.';
  const added = bibliographies.map(
    ({ path, works }) => `${plural(works.length, 'work')} in ${displayPath(path)}`,
  );
  const verb = isDry ? 'would become' : 'became';
  return `${plural(replacedCount, 'reference')} in ${plural(pages.size, 'page')} ${verb} citations; ${added.join(', ')}.`;
}
