import { expect, test } from 'vitest';
import { isAboutRepository } from '../../../src/project/detect/folders.ts';

test.each(
  (
    'README.md readme.de.md docs/CHANGELOG.md Contributing.rst CODE_OF_CONDUCT.md code-of-conduct.md LICENCE.txt license.md ' +
    'COPYING.md CODEOWNERS.md governance.md MAINTAINERS.md .github/pull_request_template.md issue-template.md bug_report.md ' +
    'feature-request.md cran-comments.md release_notes.md Release-Notes-2.md AGENTS.md CLAUDE.md gemini.md ' +
    'copilot-instructions.md NEWS.md HISTORY.md CHANGES.md RELEASE.md RELEASES.md SECURITY.md SUPPORT.md AUTHORS.md ' +
    'CONTRIBUTORS.md CREDITS.md TODO.md ROADMAP.md INSTALL.md NOTICE.md UPGRADING.md USAGE-1.2.md SKILL.md'
  ).split(' '),
)('%s is about the repository', (path) => {
  expect(isAboutRepository(path)).toBe(true);
});

test.each(['news.md', 'history-of-sorting.md', 'readme', 'post.md', 'my-readme.md', 'bugs.md', 'release.md'])(
  '%s is a page as any',
  (path) => {
    expect(isAboutRepository(path)).toBe(false);
  },
);
