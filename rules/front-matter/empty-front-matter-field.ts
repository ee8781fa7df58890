import { type DocumentFacts, defineRule } from '../../src/model.ts';
import { findField, hasBrokenFrontMatter, isEmptyValue } from '../shared/front-matter.ts';

/** A key without a value looks filled in to whoever skims the file, and is nothing to the generator. */
export default defineRule({
  id: 'empty-front-matter-field',
  description: 'Disallow front matter fields without a value.',
  scope: 'document',
  level: 'warning',
  preset: 'recommended',
  since: '0.1.0',
  fix: 'none',
  messages: { empty: 'Front matter field `{name}` has no value.' },
  options: {
    fields: ['title', 'date', 'author', 'authors', 'bibliography', 'bibFile', 'csl'] as readonly string[],
  },
  optionInfo: { fields: { description: 'Fields that must have a value where they are written.' } },

  check(document, { options, report }) {
    if (!document.frontMatter.some(isEmptyValue) || hasBrokenFrontMatter(document)) return;
    for (const name of options.fields) {
      const field = findField(document, [name]);
      if (field === undefined || !isEmptyValue(field)) continue;
      if (name === 'title' && isNamedBySite(document)) continue;
      const at = { path: document.path, region: field.nameRegion };
      report({ at, messageId: 'empty', data: { name: field.name } });
    }
  },
});

/** Hugo names the pages that head a section after their folder, and the first of the site after the site. */
const isNamedBySite = ({ path, dialect }: DocumentFacts): boolean =>
  dialect === 'hugo' && /(?:^|\/)_index\.[^/]+$/.test(path);
