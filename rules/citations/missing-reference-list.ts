import { type DocumentFacts, defineRule, type Project } from '../../src/model.ts';

/** Marks in the text that lead to no list are worth nothing to the reader. */
export default defineRule({
  id: 'missing-reference-list',
  description: 'Require a list of references on pages that cite, where the engine does not add one.',
  scope: 'project',
  level: 'warning',
  preset: 'strict',
  since: '0.1.0',
  fix: 'none',
  messages: {
    page: 'This page cites `{key}` and prints no list of references; {means} prints one.',
    site: 'The pages of this site cite, and none prints a list of references; {means} prints one.',
  },
  options: {},

  check(project, { report }) {
    for (const citing of citingPages(project)) {
      const [first] = citing;
      if (first === undefined) continue;
      const { dialect } = first.document;
      const means = meansOf(project, first.document);
      if (means === undefined) continue;
      const silent = citing.filter(
        ({ document }) => !document.printsReferenceList && !hasUnreadRest(document),
      );
      // Sphinx and Documenter have one list for all pages; elsewhere a site whose pages never print one does so in its layout.
      if (dialect === 'sphinx' || dialect === 'documenter') {
        if (!printsList(project, first.document))
          report({ at: first.at, messageId: 'site', data: { means } });
      } else if (citing.length < 3 || silent.length <= citing.length / 2) {
        for (const { at, key } of silent) report({ at, messageId: 'page', data: { key, means } });
      }
    }
  },
});

/** Whether a block that is never closed takes the rest of the page, where the list may stand: its end is what is missing. */
function hasUnreadRest({ problems }: DocumentFacts): boolean {
  return problems.some(({ messageId }) => messageId === 'tag-never-closed');
}

interface CitingPage {
  readonly document: DocumentFacts;
  readonly key: string;
  readonly at: { readonly path: string; readonly region: { readonly start: number; readonly end: number } };
}

/** The pages that cite by key, site by site; a citation that brings its own reference text needs no entry. */
function citingPages(project: Project): Iterable<CitingPage[]> {
  const sites = new Map<string, CitingPage[]>();
  for (const document of project.documents) {
    const withText = new Set(document.references.map(({ key }) => key));
    const cite = project
      .citationsOf(document)
      .filter(({ construct }) => CITES_A_LIST.has(construct) && !isInclude(construct, document))
      .flatMap(({ cites }) => cites)
      .find(({ key }) => key !== '' && !withText.has(key));
    if (cite === undefined) continue;
    const page = { document, key: cite.key, at: { path: document.path, region: cite.keyRegion } };
    const site = `${document.dialect} ${project.dialectOf(document).root}`;
    const pages = sites.get(site);
    if (pages === undefined) sites.set(site, [page]);
    else pages.push(page);
  }
  return sites.values();
}

const CITES_A_LIST = new Set(['shortcode', 'tag', 'role']);

/** `{% include cite.html key="knuth84" %}`: what lists data of Jekyll is up to the site. */
function isInclude(construct: string, { dialect }: DocumentFacts): boolean {
  return construct === 'shortcode' && dialect !== 'hugo';
}

/** What prints the list; undefined where the engine does so by itself, or where nobody can tell. */
function meansOf(project: Project, document: DocumentFacts): string | undefined {
  if (document.dialect === 'jekyll') return '`{% bibliography --cited %}`';
  if (document.dialect === 'sphinx') return 'the directive `bibliography`';
  if (document.dialect === 'documenter') return 'the block `@bibliography`';
  if (document.dialect !== 'hugo') return undefined;
  const signatures = Object.values(project.dialectOf(document).shortcodes);
  const list = signatures.find(({ referenceList }) => referenceList !== undefined);
  return list === undefined ? undefined : `\`{{< ${list.name} >}}\``;
}

function printsList(project: Project, { dialect }: DocumentFacts): boolean {
  return project.documents.some((document) => document.dialect === dialect && document.printsReferenceList);
}
