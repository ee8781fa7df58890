import { createFingerprinter } from '../lint/fingerprint.ts';
import type { Finding, Fix, Location, Region, Related, Reporter, ReportRun, Rule } from '../model.ts';
import type { LineIndex } from '../text/line-index.ts';
import { lineFingerprinter } from './line-fingerprint.ts';
import { mostSevere } from './severity.ts';
import { sourceReader } from './sources.ts';
import { summarize } from './summary.ts';
import { writeJson } from './write-json.ts';

/** GitHub refuses a run with more than 25,000 results and keeps 5,000; what is left out is said in a notification. */
const MAX_RESULTS = 5000;
/** Other places of a result. GitHub keeps 100, but the message has to link to each of them and stay readable. */
const MAX_PLACES = 20;

const SCHEMA = 'https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json';
const HOMEPAGE = 'https://github.com/bibliolint/bibliolint';

/**
 * SARIF 2.1.0 with every property GitHub code scanning reads, and what the standard demands beyond. Regions are one
 * based, columns UTF-16 units, URIs relative to `%SRCROOT%`; `primaryLocationLineHash` is the one GitHub computes.
 */
export const reportSarif: Reporter = function* (findings, run) {
  const kept = mostSevere(findings, MAX_RESULTS);
  const rules = run.rules.filter(({ id }) => findings.some(({ ruleId }) => ruleId === id));
  const indexes = new Map(rules.map(({ id }, index) => [id, index]));
  const write = resultWriter(run, indexes);
  const driver = {
    name: 'bibliolint',
    semanticVersion: run.version,
    version: run.version,
    informationUri: HOMEPAGE,
    rules: rules.map(describeRule),
    ...(kept.length < findings.length ? { notifications: [LEFT_OUT] } : {}),
  };
  const before = {
    tool: { driver },
    automationDetails: { id: 'bibliolint/' },
    columnKind: 'utf16CodeUnits',
    originalUriBaseIds: { '%SRCROOT%': { description: { text: 'The working directory of the run.' } } },
    invocations: [{ executionSuccessful: true, toolExecutionNotifications: notifications(findings, kept) }],
    properties: { suppressed: run.suppressed, baselined: run.baselined ?? 0 },
  };
  yield `{"$schema":${writeJson(SCHEMA)},"version":"2.1.0","runs":[${writeJson(before).slice(0, -1)},"results":[`;
  for (const [index, finding] of kept.entries()) {
    yield `${index === 0 ? '' : ','}\n${writeJson(write(finding))}`;
  }
  yield kept.length === 0 ? ']}]}\n' : '\n]}]}\n';
};

const LEFT_OUT = {
  id: 'results-left-out',
  name: 'ResultsLeftOut',
  shortDescription: { text: 'Results were left out.' },
  fullDescription: {
    text: `Only the ${MAX_RESULTS} most severe results are written, as many as code scanning keeps.`,
  },
  help: { text: 'Lint fewer files at a time, or mend the most frequent finding first.' },
};

function notifications(findings: readonly Finding[], kept: readonly Finding[]): object[] {
  if (kept.length === findings.length) return [];
  const { errors, warnings, notes } = summarize(findings);
  const text = `${findings.length - kept.length} of ${findings.length} results were left out (${errors} errors, ${warnings} warnings and ${notes} notes in all).`;
  return [{ descriptor: { id: LEFT_OUT.id, index: 0 }, level: 'warning', message: { text } }];
}

function describeRule(rule: Rule): object {
  // A rule of a plugin, `plugin/rule`, has no page of ours.
  const page = rule.id.includes('/')
    ? []
    : [`See the page of the rule ${rule.id} for examples and for what the site's engine does.`];
  return {
    id: rule.id,
    name: rule.id.replace(/(?:^|[-/])(\w)/g, (_, letter: string) => letter.toUpperCase()),
    shortDescription: { text: rule.description },
    fullDescription: { text: rule.description },
    help: {
      text: [rule.description, ...page].join(' '),
      markdown: [rule.description, ...page].join('\n\n'),
    },
    defaultConfiguration: { level: rule.level },
    properties: {
      tags: ['citations', rule.preset],
      precision: rule.preset === 'recommended' ? 'very-high' : 'high',
      'problem.severity': rule.level === 'note' ? 'recommendation' : rule.level,
    },
  };
}

function resultWriter(run: ReportRun, indexes: ReadonlyMap<string, number>): (finding: Finding) => object {
  const source = sourceReader(run);
  const lines = (path: string): LineIndex => source(path).lines;
  const lineFingerprint = lineFingerprinter(source);
  const fingerprint = createFingerprinter();
  const physical = (at: Location) => ({
    artifactLocation: { uri: toUri(run.displayPath(at.path)), uriBaseId: '%SRCROOT%' },
    region: describeRegion(at.region, lines(at.path)),
  });
  return (finding) => ({
    ruleId: finding.ruleId,
    ruleIndex: indexes.get(finding.ruleId) ?? -1,
    level: finding.level,
    message: { text: withLinks(finding) },
    locations: [{ physicalLocation: physical(finding.at) }],
    partialFingerprints: {
      primaryLocationLineHash: lineFingerprint(finding.at),
      'bibliolint/v1': fingerprint(finding, run.displayPath(finding.at.path), source(finding.at.path).text),
    },
    ...(finding.related.length === 0
      ? {}
      : {
          relatedLocations: finding.related.slice(0, MAX_PLACES).map(({ at, message }, id) => ({
            id,
            physicalLocation: physical(at),
            message: { text: escapeMessage(message) },
          })),
        }),
    ...(finding.fixes.length === 0
      ? {}
      : { fixes: finding.fixes.map((fix) => describeFix(fix, run, lines)) }),
  });
}

/** GitHub shows a related location only where the message links to it. */
function withLinks({ message, related }: Finding): string {
  const shown = related.slice(0, MAX_PLACES);
  const links = shown.map(({ message: text }: Related, id) => `[${escapeMessage(text)}](${id})`);
  const more = related.length > shown.length ? ` and ${related.length - shown.length} more` : '';
  const text = escapeMessage(message);
  return links.length === 0 ? text : `${text} See ${links.join(', ')}${more}.`;
}

/** In a plain SARIF message square brackets make links, and citations are full of them. */
function escapeMessage(text: string): string {
  return text.replace(/[[\]\\]/g, '\\$&').replace(/[\ud800-\udfff]/gu, '\ufffd');
}

/** One region for GitHub: all four numbers, and never empty, so that there is something to mark. */
function describeRegion({ start, end }: Region, lines: LineIndex): object {
  const from = lines.position(start);
  const to = lines.position(end);
  return {
    startLine: from.line,
    startColumn: from.column,
    endLine: to.line,
    endColumn: to.line === from.line && to.column === from.column ? to.column + 1 : to.column,
  };
}

/** For replacements an empty region is an insertion, so it stays empty. */
function describeDeletion({ start, end }: Region, lines: LineIndex): object {
  const from = lines.position(start);
  const to = lines.position(end);
  return { startLine: from.line, startColumn: from.column, endLine: to.line, endColumn: to.column };
}

function describeFix({ title, edits }: Fix, run: ReportRun, lines: (path: string) => LineIndex): object {
  const paths = [...new Set(edits.map(({ path }) => path))];
  return {
    description: { text: escapeMessage(title) },
    artifactChanges: paths.map((path) => ({
      artifactLocation: { uri: toUri(run.displayPath(path)), uriBaseId: '%SRCROOT%' },
      replacements: edits
        .filter((edit) => edit.path === path)
        .map(({ region, text }) => ({
          deletedRegion: describeDeletion(region, lines(path)),
          insertedContent: { text },
        })),
    })),
  };
}

/** Each segment percent-encoded: `encodeURI` leaves `#` and `?`, which end a path. */
function toUri(path: string): string {
  return path.split('/').map(encodeSegment).join('/');
}

function encodeSegment(segment: string): string {
  return encodeURIComponent(segment.replace(/[\ud800-\udfff]/gu, '\ufffd'));
}
