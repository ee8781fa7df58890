import { describe, expect, test } from 'vitest';
import undefinedKey from '../../rules/citations/undefined-key.ts';
import invalidDoi from '../../rules/identifiers/invalid-doi.ts';
import malformedShortcode from '../../rules/shortcodes/malformed-shortcode.ts';
import unclosedShortcode from '../../rules/shortcodes/unclosed-shortcode.ts';
import { type DocumentFacts, defineRule, type Edit, type FixSafety, type Rule } from '../../src/model.ts';
import { fixFiles } from '../support/fix-files.ts';

const page = (title: string, body = 'Nothing.') => `---\ntitle: ${title}\ndate: 2024-05-01\n---\n${body}\n`;
const site = (titles: Readonly<Record<string, string>>) => ({
  'hugo.toml': 'title = "Notes"\n',
  ...Object.fromEntries(Object.entries(titles).map(([name, title]) => [`content/${name}.md`, page(title)])),
});

/** A rule about titles: what it gives for a page's title is what its fix writes there. */
function titleRule(
  id: string,
  edits: (title: string, document: DocumentFacts, all: readonly DocumentFacts[]) => readonly Edit[],
  safety: FixSafety = 'safe',
): Rule {
  return defineRule({
    id,
    description: 'Require another title.',
    scope: 'project',
    level: 'warning',
    preset: 'recommended',
    since: '0.1.0',
    fix: 'safe',
    messages: { title: 'Another title is wanted.' },
    options: {},
    check({ documents }, { report }) {
      for (const document of documents) {
        const made = edits(String(titleOf(document).value), document, documents);
        if (made.length === 0) continue;
        const at = { path: document.path, region: titleOf(document).region };
        report({ at, messageId: 'title', fixes: [{ title: 'Write it', safety, edits: made }] });
      }
    },
  });
}

const titleOf = ({ frontMatter }: DocumentFacts) => frontMatter.find(({ name }) => name === 'title')!;

const write = (document: DocumentFacts, text: string): Edit => ({
  path: document.path,
  region: titleOf(document).region,
  text,
});

const renaming = (id: string, from: string, to: string) =>
  titleRule(id, (title, document) => (title === from ? [write(document, to)] : []));

test('a mended quote may bring to light what is wrong with the text behind it', async () => {
  const cite = (quote: string): string =>
    `{{< cite "knuth1997" "Knuth, D. E. (1997). *Sorting and Searching*. https://doi.org/10.10/x${quote} >}}.`;
  const files = { 'hugo.toml': '', 'content/a.md': page('A', cite('')) };
  const outcome = await fixFiles(files, [malformedShortcode, invalidDoi]);
  expect([...outcome.takenBack]).toEqual([]);
  expect(outcome.files['content/a.md']).toBe(page('A', cite('"')));
  expect(outcome.look.findings.map(({ ruleId }) => ruleId)).toEqual(['invalid-doi']);
});

describe('what a pass breaks is taken back', () => {
  test('a fix that makes a syntax problem, and the other files are fixed', async () => {
    const rules = [renaming('breaks', 'Bad', '"Bad'), renaming('mends', 'Good', 'Better')];
    const { files, takenBack, made } = await fixFiles(site({ a: 'Bad', b: 'Good' }), rules);
    expect(files).toEqual(site({ a: 'Bad', b: 'Better' }));
    expect([...takenBack]).toEqual([['content/a.md', { reason: 'broken', rules: ['breaks'] }]]);
    expect(made.map(({ finding }) => finding.ruleId)).toEqual(['mends']);
  });

  test('with all that was done to the file in earlier passes', async () => {
    const rules = [renaming('first', 'One', 'Two'), renaming('second', 'Two', '"Two')];
    const { files, takenBack, made } = await fixFiles(site({ a: 'One', b: 'Three' }), rules);
    expect(files).toEqual(site({ a: 'One', b: 'Three' }));
    expect(takenBack.get('content/a.md')).toEqual({ reason: 'broken', rules: ['first', 'second'] });
    expect(made).toEqual([]);
  });

  test('an error in a page that reads the changed bibliography', async () => {
    const files = {
      'paper.md': '---\nbibliography: [a.bib, b.bib]\n---\nSee [@knuth1997] and [@hoare1962].\n',
      'a.bib': '@book{knuth1997,\n  title = {Sorting}\n}\n',
      'b.bib': '@book{hoare1962,\n  title = {Quicksort}\n}\n',
    };
    const rename = defineRule({
      id: 'rename',
      description: 'Require other keys.',
      scope: 'bibliography',
      level: 'warning',
      preset: 'recommended',
      since: '0.1.0',
      fix: 'safe',
      messages: { key: 'Another key is wanted.' },
      options: {},
      check({ path, entries }, { report }) {
        for (const { key, keyRegion } of entries) {
          if (key !== 'knuth1997') continue;
          const at = { path, region: keyRegion };
          const edits = [{ ...at, text: 'knuth97' }];
          report({ at, messageId: 'key', fixes: [{ title: 'Write it', safety: 'safe', edits }] });
        }
      },
    });
    const fixed = await fixFiles(files, [rename, undefinedKey]);
    expect(fixed.files).toEqual(files);
    expect([...fixed.takenBack.keys()]).toEqual(['a.bib']);
  });

  test('fixes that go round in a circle', async () => {
    const rules = [renaming('there', 'One', 'Two'), renaming('back', 'Two', 'One')];
    const { files, takenBack } = await fixFiles(site({ a: 'One', b: 'Three' }), rules);
    expect(files).toEqual(site({ a: 'One', b: 'Three' }));
    expect(takenBack.get('content/a.md')).toMatchObject({ reason: 'circle' });
  });

  test('a fix that changes nothing', async () => {
    const { takenBack } = await fixFiles(site({ a: 'One' }), renaming('same', 'One', 'One'));
    expect(takenBack.get('content/a.md')).toMatchObject({ reason: 'circle' });
  });

  test('fixes that never come to an end, while others do', async () => {
    const grow = titleRule('grow', (title, document) =>
      title.startsWith('Grow') ? [write(document, `${title}!`)] : [],
    );
    const { files, takenBack } = await fixFiles(site({ a: 'Grow', b: 'One' }), [
      grow,
      renaming('one', 'One', 'Two'),
    ]);
    expect(files).toEqual(site({ a: 'Grow', b: 'Two' }));
    expect([...takenBack.values()]).toEqual([{ reason: 'unsettled', rules: ['grow'] }]);
  });
});

describe('a fix over several files', () => {
  /** Gives two pages the same title at once. */
  const both = (name: string, to: string) =>
    titleRule(`both-${name}`, (title, document, all) =>
      title === name && document === all[0] ? all.map((other) => write(other, to)) : [],
    );

  test('is made in all of them', async () => {
    const { files, tiedTo } = await fixFiles(site({ a: 'One', b: 'Two' }), both('One', 'Three'));
    expect(files).toEqual(site({ a: 'Three', b: 'Three' }));
    expect([...tiedTo('content/b.md')].sort()).toEqual(['content/a.md', 'content/b.md']);
  });

  test('or in none, where one must not be written', async () => {
    const before = site({ a: 'One', b: 'Two' });
    const { files, refused } = await fixFiles(before, both('One', 'Three'), {
      refuse: (path) => (path === 'content/b.md' ? 'it is read-only' : undefined),
    });
    expect(files).toEqual(before);
    expect([...refused]).toEqual([['content/b.md', 'it is read-only']]);
  });

  test('or in none, where a later fix breaks one of them', async () => {
    const before = site({ a: 'One', b: 'Two', c: 'Four' });
    const pair = titleRule('pair', (title, document, all) =>
      title === 'One' ? [write(document, 'Three'), write(all[1]!, 'Five')] : [],
    );
    const rules = [pair, renaming('breaks', 'Five', '"Five'), renaming('mends', 'Four', 'Six')];
    const { files, takenBack } = await fixFiles(before, rules);
    expect(files).toEqual({ ...before, ...site({ c: 'Six' }) });
    expect([...takenBack].sort()).toEqual([
      ['content/a.md', { reason: 'tied', rules: ['pair'] }],
      ['content/b.md', { reason: 'broken', rules: ['breaks', 'pair'] }],
    ]);
  });
});

describe('which fixes are made', () => {
  test('only those that are allowed, and of several the first', async () => {
    const unsafe = titleRule(
      'unsafe',
      (title, document) => (title === 'One' ? [write(document, 'Two')] : []),
      'unsafe',
    );
    expect((await fixFiles(site({ a: 'One' }), unsafe)).files).toEqual(site({ a: 'One' }));
    const { files } = await fixFiles(site({ a: 'One' }), unsafe, { allowed: ['safe', 'unsafe'] });
    expect(files).toEqual(site({ a: 'Two' }));
  });

  test('none whose own edits overlap', async () => {
    const twice = titleRule('twice', (_, document) => [write(document, 'Two'), write(document, 'Three')]);
    const { files, made } = await fixFiles(site({ a: 'One' }), twice);
    expect({ files, made }).toEqual({ files: site({ a: 'One' }), made: [] });
  });

  test('an edit that two findings ask for is made once', async () => {
    const rules = [renaming('one', 'One', 'Two'), renaming('other', 'One', 'Two')];
    const { files, made } = await fixFiles(site({ a: 'One' }), rules);
    expect({ files, count: made.length }).toEqual({ files: site({ a: 'Two' }), count: 2 });
  });

  test.each([
    ['it is not UTF-8', undefined],
    ['it holds a NUL character', page('One', 'a\0b')],
    ['it says that a program writes it', page('One', '<!-- Code generated by make; DO NOT EDIT. -->')],
    ['it says that a program writes it', `---\n# @generated\ntitle: One\ndate: 2024-05-01\n---\n`],
  ])('none in a file of which is said: %s', async (reason, text) => {
    const files = site({ a: 'One' });
    const source = {
      entries: (folder: string) =>
        folder === ''
          ? [
              { name: 'hugo.toml', kind: 'file', link: false } as const,
              { name: 'content', kind: 'folder', link: false } as const,
            ]
          : [{ name: 'a.md', kind: 'file', link: false } as const],
      read: (path: string) =>
        path === 'content/a.md'
          ? text === undefined
            ? { text: page('One', '\ufffd'), invalidAt: 40 }
            : { text }
          : { text: '' },
    };
    const fixed = await fixFiles(files, renaming('one', 'One', 'Two'), { session: { source } });
    expect([...fixed.refused]).toEqual([['content/a.md', reason]]);
    expect(fixed.texts.size).toBe(0);
  });

  test('none outside the targets', async () => {
    const rule = titleRule('other', (title, _document, all) =>
      title === 'One' ? [write(all[1]!, 'Two')] : [],
    );
    const { texts, refused } = await fixFiles(site({ a: 'One', b: 'Three' }), rule, {
      session: { targets: ['content/a.md'] },
    });
    expect(texts.size).toBe(0);
    expect([...refused]).toEqual([['content/b.md', 'it is not among the files to check']]);
  });
});

describe('syntax is mended first', () => {
  const open = '{{< cite "knuth1997" "Knuth, D. E. (1997). *Sorting*. Addison-Wesley." >}';
  const files = { 'hugo.toml': 'title = "Notes"\n', 'content/a.md': page('One', `a${open} b`) };

  test('and what else there is comes after it', async () => {
    const { files: fixed, made } = await fixFiles(files, [renaming('one', 'One', 'Two'), unclosedShortcode]);
    expect(fixed['content/a.md']).toBe(page('Two', `a${open}} b`));
    expect(made.map(({ finding }) => finding.ruleId)).toEqual(['unclosed-shortcode', 'one']);
  });

  test('though what the damage hid shows a problem that nothing mends', async () => {
    const hidden = { ...files, 'content/a.md': page('One', `a${open} b {{< cite "x' >}} c`) };
    const { files: fixed, takenBack } = await fixFiles(hidden, unclosedShortcode);
    expect(takenBack.size).toBe(0);
    expect(fixed['content/a.md']).toBe(page('One', `a${open}} b {{< cite "x' >}} c`));
  });
});
