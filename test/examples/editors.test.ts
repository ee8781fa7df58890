import { spawnSync } from 'node:child_process';
import {
  chmodSync,
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { problemMatcherFiles } from '../../.ci/problem-matchers.ts';
import { reportUnix } from '../../src/report/unix.ts';
import { place, print, sampleFinding, sampleRun } from '../report/sample-run.ts';
import { hasTool, isAvailable } from '../support/tools.ts';

const examples = fileURLToPath(new URL('../../examples/', import.meta.url));

const files = {
  'content/my heap.md': '---\ntitle: Heap\n---\nNaïve — “heaps” [@knuth84].\n',
  'content/a:b.md': '[@shannon48]\n',
  'refs.bib': '@book{lovelace1843,\n  title = {Notes}\n}\n',
};
const findings = [
  sampleFinding(place(files, 'content/my heap.md', 'knuth84'), {
    message: 'Cite key `knuth84` is not defined: [@x].',
  }),
  sampleFinding(place(files, 'content/a:b.md', 'shannon48'), { level: 'warning', message: 'Two works.' }),
  sampleFinding(place(files, 'refs.bib', 'title'), { level: 'note', message: 'This entry has no year.' }),
];
const output = print(reportUnix(findings, sampleRun(files)));

/** What each finding is, as every editor should have read it. */
const expected = [
  { file: 'content/my heap.md', line: 4, column: 19, level: 'error', rule: 'undefined-key' },
  { file: 'content/a:b.md', line: 1, column: 3, level: 'warning', rule: 'malformed-reference' },
  { file: 'refs.bib', line: 2, column: 3, level: 'info', rule: 'malformed-reference' },
];

const folder = mkdtempSync(join(tmpdir(), 'bibliolint-editors-'));
const stub = join(folder, 'bin/bibliolint');
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** A site on disk, and a bibliolint that prints its findings and keeps its arguments and its input. */
beforeAll(() => {
  const all = { ...files, 'report.txt': output };
  for (const [path, text] of Object.entries(all)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
  mkdirSync(dirname(stub));
  writeFileSync(
    stub,
    `#!/bin/sh\nprintf '%s\\n' "$@" > '${folder}/arguments.txt'\ncase "$*" in *--stdin*) cat > '${folder}/input.txt';; esac\ncat '${folder}/report.txt'\nexit 1\n`,
  );
  chmodSync(stub, 0o755);
});

function run(command: string, args: readonly string[]) {
  const path = `${dirname(stub)}:${process.env['PATH']}`;
  const done = spawnSync(command, args, {
    cwd: folder,
    encoding: 'utf8',
    env: { ...process.env, PATH: path, HOME: folder },
  });
  return done.stderr + done.stdout;
}

const readJson = (name: string): unknown => JSON.parse(readFileSync(join(folder, name), 'utf8'));

interface Pattern {
  readonly regexp: string;
  readonly file: number;
  readonly line: number;
  readonly column: number;
  readonly message: number;
  readonly code: number;
  readonly severity?: number;
}

/** What a matcher makes of the report; lines it does not match are left out. */
function match({ regexp, file, line, column, severity, code }: Pattern, level = ''): object[] {
  return output.split('\n').flatMap((text) => {
    const found = new RegExp(regexp).exec(text);
    if (found === null) return [];
    return [
      {
        file: found[file],
        line: Number(found[line]),
        column: Number(found[column]),
        level: severity === undefined ? level : found[severity],
        rule: found[code],
      },
    ];
  });
}

test('the matchers are the ones that the form of the lines asks for', () => {
  for (const [path, text] of problemMatcherFiles()) {
    expect(readFileSync(join(examples, '..', path), 'utf8'), path).toBe(text);
  }
});

test('the matcher of the VS Code task reads every line', () => {
  const { tasks } = JSON.parse(readFileSync(`${examples}editors/vscode/tasks.json`, 'utf8'));
  expect(match(tasks[0].problemMatcher.pattern)).toEqual(expected);
});

test('of the matchers for GitHub one reads errors and warnings, the other notices, and no line is read twice', () => {
  const { problemMatcher } = JSON.parse(
    readFileSync(`${examples}github-action/problem-matcher.json`, 'utf8'),
  );
  const [first, second] = problemMatcher;
  expect(first.severity).toBeUndefined();
  expect(match(first.pattern[0])).toEqual(expected.slice(0, 2));
  expect(second.severity).toBe('notice');
  expect(match(second.pattern[0], 'info')).toEqual(expected.slice(2));
  expect(new Set(problemMatcher.map(({ owner }: { owner: string }) => owner)).size).toBe(2);
});

describe.each([
  ['vim', ['-u', 'NONE', '-N', '-es', '-S']],
  ['nvim', ['-u', 'NONE', '--headless', '-S']],
] as const)('%s', (editor, args) => {
  const isThere = hasTool(editor, 'its compiler file is not tried');

  test.skipIf(!isThere)('lists the findings, and goes to the characters they name', () => {
    const script = join(folder, 'try.vim');
    writeFileSync(
      script,
      [
        'set encoding=utf-8 shell=/bin/sh',
        `set runtimepath^=${examples}editors/vim`,
        `let g:bibliolint_command = '${stub}'`,
        'compiler bibliolint',
        'silent! make content',
        'let list = map(getqflist(), {_, e -> {"file": bufname(e.bufnr), "line": e.lnum, "level": e.type, "text": e.text}})',
        'cfirst',
        'call writefile([json_encode({"list": list, "word": expand("<cword>"), "makeprg": &makeprg})], "list.json")',
        'qall!',
      ].join('\n'),
    );
    run(editor, [...args, script]);
    const { list, word } = readJson('list.json') as { list: Record<string, unknown>[]; word: string };
    expect(list).toEqual(
      expected.map(({ file, line, level, rule }) => ({
        file,
        line,
        level: level[0],
        text: expect.stringMatching(new RegExp(`^[A-Z].* \\[${rule}\\]$`)),
      })),
    );
    expect(word).toBe('knuth84');
    expect(readFileSync(join(folder, 'arguments.txt'), 'utf8')).toBe('--format\nunix\ncontent\n');
    rmSync(join(folder, 'list.json'));
  });
});

const hasNeovim = hasTool('nvim', 'its language client is not tried');

test.skipIf(!hasNeovim)(
  "Neovim's language client starts the server of the example",
  { timeout: 60_000 },
  () => {
    const site = join(folder, 'blog');
    cpSync(`${examples}hugo-blog`, site, { recursive: true });
    const program = join(folder, 'program/bibliolint');
    mkdirSync(dirname(program));
    const build = fileURLToPath(new URL('../../dist/bin.cjs', import.meta.url));
    writeFileSync(program, `#!/bin/sh\nexec '${process.execPath}' '${build}' "$@"\n`);
    chmodSync(program, 0o755);
    writeFileSync(
      join(folder, 'try-lsp.lua'),
      `vim.env.PATH = '${dirname(program)}:' .. vim.env.PATH
local config = dofile('${examples}editors/neovim/lsp/bibliolint.lua')
assert(vim.tbl_contains(config.filetypes, 'markdown'))
vim.cmd('edit ${site}/content/posts/goto.md')
config.name = 'bibliolint'
config.root_dir = '${site}'
vim.lsp.buf_attach_client(0, vim.lsp.start_client(config))
vim.wait(40000, function() return #vim.diagnostic.get(0) > 0 end, 50)
local list = vim.tbl_map(function(d) return { d.lnum + 1, d.message } end, vim.diagnostic.get(0))
vim.fn.writefile({ vim.fn.json_encode(list) }, '${folder}/list.json')
vim.cmd('qall!')
`,
    );
    const said = run('nvim', [
      '-u',
      'NONE',
      '--headless',
      '-c',
      `luafile ${join(folder, 'try-lsp.lua')}`,
      '-c',
      'qall!',
    ]);
    expect(existsSync(join(folder, 'list.json')), said).toBe(true);
    expect(readJson('list.json')).toContainEqual([7, expect.stringMatching(/^Typographic quotes/)]);
    rmSync(join(folder, 'list.json'));
  },
);

const hasEmacs = hasTool('emacs', 'its modes are not tried');
const hasFlycheck =
  hasEmacs &&
  isAvailable(
    spawnSync('emacs', ['--batch', '--eval', "(progn (package-initialize) (require 'flycheck))"]).status ===
      0,
    'Flycheck',
    'its checker is not tried',
  );

test.skipIf(!hasEmacs)('Emacs lists the findings without any setting', { timeout: 60_000 }, () => {
  writeFileSync(
    join(folder, 'try.el'),
    `(require 'compile)
(require 'json)
(with-temp-buffer
  (insert-file-contents "report.txt")
  (compilation-mode)
  (setq buffer-read-only nil)
  (compilation-parse-errors (point-min) (point-max))
  (goto-char (point-min))
  (let (found)
    (while (not (eobp))
      (let ((message (get-text-property (point) 'compilation-message)))
        (when message
          (let* ((place (compilation--message->loc message))
                 (file (car (compilation--loc->file-struct place))))
            (push (vector (car file) (compilation--loc->line place)
                        (compilation--loc->col place) (compilation--message->type message)) found))))
      (forward-line 1))
    (with-temp-file "list.json" (insert (json-encode (vconcat (nreverse found)))))))
`,
  );
  const said = run('emacs', ['-Q', '--batch', '-l', 'try.el']);
  expect(existsSync(join(folder, 'list.json')), said).toBe(true);
  const levels = { error: 2, warning: 1, info: 0 };
  expect(readJson('list.json')).toEqual(
    expected.map(({ file, line, column, level }) => [
      file,
      line,
      column,
      levels[level as keyof typeof levels],
    ]),
  );
});

test.skipIf(!hasFlycheck)('Flycheck checks the unsaved text of a buffer', { timeout: 60_000 }, () => {
  writeFileSync(
    join(folder, 'try-flycheck.el'),
    `(package-initialize)
(add-to-list 'load-path "${examples}editors/emacs")
(require 'flycheck-bibliolint)
(require 'json)
(flycheck-bibliolint-setup)
(setq flycheck-bibliolint-executable "${stub}")
(define-derived-mode markdown-mode text-mode "Markdown")
(find-file "content/my heap.md")
(markdown-mode)
(goto-char (point-max))
(insert "Not saved.")
(setq flycheck-checker 'bibliolint)
(flycheck-mode 1)
(flycheck-buffer)
(let ((tries 0))
  (while (and (flycheck-running-p) (< tries 300))
    (setq tries (1+ tries))
    (accept-process-output nil 0.1)))
(let ((errors flycheck-current-errors))
 (with-temp-file "${folder}/list.json"
  (insert (json-encode (vconcat
    (mapcar (lambda (e) (vector (flycheck-error-line e) (flycheck-error-column e)
                              (flycheck-error-level e) (flycheck-error-id e) (flycheck-error-message e)))
            errors))))))
(set-buffer-modified-p nil)
`,
  );
  const said = run('emacs', ['--batch', '-l', 'try-flycheck.el']);
  expect(existsSync(join(folder, 'list.json')), said).toBe(true);
  expect(readJson('list.json')).toContainEqual([
    4,
    19,
    'error',
    'undefined-key',
    'Cite key `knuth84` is not defined: [@x].',
  ]);
  expect(readFileSync(join(folder, 'input.txt'), 'utf8')).toContain('Not saved.');
  expect(readFileSync(join(folder, 'arguments.txt'), 'utf8')).toMatch(
    /^--format\nunix\n--stdin\n--stdin-filename\n.*my heap\.md\n$/,
  );
});
