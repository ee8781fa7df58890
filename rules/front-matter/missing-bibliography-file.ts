import {
  type BibliographyLink,
  type DocumentFacts,
  defineRule,
  type Fix,
  type FrontMatterField,
  type Location,
  type Project,
} from '../../src/model.ts';
import { closest } from '../../src/text/similar.ts';

/** Without the file every key of the page is undefined, or the build stops. */
export default defineRule({
  id: 'missing-bibliography-file',
  description: 'Disallow paths of bibliographies and styles that lead nowhere.',
  scope: 'project',
  level: 'error',
  preset: 'recommended',
  since: '0.1.0',
  fix: 'suggest',
  messages: {
    missing: 'There is no {kind} `{written}`.',
    misspelt: 'There is no {kind} `{written}`; did you mean `{suggestion}`?',
    list: 'There is no {kind} `{written}`; several files are a list, `{suggestion}`.',
    backslashes: 'Only Windows finds the {kind} `{written}`; write `{suggestion}`.',
    absolute:
      'The {kind} `{written}` is named by its place on one machine; no one else who builds the project finds `{path}` by it.',
    outside: 'The {kind} `{written}` lies outside the project, so no one else who builds it has it.',
    linked:
      'The {kind} `{written}` is a link to no file of the project, so no one else who builds it has it.',
    unread: 'Nothing reads the field `{name}`, which names `{written}`; did you mean `bibliography`?',
  },
  options: {},

  check(project, { report }) {
    const files = project.bibliographies.map(({ path }) => path);
    const seen = new Set<string>();
    for (const document of project.documents) {
      const field = misspeltField(document, files);
      if (field !== undefined) {
        const { name, nameRegion } = field;
        const at = { path: document.path, region: nameRegion };
        const data = { name, written: String(field.value) };
        report({ at, messageId: 'unread', data, fixes: rewrite(at, name, 'bibliography') });
      }
      for (const link of project.linksOf(document)) {
        const { at, written, role, status } = link;
        // Nearly all are there.
        if (status !== 'outside' && status !== 'missing' && !isOfOneMachine(link)) continue;
        if (at === undefined || !isPath(link) || !isAskedFor(project, document, link)) continue;
        const place = `${at.path}:${at.region.start}`;
        if (seen.has(place)) continue;
        seen.add(place);
        const kind = role === 'style' ? 'citation style' : 'bibliography';
        if (status === 'outside') {
          report({ at, messageId: link.path === undefined ? 'outside' : 'linked', data: { kind, written } });
        }
        if (status === 'found') {
          report({ at, messageId: 'absolute', data: { kind, written, path: link.path ?? '' } });
        }
        if (status !== 'missing') continue;
        if (files.includes(withSlashes(link.path ?? ''))) {
          const suggestion = withSlashes(written);
          const fixes = rewrite(at, written, suggestion);
          report({ at, messageId: 'backslashes', data: { kind, written, suggestion }, fixes });
          continue;
        }
        if (namesSeveral(link, files)) {
          const suggestion = `[${partsOf(written).join(', ')}]`;
          report({ at, messageId: 'list', data: { kind, written, suggestion } });
          continue;
        }
        const suggestion = role === 'style' ? undefined : neighbour(link, files);
        if (suggestion === undefined) report({ at, messageId: 'missing', data: { kind, written } });
        else {
          const fixes = rewrite(at, written, suggestion);
          report({ at, messageId: 'misspelt', data: { kind, written, suggestion }, fixes });
        }
      }
    }
  },
});

/**
 * Whether the declaration names a file of the project: no code that makes the name, and no bare name of a style, which
 * engines bring along or keep in a folder of the user.
 */
function isPath({ written, role, status }: BibliographyLink): boolean {
  if (status !== 'missing') return true;
  if (isReference(written)) return false;
  if (/[{}$`<>*]|^!|^[@~]|^[\w.:]{1,80}\(.*\)$/.test(written)) return false;
  return role === 'bibliography' || written.includes('/');
}

/** `/Users/ada/blog/posts/a/refs.bib` or the like of Windows, found as `posts/a/refs.bib`; `/posts/a/refs.bib` is a path of the site. */
function isOfOneMachine({ written, path }: BibliographyLink): boolean {
  return path !== undefined && ABSOLUTE.test(written) && withSlashes(written).indexOf(`/${path}`) > 0;
}

const ABSOLUTE = /^(?:[~/]|[a-z]:)/i;

/** Notes of Obsidian keep the reference of their work under this name: words and a year, and no name of a file. */
function isReference(written: string): boolean {
  return /\d{4}/.test(written) && /\s\S+\s\S+\s/.test(written) && !/\.[a-z]{2,6}$/i.test(written);
}

/** jekyll-scholar looks for the site's file when a page needs it: a declaration left over from a theme does no harm. */
function isAskedFor(project: Project, document: DocumentFacts, { at }: BibliographyLink): boolean {
  if (document.path === at?.path || (document.dialect !== 'jekyll' && document.dialect !== 'distill'))
    return true;
  return document.citations.length > 0 && project.entriesFor(document).size === 0;
}

const withSlashes = (path: string): string => path.replaceAll('\\', '/');

/** The engines that take their bibliography from a field of this very name, in lower case. */
const FIELD_READERS: ReadonlySet<string> = new Set(['pandoc', 'quarto', 'rmarkdown']);

/** `biblography: refs.bib` and `Bibliography: refs.bib` of a page that names no bibliography otherwise. */
function misspeltField(
  { dialect, bibliographies, frontMatter }: DocumentFacts,
  files: readonly string[],
): FrontMatterField | undefined {
  if (!FIELD_READERS.has(dialect) || bibliographies.some(({ role }) => role === 'bibliography'))
    return undefined;
  const written = closest(
    'bibliography',
    frontMatter.map(({ name }) => name),
  );
  const field = frontMatter.find(({ name }) => name === written);
  const path = String(field?.value ?? '');
  const name = path.slice(path.lastIndexOf('/') + 1);
  return name !== '' && files.some((file) => file === name || file.endsWith(`/${name}`)) ? field : undefined;
}

const partsOf = (written: string): string[] => written.split(/[\s,;]+/).filter((part) => part !== '');

/** `refs.bib, software.bib`, all of which are there: one name to the engines. */
function namesSeveral({ path, written }: BibliographyLink, files: readonly string[]): boolean {
  const parts = partsOf(written);
  if (parts.length < 2 || path === undefined || !path.endsWith(written)) return false;
  const folder = path.slice(0, path.length - written.length);
  return parts.every((part) => files.includes(folder + part));
}

/** The file of that folder with nearly the same name, written as the declaration does. */
function neighbour({ path, written }: BibliographyLink, files: readonly string[]): string | undefined {
  if (path === undefined) return undefined;
  const folder = path.slice(0, path.lastIndexOf('/') + 1);
  const names = files
    .filter((file) => file.startsWith(folder) && !file.slice(folder.length).includes('/'))
    .map((file) => file.slice(folder.length));
  const name = closest(path.slice(folder.length), names);
  return name === undefined ? undefined : written.slice(0, written.lastIndexOf('/') + 1) + name;
}

/** Puts the path between the quotes that stand there. */
function rewrite({ path, region }: Location, written: string, suggestion: string): Fix[] {
  const quotes = region.end - region.start - written.length;
  if (quotes !== 0 && quotes !== 2) return [];
  const inner = { start: region.start + quotes / 2, end: region.end - quotes / 2 };
  return [
    {
      title: `Write \`${suggestion}\``,
      safety: 'suggest',
      edits: [{ path, region: inner, text: suggestion }],
    },
  ];
}
