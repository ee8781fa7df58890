/**
 * What the readers of two formats document, written down as JSON Schemas in our own words, because neither can be had
 * from a package. Stricter than what is published: a property nobody documents is an error, and so is a missing one.
 */

/** A closed object all of whose properties are there. */
const record = (properties: Readonly<Record<string, object>>, optional: readonly string[] = []): object => ({
  type: 'object',
  properties,
  required: Object.keys(properties).filter((name) => !optional.includes(name)),
  additionalProperties: false,
});
const listOf = (items: object): object => ({ type: 'array', items });
const text = { type: 'string', minLength: 1 };
const count = { type: 'integer', minimum: 1 };

/** Of GitLab's pages on code quality reports: a list, every entry with a fingerprint, and a path inside the repository. */
export const gitlabSchema: object = listOf(
  record({
    description: text,
    check_name: text,
    fingerprint: text,
    severity: { enum: ['info', 'minor', 'major', 'critical', 'blocker'] },
    location: record({
      path: { type: 'string', pattern: '^(?!/|\\./|\\.\\./).' },
      lines: record({ begin: count, end: count }, ['end']),
    }),
  }),
);

const position = record({ line: count, column: count });
const range = record({ start: position, end: position });
const location = record({ path: text, range });
const source = record({ name: text, url: { type: 'string', format: 'uri' } });

/** Of reviewdog's message `Diagnostic`, as its protocol file documents it: what `rdjsonl` holds in each line. */
export const diagnosticSchema: object = record(
  {
    message: text,
    location,
    severity: { enum: ['ERROR', 'WARNING', 'INFO'] },
    source,
    code: record({ value: text, url: text }, ['url']),
    suggestions: listOf(record({ range, text: { type: 'string' } })),
    relatedLocations: listOf(record({ message: text, location })),
  },
  ['source', 'suggestions', 'relatedLocations'],
);

/** Of reviewdog's message `DiagnosticResult`: what `rdjson` holds. */
export const diagnosticResultSchema: object = record({ source, diagnostics: listOf(diagnosticSchema) });
