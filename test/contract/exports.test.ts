import { readFileSync } from 'node:fs';
import { posix } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';

const root = fileURLToPath(new URL('../..', import.meta.url));

/** The names a module exports, types included, as its export lines say. */
function exportedNames(path: string): string[] {
  const text = readFileSync(root + path, 'utf8');
  const declared = /^export (?:async )?(?:function\*?|class|const|interface|type) (\w+)/gm;
  const listed = /^export (?:type )?\{([^}]*)\}/gm;
  const others = /^export \* from '([^']+)'/gm;
  return [
    ...[...text.matchAll(declared)].map(([, name = '']) => name),
    ...[...text.matchAll(listed)].flatMap(([, names = '']) =>
      names
        .split(',')
        .map((name) => name.trim().replace(/^type /, ''))
        .filter((name) => name !== ''),
    ),
    ...[...text.matchAll(others)].flatMap(([, from = '']) =>
      exportedNames(posix.join(posix.dirname(path), from)),
    ),
  ].sort();
}

test('bibliolint exports these names and no others', () => {
  expect(exportedNames('src/index.ts')).toMatchInlineSnapshot(`
    [
      "AuthorYearMention",
      "BibEntry",
      "BibliographyFacts",
      "BibliographyFormat",
      "BibliographyLink",
      "BibliographyPath",
      "Citation",
      "Cite",
      "CiteMode",
      "Config",
      "ConfigFile",
      "Construct",
      "DIALECTS",
      "DialectName",
      "Directive",
      "DirectiveKind",
      "DocumentFacts",
      "Edit",
      "Engine",
      "Facts",
      "Field",
      "Finding",
      "Fix",
      "FixSafety",
      "FootnoteDefinition",
      "FootnoteUse",
      "Footnotes",
      "FrontMatterField",
      "FrontMatterFormat",
      "Gap",
      "IdentifierKind",
      "IdentifierMention",
      "Json",
      "KeySources",
      "KeyedText",
      "Label",
      "Level",
      "LintResult",
      "Located",
      "Location",
      "Mention",
      "MentionedWork",
      "OptionInfo",
      "Param",
      "PersonName",
      "PlacedEntry",
      "Preset",
      "Problem",
      "Project",
      "Reference",
      "ReferenceReading",
      "ReferenceStyle",
      "ReferenceUse",
      "Region",
      "Related",
      "ReportFormat",
      "ReportRun",
      "Reporter",
      "Rule",
      "RuleContext",
      "RuleDefinition",
      "Session",
      "SessionOptions",
      "Shortcode",
      "ShortcodeSignature",
      "SiteDialect",
      "StringMacro",
      "Subjects",
      "Suppressions",
      "SyntaxProblem",
      "UserError",
      "Work",
      "WorkPart",
      "configSchema",
      "createConfig",
      "createMemorySource",
      "createNodeSource",
      "createSession",
      "defaultConfig",
      "defineRule",
      "lint",
      "reporters",
      "rules",
      "version",
    ]
  `);
});

test('bibliolint/rule-tester exports these names and no others', () => {
  expect(exportedNames('src/rule-tester.ts')).toMatchInlineSnapshot(`
    [
      "CaseFiles",
      "CorrectCase",
      "ExpectedFinding",
      "IncorrectCase",
      "RuleCases",
      "checkCase",
      "testRule",
    ]
  `);
});
