import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { rules } from '../../rules/index.ts';
import { createMemorySource } from '../../src/host/memory.ts';
import type { FileSource } from '../../src/project/file-source.ts';
import { createSession, type LintResult, lintProject, type Session } from '../../src/session.ts';
import { examplePath, exampleSites } from '../support/example-report.ts';
import { readFolder } from '../support/read-folder.ts';

/** Pieces of text that make, break and mend citations in one dialect or another. */
const PIECES = [
  'word ',
  '\n',
  '---\n',
  '"',
  '{{< cite "knuth1997art" "Knuth, D. E. (1998). *The Art of Computer Programming*. Addison-Wesley." >}}',
  '{{< cite "',
  '{% cite hoare1962 %}',
  '[@tukey1977; @box1976, p. 3]',
  '@fisher1922',
  '{cite:p}`harris2020`',
  '<d-cite key="vaswani2017"></d-cite>',
  '[^note]',
  '\n[^note]: Lovelace, A. (1843). Notes. *Taylor’s Scientific Memoirs*, 3, 666–731.\n',
  '<!-- bibliolint-disable-next-line -->\n',
  '@book{turing1950, author = {Turing, Alan}, title = {Computing Machinery}, year = 1950}\n',
  'doi = {10.1093/mind/LIX.236.433}, ',
  '(@eq-one)=\n# Heading\n',
  'bibliography: references.bib\n',
  '😀',
  '\r\n',
  'nocite: "@*"\n',
] as const;

interface Edit {
  readonly kind: 'type' | 'cut' | 'close' | 'write' | 'remove' | 'add' | 'look-ahead';
  /** Which file, and where in it, as parts of the whole. */
  readonly file: number;
  readonly place: number;
  readonly piece: number;
}

const part = fc.double({ min: 0, max: 0.999, noNaN: true });
const edits: fc.Arbitrary<Edit[]> = fc.array(
  fc.record({
    kind: fc.constantFrom<Edit['kind']>(
      'type',
      'type',
      'type',
      'cut',
      'close',
      'write',
      'remove',
      'add',
      'look-ahead',
    ),
    file: part,
    place: part,
    piece: part,
  }),
  { minLength: 1, maxLength: 8 },
);

const at = <T>(items: readonly T[], where: number): T => items[Math.floor(where * items.length)]!;

/** A site on a disk that changes, with the buffers of an editor over it. */
function createSite(files: Record<string, string>) {
  const disk = { ...files };
  const buffers = new Map<string, string>();
  const source: FileSource = {
    entries: (folder) => createMemorySource(disk).entries(folder),
    read: (path) => createMemorySource(disk).read(path),
  };
  const texts = (): Record<string, string> => ({ ...disk, ...Object.fromEntries(buffers) });
  const changedText = ({ kind, file, place, piece }: Edit): [path: string, text: string] => {
    if (kind === 'add')
      return [`${at(['', 'content/', 'new/'], file)}new-${piece > 0.5}.md`, at(PIECES, place)];
    const path = at(Object.keys(texts()), file);
    const text = texts()[path] ?? '';
    const from = Math.floor(place * text.length);
    const end = kind === 'cut' ? from + Math.floor(piece * 40) : from;
    return [path, text.slice(0, from) + (kind === 'cut' ? '' : at(PIECES, piece)) + text.slice(end)];
  };
  return { disk, buffers, source, texts, changedText };
}

async function apply(edit: Edit, site: ReturnType<typeof createSite>, session: Session): Promise<void> {
  const [path, text] = site.changedText(edit);
  switch (edit.kind) {
    case 'close':
      site.buffers.delete(path);
      session.setText(path, undefined);
      return;
    case 'write':
      site.disk[path] = text;
      session.changed([path]);
      return;
    case 'remove':
      delete site.disk[path];
      session.changed(edit.piece > 0.5 ? [path] : undefined);
      return;
    case 'look-ahead':
      await session.lint(new Map([[path, text]]));
      return;
    default:
      site.buffers.set(path, text);
      session.setText(path, text);
  }
}

const told = ({ findings, suppressed, failures, unreadable, files }: LintResult) => ({
  findings,
  suppressed,
  failures,
  unreadable,
  files: files.map(({ path }) => path),
});

describe.each(exampleSites)('%s', (name) => {
  test('however it is edited, a session finds what a fresh run finds', async () => {
    const files = readFolder(examplePath(name));
    await fc.assert(
      fc.asyncProperty(edits, async (list) => {
        const site = createSite(files);
        const session = createSession({ source: site.source, rules });
        await session.lint();
        for (const edit of list) {
          await apply(edit, site, session);
          const fresh = await lintProject({ source: createMemorySource(site.texts()), rules });
          expect(told(await session.lint())).toEqual(told(fresh));
        }
      }),
      { numRuns: 10 },
    );
  });
});
