import type { Reporter } from '../model.ts';
import { reportJson } from './json.ts';
import { reportSarif } from './sarif.ts';
import { reportText } from './text.ts';
import { reportUnix } from './unix.ts';

/** Every report by the name `--format` takes. */
export const reporters = {
  text: reportText,
  unix: reportUnix,
  json: reportJson,
  sarif: reportSarif,
} as const satisfies Record<string, Reporter>;

export type ReportFormat = keyof typeof reporters;
