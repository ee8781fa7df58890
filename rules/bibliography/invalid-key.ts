import { type BibliographyFacts, defineRule, type Project } from '../../src/model.ts';
import { effectOf, isRefusedByPandoc, isRefusedByReader } from '../shared/bibliography-engines.ts';
import { isReadByPandocOnly } from '../shared/bibliography-entries.ts';
import { oddCharactersInKey } from '../shared/odd-characters.ts';

/** An entry without a key cannot be cited, and one whose key some program cannot read is lost there. */
export default defineRule({
  id: 'invalid-key',
  description: 'Disallow entries without a key, and keys that programs cannot read.',
  scope: 'bibliography',
  level: 'error',
  preset: 'recommended',
  since: '0.1.0',
  fix: 'none',
  messages: {
    'missing-key': 'This `@{type}` has no key{effect}.',
    'csl-missing-id': 'This item has no `id`, so nothing can cite it.',
    'csl-invalid-id': 'The `id` of an item is a text or a whole number{effect}.',
    'invalid-key-character': 'Key `{key}` contains {character}{effect}.',
  },
  options: {},

  check(facts, { project, report }) {
    const pandocOnly = isReadByPandocOnly(project, facts);
    for (const problem of facts.problems) {
      const { messageId, data, region } = problem;
      const at = { path: facts.path, region };
      const effect = effectOf(project, facts, problem);
      if (messageId === 'missing-key') {
        report({ at, messageId, data: { type: String(data?.['type']), effect } });
      } else if (messageId === 'csl-missing-id') report({ at, messageId });
      else if (messageId === 'csl-invalid-id') report({ at, messageId, data: { effect } });
      else if (messageId === 'invalid-key-character' && !(pandocOnly && !isRefusedByPandoc(problem))) {
        const key = String(data?.['key']);
        if (isReadByJekyllOnly(project, facts) && /['%&]/.test(String(data?.['character']))) continue;
        // `invisible-character` speaks of these, and knows what to do.
        if (oddCharactersInKey(key).length > 0) continue;
        // What only such programs refuse as nobody is known to read the file with is a warning.
        const level = isRefusedByReader(project, facts, problem) ? {} : ({ level: 'warning' } as const);
        report({ at, messageId, data: { key, character: String(data?.['character']), effect }, ...level });
      }
    }
  },
});

/** bibtex-ruby takes marks into a key that biber refuses, which no Jekyll runs. */
function isReadByJekyllOnly(project: Project, facts: BibliographyFacts): boolean {
  const documents = project.documentsOf(facts);
  return documents.length > 0 && documents.every(({ dialect }) => dialect === 'jekyll');
}
