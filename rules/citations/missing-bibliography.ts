import { defineRule } from '../../src/model.ts';
import { isExternalKey } from '../shared/keys.ts';

/** A page that cites without a bibliography prints every key as it stands. */
export default defineRule({
  id: 'missing-bibliography',
  description: 'Require a bibliography for documents that cite by key.',
  scope: 'project',
  level: 'error',
  preset: 'recommended',
  since: '0.1.0',
  fix: 'none',
  messages: {
    missing: 'This page cites `{key}`, but neither it nor its site names a bibliography.',
  },
  options: {},

  check(project, { report }) {
    for (const document of project.documents) {
      if (document.entries.length > 0) continue;
      if (project.linksOf(document).some(({ role }) => role === 'bibliography')) continue;
      const withText = new Set(document.references.map(({ key }) => key));
      const cites = project
        .citationsOf(document)
        .filter(({ construct }) => CITES_A_BIBLIOGRAPHY.has(construct))
        .flatMap((citation) => citation.cites)
        .filter(({ key }) => key !== '' && !withText.has(key) && !isExternalKey(key, document.dialect));
      const [first] = cites;
      if (first === undefined) continue;
      const at = { path: document.path, region: first.keyRegion };
      report({ at, messageId: 'missing', data: { key: first.key } });
    }
  },
});

/** Constructs that mean nothing without a bibliography; a bare `@word` may be a handle. */
const CITES_A_BIBLIOGRAPHY = new Set(['bracketed', 'role', 'tag', 'element', 'shortcode']);
