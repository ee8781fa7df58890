/** Names a configuration file may have, in the order they are looked for in one folder. */
export const CONFIG_NAMES: readonly string[] = [
  ...['jsonc', 'json', 'yaml', 'yml', 'toml'].map((extension) => `bibliolint.config.${extension}`),
  ...['json', 'jsonc', 'yaml', 'yml', 'toml'].map((extension) => `.bibliolintrc.${extension}`),
  '.bibliolintrc',
  'package.json',
];

/** A configuration that is a program: run only where the user allows code. */
export const CODE_CONFIG_NAME = 'bibliolint.config.mjs';
