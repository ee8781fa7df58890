import type { Reporter } from '../model.ts';
import { reportAzure } from './azure.ts';
import { reportCheckstyle } from './checkstyle.ts';
import type { ReportFormat } from './format-names.ts';
import { reportGithub } from './github.ts';
import { reportGitlab } from './gitlab.ts';
import { reportHtml } from './html.ts';
import { reportJson } from './json.ts';
import { reportJsonLines } from './jsonl.ts';
import { reportJunit } from './junit.ts';
import { reportMarkdown } from './markdown.ts';
import { reportReviewdog, reportReviewdogLines } from './rdjson.ts';
import { reportSarif } from './sarif.ts';
import { reportTeamcity } from './teamcity.ts';
import { reportText } from './text.ts';
import { reportUnix } from './unix.ts';

/** Every report by the name `--format` takes. */
export const reporters = {
  text: reportText,
  unix: reportUnix,
  json: reportJson,
  jsonl: reportJsonLines,
  sarif: reportSarif,
  github: reportGithub,
  gitlab: reportGitlab,
  azure: reportAzure,
  teamcity: reportTeamcity,
  junit: reportJunit,
  checkstyle: reportCheckstyle,
  rdjson: reportReviewdog,
  rdjsonl: reportReviewdogLines,
  markdown: reportMarkdown,
  html: reportHtml,
} as const satisfies Record<ReportFormat, Reporter>;
