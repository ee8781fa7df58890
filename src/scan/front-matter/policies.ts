import type { YamlReader } from './yaml.ts';

/** How one engine recognises front matter. Plain data: one constant per engine, chosen by the dialect. */
export interface FrontMatterPolicy {
  /** What the engine does, each a clause that ends a message. */
  readonly effects: {
    /** No closing delimiter. */
    readonly unclosed: string;
    /** Something between the delimiters that cannot be read. */
    readonly broken: string;
    /** Text below a line `...` that does not close the block; where that is no matter of its own, as `broken`. */
    readonly secondDocument?: string;
    /** No opening delimiter where one was meant. */
    readonly unopened: string;
    /** Something before the opening delimiter that the engine does not skip; where that is no matter of its own, as `unopened`. */
    readonly ignored?: string;
  };
  /** Which first characters open front matter: `---`, `+++`, `{` and `#+`. */
  readonly formats: readonly ('yaml' | 'toml' | 'json' | 'org')[];
  /** A byte order mark before the opening delimiter: the engine skips it, or takes the page for one without. */
  readonly bom: 'skipped' | 'ignores';
  /** Blank lines and indentation before the opening delimiter: as `bom`; `text` is no mistake worth a word. */
  readonly blank: 'skipped' | 'ignores' | 'text';
  /** Front matter behind a line that opens a comment is read, and the body begins where the comment ends. */
  readonly comments?: 'opened';
  /**
   * A delimiter is a line of its own, or the first three characters of any line; or three dashes and more, of which the
   * closing line has no less than the opening one.
   */
  readonly delimiter: 'line' | 'prefix' | 'dashes';
  /** What closes `---`. */
  readonly closers: readonly string[];
  /** Whether a blank line may follow the opening delimiter; where not, `---` is a thematic break there. */
  readonly blankAfterOpening: boolean;
  /** Front matter that only closes, `title: A` and `---` below, is read as if it opened. */
  readonly opening?: 'optional';
  /** Front matter that cannot be found stops the build; elsewhere the page is printed as text. */
  readonly strict: boolean;
  /** A word behind the opening delimiter: front matter already, or the name of a language. */
  readonly word: 'content' | 'language' | 'text';
  /** A block that holds no mapping of keys to values: an error, or text between two thematic breaks. */
  readonly noMapping: 'error' | 'text';
  /** A key written twice: the last one counts, or the build stops. */
  readonly duplicateKeys: 'last' | 'error';
  /**
   * A tab where an empty line, a comment or an item begins: libyaml stops there. Pandoc has put blanks for every tab of the
   * page, up to the next stop, before it reads any YAML.
   */
  readonly tabs: 'error' | 'blank' | 'stops';
  /** Whose YAML the engine reads: that of libyaml and its ports in Go, Ruby, Python and Haskell, or that of js-yaml. */
  readonly yaml: YamlReader;
  /** Braces in braces, `{{ title }}`: an error, or a mapping where a text was meant, or a template's blank to be filled in. */
  readonly collectionKeys: 'error' | 'mapping' | 'blank';
  /** Longest block that is parsed, in UTF-16 units; a longer one is read line by line. */
  readonly limit: number;
}

const KIBIBYTE = 1024;

/**
 * Hugo's current lexer (`parser/pageparser/pagelexer_intro.go`): the first rune that is no space decides, three equal
 * runes open, any line that begins with them closes, `...` never does.
 */
export const hugoFrontMatter: FrontMatterPolicy = {
  effects: {
    unclosed: 'Hugo stops the build',
    broken: 'Hugo stops the build',
    secondDocument: 'Hugo reads none of it',
    unopened: 'Hugo prints it as text',
    ignored: 'Hugo drops the text up to the next `-->`, or stops the build where there is none',
  },
  formats: ['yaml', 'toml', 'json', 'org'],
  bom: 'skipped',
  blank: 'skipped',
  comments: 'opened',
  delimiter: 'prefix',
  closers: ['---'],
  blankAfterOpening: true,
  strict: true,
  word: 'content',
  noMapping: 'error',
  duplicateKeys: 'last',
  tabs: 'error',
  yaml: 'libyaml',
  collectionKeys: 'error',
  limit: 64 * KIBIBYTE,
};

/**
 * Jekyll 4 (`Utils.has_yaml_header?`, `Document::YAML_FRONT_MATTER_REGEXP`): `---` at offset 0 and nowhere else, or
 * the file is copied as it is.
 */
export const jekyllFrontMatter: FrontMatterPolicy = {
  effects: {
    unclosed: 'Jekyll prints the page without its data',
    broken: 'Jekyll drops all of its data',
    unopened: 'Jekyll copies the file as it is',
    ignored: 'Jekyll copies the file as it is, front matter included',
  },
  formats: ['yaml'],
  bom: 'ignores',
  blank: 'ignores',
  delimiter: 'line',
  closers: ['---', '...'],
  blankAfterOpening: true,
  strict: false,
  word: 'text',
  noMapping: 'error',
  duplicateKeys: 'last',
  tabs: 'error',
  yaml: 'libyaml',
  collectionKeys: 'mapping',
  limit: 64 * KIBIBYTE,
};

/**
 * Pandoc's `yaml_metadata_block` at the start of a document, also for Manubot. The limit is higher than elsewhere since
 * whole bibliographies are written there (`references:`).
 */
export const pandocFrontMatter: FrontMatterPolicy = {
  effects: {
    unclosed: 'Pandoc prints it as text',
    broken: 'Pandoc stops',
    unopened: 'Pandoc prints it as text',
  },
  formats: ['yaml'],
  bom: 'skipped',
  blank: 'skipped',
  delimiter: 'line',
  closers: ['---', '...'],
  blankAfterOpening: false,
  strict: false,
  word: 'text',
  noMapping: 'text',
  duplicateKeys: 'last',
  tabs: 'stops',
  yaml: 'libyaml',
  collectionKeys: 'error',
  limit: 256 * KIBIBYTE,
};

/**
 * Quarto and R Markdown read the same block with parsers of YAML of their own before they hand the page to Pandoc. Both stop
 * at a key that stands twice. That of Quarto, js-yaml's port to Deno, makes a text of a mapping that stands as a key.
 */
export const quartoFrontMatter: FrontMatterPolicy = {
  ...executedFrontMatter('Quarto'),
  collectionKeys: 'mapping',
};
/** R Markdown's, likewise. */
export const rmarkdownFrontMatter = executedFrontMatter('R Markdown');

function executedFrontMatter(engine: string): FrontMatterPolicy {
  const effects = { ...pandocFrontMatter.effects, broken: `${engine} stops` };
  return { ...pandocFrontMatter, effects, tabs: 'blank', duplicateKeys: 'error' };
}

/** Generators in JavaScript (Astro, Docusaurus, Eleventy): gray-matter's fence, js-yaml's strictness. */
export const markdownFrontMatter: FrontMatterPolicy = {
  effects: {
    unclosed: 'generators print it as text or stop',
    broken: 'generators stop',
    unopened: 'generators print it as text',
  },
  formats: ['yaml'],
  bom: 'skipped',
  blank: 'text',
  delimiter: 'line',
  closers: ['---'],
  blankAfterOpening: true,
  strict: false,
  word: 'language',
  noMapping: 'text',
  duplicateKeys: 'error',
  tabs: 'blank',
  yaml: 'js-yaml',
  collectionKeys: 'blank',
  limit: 64 * KIBIBYTE,
};

/** A page of which nothing tells its generator may be Pandoc's, and closed by three dots. */
export const plainFrontMatter: FrontMatterPolicy = { ...markdownFrontMatter, closers: ['---', '...'] };

/** The plugin of markdown-it and its port in Python: front matter is a block at the very beginning of the page. */
const markdownItBlock = {
  blank: 'ignores',
  delimiter: 'dashes',
  closers: ['---', '...'],
} as const satisfies Partial<FrontMatterPolicy>;

/** mystmd: js-yaml reads what markdown-it cuts out. */
export const mystFrontMatter: FrontMatterPolicy = {
  ...markdownFrontMatter,
  ...markdownItBlock,
  effects: { ...markdownFrontMatter.effects, ignored: 'mystmd prints it as text' },
};

/** hexo-front-matter opens with or without a delimiter; js-yaml reads what stands before the closing one. */
export const hexoFrontMatter: FrontMatterPolicy = { ...markdownFrontMatter, opening: 'optional' };

/** PyYAML takes the last of two keys. */
const pythonFrontMatter = {
  ...markdownFrontMatter,
  duplicateKeys: 'last',
  tabs: 'error',
  yaml: 'libyaml',
  collectionKeys: 'error',
} as const satisfies FrontMatterPolicy;

/**
 * MkDocs (`utils/meta.py`): the same fence, on the first line alone. A page without one may begin with lines of fields, as in
 * MultiMarkdown, and what PyYAML refuses is left where it stands.
 */
export const mkdocsFrontMatter: FrontMatterPolicy = {
  ...pythonFrontMatter,
  effects: {
    unclosed: 'MkDocs prints it as text',
    broken: 'MkDocs prints it as text',
    unopened: 'MkDocs prints it as text',
  },
  blank: 'ignores',
  closers: ['---', '...'],
  opening: 'optional',
};

/** MyST-Parser for Sphinx: PyYAML reads what markdown-it cuts out, and what it refuses is printed nowhere. */
export const sphinxFrontMatter: FrontMatterPolicy = {
  ...pythonFrontMatter,
  ...markdownItBlock,
  effects: {
    unclosed: 'Sphinx prints it as text',
    broken: 'Sphinx reads none of it',
    unopened: 'Sphinx prints it as text',
  },
};
