import type { FixSafety, Rule } from '../../../src/model.ts';
import { fixFiles } from '../../support/fix-files.ts';
import { findingLines } from '../../support/lint-files.ts';

type Files = Readonly<Record<string, string>>;

/** A paper with one BibTeX entry; the values of fields stand in braces. */
export function paperWith(fields: Readonly<Record<string, string>>, type = 'article'): Files {
  const lines = Object.entries(fields).map(([name, value]) => `  ${name} = {${value}},\n`);
  return {
    'refs.bib': `@${type}{knuth1984,\n${lines.join('')}}\n`,
    'paper.md': '---\ntitle: Notes\nbibliography: refs.bib\n---\n\nAs was shown [@knuth1984].\n',
  };
}

/** A page of a Hugo site that writes one reference by hand. */
export function pageWith(reference: string): Files {
  return {
    'hugo.toml': 'title = "Notes"\n',
    'layouts/shortcodes/cite.html':
      '{{ .Page.Scratch.SetInMap "references" (.Get 0) (.Get 1) }}<sup>[{{ .Get 0 }}]</sup>\n',
    'content/a.md': `---\ntitle: A\n---\nAs was shown{{< cite "knuth1984" "${reference}" >}}.\n`,
  };
}

/** A paper whose bibliography is CSL-JSON with one item. */
export function jsonPaperWith(item: Readonly<Record<string, unknown>>): Files {
  return {
    'refs.json': `${JSON.stringify([{ id: 'knuth1984', type: 'book', ...item }], null, 2)}\n`,
    'paper.md': '---\ntitle: Notes\nbibliography: refs.json\n---\n\nAs was shown [@knuth1984].\n',
  };
}

/** `messageId "text of the region"` of each finding. */
export async function findingsOf(rule: Rule, files: Files): Promise<string[]> {
  const summaries = await findingLines(files, rule);
  return summaries.map((summary) => summary.replace(/^\S+ /, ''));
}

/** The files once the fixes of a safety are made. */
export async function fixedFiles(rule: Rule, files: Files, safety: FixSafety): Promise<Files> {
  const { files: fixed, takenBack } = await fixFiles(files, rule, { allowed: [safety] });
  if (takenBack.size > 0) throw new Error(`The fixes were taken back: ${JSON.stringify([...takenBack])}.`);
  return fixed;
}
