/** A command a CI runner would carry out, as its parser reads it from a line of a log. */
export interface RunnerCommand {
  readonly runner: 'github' | 'azure' | 'teamcity';
  readonly name: string;
  readonly properties: string;
  readonly data: string;
}

/** The commands GitHub's runner has handlers for; a line with another name is plain text. */
const GITHUB = new Set([
  'add-mask',
  'add-matcher',
  'add-path',
  'debug',
  'echo',
  'endgroup',
  'error',
  'group',
  'internal-set-repo-path',
  'notice',
  'remove-matcher',
  'save-state',
  'set-env',
  'set-output',
  'stop-commands',
  'warning',
]);

/**
 * What the runners would do on reading this output. Restates their parsers: GitHub's `::name …::data` counts where a
 * line starts with it but for white space, its older `##[name …]data`, Azure's `##vso[…]` and TeamCity's
 * `##teamcity[…]` anywhere in a line. Any of the three line ends ends a line.
 */
export function runnerCommands(output: string): RunnerCommand[] {
  return output
    .split(/\r\n|\r|\n/)
    .flatMap((line) => [
      ...githubNew(line),
      ...githubOld(line),
      ...bracketed(line, 'azure'),
      ...bracketed(line, 'teamcity'),
    ]);
}

function githubNew(line: string): RunnerCommand[] {
  const trimmed = line.trimStart();
  const end = trimmed.startsWith('::') ? trimmed.indexOf('::', 2) : -1;
  return end === -1 ? [] : githubCommand(trimmed.slice(2, end), trimmed.slice(end + 2));
}

function githubOld(line: string): RunnerCommand[] {
  const start = line.indexOf('##[');
  const end = start === -1 ? -1 : line.indexOf(']', start);
  return end === -1 ? [] : githubCommand(line.slice(start + 3, end), line.slice(end + 1));
}

function githubCommand(head: string, data: string): RunnerCommand[] {
  const { name, properties } = splitHead(head);
  return GITHUB.has(name.toLowerCase())
    ? [{ runner: 'github', name: name.toLowerCase(), properties, data }]
    : [];
}

function bracketed(line: string, runner: 'azure' | 'teamcity'): RunnerCommand[] {
  const mark = runner === 'azure' ? '##vso[' : '##teamcity[';
  const start = line.toLowerCase().indexOf(mark);
  const end = start === -1 ? -1 : runner === 'azure' ? line.indexOf(']', start) : closingBracket(line, start);
  if (end === -1) return [];
  return [{ runner, ...splitHead(line.slice(start + mark.length, end)), data: line.slice(end + 1) }];
}

/** TeamCity's values escape a bracket with a bar. */
function closingBracket(line: string, start: number): number {
  for (let at = start; at < line.length; at++) {
    if (line[at] === '|') at += 1;
    else if (line[at] === ']') return at;
  }
  return -1;
}

function splitHead(head: string): { name: string; properties: string } {
  const blank = head.indexOf(' ');
  return blank === -1
    ? { name: head, properties: '' }
    : { name: head.slice(0, blank), properties: head.slice(blank + 1) };
}

/** The data of GitHub's commands as the runner hands it on. */
export function unescapeGithub(text: string): string {
  return text
    .replaceAll('%3A', ':')
    .replaceAll('%2C', ',')
    .replaceAll('%0D', '\r')
    .replaceAll('%0A', '\n')
    .replaceAll('%25', '%');
}
