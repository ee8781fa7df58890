import { rules } from '../../rules/index.ts';
import type { Setting } from '../config/config.ts';
import { type ConfigDescription, describeConfig } from '../config/describe-config.ts';
import type { Host } from '../host/host.ts';
import { lintProject } from '../session.ts';
import { makeVisible } from '../text/visible.ts';
import type { Arguments } from './arguments.ts';
import { displayPaths, type LintRequest } from './lint-request.ts';
import { EXIT } from './main.ts';
import type { LINT_OPTIONS } from './option-table.ts';
import { readRuleSettings } from './rule-settings.ts';
import { sessionOptions, tellNotices } from './session-options.ts';

/**
 * Prints what holds for the file of a request: as JSON whose comments say where each value comes from, or with `--format json` as JSON in
 * which each value stands beside its origin. The file need not be there.
 */
export async function printConfig(
  request: LintRequest,
  args: Arguments<typeof LINT_OPTIONS>,
  host: Host,
): Promise<number> {
  const [path = ''] = request.targets;
  const session = await sessionOptions(request, host, rules);
  const settings = readRuleSettings(args.values('rule'), rules);
  const { configs, project, notices } = await lintProject({ ...session, settings, only: new Set() });
  const described = describeConfig(path, configs, configs.rules);
  const document = project.documents.find((candidate) => candidate.path === path);
  const detected =
    document === undefined
      ? undefined
      : { value: document.dialect, origin: `detected: ${project.dialectOf(document).reason}` };
  const whole = {
    ...described,
    settings: { ...described.settings, dialect: described.settings.dialect ?? detected },
  };
  const shown = displayPaths(request.root, host)(path);
  const text = args.values('format').includes('json')
    ? `${JSON.stringify({ path: shown, ...whole }, null, 2)}\n`
    : withComments(shown, whole);
  host.stdout.write(makeVisible(text));
  tellNotices({ notices }, host);
  return EXIT.clean;
}

function withComments(path: string, { sources, settings, ...lists }: ConfigDescription): string {
  const { bibliographies, ignore, shortcodes, rules: levels } = lists;
  const named = Object.entries(settings).flatMap(([name, setting]) =>
    setting === undefined ? [] : [member(name, setting)],
  );
  const members = [
    ...named,
    ['  "bibliographies": [', ...bibliographies.map((setting) => item(setting)), '  ],'],
    ['  "ignore": [', ...ignore.map((setting) => item(setting)), '  ],'],
    [
      '  "shortcodes": {',
      ...Object.entries(shortcodes).flatMap(([name, setting]) => member(name, setting, 4)),
      '  },',
    ],
    ['  "rules": {', ...Object.entries(levels).flatMap(([id, rule]) => ruleLines(id, rule)), '  }'],
  ].flat();
  const from = sources.length === 0 ? 'no configuration' : sources.join(', ');
  return [`// What holds for ${path}, from ${from}.`, '{', ...members, '}', ''].join('\n');
}

const line = (text: string, origin: string): string => `${text} // ${origin}`;

function member(name: string, { value, origin }: Setting<unknown>, indent = 2): string[] {
  return [line(`${' '.repeat(indent)}${JSON.stringify(name)}: ${JSON.stringify(value)},`, origin)];
}

const item = ({ value, origin }: Setting<unknown>): string => line(`    ${JSON.stringify(value)},`, origin);

function ruleLines(id: string, { level, options }: ConfigDescription['rules'][string]): string[] {
  const all = Object.entries(options);
  if (all.length === 0) return member(id, level, 4);
  return [
    line(`    ${JSON.stringify(id)}: [${JSON.stringify(level.value)}, {`, level.origin),
    ...all.flatMap(([name, setting]) => member(name, setting, 6)),
    '    }],',
  ];
}
