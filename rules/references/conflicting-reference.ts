import {
  type BibEntry,
  defineRule,
  type Fix,
  type Located,
  type Project,
  type ReferenceUse,
  type Region,
  type RuleContext,
  type Work,
} from '../../src/model.ts';
import {
  compareWorks,
  type Difference,
  describeDifferences,
  punctuationDifference,
  textDifferences,
} from '../../src/work/compare.ts';
import { pageConflicts } from '../shared/page-conflicts.ts';
import { isLocal } from '../shared/placed-works.ts';
import {
  differingTexts,
  firstOfEachDocument,
  type ReferenceVariant,
  regionInReference,
} from '../shared/reference-uses.ts';

const messages = {
  conflicting: 'Cite key `{key}` has two reference texts: {difference}. {prints}',
  'different-works': 'Cite key `{key}` stands for two works: {difference}. {prints}',
  bibliography: 'Cite key `{key}` has another reference in {file}: {difference}.',
  entry: 'Entry `{key}` of {file} is this work, but says otherwise: {difference}.',
  note: 'This work has another reference on this page: {difference}.',
  wording: 'Cite key `{key}` has two reference texts that differ in wording: {difference}. {prints}',
  punctuation:
    'Cite key `{key}` has two reference texts that differ in punctuation or white space: {difference}. {prints}',
};

/** One key with two texts: the site prints one of them, and the reader cannot know which is right. */
export default defineRule({
  id: 'conflicting-reference',
  description: 'Disallow different reference texts for one cite key or one work.',
  scope: 'project',
  level: 'error',
  preset: 'recommended',
  since: '0.1.0',
  fix: 'suggest',
  messages,
  options: {},

  check(project, context) {
    reportTexts(project, context);
    reportEntries(project, context);
    reportPages(project, context);
  },
});

type Context = RuleContext<typeof messages, object>;

/** Texts of one cite key that differ. */
function reportTexts(project: Project, { report }: Context): void {
  for (const [key, [adopted, ...others]] of differingTexts(project)) {
    if (adopted === undefined) continue;
    for (const variant of others) {
      const verdict = judge(project, adopted, variant);
      if (isExplained(project, verdict, adopted, variant)) continue;
      const [difference] = verdict.differences;
      for (const use of firstOfEachDocument(variant.uses)) {
        const { document, reference } = use;
        const other = adopted.uses.find((candidate) => candidate.document === document) ?? adopted.uses[0]!;
        const isElsewhere = other.document !== document;
        if (isElsewhere && areCitedPages(verdict.differences)) continue;
        const there = { path: other.document.path, region: other.reference.region };
        report({
          at: { path: document.path, region: regionInReference(reference, difference?.rightRegion) },
          messageId: verdict.messageId,
          ...(IS_SMALL.has(verdict.messageId) ? { level: 'warning' as const } : {}),
          data: { key, difference: describe(verdict.differences, use, other), prints: prints(use, other) },
          related: [{ at: there, message: isElsewhere ? 'the text elsewhere' : 'the other text' }],
          fixes: adopt(use, other, adopted.uses.length > variant.uses.length),
        });
      }
    }
  }
}

/** Texts that differ from the entry of their key. */
function reportEntries(project: Project, { report }: Context): void {
  for (const { document, reference, entry, differences } of entryConflicts(project)) {
    const { path, region } = entry.at;
    report({
      at: { path: document.path, region: regionInReference(reference, differences[0]?.rightRegion) },
      messageId: 'bibliography',
      data: { key: entry.key, file: path, difference: describeDifferences(differences) },
      related: [{ at: { path, region }, message: 'the entry' }],
    });
  }
}

/** Texts without a key that differ from another of the page, or from an entry. */
function reportPages(project: Project, { report }: Context): void {
  for (const { document, reference, entry, other, differences } of pageConflicts(project)) {
    const { path } = document;
    const at = { path, region: regionInReference(reference, differences[0]?.rightRegion) };
    const difference = describeDifferences(differences);
    if (entry !== undefined) {
      const data = { key: entry.key, file: entry.at.path, difference };
      report({ at, messageId: 'entry', data, related: [{ at: entry.at, message: 'the entry' }] });
    } else if (other !== undefined) {
      const related = [{ at: { path, region: other.region }, message: 'the other' }];
      report({ at, messageId: 'note', data: { difference }, related });
    }
  }
}

interface EntryConflict extends ReferenceUse {
  readonly entry: Located<BibEntry>;
  /** Left is the entry, right the text; never empty. */
  readonly differences: readonly Difference[];
}

/** Texts that say something else than the entry of their key, one of each page and key; what cannot be read is left alone. */
function* entryConflicts(project: Project): Iterable<EntryConflict> {
  for (const document of project.documents) {
    if (document.references.length === 0) continue;
    const entries = project.entriesFor(document);
    if (entries.size === 0) continue;
    const seen = new Set<string>();
    for (const reference of document.references) {
      const [entry, another] = entries.get(reference.key ?? '') ?? [];
      // Of two entries under one key `duplicate-key` speaks.
      if (entry === undefined || another !== undefined || seen.has(entry.key)) continue;
      if (isLocal(reference) || project.readingOf(reference).confidence < 0.5) continue;
      const { differences } = compareWorks(project.workOf(entry), project.workOf(reference));
      if (differences.length === 0) continue;
      seen.add(entry.key);
      yield { document, reference, entry, differences };
    }
  }
}

/** What a reader may not even notice. */
const IS_SMALL: ReadonlySet<string> = new Set(['wording', 'punctuation']);

interface Verdict {
  readonly messageId: 'conflicting' | 'different-works' | 'wording' | 'punctuation';
  /** Left is the adopted text, right this one; never empty. */
  readonly differences: readonly Difference[];
}

/**
 * Whether `malformed-reference` has said what is wrong with the two: of texts that differ in wording alone, that one is
 * damaged; else that one lacks a part, which then is read into its title. Of a DOI that is none `invalid-doi` speaks.
 */
function isExplained(
  project: Project,
  { messageId, differences }: Verdict,
  ...variants: readonly ReferenceVariant[]
): boolean {
  if (differences.length === 1 && isBrokenDoi(differences[0]!)) return true;
  const isSmall = IS_SMALL.has(messageId);
  if (!isSmall && differences.some(({ part }) => part !== 'title')) return false;
  const damage = isSmall ? /./ : /^(?:missing|misshapen)-/;
  const [left, right] = variants.map(({ uses }) =>
    project.readingOf(uses[0]!.reference).problems.some((problem) => damage.test(problem.messageId)),
  );
  return left !== right;
}

/** Whether two texts name another page each, and no range: the place that is cited, of which every page has its own. */
function areCitedPages(differences: readonly Difference[]): boolean {
  const isOne = (pages: string): boolean => /^\d+$/.test(pages);
  return differences.every(({ part, left, right }) => part === 'pages' && isOne(left) && isOne(right));
}

/** Whether one of two DOIs does not begin like any. */
function isBrokenDoi({ part, left, right }: Difference): boolean {
  const isWhole = (doi: string): boolean => /^10\.\d{4,9}(?:\.\d{1,9})?\/./.test(doi);
  return part === 'doi' && isWhole(left) !== isWhole(right);
}

/** Part by part where both texts can be read as works, word by word where they cannot. */
function judge(project: Project, adopted: ReferenceVariant, variant: ReferenceVariant): Verdict {
  const left = adopted.uses[0]!.reference;
  const right = variant.uses[0]!.reference;
  const { verdict, differences, compared } = compareWorks(project.workOf(left), project.workOf(right));
  if (differences.length > 0) {
    return { messageId: verdict === 'different' ? 'different-works' : 'conflicting', differences };
  }
  const words = textDifferences(left.text, right.text);
  const stretch = words.length === 0 ? punctuationDifference(left.text, right.text) : undefined;
  if (stretch !== undefined) return { messageId: 'punctuation', differences: [stretch] };
  const named = words.map((difference) => nameTitle(difference, project.workOf(left), project.workOf(right)));
  return { messageId: compared.length < 2 ? 'conflicting' : 'wording', differences: named };
}

/** Words of the titles, where they alone are what differs. */
function nameTitle(difference: Difference, left: Work, right: Work): Difference {
  const isInTitle = ({ title }: Work, words: string, region: Region | undefined): boolean =>
    words === '' ||
    (title !== undefined &&
      region !== undefined &&
      title.region.start <= region.start &&
      region.end <= title.region.end);
  const isTitle =
    isInTitle(left, difference.left, difference.leftRegion) &&
    isInTitle(right, difference.right, difference.rightRegion);
  return isTitle ? { ...difference, part: 'title' } : difference;
}

/** At most three parts: “year `1998` here, `1997` in content/posts/heap.md”. */
function describe(differences: readonly Difference[], use: ReferenceUse, other: ReferenceUse): string {
  const there = use.document === other.document ? 'in the other text' : 'elsewhere';
  const parts = differences.slice(0, 3).map(({ part, left, right }, index) => {
    const name = part === 'text' ? '' : `${part} `;
    const [atUse, atOther] = index === 0 ? [' here', ` ${there}`] : ['', ''];
    if (right === '') return `${name}without \`${left}\`${atUse}, with it${atOther}`;
    if (left === '') return `${name}with \`${right}\`${atUse}, without it${atOther}`;
    return `${name}\`${right}\`${atUse}, \`${left}\`${atOther}`;
  });
  return parts.join('; ');
}

function prints(use: ReferenceUse, other: ReferenceUse): string {
  if (use.document !== other.document) return 'Each page prints its own.';
  const isFirst = use.reference.region.start < other.reference.region.start;
  return `The page prints the first, which is ${isFirst ? 'this one' : 'the other'}.`;
}

/** Only where the text can be put in as it stands: quotes and backslashes would need the carrier's escapes. */
function adopt(
  { document, reference }: ReferenceUse,
  { reference: { text } }: ReferenceUse,
  isUsedMore: boolean,
): Fix[] {
  if (/["\\`]/.test(text) || reference.construct !== 'shortcode') return [];
  const edits = [{ path: document.path, region: reference.region, text }];
  const title = isUsedMore ? 'Adopt the text that is used most' : 'Adopt the other text';
  return [{ title, safety: 'suggest', edits }];
}
