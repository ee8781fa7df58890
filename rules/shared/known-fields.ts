import { once } from '../../src/text/once.ts';

// A site without a bibliography never asks for these: they are made when they are.

/** Fields of BibTeX's standard styles and of BibLaTeX's data model. */
const STANDARD =
  'abstract addendum address afterword annotation annotator annote archiveprefix author authortype bookauthor ' +
  'bookpagination booksubtitle booktitle booktitleaddon chapter commentator crossref date day doi edition editor ' +
  'editora editorb editorc editortype editoratype editorbtype editorctype eid entryset entrysubtype eprint eprintclass ' +
  'eprinttype eventdate eventtitle eventtitleaddon execute file foreword gender holder howpublished hyphenation ids ' +
  'indexsorttitle indextitle institution introduction isan isbn ismn isrn issn issue issuesubtitle issuetitle ' +
  'issuetitleaddon iswc journal journalsubtitle journaltitle journaltitleaddon key keywords label langid langidopts ' +
  'language library location lista listb listc listd liste listf mainsubtitle maintitle maintitleaddon month nameaddon namea nameb namec nameatype ' +
  'namebtype namectype note number ' +
  'options organization origdate origlanguage origlocation origpublisher origtitle pages pagetotal pagination part pdf ' +
  'presort primaryclass publisher pubstate related relatedoptions relatedstring relatedtype reprinttitle school series ' +
  'shortauthor shorteditor shorthand shorthandintro shortjournal shortseries shorttitle sortkey sortname sortshorthand ' +
  'sorttitle sortyear subtitle title titleaddon translator type url urldate urlday urlmonth urlyear usera userb userc ' +
  'userd usere userf venue verba verbb verbc version volume volumes xdata xref year';

/** Fields that tools and styles add, which many readers know. */
const CUSTOMARY =
  'acmid affiliation altmetric arxiv arxivid articleno abbr bibtex_show bibbase_note biburl bibsource code collaboration ' +
  'comment copyright correspondence country creationdate date-added date-modified dimensions eprintnumber funding groups ' +
  'html issue_date keyword lastchecked lccn license location mendeley-groups mendeley-tags modificationdate mrclass ' +
  'mrnumber mrreviewer nationality note numpages owner pmc pmcid pmid poster preview price printed priority pubmedid ' +
  'qualityassured ranking rating readstatus researcherid-numbers review selected size slides supp timestamp track ' +
  'unique-id urn video website zblnumber zbl ' +
  'abbrev_source_title adsnote adsurl art_number author_keywords cdate coden correspondence_address1 document_type ' +
  'ee eissn fjournal journal-iso jstor_articletype keywords-plus mdate orcid-numbers original_id reportnumber ' +
  'research-areas rights slaccitation source stable_url times-cited ' +
  'additional_info annotation article-number award award_name blog elocation-id google_scholar_id hal inspirehep_id ' +
  'journal-full pst ' +
  'acknowledgement bibdate hal_id hal_local_reference hal_version isbn-13 journal-url month_numeric onlinedate';

/** Fields of styles that TeX distributions have: of apacite, jurabib, GB/T 7714, the GOST styles and those of journals. */
const OF_STYLES =
  'archive archname assignee bookaddress chair citedate conference-location conference-number conference-year ' +
  'englishtitle firstkey flanguage furtherresp jfmnumber juraauthor juratitle mark media medium modifydate oaddress ' +
  'opublisher originaladdress originalbooktitle originaledition originaleditor originaljournal originalnumber ' +
  'originalpages originalpublisher originalvolume originalyear oyear patentid pii pubmed ssedition subarchive ' +
  'swhid symposium totalpages translation transnumber transpages transvolume transyear updated urltype vipusk yearfiled yomi';

/** Lower-cased names of fields some program or style reads. */
export const knownFields: () => ReadonlySet<string> = once(
  () => new Set([...STANDARD.split(' '), ...CUSTOMARY.split(' '), ...OF_STYLES.split(' ')]),
);

/** `OPTeditor` of Emacs, `_year`, `xxabstract`: a mark before a name, by which a field is switched off on purpose. */
export function isSwitchedOff(name: string): boolean {
  const [mark = ''] = /^(?:opt|alt|x{1,2}|_{1,2}|-)/.exec(name) ?? [];
  return mark !== '' && knownFields().has(name.slice(mark.length));
}

/** Item types of CSL 1.0.2. */
export const cslTypes: () => ReadonlySet<string> = once(
  () =>
    new Set(
      (
        'article article-journal article-magazine article-newspaper bill book broadcast chapter classic collection dataset ' +
        'document entry entry-dictionary entry-encyclopedia event figure graphic hearing interview legal_case legislation ' +
        'manuscript map motion_picture musical_score pamphlet paper-conference patent performance periodical ' +
        'personal_communication post post-weblog regulation report review review-book software song speech standard thesis ' +
        'treaty webpage'
      ).split(' '),
    ),
);

/** Name variables of CSL 1.0.2. */
export const cslNames: () => ReadonlySet<string> = once(
  () =>
    new Set(
      (
        'author chair collection-editor compiler composer container-author contributor curator director editor ' +
        'editorial-director executive-producer guest host illustrator interviewer narrator organizer original-author ' +
        'performer producer recipient reviewed-author script-writer series-creator translator'
      ).split(' '),
    ),
);

/** Date variables of CSL 1.0.2. */
export const cslDates: () => ReadonlySet<string> = once(
  () => new Set('accessed available-date event-date issued original-date submitted'.split(' ')),
);

/** Text and number variables of CSL 1.0.2 that hold one text. */
export const cslTexts: () => ReadonlySet<string> = once(
  () =>
    new Set(
      (
        'abstract annote archive archive-place archive_collection archive_location authority call-number chapter-number ' +
        'citation-key citation-label citation-number collection-number collection-title container-title ' +
        'container-title-short dimensions division DOI edition event event-place event-title first-reference-note-number ' +
        'genre ISBN ISSN issue journalAbbreviation jurisdiction keyword language license locator medium note number ' +
        'number-of-pages number-of-volumes original-publisher original-publisher-place original-title page page-first part ' +
        'part-number part-title PMCID PMID printing-number publisher publisher-place references reviewed-genre ' +
        'reviewed-title scale section shortTitle source status supplement-number title title-short URL version volume ' +
        'volume-title volume-title-short year-suffix'
      ).split(' '),
    ),
);
