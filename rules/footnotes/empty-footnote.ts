import { defineRule } from '../../src/model.ts';

/** A reader who follows the mark finds nothing. */
export default defineRule({
  id: 'empty-footnote',
  description: 'Disallow footnotes without text.',
  scope: 'document',
  level: 'warning',
  preset: 'recommended',
  since: '0.1.0',
  fix: 'none',
  messages: { empty: 'Footnote `[^{label}]` has no text.' },
  options: {},

  check(document, { report }) {
    for (const { label, labelRegion, text } of document.footnotes.definitions) {
      if (text !== '') continue;
      report({ at: { path: document.path, region: labelRegion }, messageId: 'empty', data: { label } });
    }
  },
});
