// The manifest of the VS Code extension. It repeats what the code knows (the version, the names of configuration files,
// the form of a line), so it is written by `npm run generate`, and a test compares it.
import { CONFIG_NAMES } from '../src/project/config-names.ts';
import { vscodeMatcher } from './problem-matchers.ts';

/** Path of the extension, relative to the root of the repository. */
export const extensionFolder = 'examples/editors/vscode-extension';

/** `package.json` of the extension. */
export function extensionManifest(version: string): string {
  return `${JSON.stringify(
    {
      name: 'bibliolint',
      displayName: 'bibliolint',
      description: 'Checks cite keys, references and bibliographies while you write.',
      version,
      publisher: 'bibliolint',
      license: 'MIT',
      repository: {
        type: 'git',
        url: 'https://github.com/bibliolint/bibliolint.git',
        directory: extensionFolder,
      },
      engines: { vscode: '^1.91.0' },
      categories: ['Linters', 'Programming Languages'],
      keywords: ['citation', 'bibliography', 'bibtex', 'markdown', 'quarto'],
      main: './dist/extension.js',
      activationEvents: [
        ...LANGUAGES.map((language) => `onLanguage:${language}`),
        ...CONFIG_NAMES.filter((name) => name !== 'package.json').map((name) => `workspaceContains:${name}`),
      ],
      capabilities: {
        untrustedWorkspaces: {
          supported: 'limited',
          description: 'The bibliolint that a workspace installs is run in trusted workspaces only.',
          restrictedConfigurations: ['bibliolint.path'],
        },
        virtualWorkspaces: false,
      },
      contributes: contributions(),
    },
    null,
    2,
  )}\n`;
}

const LANGUAGES = ['markdown', 'mdx', 'quarto', 'rmd', 'bibtex', 'ris'];

function contributions(): object {
  const named = (ending: RegExp): string[] =>
    CONFIG_NAMES.filter((name) => /bibliolint/.test(name) && ending.test(name));
  return {
    // Other extensions give these languages the same names, so that they and this one get along.
    languages: [
      { id: 'quarto', aliases: ['Quarto'], extensions: ['.qmd'] },
      { id: 'rmd', aliases: ['R Markdown'], extensions: ['.rmd', '.Rmd', '.rmarkdown'] },
      { id: 'mdx', aliases: ['MDX'], extensions: ['.mdx'] },
      { id: 'bibtex', aliases: ['BibTeX'], extensions: ['.bib', '.bibtex'] },
      { id: 'ris', aliases: ['RIS'], extensions: ['.ris'] },
    ],
    jsonValidation: [{ fileMatch: named(/\.jsonc?$/), url: './dist/schema.json' }],
    yamlValidation: [{ fileMatch: named(/\.ya?ml$/), url: './dist/schema.json' }],
    problemMatchers: [{ name: 'bibliolint', ...vscodeMatcher() }],
    configuration: {
      title: 'bibliolint',
      properties: {
        'bibliolint.path': {
          type: 'string',
          default: '',
          scope: 'machine-overridable',
          description:
            'The bibliolint to start; the one of the workspace, or else the one on the path, where this is empty.',
        },
      },
    },
    commands: [{ command: 'bibliolint.restart', title: 'Restart the server', category: 'bibliolint' }],
  };
}
