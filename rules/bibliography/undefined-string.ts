import { type BibliographyFacts, defineRule, type Project } from '../../src/model.ts';
import { closest } from '../../src/text/similar.ts';

/** BibTeX and biber print nothing for a macro they do not know, Pandoc its name: a quote or brace is missing. */
export default defineRule({
  id: 'undefined-string',
  description: 'Disallow macros that no `@string` defines before they are used.',
  scope: 'bibliography',
  level: 'warning',
  preset: 'recommended',
  since: '0.1.0',
  fix: 'suggest',
  messages: {
    'undefined-string':
      'No `@string` defines `{name}`; BibTeX and biber print nothing, Pandoc the name. Is it a text without braces?',
    misspelt: 'No `@string` defines `{name}`; did you mean `{suggestion}`?',
    'late-string':
      '`{name}` is defined only further down; BibTeX and biber print nothing here, Pandoc the name.',
  },
  options: {},

  check(facts, { project, report }) {
    const elsewhere = new Set(
      companions(project, facts).flatMap(({ macros }) => macros.map(({ name }) => name)),
    );
    const own = facts.macros.map(({ name }) => name);
    for (const { messageId, data, region, related } of facts.problems) {
      if (messageId !== 'undefined-string' && messageId !== 'late-string') continue;
      const name = String(data?.['name']);
      if (elsewhere.has(name.toLowerCase())) continue;
      const at = { path: facts.path, region };
      if (messageId === 'late-string') {
        const places = related?.map((place) => ({
          at: { path: facts.path, region: place.region },
          message: place.message,
        }));
        report({ at, messageId, data: { name }, related: places ?? [] });
        continue;
      }
      const braces = { path: facts.path, region, text: `{${name}}` };
      const quote = { title: 'Put it in braces', safety: 'suggest', edits: [braces] } as const;
      const suggestion = closest(name.toLowerCase(), own);
      if (suggestion === undefined) {
        report({ at, messageId, data: { name }, fixes: [quote] });
        continue;
      }
      const edit = { path: facts.path, region, text: suggestion };
      const use = { title: `Use \`${suggestion}\``, safety: 'suggest', edits: [edit] } as const;
      report({ at, messageId: 'misspelt', data: { name, suggestion }, fixes: [use, quote] });
    }
  },
});

/** Bibliographies that some document loads together with this one: macros hold from one file to the next. */
function companions(project: Project, facts: BibliographyFacts): BibliographyFacts[] {
  const paths = new Set(
    project.documentsOf(facts).flatMap((document) => project.linksOf(document).map(({ path }) => path)),
  );
  return project.bibliographies.filter((other) => other !== facts && paths.has(other.path));
}
