import {
  defineRule,
  type Fix,
  type Project,
  type ReferenceUse,
  type Region,
  type SyntaxProblem,
} from '../../src/model.ts';
import { once } from '../../src/text/once.ts';
import { isLocal } from '../shared/placed-works.ts';
import { firstOfEachDocument, regionInReference } from '../shared/reference-uses.ts';

/** Slips of punctuation are harmless one by one, and make a list of references look careless. */
export default defineRule({
  id: 'punctuation-in-reference',
  description: 'Disallow doubled blanks and stops in hand-written references, and a missing final stop.',
  scope: 'project',
  level: 'note',
  preset: 'strict',
  since: '0.1.0',
  fix: 'safe',
  messages: {
    blanks: 'Two blanks stand in a row.',
    doubled: '`{found}` is a slip for `{instead}`.',
    'missing-stop': 'This reference does not end with a full stop; {count} of {all} do.',
  },
  options: {},

  check(project, { report }) {
    for (const { texts, count, all } of groupsOf(project)) {
      const endsInStop = all >= 5 && count >= all * 0.75 && count < all;
      for (const { text, uses } of texts) {
        const slips = slipsIn(text).filter(
          (slip) => !isTold(project.readingOf(uses[0]!.reference).problems, slip),
        );
        const lacksStop = endsInStop && ending(text) === 'none';
        if (slips.length === 0 && !lacksStop) continue;
        for (const { document, reference } of uses) {
          const { path } = document;
          for (const { region, found, instead } of slips) {
            const at = { path, region: regionInReference(reference, region) };
            const fixes = mend([{ ...at, text: instead }]);
            if (instead === ' ') report({ at, messageId: 'blanks', fixes });
            else report({ at, messageId: 'doubled', data: { found, instead }, fixes });
          }
          if (!lacksStop) continue;
          const { end } = reference.region;
          const fixes = mend([{ path, region: { start: end, end }, text: '.' }]);
          const at = { path, region: { start: end - 1, end } };
          report({ at, messageId: 'missing-stop', data: { count, all }, fixes });
        }
      }
    }
  },
});

const mend = (edits: Fix['edits']): Fix[] => [{ title: 'Mend the punctuation', safety: 'safe', edits }];

interface Slip {
  readonly region: Region;
  readonly found: string;
  readonly instead: string;
}

const SLIPS = once((): readonly (readonly [pattern: RegExp, instead: string])[] => [
  [/(?<=\S) {2,4}(?=\S)/g, ' '],
  [/(?<![.\s])\.\.(?=\s|$)/g, '.'],
  [/,,(?=\s)/g, ','],
  [/(?<=[\p{L}\p{N})]) ?,\.(?=\s|$)/gu, '.'],
  [/(?<=[\p{L}\p{N})]) ,(?=\s)/gu, ','],
]);

function slipsIn(text: string): Slip[] {
  return SLIPS().flatMap(([pattern, instead]) =>
    Array.from(text.matchAll(pattern), ({ 0: found, index }) => ({
      region: { start: index, end: index + found.length },
      found,
      instead,
    })),
  );
}

/** Whether `malformed-reference` speaks of the same slip: a doubled mark among the authors, or `(2nd ed..` for `(2nd ed.).`. */
function isTold(problems: readonly SyntaxProblem[], { region, found }: Slip): boolean {
  return problems.some(({ messageId, data, region: told }) => {
    if (messageId === 'misshapen-separator') return told.start < region.end && region.start < told.end;
    return (
      messageId === 'unbalanced-brackets' &&
      found === '..' &&
      data?.['mark'] === '(' &&
      told.start < region.start
    );
  });
}

interface Group {
  readonly texts: { readonly text: string; readonly uses: readonly ReferenceUse[] }[];
  /** How many end in a stop, of those where one could stand. */
  count: number;
  all: number;
}

/** Texts that follow one custom: those of a page's lists and notes, those of a site. Only what stands as it reads. */
function groupsOf(project: Project): Iterable<Group> {
  const groups = new Map<string, Group>();
  const add = (name: string, text: string, uses: readonly ReferenceUse[]): void => {
    const group = groups.get(name) ?? { texts: [], count: 0, all: 0 };
    groups.set(name, group);
    group.texts.push({ text, uses });
    const end = ending(text);
    if (end !== 'other') group.all += 1;
    if (end === 'stop') group.count += 1;
  };
  for (const [text, all] of project.referencesByText()) {
    const exact = firstOfEachDocument(all).filter(
      ({ reference: { region } }) => region.end - region.start === text.length,
    );
    const [first] = exact;
    if (first === undefined) continue;
    const { construct } = first.reference;
    if (!isLocal(first.reference)) add(`site ${project.dialectOf(first.document).root}`, text, exact);
    else for (const use of exact) add(`${construct} ${use.document.path}`, text, [use]);
  }
  return groups.values();
}

/** `none`: a word, a number, a bracket or a mark of emphasis, behind which a stop could stand; addresses get none. */
function ending(text: string): 'stop' | 'none' | 'other' {
  const end = text.trimEnd();
  if (/\.[*_"”’)\]]*$/.test(end)) return 'stop';
  if (/(?:https?:|www\.|doi|10\.\d{4,9}\/)\S*$/i.test(end.slice(-300)) || end !== text) return 'other';
  return /[\p{L}\p{N})*_]$/u.test(end) ? 'none' : 'other';
}
