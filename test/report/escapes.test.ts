import { spawnSync } from 'node:child_process';
import { micromark } from 'micromark';
import { describe, expect, test } from 'vitest';
import type { Finding } from '../../src/model.ts';
import type { ReportFormat } from '../../src/report/format-names.ts';
import { reporters } from '../../src/report/reporters.ts';
import { hasTool } from '../support/tools.ts';
import { payloads } from './payloads.ts';
import { runnerCommands, unescapeGithub } from './runner-commands.ts';
import { print, sampleFinding, sampleRun } from './sample-run.ts';

const FORMATS = Object.keys(reporters) as ReportFormat[];
const JSON_FORMATS: readonly ReportFormat[] = ['json', 'jsonl', 'sarif', 'gitlab', 'rdjson', 'rdjsonl'];
const XML_FORMATS: readonly ReportFormat[] = ['junit', 'checkstyle'];

/** A report in which every text that comes from a site is the payload. */
function reportOf(format: ReportFormat, payload: string, color = false, width?: number): string {
  const path = payload;
  const text = `${payload}\n\`${payload}\` and ${payload}`;
  const at = { path, region: { start: Math.min(3, payload.length), end: payload.length + 5 } };
  const finding: Finding = sampleFinding(at, {
    message: `Cite key \`${payload}\` is not defined in ${payload}.`,
    related: [
      { at: { path, region: { start: 0, end: 1 } }, message: payload },
      { at: { path: `${payload}/other.md`, region: { start: 0, end: 0 } }, message: payload },
    ],
    fixes: [{ title: payload, safety: 'safe', edits: [{ ...at, text: payload }] }],
  });
  const others = (['warning', 'note'] as const).flatMap((level) =>
    Array.from({ length: 11 }, () => sampleFinding(at, { level, message: payload })),
  );
  const run = sampleRun(
    { [path]: text, [`${payload}/other.md`]: payload },
    { color, ...(width === undefined ? {} : { width }) },
  );
  return print(reporters[format]([finding, ...others], run));
}

describe.each(Object.entries(payloads))('%s', (_name, payload) => {
  test.each(FORMATS)('%s: gives no runner a command of its own', (format) => {
    const commands = runnerCommands(reportOf(format, payload));
    if (format === 'github') {
      expect(commands.map(({ runner, name }) => `${runner} ${name}`)).toEqual([
        'github error',
        ...Array.from({ length: 10 }, () => 'github warning'),
        ...Array.from({ length: 10 }, () => 'github notice'),
      ]);
    } else if (format === 'azure') {
      expect(new Set(commands.map(({ runner, name }) => `${runner} ${name}`))).toEqual(
        new Set(['azure task.logissue']),
      );
      expect(commands).toHaveLength(12);
    } else if (format === 'teamcity') {
      expect(commands.map(({ runner }) => runner)).toEqual(Array.from({ length: 25 }, () => 'teamcity'));
      expect(new Set(commands.map(({ name }) => name))).toEqual(new Set(['inspectionType', 'inspection']));
    } else {
      expect(commands).toEqual([]);
    }
  });

  test.each(FORMATS)('%s: prints no control character', (format) => {
    const colourless = reportOf(format, payload, true).replace(/\u001b\[\d+m/g, '');
    expect(colourless.match(/[^\t\n\P{Cc}]|[\u2028\u2029\u202a-\u202e\u2066-\u2069\ufeff]/gu)).toBeNull();
    expect(colourless.match(/[\ud800-\udfff]/gu)).toBeNull();
  });

  test.each([20, 33, 47, 60, 81])(
    'text in a terminal of %i columns: no part of it starts a line',
    (width) => {
      expect(runnerCommands(reportOf('text', payload, false, width))).toEqual([]);
    },
  );

  test.each(JSON_FORMATS)('%s: whoever parses it gets the very same text', (format) => {
    const report = reportOf(format, payload);
    const values = report.startsWith('{') && format.endsWith('l') ? report.trimEnd().split('\n') : [report];
    const found: string[] = [];
    for (const value of values) {
      JSON.parse(value, (_key, part) => {
        if (typeof part === 'string') found.push(part);
        return part;
      });
    }
    const expected =
      format === 'sarif'
        ? payload.replace(/[[\]\\]/g, '\\$&').replace(/[\ud800-\udfff]/gu, '\ufffd')
        : payload;
    expect(found).toContain(expected);
  });

  test('github: the annotation says what was found, and of which file', () => {
    const [command] = runnerCommands(reportOf('github', payload));
    expect(unescapeGithub(command?.data ?? '')).toMatch(/^Cite key `.+` is not defined in /su);
    const properties = Object.fromEntries(
      (command?.properties ?? '').split(',').map((part) => part.split('=', 2)),
    );
    expect(Object.keys(properties)).toEqual(expect.arrayContaining(['file', 'line', 'endLine', 'title']));
    expect(properties['title']).toBe('undefined-key');
  });

  test('markdown: nothing of it is rendered', () => {
    const html = micromark(reportOf('markdown', payload), {
      allowDangerousHtml: true,
      allowDangerousProtocol: true,
    });
    const tags = new Set([...html.matchAll(/<\/?([a-z]\w*)/gi)].map((match) => match[1]));
    const ours = ['h2', 'h3', 'p', 'ul', 'li', 'pre', 'code', 'strong', 'br'];
    expect([...tags].filter((tag) => !ours.includes(tag ?? ''))).toEqual([]);
    const outsideCode = html.replace(/<code[^>]*>.*?<\/code>/gs, '');
    expect(outsideCode).not.toMatch(/@|www\.|https?:|#1|torvalds|!\[/);
  });
});

const hasXmllint = hasTool('xmllint', 'the XML reports are not parsed');

describe.skipIf(!hasXmllint)('an XML parser', () => {
  test.each(
    XML_FORMATS.flatMap((format) =>
      Object.entries(payloads).map(([name, payload]) => [format, name, payload] as const),
    ),
  )('%s: reads %s as it was', (format, _name, payload) => {
    const attribute = format === 'junit' ? '//testcase[2]/failure/@message' : '//error[2]/@message';
    const parsed = spawnSync('xmllint', ['--xpath', `string(${attribute})`, '-'], {
      input: reportOf(format, payload),
      encoding: 'utf8',
    });
    expect(parsed.stderr).toBe('');
    const legal = payload.replace(
      /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\ud800-\udfff\ufffe\uffff]/gu,
      '\ufffd',
    );
    expect(parsed.stdout.slice(0, -1)).toBe(legal);
  });
});

test('the runner double knows a command when it sees one', () => {
  const names = (output: string) => runnerCommands(output).map(({ runner, name }) => `${runner} ${name}`);
  expect(names('  ::error file=a::b')).toEqual(['github error']);
  expect(names('3 | ::error::b')).toEqual([]);
  expect(names('x ##[add-mask]y')).toEqual(['github add-mask']);
  expect(names('::unheard-of::b')).toEqual([]);
  expect(names('a ##vso[task.setvariable variable=x]y')).toEqual(['azure task.setvariable']);
  expect(names("##teamcity[message text='|]']")).toEqual(['teamcity message']);
});
