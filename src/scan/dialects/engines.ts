import type { DialectName, Engine, SiteDialect } from '../../model.ts';

const PYTHON_FOOTNOTES = { duplicateFootnote: 'last', printsUnusedFootnotes: true } as const;

/** What each dialect's engine was seen to do; messages and severities quote it. */
export const engines: Readonly<Record<DialectName, Engine>> = {
  // What it prints for an undefined key is up to the template.
  hugo: engine('Hugo', { duplicateEntry: 'first', undefinedKey: '' }),
  jekyll: engine('Jekyll', {
    duplicateEntry: 'first',
    undefinedKey: '(missing reference)',
    undefinedInGroup: '(missing reference) for the whole group',
    duplicateFootnote: 'last',
  }),
  pandoc: pandoc('Pandoc'),
  quarto: pandoc('Quarto'),
  rmarkdown: pandoc('R Markdown'),
  manubot: pandoc('Manubot'),
  // pybtex, which reads the entries for both, compares keys without their case; Sphinx compares what is cited itself.
  'mkdocs-bibtex': engine('mkdocs-bibtex', {
    caseSensitiveKeys: false,
    caseSensitiveEntries: false,
    undefinedKey: 'the key as it stands',
    ...PYTHON_FOOTNOTES,
  }),
  myst: engine('mystmd', { duplicateEntry: 'last', undefinedKey: 'the key as it stands' }),
  sphinx: engine('Sphinx', {
    duplicateEntry: 'first',
    caseSensitiveEntries: false,
    undefinedKey: 'nothing for it',
  }),
  'rehype-citation': engine('rehype-citation', {
    duplicateEntry: 'last',
    undefinedKey: 'the citation as it stands',
    undefinedInGroup: 'the whole group as it stands',
    caseSensitiveFootnotes: false,
  }),
  distill: engine('Distill', { duplicateEntry: 'last', undefinedKey: '[?]', duplicateFootnote: 'last' }),
  // BibParser keeps the last of two entries; of a key that it does not know the build makes an error, and so of a note
  // that nothing calls, which is printed all the same.
  documenter: engine('Documenter', { printsUnusedFootnotes: true }),
  markdown: engine('Markdown', {
    duplicateEntry: 'last',
    undefinedKey: 'the key as it stands',
    caseSensitiveFootnotes: false,
  }),
};

const pythonMarkdown = engine('Python-Markdown', {
  undefinedKey: 'the key as it stands',
  ...PYTHON_FOOTNOTES,
});

/** The engine of a site; plain Markdown has that of its generator. */
export function engineOfSite({ name, isMkdocs }: SiteDialect): Engine {
  return name === 'markdown' && isMkdocs ? pythonMarkdown : engines[name];
}

function engine(name: string, differences: Partial<Engine>): Engine {
  return {
    name,
    duplicateEntry: 'last',
    caseSensitiveKeys: true,
    caseSensitiveEntries: true,
    undefinedKey: '',
    duplicateFootnote: 'first',
    caseSensitiveFootnotes: true,
    printsUnusedFootnotes: false,
    ...differences,
  };
}

/** Pandoc prints the last of two entries and of two notes, and `(key?)` for a key it does not know. */
function pandoc(name: string): Engine {
  return engine(name, { duplicateEntry: 'last', undefinedKey: '({key}?)', duplicateFootnote: 'last' });
}
