import {
  DIALECTS,
  type DialectName,
  type DocumentFacts,
  defineRule,
  type Fix,
  type FrontMatterField,
  type Location,
} from '../../src/model.ts';
import { globTest } from '../../src/text/glob.ts';
import { closest } from '../../src/text/similar.ts';
import { findField, hasBrokenFrontMatter, titleFromPath } from '../shared/front-matter.ts';
import { expectedFields, namesOf } from '../shared/hugo-pages.ts';

type FieldsByDialect = Readonly<Partial<Record<DialectName, readonly string[]>>>;

/** A page without a title has no name in lists and feeds; without a date it is the oldest of all. */
export default defineRule({
  id: 'missing-front-matter-field',
  description: 'Require the front matter fields that every page needs.',
  scope: 'project',
  level: 'error',
  preset: 'recommended',
  since: '0.1.0',
  fix: 'suggest',
  messages: {
    missing: 'The front matter has no field `{name}`.',
    misspelt: 'The front matter has no field `{name}`; was it meant by `{written}`?',
  },
  options: {
    fields: { hugo: ['title', 'date'] } as FieldsByDialect,
    paths: {} as Readonly<Record<string, readonly string[]>>,
  },
  optionInfo: {
    fields: { description: 'The fields to ask for, by dialect.', names: DIALECTS },
    paths: {
      description: 'The fields to ask for, by path, in place of those of the dialect.',
      example: { 'content/posts/**': ['title', 'author'] },
      namesArePaths: true,
    },
  },

  check(project, { options, report }) {
    const isExpected = expectedFields(project);
    const byPath = Object.entries(options.paths).map(([glob, fields]) => ({
      matches: globTest(glob),
      fields,
    }));
    for (const document of project.documents) {
      if (document.frontMatterFormat === 'none' || hasBrokenFrontMatter(document)) continue;
      const own = byPath.findLast(({ matches }) => matches(document.path))?.fields;
      for (const name of own ?? options.fields[document.dialect] ?? []) {
        if (findField(document, namesOf(name)) !== undefined) continue;
        if (own === undefined && !isExpected(document, name)) continue;
        const misspelt = nearlyCalled(name, document);
        if (misspelt !== undefined) {
          const at = { path: document.path, region: misspelt.nameRegion };
          const fixes = rename(at, misspelt.name, name);
          report({ at, messageId: 'misspelt', data: { name, written: misspelt.name }, fixes });
          continue;
        }
        report({
          at: { path: document.path, region: openingOf(document) },
          messageId: 'missing',
          data: { name },
          fixes: name === 'title' ? addTitle(document) : [],
        });
      }
    }
  },
});

/** The opening delimiter; a JSON object or an Org keyword has a shorter one. */
function openingOf({ frontMatterRegion: { start, end }, frontMatterFormat }: DocumentFacts) {
  const length = frontMatterFormat === 'json' ? 1 : frontMatterFormat === 'org' ? 2 : 3;
  return { start, end: Math.min(start + length, end) };
}

/** `titel` for `title`: a text of the page under nearly that name. */
function nearlyCalled(name: string, { frontMatter }: DocumentFacts): FrontMatterField | undefined {
  const texts = frontMatter.filter(({ value }) => typeof value === 'string');
  const written = closest(
    name,
    texts.map((field) => field.name),
  );
  return texts.find((field) => field.name === written);
}

/** Keeps the quotes around a name that has some. */
function rename({ path, region }: Location, written: string, name: string): Fix[] {
  if (region.end - region.start !== written.length) return [];
  return [{ title: `Write \`${name}\``, safety: 'suggest', edits: [{ path, region, text: name }] }];
}

function addTitle({ path, frontMatterRegion, frontMatterFormat }: DocumentFacts) {
  if (frontMatterFormat !== 'yaml' && frontMatterFormat !== 'toml') return [];
  const at = frontMatterRegion.start + 3;
  const text = `\ntitle${frontMatterFormat === 'toml' ? ' =' : ':'} "${titleFromPath(path)}"`;
  const edits = [{ path, region: { start: at, end: at }, text }];
  return [{ title: 'Add a title', safety: 'suggest' as const, edits }];
}
