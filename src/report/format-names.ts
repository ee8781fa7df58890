/** The names of all reports, as `--format` takes them; apart from the reports, which are many. */
export const FORMAT_NAMES = [
  'text',
  'unix',
  'json',
  'jsonl',
  'sarif',
  'github',
  'gitlab',
  'azure',
  'teamcity',
  'junit',
  'checkstyle',
  'rdjson',
  'rdjsonl',
  'markdown',
  'html',
] as const;

/** The name of a report format. */
export type ReportFormat = (typeof FORMAT_NAMES)[number];
