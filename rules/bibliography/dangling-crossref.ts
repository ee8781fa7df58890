import { type BibEntry, defineRule, type Field } from '../../src/model.ts';
import { closest } from '../../src/text/similar.ts';
import { entriesByKey, keysIn } from '../../src/work/inheritance.ts';
import { brokenEntries, companionsOf } from '../shared/bibliography-entries.ts';
import { usesField } from '../shared/field-columns.ts';

/** Fields whose value is the key of another entry, or several of them. */
const LINKS = new Set(['crossref', 'xdata', 'xref', 'entryset', 'related']);

/** A parent that is not there leaves its children without title, year and publisher. */
export default defineRule({
  id: 'dangling-crossref',
  description: 'Disallow cross-references to entries that are not there, and circles of them.',
  scope: 'bibliography',
  level: 'warning',
  preset: 'recommended',
  since: '0.1.0',
  fix: 'suggest',
  messages: {
    missing: 'Field `{name}` of `{key}` names `{target}`, which no entry defines; its fields are missing.',
    misspelt:
      'Field `{name}` of `{key}` names `{target}`, which no entry defines; did you mean `{suggestion}`?',
    circle: 'Entry `{key}` inherits from itself by way of `{target}`; engines hang or stop.',
    order: 'Entry `{target}` stands before `{key}`, which inherits from it; BibTeX wants it behind.',
  },
  options: { bibtexOrder: false },
  optionInfo: {
    bibtexOrder: {
      description: 'Reports parents that stand before their children, where BibTeX does not find them.',
    },
  },

  check(facts, { project, options, report }) {
    if (facts.format !== 'bibtex' || ![...LINKS].some((name) => usesField(project, facts.path, name))) return;
    const children = facts.entries.filter(({ fields }) => fields.some(({ name }) => LINKS.has(name)));
    const known = entriesByKey([facts, ...companionsOf(project, facts)].flatMap(({ entries }) => entries));
    const folded = new Set([...known.keys()].map((key) => key.toLowerCase()));
    const broken = brokenEntries(facts);
    const places = new Map(facts.entries.map((entry, index) => [entry, index]));
    for (const entry of children) {
      if (broken.has(entry)) continue;
      for (const field of entry.fields) {
        if (!LINKS.has(field.name) || field.value.trim() === '') continue;
        const { name, region } = field;
        const at = { path: facts.path, region };
        for (const target of targetsOf(field)) {
          const parent = known.get(target);
          const data = { name, key: entry.key, target };
          if (parent === undefined) {
            // BibTeX tells no case apart here.
            if (folded.has(target.toLowerCase())) continue;
            const suggestion = closest(target, known.keys());
            if (suggestion === undefined) report({ at, messageId: 'missing', data });
            else report({ at, messageId: 'misspelt', data: { ...data, suggestion } });
          } else if (inherits(name) && reaches(parent, entry, known)) {
            report({ at, messageId: 'circle', data: { key: entry.key, target } });
          } else if (options.bibtexOrder && name === 'crossref' && isBefore(places, parent, entry)) {
            report({ at, messageId: 'order', data: { key: entry.key, target } });
          }
        }
      }
    }
  },
});

function targetsOf(field: Field): string[] {
  return field.name === 'crossref' || field.name === 'xref' ? [field.value.trim()] : keysIn(field);
}

const inherits = (name: string): boolean => name === 'crossref' || name === 'xdata';

/** Whether inheritance leads from one entry to the other; at most 32 steps, and each entry once. */
function reaches(from: BibEntry, to: BibEntry, known: ReadonlyMap<string, BibEntry>): boolean {
  const seen = new Set<BibEntry>();
  const queue = [from];
  for (let next = queue.shift(); next !== undefined && seen.size < 32; next = queue.shift()) {
    if (next === to) return true;
    if (seen.has(next)) continue;
    seen.add(next);
    for (const field of next.fields) {
      if (!inherits(field.name)) continue;
      for (const key of targetsOf(field)) {
        const parent = known.get(key);
        if (parent !== undefined) queue.push(parent);
      }
    }
  }
  return false;
}

function isBefore(places: ReadonlyMap<BibEntry, number>, parent: BibEntry, child: BibEntry): boolean {
  return (places.get(parent) ?? Number.POSITIVE_INFINITY) < (places.get(child) ?? 0);
}
