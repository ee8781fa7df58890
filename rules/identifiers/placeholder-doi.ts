import { defineRule } from '../../src/model.ts';
import { isPlaceholderDoi, isTemplateDoi } from '../../src/work/identifiers.ts';
import { eachIdentifier } from '../shared/identifiers.ts';

/** DOIs of templates and test systems look real and lead nowhere. */
export default defineRule({
  id: 'placeholder-doi',
  description: 'Disallow DOIs of templates and test systems.',
  scope: 'files',
  level: 'warning',
  preset: 'recommended',
  since: '0.1.0',
  fix: 'none',
  messages: {
    template: 'DOI `{doi}` stands in a template and resolves nowhere.',
    placeholder: 'DOI `{doi}` resolves nowhere: `{prefix}` is a prefix of templates and test systems.{hint}',
  },
  options: {},

  check(project, { report }) {
    eachIdentifier(project, 'doi', (place) => {
      const { value: doi, region } = place.reading;
      if (!isPlaceholderDoi(doi)) return;
      if (isTemplateDoi(doi)) {
        report({ at: place.at(region), messageId: 'template', data: { doi } });
        return;
      }
      const prefix = doi.slice(0, doi.indexOf('/'));
      const hint = prefix === '10.5555' ? ' The ACM library gives works without a DOI such numbers.' : '';
      report({ at: place.at(region), messageId: 'placeholder', data: { doi, prefix, hint } });
    });
  },
});
