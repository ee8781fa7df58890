import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const SEPARATOR = '\u241e';

/** A reader that reads each text as a bibliography of its own, all in one process; one that is refused gives no block of keys. */
const READER = `
function Reader(input)
  local blocks = {}
  for text in (tostring(input) .. '${SEPARATOR}'):gmatch('(.-)${SEPARATOR}') do
    local isRead, document = pcall(pandoc.read, text, 'bibtex')
    local keys = {}
    for _, reference in ipairs(isRead and document.meta.references or {}) do
      keys[#keys + 1] = pandoc.utils.stringify(reference.id)
    end
    blocks[#blocks + 1] = pandoc.CodeBlock(table.concat(keys, '\\n'), pandoc.Attr(isRead and 'read' or 'refused'))
  end
  return pandoc.Pandoc(blocks)
end
`;

/** The keys the installed Pandoc finds in each BibTeX text; undefined for a text it refuses, an error where it cannot be asked. */
export function readBibliographiesWithPandoc(texts: readonly string[]): (readonly string[] | undefined)[] {
  const folder = mkdtempSync(join(tmpdir(), 'bibliolint-'));
  writeFileSync(join(folder, 'reader.lua'), READER);
  const { stdout, stderr } = spawnSync('pandoc', ['-f', 'reader.lua', '-t', 'json'], {
    cwd: folder,
    input: texts.join(SEPARATOR),
    encoding: 'utf8',
    maxBuffer: 1 << 28,
  });
  rmSync(folder, { recursive: true });
  if (stdout === '') throw new Error(stderr);
  const { blocks } = JSON.parse(stdout) as { blocks: readonly { c: [[string], string] }[] };
  return blocks.map(({ c: [[id], keys] }) =>
    id === 'read' ? keys.split('\n').filter((key) => key !== '') : undefined,
  );
}
