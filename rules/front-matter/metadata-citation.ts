import { type Cite, type DocumentFacts, defineRule, type Fix } from '../../src/model.ts';
import { closest } from '../../src/text/similar.ts';
import { citesInAbstract, fieldOfCite } from '../shared/front-matter.ts';
import { citesBibliography, isExternalKey, isGeneratedKey, lacksBibliography } from '../shared/keys.ts';

/** Pandoc reads every string of the metadata as Markdown, so a handle among them is a citation without an entry. */
export default defineRule({
  id: 'metadata-citation',
  description: 'Disallow handles in the front matter that Pandoc takes for citations.',
  scope: 'files',
  level: 'warning',
  preset: 'recommended',
  since: '0.1.0',
  fix: 'suggest',
  messages: {
    handle: '{engine} takes `@{key}` in `{field}` for a citation and prints {prints}; write `\\@{key}`.',
  },
  options: {},

  check(project, { report }) {
    for (const document of project.documents) {
      const { path, citations, problems } = document;
      // Where the front matter cannot be read the engine reads none of it, and a backslash would not mend that.
      if (problems.some(({ messageId }) => messageId.startsWith('fm-'))) continue;
      for (const { cites, construct } of citations) {
        if (construct !== 'metadata') continue;
        for (const cite of cites) {
          const { key, keyRegion, mode } = cite;
          // Brackets are put around no handle: of `abstract: As in [@knuth84]` undefined-key speaks.
          if (mode !== 'author-in-text') continue;
          // What a bibliography that is not there defines nobody knows; `missing-bibliography-file` says so.
          if (lacksBibliography(project, document) || isGeneratedKey(key, project, document)) continue;
          // Of a key that nothing defines `undefined-key` speaks there as of those in the text.
          if (citesInAbstract(document, cite) && citesBibliography(project, document)) continue;
          const entries = project.entriesFor(document);
          if (entries.has(key) || isExternalKey(key, project, document)) continue;
          // A key in the wrong case or with a slip is meant for a citation; other rules say so.
          if (closest(key, entries.keys()) !== undefined) continue;
          if (isSetting(document, cite)) continue;
          const { name, undefinedKey } = project.engineOf(document);
          const field = fieldOfCite(document, cite)?.name ?? 'the front matter';
          const at = { path, region: { start: keyRegion.start - 1, end: keyRegion.end } };
          const data = { engine: name, key, field, prints: undefinedKey.replace('{key}', () => key) };
          report({ at, messageId: 'handle', data, fixes: escapeHandle(document, cite) });
        }
      }
    }
  },
});

/** What Quarto and R Markdown read for themselves, and print from there, if at all. */
const SETTINGS =
  /^(?:about|citation|comments|execute|knitr|listing|open-graph|output|params|twitter-card|website)\b/;

/**
 * What no page shows: the other names and the marks of a note, which Obsidian and its kin read for themselves; files, and the
 * entries themselves where a template takes them out of `bibliography: |`.
 */
const NOT_SHOWN = /^(?:alias(?:es)?|tags?|cssclass(?:es)?|citekey|bibliography|csl)\b/;

/**
 * Whether the handle belongs to the program and not to the text: a documented setting such as `twitter-card.creator`, or an
 * address, which Quarto takes from the front matter before Pandoc reads it. A backslash there would break it.
 */
function isSetting(document: DocumentFacts, cite: Cite): boolean {
  const { name = '', value = '' } = fieldOfCite(document, cite) ?? {};
  if (NOT_SHOWN.test(name)) return true;
  if (document.dialect !== 'quarto' && document.dialect !== 'rmarkdown') return false;
  if (SETTINGS.test(name)) return true;
  return String(value)
    .split(/\s+/)
    .some((word) => word.includes('://') && word.includes(`@${cite.key}`));
}

/** A backslash before the `@`; only where the value stands there as it reads, since double quotes need two. */
function escapeHandle(document: DocumentFacts, cite: Cite): Fix[] {
  const field = fieldOfCite(document, cite);
  const value = typeof field?.value === 'string' ? field.value : '';
  if (field === undefined || field.region.end - field.region.start !== value.length) return [];
  const at = cite.keyRegion.start - 1;
  if (value[at - field.region.start] !== '@') return [];
  const edits = [{ path: document.path, region: { start: at, end: at }, text: '\\' }];
  return [{ title: 'Escape the handle', safety: 'suggest', edits }];
}
