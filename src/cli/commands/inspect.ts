import type { CommandModule } from 'yargs';
import { rules } from '../../../rules/index.ts';
import { requestedConfig } from '../../config/requested-config.ts';
import type { Host } from '../../host/host.ts';
import { describeFacts } from '../../report/facts.ts';
import { writeJson } from '../../report/write-json.ts';
import { lintProject } from '../../session.ts';
import { displayPaths, resolveRequest, tellUnread } from '../lint-request.ts';
import { EXIT } from '../main.ts';
import { allPaths, single, withTargetOptions } from '../options.ts';

/** `bibliolint inspect [paths..]`: what was read, as JSON lines, without judging it. */
export function inspectCommand(host: Host, finish: (code: number) => void): CommandModule {
  return {
    command: 'inspect [paths..]',
    describe: 'Print what is read from each file, as JSON lines',
    builder: (parser) => withTargetOptions(parser),
    async handler(argv) {
      const args = argv as unknown as Record<string, never>;
      const request = resolveRequest(
        {
          paths: allPaths(argv as never, 'inspect'),
          stdin: args['stdin'] === true,
          stdinFilename: single<string>(args['stdinFilename'], 'stdin-filename'),
          dialect: single(args['dialect'], 'dialect'),
          config: single<string>(args['config'], 'config'),
        },
        host,
      );
      const source = host.source(request.root);
      const config = await requestedConfig(request, source, rules, { readOutside: host.readFile });
      // No rule runs, but a configuration may name them all.
      const { project, files, unreadable } = await lintProject({
        source,
        rules,
        only: new Set(),
        ...request,
        config,
      });
      const displayPath = displayPaths(request.root, host);
      for (const facts of files) {
        host.stdout.write(`${writeJson(describeFacts(facts, project, displayPath))}\n`);
      }
      finish(tellUnread(request, { files, unreadable }, host) ? EXIT.failed : EXIT.clean);
    },
  };
}
