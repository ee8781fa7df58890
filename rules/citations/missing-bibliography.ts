import {
  type Cite,
  type DocumentFacts,
  defineRule,
  type Project,
  type ShortcodeSignature,
} from '../../src/model.ts';
import { isPackageName } from '../../src/text/package-name.ts';
import { holdsBibliography, isForDistill } from '../../src/work/page-keys.ts';
import { isExternalKey, mayBeLabel } from '../shared/keys.ts';

/**
 * A page that cites without a bibliography prints every key as it stands. R Markdown without front matter is knitted into
 * other pages, in packages into those of the help, and cites what they load.
 */
export default defineRule({
  id: 'missing-bibliography',
  description: 'Require a bibliography for documents that cite by key.',
  scope: 'files',
  level: 'error',
  preset: 'recommended',
  since: '0.1.0',
  fix: 'none',
  messages: {
    missing: 'This page cites `{key}`, but neither it nor its site names a bibliography.',
    'unnamed-by-page': 'This page cites `{key}` for Distill, but its front matter names no bibliography.',
  },
  options: {},

  check(files, { project, report }) {
    for (const document of files.documents) {
      if (document.citations.length === 0 || holdsBibliography(document)) continue;
      if (document.dialect === 'rmarkdown' && document.frontMatter.length === 0) continue;
      if (document.dialect === 'distill' && !isFramedInSight(document)) continue;
      if (document.dialect === 'hugo' && !asksPageForBibliography(project, document)) continue;
      if (project.linksOf(document).some(({ role }) => role === 'bibliography')) continue;
      const first = firstWithoutText(project, document);
      if (first === undefined) continue;
      const at = { path: document.path, region: first.keyRegion };
      const messageId = isForDistill(document) ? 'unnamed-by-page' : 'missing';
      report({ at, messageId, data: { key: first.key } });
    }
  },
});

/** A page of HTML is whole, and of `layout: distill` is known where it looks; other texts are put into a page somewhere. */
function isFramedInSight(document: DocumentFacts): boolean {
  return /\.html?$/i.test(document.path) || isForDistill(document);
}

/** The first cite that only a bibliography could resolve: the page has no text of its own for it. */
function firstWithoutText(project: Project, document: DocumentFacts): Cite | undefined {
  const withText = new Set(document.references.map(({ key }) => key));
  const mayBeName = nameTest(project, document);
  const labels = project.labelsOf(document);
  for (const { construct, cites } of project.citationsOf(document)) {
    if (!CITES_A_BIBLIOGRAPHY.has(construct) || isInclude(construct, document)) continue;
    const found = cites.find(
      ({ key }) =>
        key !== '' &&
        !withText.has(key) &&
        !labels.has(key) &&
        !isExternalKey(key, project, document) &&
        !isPackageName(key) &&
        !mayBeName(key) &&
        !mayBeLabel(key, project, document),
    );
    if (found !== undefined) return found;
  }
  return undefined;
}

/** `{% include cite.html key="knuth84" %}`: where an include of Jekyll looks is up to the site. */
function isInclude(construct: string, { dialect }: DocumentFacts): boolean {
  return construct === 'shortcode' && dialect !== 'hugo';
}

/** Which keys may be no keys but names of persons. */
function nameTest(project: Project, { dialect, frontMatter }: DocumentFacts): (key: string) => boolean {
  if (dialect === 'rehype-citation') return unknownTest(project);
  // Such a page may be Pandoc's by these brackets alone; minutes and changelogs name persons in them.
  if (dialect === 'pandoc' && frontMatter.length === 0) return (key) => LIKE_A_HANDLE.test(key);
  return () => false;
}

/** The key of a work has its year, a colon or an underscore as a rule. */
const LIKE_A_HANDLE = /^[a-z][a-z-]*\d?$/i;

/** To rehype-citation, which does nothing here, `[@jane]` may be a handle: only a key with an entry surely cites. */
function unknownTest({ bibliographies }: Project): (key: string) => boolean {
  return (key) => !bibliographies.some(({ entries }) => entries.some((entry) => entry.key === key));
}

/**
 * Whether the citing templates of a Hugo site take the bibliography from a parameter of the page and from nowhere else. A
 * template of another kind may look anywhere: in data files, in pages that stand for works, or leave it to a script.
 */
function asksPageForBibliography(project: Project, document: DocumentFacts): boolean {
  const asking = Object.values(project.dialectOf(document).shortcodes).filter(asksPage);
  return asking.some(({ name }) => document.shortcodes.some((shortcode) => shortcode.name === name));
}

function asksPage({ cite }: ShortcodeSignature): boolean {
  const source = cite?.sources;
  return source !== undefined && source.parameters.length > 0 && source.data.length === 0 && !source.ofSite;
}

/** Constructs that mean nothing without a bibliography; a bare `@word` may be a handle. */
const CITES_A_BIBLIOGRAPHY = new Set(['bracketed', 'role', 'tag', 'element', 'shortcode']);
