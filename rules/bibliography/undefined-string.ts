import { defineRule } from '../../src/model.ts';
import { closest } from '../../src/text/similar.ts';
import { companionsOf } from '../shared/bibliography-entries.ts';

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
    const isReadByNobody = project.documentsOf(facts).length === 0;
    const elsewhere = new Set(
      companionsOf(project, facts).flatMap(({ macros }) => macros.map(({ name }) => name)),
    );
    const known = new Set([...facts.macros.map(({ name }) => name), ...elsewhere, ...MONTHS]);
    const suggestions = new Map<string, string | undefined>();
    for (const { messageId, data, region, related } of facts.problems) {
      if (messageId !== 'undefined-string' && messageId !== 'late-string') continue;
      const name = String(data?.['name']);
      if (elsewhere.has(name.toLowerCase()) || isFlag(name) || (isReadByNobody && isOfStyles(name))) continue;
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
      if (!suggestions.has(name)) suggestions.set(name, closest(name.toLowerCase(), known));
      const suggestion = suggestions.get(name);
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

/** `may` before `mar`: of two that are as near the first is meant, and `mai` is French, German and Norwegian for May. */
const MONTHS = 'jan feb may mar apr jun jul aug sep oct nov dec'.split(' ');

/** Journals that BibTeX's standard styles define; and those of `IEEEabrv.bib`, which TeX has for `\bibliography{IEEEabrv,refs}`. */
const STYLE_MACROS =
  /^(?:acmcs|acta|cacm|ibmjrd|ibmsj|ieeese|ieeetcad|ieeetc|ipl|jacm|jcss|scp|sicomp|tcs|tocs|tods|tog|toms|toois|toplas|ieee_[a-z]{1,3}_\w+)$/i;

/** Macros a style brings along: LaTeX knows them, and where no page loads the file, LaTeX may read it. */
const isOfStyles = (name: string): boolean => STYLE_MACROS.test(name);

/** `selected = true` is for the templates of a site, which read the word; no style prints such a field. */
const isFlag = (name: string): boolean => /^(?:true|false|yes|no)$/i.test(name);
