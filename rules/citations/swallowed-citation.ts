import {
  type DialectName,
  type DocumentFacts,
  defineRule,
  type Project,
  type SyntaxProblem,
} from '../../src/model.ts';
import { once } from '../../src/text/once.ts';
import { isPackageName } from '../../src/text/package-name.ts';
import { citesBibliography, declaresBibliography } from '../shared/keys.ts';
import { reportProblems } from '../shared/report-problems.ts';
import { unsignedKeys } from '../shared/unsigned-keys.ts';

const messages = {
  'citation-not-rendered':
    'rehype-citation does not look for citations here (in: {where}), so `{key}` is printed as it stands.',
  'citation-in-tex':
    'Pandoc reads no citations in raw TeX (in: {where}), so PDF has `{key}` as it stands and other formats drop it.',
  'glued-citation':
    'rehype-citation looks for a key without brackets behind a blank alone, so `@{key}` is printed as it stands.',
  'foreign-citation': '{engine} cites by {means}, so this citation of `{key}` is printed as it stands.',
  'numbered-example':
    'At the beginning of a paragraph Pandoc takes `(@{key})` for the number of an example, and prints that number for every `@{key}` in the text.',
  'noted-key':
    'Behind a semicolon Documenter reads a note, so `{key}` is printed as it stands; a comma separates keys.',
  'footnote-use-in-definition': 'Footnote `[^{label}]` is used inside a footnote, where Pandoc drops it.',
  stopped:
    'rehype-citation looks no further in this text than `@{stop}`, which it does not know, so `{key}` is printed as it stands.',
  'unsigned-key': 'Pandoc knows a key in `nocite` by its `@`; without it `{key}` is not listed.',
};

/** The engine drops the citation or the note without a word. */
export default defineRule({
  id: 'swallowed-citation',
  description: 'Disallow citations and notes in places where the engine drops them.',
  scope: 'document',
  level: 'warning',
  preset: 'recommended',
  since: '0.1.0',
  fix: 'suggest',
  messages,
  options: {},

  check(document, context) {
    const { project, report } = context;
    const citesAlike = once(() => citesByTemplate(document, project));
    const isLeftAlone = (problem: SyntaxProblem) =>
      isUnknown(problem, document, project) ||
      (problem.messageId === 'foreign-citation' && mayBeConverted(document, citesAlike));
    reportProblems(messages, isLeftAlone)(document, context);
    for (const { key, at, fixes } of unsignedKeys(document, project)) {
      report({ at, messageId: 'unsigned-key', data: { key }, fixes });
    }
    if (document.dialect !== 'rehype-citation') return;
    for (const { region, key, stop } of stoppedCitations(document, project)) {
      report({ at: { path: document.path, region }, messageId: 'stopped', data: { key, stop } });
    }
  },
});

const KEYED: ReadonlySet<string> = new Set([
  'citation-not-rendered',
  'citation-in-tex',
  'foreign-citation',
  'glued-citation',
  'noted-key',
  'numbered-example',
]);

/** Outside of what the engine looks at, only a key with an entry is surely a citation; others are handles and packages. */
function isUnknown({ messageId, data }: SyntaxProblem, document: DocumentFacts, project: Project): boolean {
  return KEYED.has(messageId) && !project.entriesFor(document).has(String(data?.['key']));
}

/** Engines whose templates and plugins may read any other citation on the way; a fork of mkdocs-bibtex reads `\cite`. */
const TEMPLATED: ReadonlySet<DialectName> = new Set(['hugo', 'jekyll', 'distill', 'mkdocs-bibtex']);

/** Whether a template or a plugin may read what the engine does not: nobody who has one cites as the engine does, too. */
function mayBeConverted({ dialect }: DocumentFacts, citesAlike: () => boolean): boolean {
  return TEMPLATED.has(dialect) && !citesAlike();
}

/** Whether a page has a citation that its engine reads, of a work that is there. */
function citesByTemplate(document: DocumentFacts, project: Project): boolean {
  const entries = project.entriesFor(document);
  return project
    .citationsOf(document)
    .some(({ construct, cites }) => OF_TEMPLATES.has(construct) && cites.some(({ key }) => entries.has(key)));
}

const OF_TEMPLATES: ReadonlySet<string> = new Set(['shortcode', 'tag', 'element', 'bracketed']);

/**
 * Citations that are all right but for a handle or a package before them in the same text. Of a key that is misspelt
 * `undefined-key` speaks, and what stands behind it comes back with it.
 */
function* stoppedCitations(document: DocumentFacts, project: Project) {
  // Without a bibliography that is named the engine looks for nothing at all.
  if (!declaresBibliography(project, document) || !citesBibliography(project, document)) return;
  const entries = project.entriesFor(document);
  let stop: string | undefined;
  for (const { region, cites, chained, construct } of project.citationsOf(document)) {
    if (chained === undefined) stop = undefined;
    const unknown = cites.find(({ key }) => !entries.has(key))?.key;
    const [{ key } = { key: '' }] = cites;
    if (unknown === undefined && stop !== undefined) yield { region, key, stop };
    if (unknown === undefined || stop !== undefined) continue;
    if (construct === 'in-text' || isPackageName(unknown)) stop = unknown;
  }
}
