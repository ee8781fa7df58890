/**
 * The nouns of bibliolint. Everything else is a verb over these types.
 *
 * Invariants: this file imports nothing; every fact is plain data (`JSON.parse(JSON.stringify(f))` equals `f`);
 * every offset counts UTF-16 code units from the start of the file, a leading BOM included.
 */

// ---- text: offsets inside, lines and columns only at the edges ----

/** Half-open interval of UTF-16 code units in one file. */
export interface Region {
  readonly start: number;
  readonly end: number;
}

/** A region of a file; `path` is relative to the project root, with `/`. */
export interface Location {
  readonly path: string;
  readonly region: Region;
}

/** Something together with where it stands. */
export type Located<T> = T & { readonly at: Location };

/** Plain data, as JSON knows it. */
export type Json = string | number | boolean | null | readonly Json[] | { readonly [name: string]: Json };

// ---- facts: what one file says ----

/** CSL's three ways to print a cite. */
export type CiteMode = 'normal' | 'author-in-text' | 'suppress-author';

/** One key inside a citation (CSL: "cite"; citeproc: citation item). */
export interface Cite {
  readonly key: string;
  readonly keyRegion: Region;
  readonly mode: CiteMode;
  readonly prefix?: string;
  /** One of CSL's locator terms, `page` where a number stands alone. */
  readonly label?: string;
  readonly locator?: string;
  readonly suffix?: string;
}

/** How a citation is written, one word per form of the dialects. */
export type Construct =
  | 'shortcode' // {{< cite "a" >}}, {% include cite.html key="a" %}
  | 'tag' // {% cite a %}
  | 'bracketed' // [@a; @b]
  | 'in-text' // @a
  | 'nocite' // nocite: "@a"
  | 'role' // {cite}`a`, [a](@cite)
  | 'element' // <d-cite key="a">
  | 'link' // [Knuth, 1984](#knuth84), [](https://doi.org/…)
  | 'numbered' // [3] with a numbered list of references
  | 'list-item' // an item under the heading References
  | 'footnote' // [^knuth84]: Knuth, D. E. (1984) …
  | 'metadata' // a citation inside front matter
  | 'field'; // citation: "Knuth, D. E. (1984). …" in the front matter

/** Cites written together: `[@a; see @b, p. 3]`, `{{< cite "a" >}}`, `{% cite a b %}`. */
export interface Citation {
  readonly region: Region;
  readonly construct: Construct;
  readonly cites: readonly Cite[];
  /** rehype-citation: it shares its text node with the citation before it. Behind an unknown key the engine stops there. */
  readonly chained?: true;
  /** The engine finds its keys however their letters are written, whatever it does with those of other citations. */
  readonly foldsCase?: true;
  /** Hugo: the template prints a key that it does not find, and is not named after citing: it may be no key. */
  readonly mayBeText?: true;
  /**
   * Jekyll: it stands in a comment of HTML, where its works are listed all the same, or in the argument of an include that
   * the build cannot read. Nobody sees what is printed for it.
   */
  readonly isUnseen?: true;
}

/** A formatted reference typed by hand: a shortcode argument, a list item, a footnote. */
export interface Reference {
  /** Of the text, without quotes or list markers. */
  readonly region: Region;
  /** As the reader of the page gets it (escapes of the carrier undone), Markdown kept. */
  readonly text: string;
  /** Where the file has more than the text, in order: backslashes of the carrier, the indentation of a line. */
  readonly gaps?: readonly Gap[];
  readonly key?: string;
  readonly construct: Construct;
  /** Which list of references of the page it stands in, where it is not the first. */
  readonly list?: number;
}

/** Characters of a file that stand before the place `at` of a text and are no part of it. */
export interface Gap {
  readonly at: number;
  readonly length: number;
}

/** A work named in running text without a citation. */
export type Mention = AuthorYearMention | IdentifierMention;

/** `(see Knuth, 1984, p. 3; Hoare 1962)`, `Knuth and Plass (1981)`. */
export interface AuthorYearMention {
  readonly kind: 'author-year';
  /** Of all that a citation would take the place of: brackets included, and the names before them. */
  readonly region: Region;
  /** The names are part of the sentence. */
  readonly inText: boolean;
  readonly works: readonly MentionedWork[];
}

/** Names and a year in the prose of a page: “Knuth (1984)”, “Naur and Randell, 1969”. */
export interface MentionedWork {
  /** As written, initials and particles included; the first may begin with words of the sentence. */
  readonly names: readonly string[];
  /** “et al.” */
  readonly othersOmitted: boolean;
  readonly year: string;
  readonly prefix?: string;
  readonly locator?: string;
}

/** `[the paper](https://doi.org/10.1093/comjnl/27.2.97)`, `arXiv:1706.03762`. */
export interface IdentifierMention {
  readonly kind: 'identifier';
  /** Of the link where it is one. */
  readonly region: Region;
  readonly identifier: { readonly kind: IdentifierKind; readonly value: string };
  /** The words of the link. */
  readonly words?: string;
}

/** One argument of a shortcode or tag. */
export interface Param {
  readonly name?: string;
  readonly nameRegion?: Region;
  /** As the engine hands it to the template: Hugo makes bare `5` a number and bare `true` a boolean. */
  readonly value: string | number | boolean;
  /** Of the value, quotes included. */
  readonly region: Region;
  /** The character that opened the value, or `''` for a bare word. */
  readonly quote: '' | '"' | '`' | "'";
}

/** A Hugo shortcode or a Liquid tag, as its lexer saw it on raw text. */
export interface Shortcode {
  readonly region: Region;
  readonly name: string;
  readonly nameRegion: Region;
  /** `<` for `{{< >}}`, `%` for `{{% %}}` and for Liquid's `{% %}`. */
  readonly delimiter: '<' | '%';
  readonly closing: boolean;
  readonly selfClosing: boolean;
  /** Of the `/` that makes it a closing or a self-closing tag; Hugo only. */
  readonly slashRegion?: Region;
  /** A lexer reported a problem inside: it still opens or closes, and its arguments are those before the damage. */
  readonly damaged?: true;
  readonly params: readonly Param[];
}

/** One key of the front matter at any depth; `scholar.source`, `bibliography.0`. */
export interface FrontMatterField {
  readonly name: string;
  readonly nameRegion: Region;
  readonly value: Json;
  /** Of the value as written, quotes included; empty where no value is written. */
  readonly region: Region;
}

/** A call of a footnote, `[^knuth84]`. */
export interface FootnoteUse {
  readonly label: string;
  readonly region: Region;
  /**
   * No definition has this label, but it begins a line: with `text` behind it, which is a definition that lacks its colon,
   * or a plain use; with a `sign` before the text that was typed for the colon; with a `bracket` too many before or behind
   * it; or as a `note` that is none because its line goes on with a paragraph.
   */
  readonly opensLine?: 'text' | 'sign' | 'bracket' | 'note';
}

/** The text of a footnote, `[^knuth84]: …`, with its label. */
export interface FootnoteDefinition {
  readonly label: string;
  readonly labelRegion: Region;
  /** Of the whole definition. */
  readonly region: Region;
  /** Its first line's text, trimmed; `''` is an empty footnote. */
  readonly text: string;
  /** A mark of its label where the engine reads none, if there is no other: in HTML, in code, in a bare address, behind a backslash. */
  readonly unread?: Region;
}

/** The footnotes of one page. */
export interface Footnotes {
  readonly uses: readonly FootnoteUse[];
  readonly definitions: readonly FootnoteDefinition[];
  /** Inline notes, `^[…]`. */
  readonly inline: readonly Region[];
  /** Labels that are called in the arguments of shortcodes and tags, which print them or not, or where Markdown in HTML may be. */
  readonly inTemplates?: readonly string[];
  /** The page includes another file: notes may be called in one and defined in the other, and items of a list cited. */
  readonly isPart?: true;
}

/** Something a citation-like `@label` can point at without being a bibliography entry (MyST, Quarto, bookdown). */
export interface Label {
  readonly name: string;
  readonly region: Region;
  /** `<a id="3">` is called as the number of an item is, and is none. */
  readonly isAnchor?: true;
}

/** What a lint directive in a file asks for. */
export type DirectiveKind = 'disable' | 'disable-next-line' | 'disable-file' | 'enable';

/** A lint directive: a comment in the page that switches rules off or on. */
export interface Directive {
  readonly kind: DirectiveKind | 'unknown';
  /** Of an unknown one: the word in the place of its kind, and the kind that was probably meant. */
  readonly unknown?: { readonly word: string; readonly region: Region; readonly meant?: DirectiveKind };
  /** Rule ids with their places; none means every rule. */
  readonly rules: readonly { readonly id: string; readonly region: Region }[];
  readonly reason?: string;
  readonly region: Region;
}

/** What a lexer could not read. Scanning never throws; it returns these, and a rule turns them into findings. */
export interface SyntaxProblem {
  /** Unique over all lexers; the rule that reports it has a message of this id. */
  readonly messageId: string;
  readonly data?: Readonly<Record<string, string | number>>;
  readonly region: Region;
  /** A second place in the same file, such as the opening tag of a stray close. */
  readonly related?: readonly { readonly region: Region; readonly message: string }[];
  /** Replacements in the same file that mend it. */
  readonly fix?: {
    readonly title: string;
    readonly safety: FixSafety;
    readonly edits: readonly { readonly region: Region; readonly text: string }[];
  };
}

interface FileFacts {
  readonly path: string;
  readonly directives: readonly Directive[];
  readonly problems: readonly SyntaxProblem[];
}

/** The language of a front matter block; `none` where a page has none. */
export type FrontMatterFormat = 'yaml' | 'toml' | 'json' | 'org' | 'none';

/** What was read of one document: plain data, so that `JSON.parse(JSON.stringify(facts))` equals it. */
export interface DocumentFacts extends FileFacts {
  readonly kind: 'document';
  readonly dialect: DialectName;
  readonly frontMatterFormat: FrontMatterFormat;
  /** Where the front matter stands, delimiters included; empty at 0 where there is none. */
  readonly frontMatterRegion: Region;
  readonly frontMatter: readonly FrontMatterField[];
  readonly shortcodes: readonly Shortcode[];
  readonly citations: readonly Citation[];
  readonly references: readonly Reference[];
  readonly footnotes: Footnotes;
  readonly labels: readonly Label[];
  /** Paths this document names itself, as written (`bibliography:`, `bibFile:`, an argument of a tag). */
  readonly bibliographies: readonly BibliographyPath[];
  /** Entries written in the document itself (`references:` in front matter). */
  readonly entries: readonly BibEntry[];
  /** Whether something in the page prints a list of references. */
  readonly printsReferenceList: boolean;
  /** Whether that list holds every entry of the bibliography, cited or not: jekyll-scholar's and hugo-cite's do. */
  readonly printsWholeBibliography: boolean;
  /** Keys that code of the page may cite once it has run, LaTeX too. What it prints is not known, so these are no citations. */
  readonly keysInCode: readonly string[];
}

/** A path as the document or the site's configuration writes it. */
export interface BibliographyPath {
  readonly path: string;
  readonly region: Region;
  /** What the path is: entries, or a citation style. */
  readonly role: 'bibliography' | 'style';
}

/** One field of a bibliography entry, named as its format spells it, lower-cased for BibTeX and BibLaTeX. */
export interface Field {
  readonly name: string;
  readonly nameRegion: Region;
  /** The value as the format's engine hands it on: delimiters gone, strings expanded, LaTeX kept. */
  readonly value: string;
  /** Of the value as written, delimiters included. */
  readonly region: Region;
  /** How a BibTeX value is written; absent in other formats. */
  readonly written?: 'braced' | 'quoted' | 'number' | 'macro' | 'concatenated';
  /** Names of `@string` macros the value uses. */
  readonly macros?: readonly string[];
}

/** One record of a bibliography, whatever its format. */
export interface BibEntry {
  readonly key: string;
  readonly keyRegion: Region;
  readonly region: Region;
  /** As that format spells it, lower-cased for BibTeX and BibLaTeX. */
  readonly type: string;
  readonly typeRegion: Region;
  readonly fields: readonly Field[];
}

/** The formats in which bibliographies are read. */
export type BibliographyFormat = 'bibtex' | 'csl-json' | 'csl-yaml' | 'ris' | 'hugo-data' | 'cff';

/** An `@string` definition. */
export interface StringMacro {
  readonly name: string;
  readonly nameRegion: Region;
  readonly value: string;
  readonly region: Region;
  /** Another macro or a preamble uses it. */
  readonly isBuildingBlock?: true;
}

/** What was read of one bibliography: plain data, as `DocumentFacts` is. */
export interface BibliographyFacts extends FileFacts {
  readonly kind: 'bibliography';
  readonly format: BibliographyFormat;
  readonly entries: readonly BibEntry[];
  readonly macros: readonly StringMacro[];
}

/** What was read of one file. */
export type Facts = DocumentFacts | BibliographyFacts;

// ---- dialects: how a site cites, as plain data ----

/** The names of all dialects, as `--dialect` and a configuration take them. */
export const DIALECTS = [
  'hugo',
  'jekyll',
  'pandoc',
  'quarto',
  'rmarkdown',
  'myst',
  'sphinx',
  'manubot',
  'mkdocs-bibtex',
  'rehype-citation',
  'distill',
  'documenter',
  'markdown',
] as const;

/** The names that `--dialect` takes. */
export type DialectName = (typeof DIALECTS)[number];

/** What the engine behind a dialect does where that surprises; rules put it into their messages. */
export interface Engine {
  readonly name: string;
  /** Which of two entries under one key is printed. */
  readonly duplicateEntry: 'first' | 'last' | 'error';
  /** Whether a key that is cited must be written as its entry has it. */
  readonly caseSensitiveKeys: boolean;
  /** Whether two entries whose keys differ only by case are two. */
  readonly caseSensitiveEntries: boolean;
  /** Completes “… prints”: what a reader sees for an undefined key, which fills `{key}`; `''` where the build stops or nobody can tell. */
  readonly undefinedKey: string;
  /** The same where others are cited in one group with it, and the engine prints something else there. */
  readonly undefinedInGroup?: string;
  /** Which of two footnote definitions under one label is printed. */
  readonly duplicateFootnote: 'first' | 'last';
  readonly caseSensitiveFootnotes: boolean;
  /** Whether a footnote that nothing uses stands among the others all the same. */
  readonly printsUnusedFootnotes: boolean;
}

/** Where a citing template looks its keys up, as far as its text tells. */
export interface KeySources {
  /** Names of data files of the site, or of folders of them: `site.Data.references`. */
  readonly data: readonly string[];
  /** Those that are looked into by the key alone: where one is a folder, its files are the entries, and their names the keys. */
  readonly folders?: readonly string[];
  /** Paths written in the template, or the last part of one. */
  readonly paths: readonly string[];
  /** Front-matter parameters of the page that name such a file. */
  readonly parameters: readonly string[];
  /** A parameter of the site may name one as well. */
  readonly ofSite?: true;
  /** Jekyll: a field of the entries of which any part is as good as a key: `title`. */
  readonly within?: string;
}

/** What a shortcode's template does with its arguments, read from the template or taken from a profile. */
export interface ShortcodeSignature {
  readonly name: string;
  /** The template it was read from; absent for a profile. */
  readonly template?: string;
  /** The template asks for `.Inner`, so the engine demands a closing tag. */
  readonly paired: boolean;
  /** The template prints what stands between its tags as code or as a formula: it is no Markdown. */
  readonly verbatim?: true;
  /** How many positional arguments the template reads; absent where it cannot be told. */
  readonly positional?: number;
  /** Present iff the shortcode cites. */
  readonly cite?: {
    /** Where the keys stand: a positional index, or the names of a named argument; with `rest` in all that follow too. */
    readonly key: { readonly position?: number; readonly names: readonly string[]; readonly rest?: true };
    /** The template makes a key where none is given. */
    readonly makesKey?: true;
    /** What separates several keys in one argument. */
    readonly separators: string;
    /** A leading `-` suppresses the author. */
    readonly suppressPrefix: boolean;
    /** The template lower-cases keys before it looks them up. */
    readonly foldsCase?: true;
    /** The template looks keys up as they are written, blanks around them included. */
    readonly keepsBlanks?: true;
    readonly reference?: { readonly position?: number; readonly names: readonly string[] };
    /** The template stops the build without a reference text. */
    readonly referenceRequired: boolean;
    readonly locator?: { readonly position?: number; readonly names: readonly string[] };
    /** No template tells: the arguments themselves show which of these forms it is. */
    readonly byEvidence?: true;
    /** A key that is not found is printed as it stands, by a shortcode that is not named after citing: it may be no key. */
    readonly mayBeText?: true;
    /** What stands before the key in the link it makes to a place of the page: `ref-` in `href="#ref-knuth84"`. */
    readonly linksTo?: string;
    /** Absent for a profile, and where the template does not tell. */
    readonly sources?: KeySources;
  };
  /** Present iff it makes an item of a list of references: of what stands between its tags, else of its arguments. */
  readonly item?: {
    readonly key: { readonly position?: number; readonly names: readonly string[] };
    /** What stands before the key in the item's `id`: `ref-` in `<li id="ref-knuth84">`. */
    readonly prefix: string;
    /** Its arguments are parts of the work, by their names: `author="…" title="…"`. */
    readonly hasParts?: true;
  };
  /** Present iff the shortcode prints the list of references. */
  readonly referenceList?: {
    readonly path?: { readonly position?: number; readonly names: readonly string[] };
  };
}

/** A dialect with one site's settings: resolved once, before scanning, and part of the cache key. */
export interface SiteDialect {
  readonly name: DialectName;
  /** The site's folder relative to the project root, `''` for the root itself. */
  readonly root: string;
  /** Why this dialect was chosen, one clause: “hugo.toml stands in docs”. */
  readonly reason: string;
  /** Hugo: the templates of the site by shortcode name. Jekyll: the tags of its plugins, and `include cite.html`. */
  readonly shortcodes: Readonly<Record<string, ShortcodeSignature>>;
  /** Whether `shortcodes` is all there is, so that another name is unknown. */
  readonly shortcodesComplete: boolean;
  /** All prefixes of `@` labels that are cross-references (`fig-`, `tbl:`). */
  readonly crossReferencePrefixes: readonly string[];
  /** Jekyll: a layout or an include prints what is cited, or what nobody cites, too. */
  readonly listInTemplates?: 'cited' | 'all';
  /** Jekyll: fields of the front matter that hold keys, whose entries a layout prints (`related_publications` of al-folio). */
  readonly keyFields?: readonly string[];
  /** The site has pages nobody here reads, which may cite and define labels: LaTeX, reStructuredText, docstrings. */
  readonly hasUnreadPages?: true;
  /** Manubot: what `content/citation-tags.tsv` defines besides the pages, such as `tag:flow`. */
  readonly tags?: readonly string[];
  /** MkDocs, whose pages Python-Markdown prints. */
  readonly isMkdocs?: true;
  /** mkdocs-bibtex since version 4, unless it is told not to: the `@knuth84` of an entry cites without brackets, too. */
  readonly citesBareKeys?: true;
  /** Eleventy, Zola and Pelican, which make no link of an address in the text unless they are told to. */
  readonly leavesAddresses?: true;
  /** Hexo, whose front matter needs no opening delimiter. */
  readonly isHexo?: true;
  /** MkDocs: labels of the footnotes that `pymdownx.snippets` appends to every page. */
  readonly appendedFootnotes?: readonly string[];
  /** MkDocs: the plugin `macros` runs Jinja over the pages before they are Markdown. */
  readonly runsJinja?: true;
  /** Pandoc and rehype-citation: the pages are notes of Obsidian, where `[[@knuth84]]` is a link to a note. */
  readonly hasWikiLinks?: true;
  /** The Pandoc family: a filter makes entries for keys that are identifiers, such as `doi:10.1145/356635.356640`. */
  readonly resolvesIdentifiers?: true;
  /** The Pandoc family: the filter pandoc-ling numbers examples, so `[@next]` is the one that follows. */
  readonly numbersExamples?: true;
  /** bookdown and Manubot join all pages to one text before Pandoc reads them: they have their footnotes in common. */
  readonly joinsPages?: true;
  /** The Pandoc family: `lang` of the site's configuration, which names the labels of locators. */
  readonly language?: string;
}

// ---- works: what an entry or a reference is about ----

/** A name in its parts. */
export interface PersonName {
  readonly family: string;
  readonly given?: string;
  readonly particle?: string;
  readonly suffix?: string;
  /** An organisation, or a name that does not come apart. */
  readonly literal?: boolean;
}

/** A part of a work with the place it was read from; `region` is relative to the text it was read from. */
export interface WorkPart<T = string> {
  readonly value: T;
  readonly region: Region;
}

/** Identifiers of works and persons that are checked. */
export type IdentifierKind = 'doi' | 'isbn' | 'issn' | 'arxiv' | 'pmid' | 'pmcid' | 'orcid' | 'url';

/** A text or an entry read as a work. Every part is optional: what could not be read is absent. */
export interface Work {
  readonly authors: readonly WorkPart<PersonName>[];
  readonly editors: readonly WorkPart<PersonName>[];
  /** The author list ends in “et al.” or “and others”. */
  readonly othersOmitted: boolean;
  /** Four digits with an optional letter, or “n.d.”, “in press”, as written. */
  readonly year?: WorkPart;
  readonly title?: WorkPart;
  readonly container?: WorkPart;
  readonly volume?: WorkPart;
  readonly issue?: WorkPart;
  readonly pages?: WorkPart;
  readonly publisher?: WorkPart;
  readonly place?: WorkPart;
  readonly edition?: WorkPart;
  /** Number or title of a part of what `title` names, as BibTeX's `inbook` has it. */
  readonly chapter?: WorkPart;
  /** Of software and data. */
  readonly version?: WorkPart;
  readonly accessed?: WorkPart;
  readonly identifiers: readonly (WorkPart & { readonly kind: IdentifierKind })[];
  readonly kind:
    | 'book'
    | 'article'
    | 'chapter'
    | 'paper'
    | 'thesis'
    | 'report'
    | 'web'
    | 'preprint'
    | 'unknown';
}

/** The citation style a reference text follows; `title-first` is a habit of blogs. */
export type ReferenceStyle =
  | 'apa'
  | 'mla'
  | 'chicago-author-date'
  | 'chicago-notes'
  | 'ieee'
  | 'vancouver'
  | 'harvard'
  | 'acm'
  | 'nature'
  | 'gbt7714'
  | 'title-first'
  | 'unknown';

/** A reference text read as a librarian reads it; every region is relative to that text. */
export interface ReferenceReading extends Work {
  readonly style: ReferenceStyle;
  /** The whole date of which `year` is a part: “2020, March 11”, “Jul. 1978”. */
  readonly date?: WorkPart;
  /** What the text calls the work: “Doctoral dissertation”, “Technical Report No. CSL-83-8”. */
  readonly genre?: WorkPart;
  /** 0..1: how well the text fits what was read into it. Below 0.5 only unbalanced marks are reported. */
  readonly confidence: number;
  /** What is malformed, in the order of the text. */
  readonly problems: readonly SyntaxProblem[];
}

// ---- findings (SARIF: results) ----

/** How grave a finding is. */
export type Level = 'error' | 'warning' | 'note';
/** Whether a fix is made by `--fix`, by `--unsafe-fixes` alone, or only offered. */
export type FixSafety = 'safe' | 'unsafe' | 'suggest';

/** A replacement in one file. */
export interface Edit {
  readonly path: string;
  readonly region: Region;
  readonly text: string;
}

/** `safe` is applied by `--fix`, `unsafe` with `--unsafe-fixes`, `suggest` only by a person in an editor. */
export interface Fix {
  readonly title: string;
  readonly safety: FixSafety;
  readonly edits: readonly Edit[];
}

/** Another place that a finding speaks of, and what is there. */
export type Related = Located<{ readonly message: string }>;

/** A defect at its place, as a rule reported it. */
export interface Finding {
  readonly ruleId: string;
  readonly level: Level;
  readonly messageId: string;
  readonly message: string;
  readonly at: Location;
  readonly related: readonly Related[];
  readonly fixes: readonly Fix[];
}

// ---- the project: every file's facts, joined ----

/** A bibliography a document loads, and whether it is there. */
export interface BibliographyLink {
  /** As written, or as the site's default. */
  readonly written: string;
  /** Relative to the project root; absent where the path leaves it, and not where a link of that name does. */
  readonly path?: string;
  readonly role: 'bibliography' | 'style';
  readonly status: 'found' | 'missing' | 'outside' | 'remote' | 'generated';
  /** What every key of a generated bibliography begins with, where the generator is known: knitr's `R-`. It may be there. */
  readonly keyPrefix?: string;
  /**
   * R packages whose own citations knitr writes there too, under their name and a year: `rmarkdown2020`. Without a prefix
   * the name alone is a key as well, as grateful writes it.
   */
  readonly packages?: readonly string[];
  /** Where it is declared: the document's front matter or the site's configuration; absent for a default. */
  readonly at?: Location;
  /** Keys that the file which declares it prints without a citation (`nocite`); `*` stands for all. */
  readonly nocite?: readonly string[];
  /** Nobody names it: it lies in the site of a page that cites and names none. Whether it is read with others is unknown. */
  readonly isGuess?: boolean;
  /** A filter of Pandoc prints a list of its own from it: `bibliography_primary`. */
  readonly isOwnList?: boolean;
}

/** An entry with the file it stands in: a bibliography, or a document's own front matter. */
export interface PlacedEntry {
  readonly path: string;
  readonly entry: BibEntry;
}

/** A hand-written reference where it stands. */
export interface ReferenceUse {
  readonly document: DocumentFacts;
  readonly reference: Reference;
}

/** A reference text under one cite key, with the places where it stands there. */
export interface KeyedText {
  readonly text: string;
  /** Page by page; never empty. */
  readonly uses: readonly ReferenceUse[];
}

/** Every file's facts, joined; independent of the order the files were read in. */
export interface Project {
  readonly documents: readonly DocumentFacts[];
  readonly bibliographies: readonly BibliographyFacts[];
  dialectOf(document: DocumentFacts): SiteDialect;
  engineOf(document: DocumentFacts): Engine;
  /** Citations of a document less those that are cross-references once all labels of the site are known. */
  citationsOf(document: DocumentFacts): readonly Citation[];
  /**
   * What pages of its site label, for the Pandoc family: figures, sections and divisions, to which filters nobody here knows
   * make cross-references of `@name`, and Manubot's aliases, `[@flow]: doi:10.1145/356635.356640`,
   * those of its `citation-tags.tsv` included.
   */
  labelsOf(document: DocumentFacts): ReadonlySet<string>;
  linksOf(document: DocumentFacts): readonly BibliographyLink[];
  /** Entries this document can see, by key; two under one key are a clash. In loading order. */
  entriesFor(document: DocumentFacts): ReadonlyMap<string, readonly Located<BibEntry>[]>;
  /** Documents that load this bibliography. */
  documentsOf(bibliography: BibliographyFacts): readonly DocumentFacts[];
  /** Every entry with the file it stands in: those of bibliographies, then those of front matter. */
  entries(): readonly PlacedEntry[];
  /** Every key that some document cites: a site repeats them, and what holds for one holds for all. */
  citedKeys(): ReadonlySet<string>;
  /** Hand-written references by their text: a site repeats them, and what holds for one holds for all. */
  referencesByText(): ReadonlyMap<string, readonly ReferenceUse[]>;
  /** Hand-written references that have a key, by it; most keys have one text wherever they stand. */
  referencesByKey(): ReadonlyMap<string, readonly KeyedText[]>;
  /** Works that running text names without citing them. Their text is looked at when it is asked for, since few ask. */
  mentionsOf(document: DocumentFacts): readonly Mention[];
  /** A reference text read as a librarian does; memoised by text, so asking again is cheap. */
  readingOf(reference: Reference): ReferenceReading;
  /** A reference text or an entry as a work. */
  workOf(source: Reference | BibEntry): Work;
  /** What several rules make of the project: made for the first that asks, and known by the function that makes it. */
  shared<T>(make: (project: Project) => T): T;
}

// ---- rules: pure, synchronous, one scope each ----

/** What the lint directives of the project did: the subject of the rules about the linter itself. */
export interface Suppressions {
  readonly directives: readonly {
    readonly path: string;
    readonly directive: Directive;
    /** Rules of the directive that silenced nothing; for a directive that names none, the directive itself. */
    readonly unused: readonly { readonly id: string; readonly region: Region }[];
  }[];
  /** Ids of all rules there are, switched on or off. */
  readonly ruleIds: ReadonlySet<string>;
}

/** What a rule of each scope is called with. */
export interface Subjects {
  document: DocumentFacts;
  bibliography: BibliographyFacts;
  /**
   * The files to judge, as a project that holds them alone. What a rule of this scope finds in a file follows from that
   * file and from what `context.project` says of it (dialect, links, entries, citations, labels, and which
   * bibliographies there are), never from other pages; so of a project that changes only the files concerned are judged again.
   */
  files: Project;
  project: Project;
  suppressions: Suppressions;
}

type Placeholder<M extends string> = M extends `${string}{${infer Name}}${infer Rest}`
  ? Name | Placeholder<Rest>
  : never;
type DataFor<M extends string> = string extends M
  ? { readonly data?: Readonly<Record<string, string | number>> }
  : [Placeholder<M>] extends [never]
    ? { readonly data?: never }
    : { readonly data: Readonly<Record<Placeholder<M>, string | number>> };

/** What a rule reports: a message id with its values, never a text. */
export type Problem<Messages extends Record<string, string>> = {
  [Id in keyof Messages & string]: {
    readonly at: Location;
    readonly messageId: Id;
    readonly related?: readonly Related[];
    readonly fixes?: readonly Fix[];
    /** For this finding instead of the rule's level, where the engine makes it harmless or fatal. */
    readonly level?: Level;
  } & DataFor<Messages[Id]>;
}[keyof Messages & string];

/** The presets a rule may first belong to. */
export type Preset = 'recommended' | 'strict' | 'preview';

interface RuleMeta {
  readonly id: string;
  /** One sentence in the imperative: “Disallow …”, “Require …”. */
  readonly description: string;
  readonly level: Level;
  readonly preset: Preset;
  readonly since: string;
  readonly fix: FixSafety | 'none';
  /** The rule speaks of syntax problems only, so that files without any need not be handed to it. */
  readonly needs?: 'problems';
}

/** What an option means, for the check of a configuration, its JSON Schema and the editor that reads it. */
export interface OptionInfo {
  readonly description: string;
  /** The only values the option, or an item of its list, may have. */
  readonly values?: readonly string[];
  /** A value as a user would write it: tells the types where the default is empty. */
  readonly example?: unknown;
  /** The option is a map, and these are the only names in it. */
  readonly names?: readonly string[];
  /** The option is a map whose names are path patterns, relative to the configuration they stand in. */
  readonly namesArePaths?: boolean;
}

/** What the runner hands to a rule besides its subject. */
export interface RuleContext<Messages extends Record<string, string>, Options extends object> {
  readonly options: Options;
  /** The joined project; a document rule asks it for the dialect and the engine. */
  readonly project: Project;
  report(problem: Problem<Messages>): void;
}

/** What `defineRule` takes: the data of a rule and its one function. */
export interface RuleDefinition<
  S extends keyof Subjects,
  Messages extends Record<string, string>,
  Options extends object,
> extends RuleMeta {
  readonly scope: S;
  readonly messages: Messages;
  /** The options with their defaults, which also tell the types a configuration may give. */
  readonly options: Options;
  readonly optionInfo?: { readonly [Name in keyof Options & string]?: OptionInfo };
  check(subject: Subjects[S], context: RuleContext<Messages, Options>): void;
}

/** A rule with its types forgotten, so that all rules fit one list; only the runner calls `check`. */
export interface Rule extends RuleMeta {
  readonly scope: keyof Subjects;
  readonly messages: Readonly<Record<string, string>>;
  readonly options: object;
  readonly optionInfo?: Readonly<Record<string, OptionInfo | undefined>>;
  check(subject: never, context: never): void;
}

/** Returns its argument; the compiler ties `report` to `messages` and `options`. */
export const defineRule = <
  const S extends keyof Subjects,
  const M extends Record<string, string>,
  O extends object,
>(
  rule: RuleDefinition<S, M, O>,
): Rule => rule;

// ---- reporters ----

/** What a reporter is given besides the findings. */
export interface ReportRun {
  readonly version: string;
  readonly color: boolean;
  /** Columns of the terminal that shows the report; absent where no terminal does. */
  readonly width?: number;
  readonly files: number;
  /** How many findings the text report prints; all, where absent. */
  readonly most?: number;
  /** Findings that are not reported: a lint directive or the baseline silenced them. */
  readonly suppressed: number;
  /** How many of these the baseline silenced. */
  readonly baselined?: number;
  readonly rules: readonly Rule[];
  /** What was linted, for reports that show more than findings; absent where only findings are known. */
  readonly project?: Project;
  /** The text of a file; `''` where it cannot be read any more. */
  text(path: string): string;
  /** A project path as the user sees it: relative to the working directory, with `/`. */
  displayPath(path: string): string;
}

/** Findings to text; yields pieces in order and prints nothing. */
export type Reporter = (findings: readonly Finding[], run: ReportRun) => Iterable<string>;
