/** Entry types of BibTeX's standard styles (btxdoc, section 3.1). */
export const BIBTEX_TYPES: ReadonlySet<string> = new Set(
  [
    'article book booklet conference inbook incollection inproceedings manual mastersthesis misc phdthesis',
    'proceedings techreport unpublished',
  ]
    .join(' ')
    .split(' '),
);

/** Entry types that BibLaTeX adds, with its aliases and the types its styles treat as `misc` (manual, section 2.1). */
export const BIBLATEX_TYPES: ReadonlySet<string> = new Set(
  [
    'artwork audio bibnote bookinbook collection commentary customa customb customc customd custome customf dataset',
    'electronic image inreference jurisdiction legal legislation letter movie music mvbook mvcollection',
    'mvproceedings mvreference online patent performance periodical reference report review set software standard',
    'suppbook suppcollection suppperiodical thesis video www xdata',
  ]
    .join(' ')
    .split(' '),
);

/** Entries that set options of a style and are no works: of REVTeX and achemso, IEEEtran, abnTeX. */
const CONTROL_TYPES: ReadonlySet<string> = new Set(['control', 'ieeetranbstctl', 'abnt-options']);

/** Whether entries of a lower-cased type tell a style what to do: `@CONTROL{apsrev42Control, author = "08", year = "1"}`. */
export function isControlType(type: string): boolean {
  return CONTROL_TYPES.has(type);
}

/** Whether a lower-cased type is one of BibTeX's or BibLaTeX's. */
export function isKnownEntryType(type: string): boolean {
  return BIBTEX_TYPES.has(type) || BIBLATEX_TYPES.has(type);
}
