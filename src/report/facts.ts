import type { BibliographyFacts, DocumentFacts, Facts, Project, Region } from '../model.ts';

/**
 * One file's facts in the form of the `inspect` contract: regions flattened into `start` and `end` offsets, citations
 * less those that turned out to be cross-references.
 */
export function describeFacts(facts: Facts, project: Project, displayPath: (path: string) => string): object {
  return facts.kind === 'document'
    ? describeDocument(facts, project, displayPath)
    : describeBibliography(facts, displayPath);
}

function describeDocument(
  facts: DocumentFacts,
  project: Project,
  displayPath: (path: string) => string,
): object {
  const dialect = project.dialectOf(facts);
  return {
    kind: facts.kind,
    path: displayPath(facts.path),
    dialect: facts.dialect,
    dialectReason: dialect.reason,
    frontMatter: facts.frontMatter.map(({ name, value, region, nameRegion }) => ({
      name,
      value,
      ...region,
      nameStart: nameRegion.start,
      nameEnd: nameRegion.end,
    })),
    shortcodes: facts.shortcodes.map(({ name, delimiter, closing, selfClosing, params, region }) => ({
      name,
      delimiter,
      closing,
      selfClosing,
      params: params.map(({ name: key, value, region: at }) => ({
        ...(key === undefined ? {} : { name: key }),
        value,
        ...at,
      })),
      ...region,
    })),
    citations: project.citationsOf(facts).map(({ construct, region, cites }) => ({
      construct,
      ...region,
      cites: cites.map(({ keyRegion, key, mode, prefix, label, locator, suffix }) => ({
        key,
        ...keyRegion,
        mode,
        ...defined({ prefix, label, locator, suffix }),
      })),
    })),
    references: facts.references.map(({ construct, key, text, region }) => ({
      construct,
      ...defined({ key }),
      text,
      ...region,
    })),
    footnotes: {
      uses: facts.footnotes.uses.map(({ label, region }) => ({ label, ...region })),
      definitions: facts.footnotes.definitions.map(({ label, text, region }) => ({ label, text, ...region })),
      inline: facts.footnotes.inline,
    },
    bibliographies: project.linksOf(facts).map(({ written, path, role, status }) => ({
      written,
      ...(path === undefined ? {} : { path: displayPath(path) }),
      role,
      status,
    })),
    problems: describeProblems(facts),
  };
}

function describeBibliography(facts: BibliographyFacts, displayPath: (path: string) => string): object {
  return {
    kind: facts.kind,
    path: displayPath(facts.path),
    format: facts.format,
    entries: facts.entries.map(({ key, type, fields, region }) => ({
      key,
      type,
      ...region,
      fields: fields.map(({ name, value, region: at }) => ({ name, value, ...at })),
    })),
    problems: describeProblems(facts),
  };
}

function describeProblems({ problems }: Facts): (Region & { messageId: string; data: object })[] {
  return problems.map(({ messageId, data = {}, region }) => ({ messageId, data, ...region }));
}

function defined(values: Readonly<Record<string, string | undefined>>): Record<string, string> {
  const entries = Object.entries(values).filter((entry): entry is [string, string] => entry[1] !== undefined);
  return Object.fromEntries(entries);
}
