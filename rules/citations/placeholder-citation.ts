import { defineRule, type Project } from '../../src/model.ts';
import { isPlaceholder } from '../shared/keys.ts';

/** A placeholder that is published tells the reader that the source was never found. */
export default defineRule({
  id: 'placeholder-citation',
  description: 'Disallow citations that stand for one yet to be found.',
  scope: 'document',
  level: 'warning',
  preset: 'recommended',
  since: '0.1.0',
  fix: 'none',
  messages: { placeholder: 'Cite key `{key}` is a placeholder; the source is still to be found.' },
  options: {},

  check(document, { project, report }) {
    if (!project.shared(citesPlaceholders)) return;
    for (const { cites } of project.citationsOf(document)) {
      for (const { key, keyRegion } of cites) {
        if (!isPlaceholder(key) || project.entriesFor(document).has(key)) continue;
        report({ at: { path: document.path, region: keyRegion }, messageId: 'placeholder', data: { key } });
      }
    }
  },
});

/** Hardly a site cites one, and to ask that of each key once is less than to ask it of each cite. */
function citesPlaceholders(project: Project): boolean {
  return [...project.citedKeys()].some(isPlaceholder);
}
