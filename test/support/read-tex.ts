import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** What a program made of a bibliography: the keys it printed, and whether it found errors of the text. */
export interface TexReading {
  readonly keys: readonly string[];
  readonly refused: boolean;
}

/** A style that prints every key and knows the months, so that no style has to be installed. */
const STYLE = `ENTRY { title } {} {}
${'jan feb mar apr may jun jul aug sep oct nov dec'.replace(/\w+/g, (month) => `MACRO {${month}} {"${month}"}`)}
FUNCTION {default.type} { "\\bibitem{" cite$ * "}" * write$ newline$ }
READ
ITERATE {call.type$}
`;

/** The bibliography as the installed BibTeX reads it; keys that repeat are no error of the text. */
export function readWithBibtex(text: string): TexReading {
  return inFolder((folder) => {
    writeFileSync(join(folder, 't.bib'), text);
    writeFileSync(join(folder, 'keys.bst'), STYLE);
    writeFileSync(join(folder, 't.aux'), '\\citation{*}\n\\bibdata{t}\n\\bibstyle{keys}\n');
    const env = { ...process.env, BIBINPUTS: folder, BSTINPUTS: folder };
    spawnSync('bibtex', ['t'], { cwd: folder, env });
    const log = readFileSync(join(folder, 't.blg'), 'latin1');
    const list = readFileSync(join(folder, 't.bbl'), 'utf8');
    const errors = [
      ...log.matchAll(/^(?!Repeated entry|A bad cross reference|Warning--).*---line \d+ of file t\.bib$/gm),
    ];
    return {
      keys: [...list.matchAll(/\\bibitem\{(.*)\}$/gm)].map((match) => match[1] ?? ''),
      refused: errors.length > 0,
    };
  });
}

/** The bibliography as the installed biber reads it. */
export function readWithBiber(text: string): TexReading {
  return inFolder((folder) => {
    writeFileSync(join(folder, 't.bib'), text);
    const { status } = spawnSync('biber', ['--tool', '--nolog', '--output-file', 'o.bib', 't.bib'], {
      cwd: folder,
    });
    if (status !== 0) return { keys: [], refused: true };
    const written = readFileSync(join(folder, 'o.bib'), 'utf8');
    const keys = [...written.matchAll(/^@(?!comment|string|preamble)\w+\{([^,]*),/gim)];
    return { keys: keys.map((match) => match[1] ?? ''), refused: false };
  });
}

function inFolder<T>(use: (folder: string) => T): T {
  const folder = mkdtempSync(join(tmpdir(), 'bibliolint-tex-'));
  try {
    return use(folder);
  } finally {
    rmSync(folder, { recursive: true });
  }
}
