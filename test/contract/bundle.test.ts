import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { isBuiltin } from 'node:module';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { lint } from '../../src/index.ts';
import { runInFolder } from '../support/run-in-folder.ts';
import { hasShared, shared } from '../support/shared.ts';

const bundle = new URL('../../dist/index.js', import.meta.url);

/** A file for every parser that is loaded when it is needed, each with something only that parser can read. */
const files: Readonly<Record<string, string>> = {
  'hugo/hugo.yaml': 'title: &name Notes\nlanguages: {en: {contentDir: texts}}\ncopyright: *name\n',
  'hugo/texts/yaml.md':
    '---\ntitle: &title "A title"\nparams: {deep: [1, {name: *title}]}\n---\nText[^1].\n\n[^1]: Note.\n',
  'hugo/texts/broken.md': '---\ntitle: x\nauthor: @ada\n---\nText.\n',
  'hugo/texts/indented.md': '---\ntitle: x\ntags: [\n"a"\n]\n---\nText.\n',
  'hugo/texts/toml.md': '+++\ntitle = """A\ntitle"""\n[params]\ndeep = {name = 1}\n+++\nText.\n',
  'hugo/texts/json.md': '{"title": "x", "params": {"deep": [1]},}\nText.\n',
  'jekyll/_config.yml': 'plugins: [jekyll-scholar]\nscholar: {source: ./bib, bibliography: works.bib}\n',
  'jekyll/bib/works.bib':
    '@book{knuth1997,\n  title = {The Art of Computer Programming},\n  year = 1997\n}\n',
  'jekyll/index.md': '---\ntitle: x\n---\n{% cite knuth1997 hoare1962 %}\n',
  'pandoc/a.md':
    '---\nbibliography: [refs.json, more.yaml]\n---\n# *@knuth1997*\n\n`[@no]` [@knuth1997; @ada1843]\n',
  'pandoc/refs.json': '[{"id": "knuth1997", "type": "book", "title": "The Art of Computer Programming"}]\n',
  'pandoc/more.yaml': 'references:\n- {id: ada1843, type: book, title: Notes}\n',
};

const summary = ({ files: read, findings }: Awaited<ReturnType<typeof lint>>): unknown =>
  JSON.parse(JSON.stringify({ read, findings }));

test.skipIf(!existsSync(bundle))('the bundle reads and finds what the sources do', async () => {
  const program = `
    import { lint } from ${JSON.stringify(bundle.href)};
    const { files, findings } = await lint(${JSON.stringify(files)});
    process.stdout.write(JSON.stringify({ read: files, findings }));`;
  const args = ['--input-type=module', '-e', program];
  const found = execFileSync(process.execPath, args, {
    cwd: fileURLToPath(new URL('.', bundle)),
    encoding: 'utf8',
  });
  expect(JSON.parse(found)).toEqual(summary(await lint(files)));
});

const program = new URL('../../dist/program.cjs', import.meta.url);

test.skipIf(!existsSync(program))('the program is ASCII, since it is read a byte a character', () => {
  expect(readFileSync(program).findIndex((byte) => byte > 0x7f)).toBe(-1);
});

test.skipIf(!existsSync(program))(
  'the program asks for packages where they lie, and for nothing else but Node',
  () => {
    const asked = [...readFileSync(program, 'latin1').matchAll(/\brequire\("([^"]+)"\)/g)].map(
      ([, name = '']) => name,
    );
    const packages = asked.filter((name) => name.startsWith('./'));
    expect(packages.length).toBeGreaterThan(5);
    expect(packages.filter((name) => !existsSync(new URL(name, program)))).toEqual([]);
    expect(asked.filter((name) => !name.startsWith('./') && !isBuiltin(name))).toEqual([]);
  },
);

test.skipIf(!existsSync(program))('the program knows the dashes between pages that the sources know', () => {
  const chapter = (key: string, pages: string): string =>
    `@inbook{${key}, author = {Knuth, Donald E.}, title = {Sorting}, pages = {${pages}}, publisher = {P}, year = 1998}\n`;
  const args = [
    fileURLToPath(new URL('../../dist/bin.cjs', import.meta.url)),
    '--stdin-filename',
    'refs.bib',
  ];
  const input = chapter('a', '170–190') + chapter('b', '286–307');
  const found = execFileSync(process.execPath, [...args, '--only', 'duplicate-work', '-'], {
    input,
    encoding: 'utf8',
  });
  expect(found).not.toContain('duplicate-work');
});

const examples = fileURLToPath(new URL('../../examples/', import.meta.url));
const folders = [
  ...readdirSync(examples).map((name) => examples + name),
  ...(hasShared ? readdirSync(shared('corpus/sites')).map((name) => shared(`corpus/sites/${name}`)) : []),
];

test.skipIf(!existsSync(program)).each(folders)(
  'the program says of %s what the sources say',
  async (folder) => {
    for (const args of [['--rule', 'unused-entry:note', '-f', 'json'], ['inspect']]) {
      const bin = fileURLToPath(new URL('../../dist/bin.cjs', import.meta.url));
      const run = spawnSync(process.execPath, [bin, ...args], {
        cwd: folder,
        encoding: 'utf8',
        maxBuffer: 1 << 28,
      });
      const { code, stdout, stderr } = await runInFolder(folder, args);
      expect({ code: run.status, stdout: run.stdout, stderr: run.stderr }).toEqual({ code, stdout, stderr });
    }
  },
);
