import { defineRule, type Project } from '../../src/model.ts';
import { isPlaceholder } from '../shared/keys.ts';
import { reportProblems } from '../shared/report-problems.ts';

const messages = {
  placeholder: 'Cite key `{key}` is a placeholder; the source is still to be found.',
  'chat-citation': '`{mark}` is what a chatbot left of a citation; no reader can tell what it cites.',
  'chat-link': '`{mark}` is the mark of a chatbot; a link to a source has its title for a text.',
};

/** A placeholder that is published tells the reader that the source was never found. */
export default defineRule({
  id: 'placeholder-citation',
  description: 'Disallow citations that stand for one yet to be found.',
  scope: 'document',
  level: 'warning',
  preset: 'recommended',
  since: '0.1.0',
  fix: 'unsafe',
  messages,
  options: {},

  check(document, context) {
    const { project, report } = context;
    reportProblems(messages)(document, context);
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
