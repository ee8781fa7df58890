import { expect, test } from 'vitest';
import unknownShortcode from '../../../rules/shortcodes/unknown-shortcode.ts';
import { findingLines, lintFiles } from '../../support/lint-files.ts';

const site = {
  'hugo.toml': 'title = "Notes"\n',
  'layouts/shortcodes/cite.html':
    '{{ .Page.Scratch.SetInMap "references" (.Get 0) (.Get 1) }}<sup>[{{ .Get 0 }}]</sup>\n',
  'layouts/shortcodes/aside.html': '<aside>{{ .Inner }}</aside>\n',
};
const page = (body: string) => ({ ...site, 'content/a.md': `---\ntitle: A\n---\n${body}\n` });
const lintPage = (body: string) => findingLines(page(body), unknownShortcode);

test('a misspelt name gets a suggestion', async () => {
  const { findings } = await lintFiles(page('{{< cit "a" "b" >}}'), unknownShortcode);
  expect(findings[0]?.message).toContain('cite');
});

test('the shortcodes Hugo brings are known', async () => {
  expect(await lintPage('{{< figure src="a.png" >}} {{< ref "b.md" >}}')).toEqual([]);
});

test('silent where a theme that is not checked out may bring more', async () => {
  const files = { ...page('{{< gallery >}}'), 'hugo.toml': 'title = "Notes"\ntheme = "ananke"\n' };
  expect((await lintFiles(files, unknownShortcode)).findings).toEqual([]);
});

const settings: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  'layouts mounted from a package': {
    'config/_default/hugo.toml': 'title = "Notes"\n',
    'config/_default/module.toml':
      '[[mounts]]\nsource = "node_modules/@hyas/core/layouts"\ntarget = "layouts"\n[[mounts]]\nsource = "layouts"\ntarget = "layouts"\n',
  },
  'a folder mounted as that of the shortcodes': {
    'hugo.toml': '[[module.mounts]]\nsource = "embeds"\ntarget = "layouts/shortcodes"\n',
    'embeds/gallery.html': '<hr>',
  },
  'one of two themes is not there': {
    'hugo.yaml': 'theme:\n  - ananke # the look\n  - hugo-cite\n',
    'themes/ananke/layouts/shortcodes/form.html': '<form></form>',
  },
  'a theme that imports modules': {
    'hugo.toml': 'theme = "ananke"\n',
    'themes/ananke/hugo.toml': '[module]\n[[module.imports]]\npath = "example.org/shortcodes"\n',
  },
  'modules that go.mod requires': {
    'hugo.toml': '',
    'go.mod': 'module notes\n\nrequire example.org/x v1.0.0\n',
  },
};

test.each(Object.entries(settings))('silent: %s', async (_, files) => {
  const { 'hugo.toml': _own, ...rest } = page('{{< gallery >}}');
  expect((await lintFiles({ ...rest, ...files }, unknownShortcode)).findings).toEqual([]);
});

test('a theme that is there, and a setting of the theme with the same name, hide nothing', async () => {
  const files = {
    ...page('{{< gallery >}}'),
    'hugo.toml': 'theme = ["ananke"]\n[params]\ntheme = "auto"\n',
    'themes/ananke/theme.toml': 'name = "Ananke"\n',
    'themes/ananke/config.toml': '[module]\n[module.hugoVersion]\nmin = "0.110.0"\n',
    'go.mod': 'module notes\n\ngo 1.20\n',
  };
  expect((await lintFiles(files, unknownShortcode)).findings).toHaveLength(1);
});
