import { type DocumentFacts, defineRule } from '../../src/model.ts';
import { hasBrokenFrontMatter, titleFromPath } from '../shared/front-matter.ts';
import { resourceTest } from '../shared/hugo-pages.ts';

/** Without front matter a page has no title and no date: it drops to the end of every list, or out of it. */
export default defineRule({
  id: 'missing-front-matter',
  description: 'Require front matter on pages that have a title and a date of their own.',
  scope: 'project',
  level: 'error',
  preset: 'recommended',
  since: '0.1.0',
  fix: 'suggest',
  messages: {
    missing: 'This page has no front matter; {engine} gives it neither title nor date.',
    post: 'This post has no front matter, with which every post of Jekyll has to begin.',
  },
  options: {},

  check(project, { report }) {
    const isResource = resourceTest(project.documents);
    for (const document of project.documents) {
      if (document.frontMatterFormat !== 'none' || hasBrokenFrontMatter(document)) continue;
      const { path } = document;
      const at = { path, region: document.frontMatterRegion };
      const fixes = [beginFrontMatter(document)];
      if (isJekyllPost(document)) report({ at, messageId: 'post', fixes });
      else if (document.dialect === 'hugo' && !/\.html?$/i.test(path) && !isResource(path)) {
        report({ at, messageId: 'missing', data: { engine: project.engineOf(document).name }, fixes });
      }
    }
  },
});

const isJekyllPost = ({ path, dialect }: DocumentFacts): boolean =>
  (dialect === 'jekyll' || dialect === 'distill') && /(?:^|\/)_posts\//.test(path);

function beginFrontMatter({ path }: DocumentFacts) {
  const region = { start: 0, end: 0 };
  const text = `---\ntitle: "${titleFromPath(path)}"\n---\n\n`;
  return {
    title: 'Begin the page with a title',
    safety: 'suggest' as const,
    edits: [{ path, region, text }],
  };
}
