import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { lint } from '../../src/index.ts';
import type { DocumentFacts, Shortcode, SyntaxProblem } from '../../src/model.ts';
import { createRandom, type Random } from '../bench/random.ts';
import { hasTool } from '../support/tools.ts';

/** What Hugo says at each kind of error; ours are named alike. */
const ERRORS: readonly (readonly [message: RegExp, kind: string])[] = [
  [/unrecognized character in shortcode/, 'unrecognized-char'],
  [/unclosed shortcode action/, 'unclosed-action'],
  [/Cannot mix named/, 'mixed-params'],
  [/invalid state: invalid param type/, 'invalid-state'],
  [/shortcode has no name/, 'no-name'],
  [/template for shortcode/, 'unknown-shortcode'],
  [/unterminated quoted/, 'unterminated-dquote'],
  [/unterminated raw/, 'unterminated-raw'],
  [/unrecognized escape/, 'bad-escape'],
  [/does not evaluate \.Inner/, 'close-without-inner'],
  [/unclosed shortcode/, 'close-extra'],
  [/must be closed or self/, 'must-be-closed'],
  [/does not match start tag/, 'close-mismatch'],
  [/but none is open/, 'close-none-open'],
  [/comment must be closed/, 'escape-unclosed'],
  [/period in shortcode/, 'period-in-name'],
];

/** What we report although Hugo builds the page. */
const OURS = new Set(['escape-swallows-text', 'stray-quote', 'swallowed-close', 'unopened-shortcode']);

/** Pieces on which Hugo 0.111 and its current lexer agree: a `/` among the arguments is left out, and `Cite`. */
const ARGUMENTS =
  '"a"|"a b"|a|a-b|a.b|1997|007|1.5|-5|+5|true|`raw`|`a "q" >}} b`|"a \\"q\\" b"|"back\\slash"|"\\alpha \\"x\\""|key=a|key="a b"|key=`r`|key = "a"|key="a" page=5|"key"="v"|a:b|@a|#a|a,b|"a","b"|"a""b"|“a”|\'a\'|k=v>}}|=|==|\\"a\\"|\\"a|"a\\\\"|`a|"a|"a\nb"|`a\nb`|a_b|.a|é|字|à̀|²|"😀"|\u00a0|\u200b|\t|a=b=c|a="b"c|"{{< x"|k="{{< cite a >}}"|"%}}"|a-|--|_a|k-1="v"|k.1="v"|ключ=v|\\a|"\\`"|1e5|0x1F|.5|TRUE|"*/>}}"'.split(
    '|',
  );
const TEXTS =
  ' text |\n|\n\n|\n```\ncode\n```\n|`code` |<!-- c -->|{|{{|}}|>}}|"|`|{{</* cite a */>}}|{{%/* cite a */%}}|{{</*|*/>}}|- item\n|é字😀 |    indented |$x$|\r\n|{{ x }}'.split(
    '|',
  );
const CITING = ['cite', 'my-cite', 'ns/cite', '引用'];
const PAIRED = ['para', 'opt'];

function makeTag({ pick, next, below }: Random): string {
  const mark = pick(['<', '<', '<', '%']);
  const close = mark === '<' ? '>}}' : '%}}';
  const name = pick([...CITING, ...PAIRED, 'cite', 'nope']);
  if (next() < 0.2) return `{{${mark} /${name} ${close}`;
  const blank = (): string => pick([' ', ' ', ' ', '', '\n']);
  const made = Array.from({ length: below(4) }, () => blank() + pick(ARGUMENTS)).join('');
  const end = next() < 0.92 ? close : pick(['>', '}}', '>}', '%}}', '']);
  return `{{${mark} ${name}${made}${blank()}${next() < 0.1 ? '/' : ''}${end}`;
}

function makePage(random: Random): string {
  const { pick, next, below } = random;
  const parts = Array.from({ length: 1 + below(4) }, () => {
    const kind = next();
    if (kind < 0.5) return makeTag(random);
    if (kind > 0.75) return pick(TEXTS);
    const name = pick(PAIRED);
    return `{{< ${name} >}}${pick(TEXTS)}${next() < 0.5 ? makeTag(random) : ''}{{< /${name} >}}`;
  });
  return `---\ntitle: x\n---\n${parts.join(pick(['', ' ', '\n']))}\n`;
}

const call = '{{ warnf "CALL⟦%s⟧%s⟦%s⟧%v" .Page.File.Path (jsonify .Name) (jsonify .Params) .Position }}';
const site: Readonly<Record<string, string>> = {
  'hugo.toml':
    'baseURL = "https://example.org/"\ndisableKinds = ["taxonomy", "term", "RSS", "sitemap", "robotsTXT", "404", "section", "home"]\n',
  'layouts/_default/single.html': '{{ .Content }}',
  ...Object.fromEntries(CITING.map((name) => [`layouts/shortcodes/${name}.html`, call])),
  ...Object.fromEntries(PAIRED.map((name) => [`layouts/shortcodes/${name}.html`, `${call}{{ .Inner }}`])),
};

const root = mkdtempSync(join(tmpdir(), 'bibliolint-hugo-'));
afterAll(() => rmSync(root, { recursive: true, force: true, maxRetries: 5 }));

function build(name: string, pages: Readonly<Record<string, string>>): { failed: boolean; output: string } {
  for (const [path, text] of Object.entries({ ...site, ...pages })) {
    const file = join(root, name, path);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, text);
  }
  const cwd = join(root, name);
  const { status, stdout, stderr } = spawnSync('hugo', ['--renderToMemory'], { cwd, encoding: 'utf8' });
  return { failed: status !== 0, output: stdout + stderr };
}

const kindOf = ({ messageId, data }: SyntaxProblem): string => String(data?.['engine'] ?? messageId);

function kindsOf({ problems }: DocumentFacts): string[] {
  return problems
    .filter(({ messageId }) => !OURS.has(messageId) && !/^(?:empty|missing|keyless)-/.test(messageId))
    .map(kindOf);
}

/** Name and arguments, as the template prints them: whole floats lose their point, keys are sorted. */
function printed({ name, params }: Shortcode): string {
  if (params[0]?.name === undefined)
    return JSON.stringify([name, params.length === 0 ? null : params.map(({ value }) => value)]);
  const named = params.map((param) => [param.name!, param.value] as const);
  const sorted = Object.entries(Object.fromEntries(named)).sort(([a], [b]) => (a < b ? -1 : 1));
  return JSON.stringify([name, Object.fromEntries(sorted)]);
}

const COUNT = Number(process.env['BIBLIOLINT_HUGO_PAGES'] ?? 120);

describe.skipIf(!hasTool('hugo', 'no generated page is compared with it', ['version']))(
  'pages of random pieces',
  () => {
    const random = createRandom(1997);
    const pages = Object.fromEntries(
      Array.from({ length: COUNT }, (_, index) => [`content/p${index}.md`, makePage(random)] as const),
    );
    const read = lint({ ...site, ...pages }).then(({ files }) =>
      files.filter((facts): facts is DocumentFacts => facts.kind === 'document'),
    );

    test('what we read without a problem Hugo builds, with the same arguments', async () => {
      const sound = (await read).filter((facts) => kindsOf(facts).length === 0);
      expect(sound.length).toBeGreaterThan(COUNT / 10);
      const { failed, output } = build(
        'sound',
        Object.fromEntries(sound.map(({ path }) => [path, pages[path]!])),
      );
      expect(failed ? output : '').toBe('');
      const calls = [...output.matchAll(/CALL⟦(.*?)⟧(.*?)⟦(.*?)⟧"/gs)].map(
        ([, path, name, params]) => `${path} ${JSON.stringify([JSON.parse(name!), JSON.parse(params!)])}`,
      );
      const expected = sound.flatMap(({ path, shortcodes }) =>
        shortcodes
          .filter(({ closing, damaged }) => !closing && !damaged)
          .map((tag) => `${path.slice(8)} ${printed(tag)}`),
      );
      expect(expected.length).toBeGreaterThan(COUNT / 10);
      expect([...new Set(calls)].sort()).toEqual([...new Set(expected)].sort());
    });

    test('what we call broken Hugo refuses, for a reason that is among ours', {
      timeout: 2000 * COUNT,
    }, async () => {
      const broken = (await read).filter((facts) => kindsOf(facts).length > 0);
      for (const facts of broken.slice(0, COUNT / 4)) {
        const page = pages[facts.path]!;
        const { failed, output } = build('broken', { 'content/page.md': page });
        const message = /Error: (.*)/.exec(output)?.[1] ?? '';
        const kind = ERRORS.find(([pattern]) => pattern.test(message))?.[1];
        expect({ page, failed, known: kind !== undefined }).toEqual({ page, failed: true, known: true });
        // These Hugo says before it looks for the errors of its lexer, of which the same tag may have one.
        if (kind !== 'unknown-shortcode' && kind !== 'invalid-state')
          expect({ page, kinds: kindsOf(facts) }).toEqual({ page, kinds: expect.arrayContaining([kind]) });
      }
    });
  },
);
