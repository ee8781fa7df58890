/**
 * Which commands and environments Pandoc's LaTeX reader knows, and what they take: read off Pandoc 3.10 by running it on
 * each name. A command that is not listed takes every option, one length, and every group that follows.
 */

/** What a command takes. */
export interface CommandShape {
  /** How many groups. */
  readonly groups: number;
  /** Options may stand before them. */
  readonly options: boolean;
  /** The groups are read as text, so that what LaTeX cannot read there makes it no command. */
  readonly text: boolean;
}

const SHAPES = new Map<string, CommandShape>();

function shape(names: string, groups: number, takes: { options?: boolean; text?: boolean } = {}): void {
  const { options = false, text = false } = takes;
  for (const name of names.split(' ')) SHAPES.set(name, { groups, options, text });
}

shape(
  'footnotesize small large Large LARGE huge Huge tiny normalsize scriptsize ldots dots LaTeX TeX hfill vfill hfil ' +
    'newline S P copyright textregistered today textquotedblleft slash aa AA ae AE oe OE o O ss l L i j pounds euro ' +
    'textbackslash textasciitilde textless textgreater xspace expandafter textdegree textmu textquoteright textquoteleft textquotedblright textdagger ' +
    'textsection textparagraph textasciicircum textdollar textsterling textbullet textonehalf guillemotleft lq rq ' +
    'footnotemark textcopyright',
  0,
);
shape(
  'emph textbf textit texttt textsc textrm textsf textmd textup textnormal underline textsuperscript textsubscript ' +
    'MakeUppercase MakeLowercase uppercase lowercase sout st hl uline',
  1,
  { text: true },
);
shape(
  'cite citep citet citealp citealt citeauthor citeyear citeyearpar footcite parencite textcite autocite supercite ' +
    'nocite footnote footnotetext thanks enquote alert ac acs acl acp ang si textgreek textlatin',
  1,
  { options: true, text: true },
);
shape('url includegraphics ensuremath gls Gls glspl Glspl lstinline', 1, { options: true });
shape('num input', 1, { options: true });
shape('href foreignlanguage epigraph parbox mintinline', 2, { text: true });
shape('textcolor colorbox SI qty', 2, { options: true, text: true });

/** What the command takes, `undefined` for one that is not known. */
export function commandShape(name: string): CommandShape | undefined {
  return SHAPES.get(name);
}

/** Commands that end a paragraph. */
export const BLOCK_COMMANDS = words(
  'title author signature theoremstyle part chapter section subsection subsubsection paragraph subparagraph minisec ' +
    'frametitle framesubtitle plainbreak fancybreak pfbreak bibliography addbibresource lstinputlisting blockquote ' +
    'subtitle address date opening closing centerline caption endinput hrule strut raggedright par item usepackage ' +
    'include documentclass rule hypertarget newtheorem',
);

/** Commands that set the rest of the group in another font. */
export const DECLARATIONS = words('em bf it rm tt sl bfseries itshape scshape slshape');

/** Accents: a group or the next character. */
export const ACCENTS = words('b c d h H k r t u v');

/** Environments that may stand inside a paragraph: those of mathematics. */
export const INLINE_ENVIRONMENTS = words(
  'displaymath math equation equation* gather gather* multline multline* eqnarray eqnarray* align align* alignat ' +
    'alignat* flalign flalign* dmath dmath* dgroup dgroup* darray darray*',
);

/** Environments whose text LaTeX has to be able to read; any other is taken as it is. */
export const TEXT_ENVIRONMENTS = words(
  'quote quotation verse center table minipage abstract letter proof alltt document obeylines subfigure',
);

function words(list: string): ReadonlySet<string> {
  return new Set(list.split(' '));
}
