import { execFileSync } from 'node:child_process';
import { chmodSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { Ajv2020 } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import type { Log, Result, Run } from 'sarif';
import { afterAll, describe, expect, test } from 'vitest';
import type { Finding } from '../../src/model.ts';
import { lineFingerprints } from '../../src/report/line-fingerprint.ts';
import { reportSarif } from '../../src/report/sarif.ts';
import { print, sampleFiles, sampleFinding, sampleFindings, sampleRun } from '../report/sample-run.ts';
import { isAvailable } from '../support/tools.ts';

const HOSTILE = 'a [b](99) \\ ]] \u001b[31m %2e#? \ud800 ##[add-mask]x';
const hostileFiles = {
  [`odd #1? ${HOSTILE.replaceAll('\\', '')}.md`]: `${HOSTILE}\r\n\u{1f600}é ${HOSTILE}`,
};
const [hostilePath = ''] = Object.keys(hostileFiles);
const hostile: readonly Finding[] = [0, 4, 60].map((start) =>
  sampleFinding(
    { path: hostilePath, region: { start, end: start + 3 } },
    {
      message: HOSTILE,
      related: [
        { at: { path: hostilePath, region: { start: 1, end: 1 } }, message: HOSTILE },
        { at: { path: hostilePath, region: { start: 0, end: 80 } }, message: 'the other' },
      ],
      fixes: [
        {
          title: HOSTILE,
          safety: 'safe',
          edits: [{ path: hostilePath, region: { start: 2, end: 2 }, text: HOSTILE }],
        },
      ],
    },
  ),
);
const tooMany = Array.from({ length: 5_003 }, (_, index) =>
  sampleFinding({ path: 'refs.bib', region: { start: 0, end: 4 } }, { level: index < 5 ? 'note' : 'error' }),
);

const manyPlaces = sampleFinding(
  { path: 'refs.bib', region: { start: 0, end: 4 } },
  {
    related: Array.from({ length: 60 }, () => ({
      at: { path: 'refs.bib', region: { start: 5, end: 6 } },
      message: 'an entry',
    })),
  },
);

/** Reports of each kind, by name. */
const reports: Readonly<Record<string, string>> = {
  'three findings': print(reportSarif(sampleFindings, sampleRun(sampleFiles))),
  'a finding in many places': print(reportSarif([manyPlaces], sampleRun(sampleFiles))),
  'nothing found': print(reportSarif([], sampleRun(sampleFiles))),
  'hostile text': print(reportSarif(hostile, sampleRun(hostileFiles))),
  'more than code scanning takes': print(reportSarif(tooMany, sampleRun(sampleFiles))),
};

const runOf = (name: string): Run => (JSON.parse(reports[name] ?? '') as Log).runs[0]!;
const resultsOf = (name: string): Result[] => runOf(name).results ?? [];

/** Folder of the validator; undefined where npm has none for this machine. */
const multitool = ((): string | undefined => {
  const require = createRequire(import.meta.url);
  try {
    const wrapper = createRequire(require.resolve('@microsoft/sarif-multitool'));
    return dirname(wrapper.resolve(`@microsoft/sarif-multitool-${process.platform}/package.json`));
  } catch {
    return undefined;
  }
})();
isAvailable(multitool !== undefined, 'the SARIF multitool', 'SARIF is not validated');

describe.skipIf(multitool === undefined)('the OASIS schema', () => {
  const ajv = new Ajv2020({ strict: false, allErrors: true });
  addFormats.default(ajv);
  const read = (): object => JSON.parse(readFileSync(`${multitool}/sarif-2.1.0.json`, 'utf8'));

  test.each(Object.keys(reports))('takes the report of %s', (name) => {
    const validate = ajv.getSchema('sarif') ?? ajv.addSchema(read(), 'sarif').getSchema('sarif')!;
    validate(JSON.parse(reports[name] ?? ''));
    expect(validate.errors ?? []).toEqual([]);
  });

  test('refuses a report that is none', () => {
    const validate = ajv.compile({ ...read(), $id: 'again' });
    const broken = JSON.parse(reports['three findings'] ?? '');
    broken.runs[0].results[0].level = 'fatal';
    expect(validate(broken)).toBe(false);
  });
});

describe.skipIf(multitool === undefined || process.platform === 'win32')('the SARIF multitool', () => {
  const folder = mkdtempSync(join(tmpdir(), 'bibliolint-sarif-'));
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  /** Errors and warnings of its own rules and of GitHub's; its exit code says nothing, so its report is read. */
  function validate(report: string): string[] {
    const tool = `${multitool}/Sarif.Multitool`;
    if (existsSync(tool)) chmodSync(tool, 0o755);
    const [input, output] = [join(folder, 'in.sarif'), join(folder, 'out.sarif')];
    writeFileSync(input, report);
    rmSync(output, { force: true });
    const options = ['--rule-kind', 'Sarif;Ghas', '--level', 'Error;Warning', '--log', 'ForceOverwrite'];
    execFileSync(tool, ['validate', input, '-o', output, ...options], {
      stdio: 'pipe',
      env: { ...process.env, DOTNET_SYSTEM_GLOBALIZATION_INVARIANT: '1' },
    });
    const [run] = (JSON.parse(readFileSync(output, 'utf8')) as Log).runs;
    const failures = run?.invocations?.flatMap((invocation) => [
      ...(invocation.toolExecutionNotifications ?? []),
      ...(invocation.toolConfigurationNotifications ?? []),
    ]);
    return [
      ...(run?.results ?? []).map(
        ({ ruleId, level = 'warning', message }) =>
          `${level} ${ruleId} ${message.text ?? message.id} ${message.arguments ?? ''}`,
      ),
      ...(failures ?? [])
        .filter(({ level }) => level === 'error')
        .map(({ message }) => `failure ${message.text}`),
    ];
  }

  test.each(Object.keys(reports))('has no error and no warning about %s', { timeout: 120_000 }, (name) => {
    expect(validate(reports[name] ?? '')).toEqual([]);
  });

  test('has errors about a report without help and places', { timeout: 120_000 }, () => {
    const broken = JSON.parse(reports['three findings'] ?? '');
    delete broken.runs[0].tool.driver.rules[0].help;
    broken.runs[0].results[0].locations = [];
    expect(validate(JSON.stringify(broken)).length).toBeGreaterThan(1);
  });
});

describe.each(Object.keys(reports))('what validators overlook: %s', (name) => {
  const { tool, columnKind, automationDetails } = runOf(name);
  const rules = tool.driver.rules ?? [];

  test('rules: every result names one, every one is used, names differ from ids', () => {
    const results = resultsOf(name);
    for (const { ruleId, ruleIndex } of results) expect(rules[ruleIndex ?? -1]?.id).toBe(ruleId);
    expect(new Set(results.map(({ ruleId }) => ruleId))).toEqual(new Set(rules.map(({ id }) => id)));
    for (const rule of rules) {
      expect(rule.name).toMatch(/^(?:[A-Z][a-z0-9]*)+$/);
      expect(rule.help?.markdown).toBeTruthy();
      expect(rule.shortDescription?.text.length).toBeLessThanOrEqual(1024);
      expect(rule.properties).not.toHaveProperty('security-severity');
    }
    expect(columnKind).toBe('utf16CodeUnits');
    expect(automationDetails?.id).toBe('bibliolint/');
  });

  test('regions: all four numbers, and something to mark', () => {
    for (const { locations = [], relatedLocations = [] } of resultsOf(name)) {
      for (const { physicalLocation } of [...locations, ...relatedLocations]) {
        const { startLine = 0, startColumn = 0, endLine = 0, endColumn = 0 } = physicalLocation?.region ?? {};
        expect(Math.min(startLine, startColumn, endLine, endColumn)).toBeGreaterThan(0);
        expect(endLine > startLine || endColumn > startColumn).toBe(true);
      }
    }
  });

  test('links: each leads to a related place, and each related place is linked', () => {
    for (const { message, relatedLocations = [] } of resultsOf(name)) {
      const links = [...(message.text ?? '').matchAll(/(?<!\\)\[(?:\\.|[^\\\]])*\]\((\d+)\)/g)].map(
        ([, id]) => Number(id),
      );
      expect(links).toEqual(relatedLocations.map(({ id }) => id));
      expect(message.text?.trim()).not.toBe('');
    }
  });

  test('addresses: relative to the root, percent-encoded, the path again when decoded', () => {
    const known = new Set([...Object.keys(sampleFiles), hostilePath.replaceAll('\ud800', '\ufffd')]);
    for (const { locations = [], relatedLocations = [], fixes = [] } of resultsOf(name)) {
      const artifacts = [
        ...[...locations, ...relatedLocations].map(
          ({ physicalLocation }) => physicalLocation?.artifactLocation,
        ),
        ...fixes.flatMap(({ artifactChanges }) =>
          artifactChanges.map(({ artifactLocation }) => artifactLocation),
        ),
      ];
      for (const artifact of artifacts) {
        expect(artifact?.uriBaseId).toBe('%SRCROOT%');
        expect(artifact?.uri).toMatch(/^(?!\/|\.)[\w\-.~!*'()%/]+$/);
        expect(known).toContain(decodeURIComponent(artifact?.uri ?? ''));
      }
    }
  });

  test('fingerprints: the one GitHub computes of the line, and one of our own that is unique', () => {
    const results = resultsOf(name);
    const own = results.map(({ partialFingerprints }) => partialFingerprints?.['bibliolint/v1']);
    expect(new Set(own).size).toBe(results.length);
    const files: Readonly<Record<string, string>> = { ...sampleFiles, ...hostileFiles };
    const hashes = new Map(
      Object.entries(files).map(([path, text]) => [
        path.replaceAll('\ud800', '\ufffd'),
        lineFingerprints(text),
      ]),
    );
    for (const { partialFingerprints, locations } of results) {
      const place = locations?.[0]?.physicalLocation;
      const lines = hashes.get(decodeURIComponent(place?.artifactLocation?.uri ?? ''));
      expect(partialFingerprints?.['primaryLocationLineHash']).toBe(
        lines?.[(place?.region?.startLine ?? 0) - 1],
      );
    }
  });
});

test('replacements: an insertion deletes nothing', () => {
  const [{ fixes = [] } = {}] = resultsOf('hostile text');
  const [replacement] = fixes[0]?.artifactChanges[0]?.replacements ?? [];
  expect(replacement?.deletedRegion).toEqual({ startLine: 1, startColumn: 3, endLine: 1, endColumn: 3 });
  expect(replacement?.insertedContent?.text).toBe(HOSTILE);
});

test('what exceeds the limit is left out, the least severe first, and said', () => {
  const { results = [], invocations = [] } = runOf('more than code scanning takes');
  expect(results).toHaveLength(5_000);
  expect(results.filter(({ level }) => level === 'note')).toHaveLength(2);
  expect(invocations[0]?.toolExecutionNotifications?.[0]?.message.text).toMatch(
    /^3 of 5003 results were left out/,
  );
});
