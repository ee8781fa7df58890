import {
  type AuthorYearMention,
  type DocumentFacts,
  defineRule,
  type Fix,
  type IdentifierMention,
  type Mention,
  type Project,
} from '../../src/model.ts';
import { personsOf } from '../../src/work/compare-authors.ts';
import { BRACKETS, citationWriter } from '../../src/work/plain-citations.ts';
import { createMentionIndexes, familyLength, type MentionIndex } from '../shared/mentioned-works.ts';

/** Typed by hand, author and year lead nowhere and stay as they are when the entry is corrected. */
export default defineRule({
  id: 'unlinked-citation',
  description: 'Require a citation where the text names a work that the bibliography of the page has.',
  scope: 'project',
  level: 'note',
  preset: 'preview',
  since: '0.1.0',
  fix: 'suggest',
  messages: {
    'author-year': 'This names the work of `{key}` without citing it.',
    identifier: 'This leads to the work of `{key}` without citing it.',
  },
  options: {},

  check(project, { report }) {
    const indexOf = createMentionIndexes(project);
    for (const document of project.documents) {
      const entries = project.entriesFor(document);
      if (entries.size === 0) continue;
      const index = indexOf(entries);
      for (const mention of project.mentionsOf(document)) {
        const keys = keysOf(mention, index);
        const key = keys.find((candidate) => candidate !== undefined);
        if (key === undefined || isCitedNear(project, document, mention, keys)) continue;
        const at = { path: document.path, region: mention.region };
        const text = keys.every((found) => found !== undefined)
          ? citationFor(project, document, mention, keys)
          : undefined;
        report({ at, messageId: mention.kind, data: { key }, fixes: fixes(document, text) });
      }
    }
  },
});

type Keys = readonly (string | undefined)[];

function keysOf(mention: Mention, index: MentionIndex): Keys {
  if (mention.kind === 'author-year') return mention.works.map((work) => index.byAuthorYear(work));
  return [index.byIdentifier(mention.identifier.kind, mention.identifier.value)];
}

/** How far from the words their citation may stand: “Knuth (1984) coined the word [@knuth84]”. */
const NEAR = 200;

function isCitedNear(project: Project, document: DocumentFacts, { region }: Mention, keys: Keys): boolean {
  return project
    .citationsOf(document)
    .some(
      ({ region: at, cites }) =>
        at.start < region.end + NEAR &&
        at.end > region.start - NEAR &&
        cites.some(({ key }) => keys.includes(key)),
    );
}

interface Replacement {
  readonly start: number;
  readonly text: string;
}

function fixes(
  document: DocumentFacts,
  replacement: (Replacement & { readonly end: number }) | undefined,
): Fix[] {
  if (replacement === undefined) return [];
  const { start, end, text } = replacement;
  const edits = [{ path: document.path, region: { start, end }, text }];
  return [{ title: `Write ${text}`, safety: 'suggest', edits }];
}

/** What to write in its place, where the dialect can say it. */
function citationFor(
  project: Project,
  document: DocumentFacts,
  mention: Mention,
  keys: readonly string[],
): (Replacement & { readonly end: number }) | undefined {
  const write = citationWriter(project, document);
  if (write === undefined) return undefined;
  const { region } = mention;
  if (mention.kind === 'identifier') return { ...region, text: linkText(mention, write(keys)) };
  const isPlain = mention.works.every(({ prefix, locator }) => prefix === undefined && locator === undefined);
  if (!BRACKETS.has(document.dialect))
    return isPlain && !mention.inText ? { ...region, text: write(keys) } : undefined;
  if (!mention.inText) return { ...region, text: withAffixes(mention, keys, write) };
  const start = region.start + wordsBefore(project, document, mention, keys[0]!);
  return { start, end: region.end, text: inText(mention, write(keys)) };
}

function linkText({ words }: IdentifierMention, citation: string): string {
  return words === undefined ? citation : `${words} ${citation}`;
}

/** `[see @knuth84, p. 3; @hoare62]`. */
function withAffixes(
  { works }: AuthorYearMention,
  keys: readonly string[],
  write: (keys: readonly string[]) => string,
): string {
  const parts = works.map(({ prefix, locator }, index) => {
    const cite = write([keys[index]!]).slice(1, -1);
    return `${prefix === undefined ? '' : `${prefix} `}${cite}${locator === undefined ? '' : `, ${locator}`}`;
  });
  return `[${parts.join('; ')}]`;
}

/** `@knuth84 [p. 3]`. */
function inText({ works: [work] }: AuthorYearMention, citation: string): string {
  return `${citation.slice(1, -1)}${work?.locator === undefined ? '' : ` [${work.locator}]`}`;
}

/** How much of the sentence stands before the first family name. */
function wordsBefore(
  project: Project,
  document: DocumentFacts,
  { works: [work] }: AuthorYearMention,
  key: string,
): number {
  const [entry] = project.entriesFor(document).get(key) ?? [];
  const person = entry === undefined ? undefined : personsOf(project.workOf(entry))[0]?.value;
  const [written = ''] = work?.names ?? [];
  return person === undefined ? 0 : written.length - familyLength(written, person);
}
