import { defineRule, type Project, type Reference, type Region } from '../../src/model.ts';
import { isLocal } from '../shared/placed-works.ts';
import { regionInReference } from '../shared/reference-uses.ts';

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
    for (const { uses, count, all } of groupsOf(project)) {
      const endsInStop = all >= 5 && count >= all * 0.75 && count < all;
      for (const { path, reference } of uses) {
        for (const { region, found, instead } of slipsIn(reference.text)) {
          const at = { path, region: regionInReference(reference, region) };
          const fixes = [
            { title: 'Mend the punctuation', safety: 'safe' as const, edits: [{ ...at, text: instead }] },
          ];
          if (instead === ' ') report({ at, messageId: 'blanks', fixes });
          else report({ at, messageId: 'doubled', data: { found, instead }, fixes });
        }
        if (!endsInStop || ending(reference.text) !== 'none') continue;
        const end = reference.region.end;
        const at = { path, region: { start: end - 1, end } };
        const edits = [{ path, region: { start: end, end }, text: '.' }];
        const fixes = [{ title: 'Add a full stop', safety: 'safe' as const, edits }];
        report({ at, messageId: 'missing-stop', data: { count, all }, fixes });
      }
    }
  },
});

interface Slip {
  readonly region: Region;
  readonly found: string;
  readonly instead: string;
}

const SLIPS: readonly (readonly [pattern: RegExp, instead: string])[] = [
  [/(?<=\S) {2,4}(?=\S)/g, ' '],
  [/(?<![.\s])\.\.(?=\s|$)/g, '.'],
  [/,,(?=\s)/g, ','],
  [/(?<=[\p{L}\p{N})]) ?,\.(?=\s|$)/gu, '.'],
  [/(?<=[\p{L}\p{N})]) ,(?=\s)/gu, ','],
];

function slipsIn(text: string): Slip[] {
  return SLIPS.flatMap(([pattern, instead]) =>
    Array.from(text.matchAll(pattern), ({ 0: found, index }) => ({
      region: { start: index, end: index + found.length },
      found,
      instead,
    })),
  );
}

interface Group {
  readonly uses: { readonly path: string; readonly reference: Reference }[];
  /** How many end in a stop, of those where one could stand. */
  count: number;
  all: number;
}

/** References that follow one custom: those of a page's lists and notes, those of a site. Only what stands as it reads. */
function groupsOf(project: Project): Iterable<Group> {
  const groups = new Map<string, Group>();
  for (const document of project.documents) {
    const seen = new Set<string>();
    for (const reference of document.references) {
      const { text, region } = reference;
      if (region.end - region.start !== text.length || seen.has(text)) continue;
      seen.add(text);
      const scope = isLocal(reference) ? document.path : project.dialectOf(document).root;
      const name = `${isLocal(reference) ? 'page' : 'site'} ${scope} ${reference.construct}`;
      const group = groups.get(name) ?? { uses: [], count: 0, all: 0 };
      groups.set(name, group);
      group.uses.push({ path: document.path, reference });
      if (ending(text) !== 'other') group.all += 1;
      if (ending(text) === 'stop') group.count += 1;
    }
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
