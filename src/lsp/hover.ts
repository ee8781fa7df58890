import { ruleGroups, rules } from '../../rules/index.ts';
import type { BibEntry, Finding, Project, Reference, Region } from '../model.ts';
import type { CiteUse, KeyUses } from '../project/key-uses.ts';
import { plural } from '../text/plural.ts';
import { homepage } from '../version.ts';
import { formatWork } from '../work/format-work.ts';
import type { Paragraph, Piece } from './prose.ts';
import { type Target, targetAt } from './target.ts';
import type { JudgedView, View } from './view.ts';

/** What to show over a place, and how far the place goes. */
export interface HoverText {
  readonly region: Region;
  readonly paragraphs: readonly Paragraph[];
}

/** What is known of the thing under the cursor: the work behind a key and who else cites it; the rules that complain. */
export function hoverAt(view: JudgedView, path: string, offset: number): HoverText | undefined {
  const target = targetAt(view, path, offset);
  const known = target === undefined ? [] : describeTarget(view, path, target);
  const findings = view
    .findings(path)
    .filter(({ at: { region } }) => offset >= region.start && offset <= region.end);
  const paragraphs = [...known, ...uniqueRules(findings).map(describeRule)];
  const region = target?.region ?? findings[0]?.at.region;
  return region === undefined || paragraphs.length === 0 ? undefined : { region, paragraphs };
}

function describeTarget(view: View, path: string, target: Target): Paragraph[] {
  switch (target.kind) {
    case 'key':
      return describeKey(view, path, target.key);
    case 'reference':
      return target.reference.key === undefined ? [] : describeKey(view, path, target.reference.key);
    case 'footnote': {
      const facts = view.facts(path);
      const definition =
        facts?.kind === 'document'
          ? facts.footnotes.definitions.find(({ label }) => label === target.label)
          : undefined;
      return definition === undefined ? [] : [{ pieces: [{ reference: definition.text }] }];
    }
    default:
      return [describeBibliography(view, target.link)];
  }
}

function describeKey(view: View, path: string, key: string): Paragraph[] {
  const uses = view.keys.usesOf(key, path);
  const reference = referenceOf(view.project, uses);
  const more = uses.entries.length - 1;
  return [
    ...(reference === undefined ? [] : [{ pieces: [reference] }]),
    ...(more > 0
      ? [{ pieces: [more === 1 ? 'Another entry has this key.' : `${more} more entries have this key.`] }]
      : []),
    describeCites(uses.cites, path),
  ];
}

/** The work behind a key, and how often it is cited, for somebody who chooses among keys. */
export function describeWork(view: View, path: string, key: string): Paragraph[] {
  const uses = view.keys.usesOf(key, path);
  const reference = referenceOf(view.project, uses);
  const count = uses.cites.length === 0 ? 'Not cited yet.' : `Cited ${timesText(uses.cites.length)}.`;
  return [...(reference === undefined ? [] : [{ pieces: [reference] }]), { pieces: [count] }];
}

/** The work as it is printed: the text written for it, or its entry as one line. */
function referenceOf(project: Project, uses: KeyUses): Piece | undefined {
  const source: Reference | BibEntry | undefined =
    uses.references[0]?.reference ?? uses.entries[0] ?? uses.aliased[0];
  if (source === undefined) return undefined;
  if ('text' in source) return { reference: source.text };
  return formatWork(project.workOf(source)) || source.key;
}

/** Pages that are listed by name; the rest is a number. */
const MOST_PAGES = 8;

function describeCites(cites: readonly CiteUse[], path: string): Paragraph {
  const pages = new Map<string, CiteUse[]>();
  for (const use of cites) pages.set(use.document.path, [...(pages.get(use.document.path) ?? []), use]);
  const here = pages.get(path)?.length ?? 0;
  pages.delete(path);
  const others = [...pages].sort(([, a], [, b]) => b.length - a.length);
  const shown = others.slice(0, MOST_PAGES);
  const rest = others.length - shown.length;
  const count = cites.length === 0 ? 'Not cited' : `Cited ${timesText(cites.length)}`;
  return {
    pieces: [
      { strong: count },
      here === 0 || others.length === 0 ? '.' : `, ${timesText(here)} in this file.`,
    ],
    items: [
      ...shown.map(([page, uses]): Piece[] => [
        { link: page, to: { path: page, region: uses[0]!.cite.keyRegion } },
        uses.length === 1 ? '' : ` (${uses.length})`,
      ]),
      ...(rest === 0 ? [] : [[`and ${plural(rest, 'more page')}`]]),
    ],
  };
}

/** “once”, “3 times”. */
export function timesText(count: number): string {
  return count === 1 ? 'once' : `${count} times`;
}

function describeBibliography(view: View, link: (Target & { kind: 'bibliography' })['link']): Paragraph {
  const facts = link.path === undefined ? undefined : view.facts(link.path);
  if (facts?.kind !== 'bibliography')
    return { pieces: [{ code: link.written }, `: ${STATUS[link.status]}.`] };
  const { length } = facts.entries;
  return { pieces: [{ code: facts.path }, `: ${length} ${length === 1 ? 'entry' : 'entries'}.`] };
}

const STATUS = {
  found: 'found',
  missing: 'there is no such file',
  outside: 'outside the project, and not read',
  remote: 'on the network, and not fetched',
  generated: 'made when the site is built',
} as const;

function uniqueRules(findings: readonly Finding[]): string[] {
  return [...new Set(findings.map(({ ruleId }) => ruleId))];
}

function describeRule(id: string): Paragraph {
  const page = rulePage(id);
  if (page === undefined) return { pieces: [id] };
  const description = rules.find((rule) => rule.id === id)?.description ?? '';
  return { pieces: [{ link: id, to: page }, `: ${description}`] };
}

/** Where the page of a rule is to be read; `undefined` for the rule of a plugin. */
export function rulePage(id: string): string | undefined {
  const group = ruleGroups[id];
  return group === undefined ? undefined : `${homepage}/blob/main/rules/${group}/${id}.md`;
}
