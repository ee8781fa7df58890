import type { FixSafety, Rule } from '../../../src/model.ts';
import { fixFiles } from '../../support/fix-files.ts';
import { lintFiles, summarizeFindings } from '../../support/lint-files.ts';

export type Files = Readonly<Record<string, string>>;

/** A BibTeX entry; values of fields stand as they are written, delimiters included. */
export function entry(fields: Readonly<Record<string, string>>, type = 'article', key = 'knuth1998'): string {
  const lines = Object.entries(fields).map(([name, value]) => `  ${name} = ${value},\n`);
  return `@${type}{${key},\n${lines.join('')}}\n`;
}

/** A bibliography that no document loads, so that any program may read it. */
export const alone = (text: string): Files => ({ 'refs.bib': text });

/** A bibliography that one Pandoc paper loads. */
export const inPandoc = (text: string, name = 'refs.bib'): Files => ({
  [name]: text,
  'paper.md': `---\ntitle: Sorting\nbibliography: ${name}\n---\n\nThis is known [@knuth1998].\n`,
});

/** A bibliography of a Jekyll site. */
export const inJekyll = (text: string): Files => ({
  '_config.yml': 'title: Sorting\nscholar:\n  source: ./_bibliography\n  bibliography: refs.bib\n',
  '_bibliography/refs.bib': text,
  '_posts/2024-01-01-sorting.md': '---\ntitle: Sorting\n---\n\nThis is known {% cite knuth1998 %}.\n',
});

/** `messageId "text of the region"` of each finding. */
export async function findingsOf(rule: Rule, files: Files, options = {}): Promise<string[]> {
  const result = await lintFiles(files, rule, options);
  return summarizeFindings(result, files).map((summary) => summary.replace(/^\S+ /, ''));
}

/** The messages of the findings. */
export async function messagesOf(rule: Rule, files: Files): Promise<string[]> {
  return (await lintFiles(files, rule)).findings.map(({ message }) => message);
}

/** The one bibliography once the fixes of a safety are made. */
export async function fixed(rule: Rule, text: string, safety: FixSafety = 'safe'): Promise<string> {
  const { files, takenBack } = await fixFiles(alone(text), rule, { allowed: [safety] });
  if (takenBack.size > 0) throw new Error(`The fixes were taken back: ${JSON.stringify([...takenBack])}.`);
  return files['refs.bib'] ?? '';
}
