import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { fileTest, globTest } from '../../src/text/glob.ts';

describe('a pattern of whole paths', () => {
  test.each([
    ['*.md', 'a.md', true],
    ['*.md', 'posts/a.md', false],
    ['**/*.md', 'a.md', true],
    ['**/*.md', 'posts/2024/a.md', true],
    ['posts/**', 'posts/2024/a.md', true],
    ['posts/**', 'postscript.md', false],
    ['posts/**/index.md', 'posts/index.md', true],
    ['posts/**/index.md', 'posts/a/b/index.md', true],
    ['posts/**/index.md', 'posts/reindex.md', false],
    ['p?st.md', 'post.md', true],
    ['p?st.md', 'p/st.md', false],
    ['[0-9]*.md', '2024-engines.md', true],
    ['[!0-9]*.md', '2024-engines.md', false],
    ['*.{md,qmd}', 'a.qmd', true],
    ['*.{md,qmd}', 'a.rmd', false],
    ['{posts,notes/{a,b}}/*.md', 'notes/b/x.md', true],
    ['a{b}.md', 'a{b}.md', true],
    ['a{b', 'a{b', true],
    ['a[b', 'a[b', true],
    ['\\*.md', '*.md', true],
    ['\\*.md', 'a.md', false],
    ['.md', 'xmd', false],
    ['a**b', 'a/x/b', true],
  ])('%s on %s: %s', (glob, path, expected) => {
    expect(globTest(glob)(path)).toBe(expected);
  });

  test('agrees with the regular expression it stands for', () => {
    const piece = fc.constantFrom('a', 'b', '/', '*', '**', '**/', '?', '.');
    const text = fc.array(fc.constantFrom('a', 'b', '/', '.'), { maxLength: 8 });
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 6 }), text, (pieces, path) => {
        const glob = pieces.join('').replace(/\*{3,}/g, '**');
        const pattern = glob.replace(/(?<=^|\/)\*\*\/|\*\*|[*?.]/g, (part) => {
          if (part === '**/') return '(?:.*/)?';
          return part === '**' ? '.*' : part === '*' ? '[^/]*' : part === '?' ? '[^/]' : '\\.';
        });
        expect(globTest(glob)(path.join(''))).toBe(new RegExp(`^${pattern}$`).test(path.join('')));
      }),
    );
  });

  test('a pattern made to hang a regular expression does not', () => {
    const started = performance.now();
    expect(globTest(`${'*a'.repeat(40)}b`)('a'.repeat(250))).toBe(false);
    expect(globTest(`${'**/'.repeat(40)}${'*a*'.repeat(40)}b`)('a/'.repeat(120))).toBe(false);
    expect(globTest('{a,b}'.repeat(60))('a'.repeat(60))).toBe(false);
    expect(performance.now() - started).toBeLessThan(2000);
  });
});

describe('patterns of files', () => {
  test.each([
    [['*.md'], '', 'posts/a.md', true],
    [['drafts'], '', 'posts/drafts/a.md', true],
    [['/drafts'], '', 'posts/drafts/a.md', false],
    [['./drafts'], '', 'drafts/a.md', true],
    [['drafts/'], '', 'drafts', false],
    [['drafts/'], '', 'drafts/a.md', true],
    [['posts/*.md'], '', 'posts/2024/a.md', false],
    [['posts/*.md', '!posts/a.md'], '', 'posts/a.md', false],
    [['posts/*.md', '!posts/a.md'], '', 'posts/b.md', true],
    [['posts/*.md'], 'site', 'site/posts/a.md', true],
    [['posts/*.md'], 'site', 'posts/a.md', false],
    [['**'], '', 'a.md', true],
    [['Drafts'], '', 'drafts/a.md', false],
  ])('%j in %s on %s: %s', (patterns, folder, path, expected) => {
    expect(fileTest(patterns, folder)(path)).toBe(expected);
  });
});
