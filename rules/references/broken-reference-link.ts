import {
  type Cite,
  type DocumentFacts,
  defineRule,
  type Label,
  type Project,
  type Reference,
  type RuleContext,
} from '../../src/model.ts';
import { closest } from '../../src/text/similar.ts';
import { isSameWork, workKeys } from '../../src/work/compare.ts';
import { normalizeReferenceText } from '../../src/work/titles.ts';
import { reportProblems } from '../shared/report-problems.ts';

const messages = {
  link: 'No reference on this page has the anchor `{key}`.',
  misspelt: 'No reference on this page has the anchor `{key}`; did you mean `{suggestion}`?',
  hashless: 'An anchor of this page needs a `#` before it; this link leads to a page `{key}`.',
  number: 'The list of references has no item {key}; it goes from {first} to {last}.',
  gap: 'The list of references goes from {before} to {after}.',
  'repeated-number': 'The list of references has two items {number}.',
  misnumbered: 'The list of references has two items {number}, and no item {missing}.',
  'lost-item': 'No reference on this page has the key `{key}`.',
  'misspelt-item': 'No reference on this page has the key `{key}`; did you mean `{suggestion}`?',
  'repeated-item': 'This item stands in the list of references twice.',
};
const reportLostItems = reportProblems({
  'lost-item': messages['lost-item'],
  'misspelt-item': messages['misspelt-item'],
});

/** A number or a link without its item leads the reader nowhere, and a list that skips a number has lost an item. */
export default defineRule({
  id: 'broken-reference-link',
  description: 'Require an item in the list of references for each link and number that cites one.',
  scope: 'document',
  level: 'error',
  preset: 'recommended',
  since: '0.1.0',
  fix: 'suggest',
  messages,
  options: {},

  check(document, context) {
    reportLostItems(document, context);
    const items = document.references.filter(isItem);
    if (items.length === 0) {
      if (citesByAnchor(document)) reportLinks(document, [], undefined, context);
      return;
    }
    const numbers = document.labels.filter(({ name, isAnchor }) => isAnchor !== true && /^\d+$/.test(name));
    const slip = misnumbered(numbers);
    const missing = reportLinks(document, numbers, slip, context);
    reportNumbering(document, numbers, slip, missing, context);
    const { path } = document;
    for (const { first, item } of repeatedItems(context.project, items)) {
      const related = [{ at: { path, region: first.region }, message: 'the first time' }];
      const at = { path, region: item.region };
      context.report({ at, level: 'warning', messageId: 'repeated-item', related });
    }
  },
});

type Context = RuleContext<typeof messages, object>;

/** Dialects whose pages have labels anywhere, not in lists of references alone. */
const HAVE_LABELS: ReadonlySet<string> = new Set(['myst', 'sphinx']);

/** Whether links are seen to cite items that have anchors, whatever these are: standards and pages of the web, often. */
function citesByAnchor(document: DocumentFacts): boolean {
  const anchors = document.labels
    .filter(({ name, isAnchor }) => isAnchor === true || !/^\d+$/.test(name))
    .map(({ name }) => `#${name}`);
  if (anchors.length < 2 || HAVE_LABELS.has(document.dialect)) return false;
  const links = [...linksOf(document)];
  return (
    links.every(({ construct }) => construct === 'link') &&
    links.some(({ cite }) => anchors.includes(cite.key))
  );
}

/** Reports links and numbers that lead to no item; the numbers that are missing. */
function reportLinks(
  document: DocumentFacts,
  numbers: readonly Label[],
  slip: Slip | undefined,
  { report }: Context,
): ReadonlySet<string> {
  const { path, labels, footnotes } = document;
  const names = new Set(labels.map(({ name }) => name));
  const missing = new Set<string>();
  const links = [...linksOf(document)];
  // Where nothing leads to an item, the text does not cite by numbers: `[4]` is a rating there, or a key to press.
  const citesByNumber = links.some(({ cite }) => names.has(cite.key.replace(/^#/, '')));
  for (const { cite, construct } of links) {
    if (construct === 'link' && !cite.key.startsWith('#')) {
      if (names.has(cite.key)) report(hashless(path, cite));
      continue;
    }
    if (names.has(construct === 'link' ? cite.key.slice(1) : cite.key)) continue;
    // The rest of the list may stand in a file that the page includes.
    if (footnotes.isPart) continue;
    if (construct === 'link') report(unknownLink(path, cite, names));
    else if (citesByNumber) {
      missing.add(cite.key);
      if (cite.key === slip?.missing) continue;
      const [first, last] = extent(numbers);
      const at = { path, region: cite.keyRegion };
      report({ at, messageId: 'number', data: { key: cite.key, first, last } });
    }
  }
  return missing;
}

/** Reports numbers that the list has twice or leaves out, but for those that the text was seen to miss. */
function reportNumbering(
  { path, labels }: DocumentFacts,
  numbers: readonly Label[],
  slip: Slip | undefined,
  missing: ReadonlySet<string>,
  { report }: Context,
): void {
  const known = [...missing, ...labels.map(({ name }) => name)];
  const skips = areChosen(numbers);
  for (const { before, label } of neighbours(numbers)) {
    const at = { path, region: label.region };
    const [last, number] = [Number(before.name), Number(label.name)];
    if (number === last && number > 1) {
      const related = [{ at: { path, region: before.region }, message: 'the first' }];
      if (slip === undefined) report({ at, messageId: 'repeated-number', data: { number }, related });
      else report({ at, messageId: 'misnumbered', data: { number, missing: slip.missing }, related });
    } else if (number > last + 1 && !skips && slip === undefined && !isTold(known, last, number)) {
      report({ at, level: 'warning', messageId: 'gap', data: { before: last, after: number } });
    }
  }
}

/** A link to an anchor that is not there; what it may be meant for is suggested. */
function unknownLink(path: string, { key, keyRegion }: Cite, names: ReadonlySet<string>) {
  const at = { path, region: keyRegion };
  const near = closest(key.slice(1), names);
  if (near === undefined || isOtherNumber(near, key.slice(1)))
    return { at, messageId: 'link' as const, data: { key } };
  const suggestion = `#${near}`;
  const edits = [{ ...at, text: suggestion }];
  const fixes = [{ title: `Link to \`${suggestion}\``, safety: 'suggest' as const, edits }];
  return { at, messageId: 'misspelt' as const, data: { key, suggestion }, fixes };
}

/** `ref-9` for `ref-2`: any other item of the list is as near, and so is the anchor `refs` of the whole. */
const isOtherNumber = (near: string, key: string): boolean => {
  const number = /(?<!\d)\d{1,3}$/.exec(key)?.[0];
  return number !== undefined && !near.endsWith(number) && !key.startsWith(near);
};

const isItem = ({ construct }: Reference): boolean => construct === 'list-item';

function* linksOf({ citations }: DocumentFacts): Iterable<{ cite: Cite; construct: 'link' | 'numbered' }> {
  for (const { cites, construct } of citations) {
    if (construct === 'link' || construct === 'numbered') for (const cite of cites) yield { cite, construct };
  }
}

function hashless(path: string, { key, keyRegion }: Cite) {
  const edits = [{ path, region: { start: keyRegion.start, end: keyRegion.start }, text: '#' }];
  const fixes = [{ title: `Link to \`#${key}\``, safety: 'suggest' as const, edits }];
  return { at: { path, region: keyRegion }, messageId: 'hashless' as const, data: { key }, fixes };
}

function extent(numbers: readonly Label[]): [first: number, last: number] {
  let [first, last] = [Infinity, 0];
  for (const { name } of numbers)
    [first, last] = [Math.min(first, Number(name)), Math.max(last, Number(name))];
  return [first, last];
}

/** The number that another was written for. */
interface Slip {
  readonly missing: string;
}

/** Where one number stands twice and one is left out, one slip is behind both. */
function misnumbered(numbers: readonly Label[]): Slip | undefined {
  const known = new Set(numbers.map(({ name }) => Number(name)));
  if (known.size !== numbers.length - 1) return undefined;
  const [first, last] = extent(numbers);
  if (last - first !== known.size) return undefined;
  for (let number = first; ; number++) if (!known.has(number)) return { missing: String(number) };
}

/** Numbers that follow each other in one list; a smaller one begins another list. */
function* neighbours(numbers: readonly Label[]): Iterable<{ before: Label; label: Label }> {
  for (const [index, label] of numbers.entries()) {
    const before = numbers[index - 1];
    if (before !== undefined && Number(label.name) >= Number(before.name)) yield { before, label };
  }
}

/** Whether a list leaves out more numbers than not: it has those that a page cites of a longer list, as they stand there. */
function areChosen(numbers: readonly Label[]): boolean {
  const pairs = [...neighbours(numbers)];
  const gaps = pairs.filter(({ before, label }) => Number(label.name) > Number(before.name) + 1);
  return gaps.length > 1 && gaps.length * 2 > pairs.length;
}

/** Whether the page cites a number of the gap, so that the loss is told already, or has it in another part of the list. */
function isTold(keys: readonly string[], last: number, number: number): boolean {
  return keys.some((key) => Number(key) > last && Number(key) < number);
}

function* repeatedItems(
  project: Project,
  items: readonly Reference[],
): Iterable<{ first: Reference; item: Reference }> {
  const buckets = new Map<string, Reference>();
  for (const item of items) {
    const work = project.workOf(item);
    const text = normalizeReferenceText(item.text);
    const names = [text, ...(project.readingOf(item).confidence < 0.7 ? [] : workKeys(work))].map(
      (name) => `${item.list ?? 0} ${name}`,
    );
    const first = names
      .map((name) => buckets.get(name))
      .find(
        (known) =>
          known !== undefined &&
          (normalizeReferenceText(known.text) === text || isSameWork(project.workOf(known), work)),
      );
    for (const name of names) if (!buckets.has(name)) buckets.set(name, item);
    if (first !== undefined) yield { first, item };
  }
}
