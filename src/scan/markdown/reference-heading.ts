/** What a list of references is called, in lower case. */
const TITLES: ReadonlySet<string> = new Set(
  [
    'reference|references|reference list|list of references|references cited|cited references|cited works|bibliography',
    'selected bibliography|select bibliography|annotated bibliography|bibliographic references|works cited|literature',
    'literature cited|cited literature|sources|primary sources|secondary sources|further reading|recommended reading',
    'suggested reading|additional reading|reading list|citations|papers|publications cited|works consulted',
    'works referenced|sources cited|sources consulted|selected references|key references|general references',
    'further references|additional references',
    'literatur|literaturverzeichnis|literaturangaben|quellen|quellenverzeichnis|quellenangaben|referenzen|bibliografie',
    'bibliographie|weiterführende literatur|weiterlesen|einzelnachweise',
    'références|référence|références bibliographiques|bibliographie|ouvrages cités|sources|lectures complémentaires',
    'pour aller plus loin|pour en savoir plus',
    'referencias|referencias bibliográficas|bibliografía|fuentes|obras citadas|lecturas recomendadas|lecturas adicionales',
    'riferimenti|riferimenti bibliografici|bibliografia|fonti|opere citate|letture consigliate|ulteriori letture',
    'referências|referências bibliográficas|bibliografia|fontes|obras citadas|leitura adicional|leituras recomendadas',
    'referenties|bronnen|bronvermelding|literatuur|literatuurlijst|geraadpleegde literatuur|verder lezen',
    'referenser|källor|litteratur|källförteckning|referanser|kilder|litteraturliste|viitteet|lähteet|źródła|literatura',
    'referenslista|litteraturförteckning|referencer|lähdeluettelo|kirjallisuus|heimildir|heimildaskrá',
    'seznam literatury|použitá literatura|použité zdroje|seznam použité literatury|zdroje|prameny|literatúra',
    'použitá literatúra|zoznam literatúry|literatura i źródła|izvori|viri|bibliografija|irodalom|irodalomjegyzék',
    'felhasznált irodalom|források|hivatkozások|referințe|referințe bibliografice|bibliografie|surse',
    'referències|referències bibliogràfiques|fonts|erreferentziak|daftar pustaka|referensi|rujukan|sumber',
    'tài liệu tham khảo|tham khảo|kaynakça|kaynaklar|referanslar',
    'литература|список литературы|использованная литература|список использованной литературы|источники',
    'список источников|список использованных источников|использованные источники|библиография',
    'література|список літератури|список використаних джерел|джерела|бібліографія|източници|извори|библиографија',
    'βιβλιογραφία|βιβλιογραφικές αναφορές|πηγές|المراجع|المصادر|قائمة المراجع|منابع|مراجع|מקורות|ביבליוגרפיה',
    'רשימת מקורות|संदर्भ|सन्दर्भ|संदर्भ सूची|บรรณานุกรม|เอกสารอ้างอิง|อ้างอิง|참고문헌|참고 문헌',
    '参考文献|參考文獻|参考资料|參考資料|引用文献|引用文獻|参考书目|參考書目|延伸阅读|延伸閱讀|文献|文獻|参考',
    '参考資料|出典|関連文献|文献一覧|参考図書',
  ].flatMap((line) => line.split('|')),
);

/** What may stand beside such a title: “References and notes”. */
const COMPANIONS: ReadonlySet<string> = new Set(
  'notes|note|links|resources|acknowledgements|acknowledgments|footnotes|anmerkungen|notas|credits|tools'.split(
    '|',
  ),
);

/** One of these stands in every such title: asked first, since most headings are none. */
const STEM =
  /r[eé]f[eé]r|riferim|bibl|cited|citat|zitat|liter|lit[tt]|source|reading|lesen|papers|public|consult|quelle|nachweis|ouvrag|lectur|plus|savoir|fuent|obras|obra|fonti|opere|lettur|font|leitur|bron|lezen|käll|kilder|viitt|lähte|źród|лит|источ|библ|kayna|zdroj|pramen|izvor|viri|irodal|forrás|hivatk|surse|kirjal|lähd|heimild|pustaka|rujuk|sumber|tham|літ|джерел|бібл|източ|извор|βιβλ|πηγ|مراجع|مصادر|منابع|מקור|ביבל|ंदर्भ|न्दर्भ|บรรณ|อ้างอิง|참고|文[献獻]|参考|參考|[书書图図][目書]|[閱阅][读讀]|[読讀]|出典|延伸/i;

const CONJUNCTION =
  /\s*(?:,|\/|&|\+|\band\b|\bund\b|\bet\b|\by\b|\be\b|\ben\b|和|及|與|与)\s*|\s(?:a|i|in|och|og|ja|és|și|ve|và|dan|и|та|και)\s/;
const MAX_TITLE = 60;

/** Whether a heading announces references: surely, or if what follows it surely reads like them. */
export type Announcement = 'sure' | 'possible' | 'none';

/** What a heading's Markdown says: “## 7. References {#refs}” is sure, “Bibliographie mathématique” possible. */
export function announcesReferences(heading: string): Announcement {
  if (heading.length > MAX_TITLE * 2 || !STEM.test(heading)) return 'none';
  const title = cleanTitle(heading);
  if (title === '' || title.length > MAX_TITLE) return 'none';
  if (isReferenceTitle(title)) return 'sure';
  return isLongerTitle(title) || isTranslated(heading) ? 'possible' : 'none';
}

/** “Zum Weiterdenken (References)”: the usual title in brackets, behind one of its own or in another language. */
function isTranslated(heading: string): boolean {
  const inBrackets = IN_BRACKETS.exec(heading)?.[1];
  return inBrackets !== undefined && isReferenceTitle(cleanTitle(inBrackets));
}

const IN_BRACKETS = /[(（]([^()（）]{1,40})[)）][\s*_]*$/;

/** A title with one more word, two or three: “Bibliographie de référence”, “References for further study”. */
function isLongerTitle(title: string): boolean {
  const words = title.split(' ');
  return words.length >= 2 && words.length <= 4 && (CORES.has(words[0]!) || CORES.has(words.at(-1)!));
}

/** Titles that another word often goes with. */
const CORES: ReadonlySet<string> = new Set(
  (
    'references bibliography literature sources literatur quellen bibliografie bibliographie références referencias ' +
    'bibliografía riferimenti bibliografia referências literatuur bronnen'
  ).split(' '),
);

function isReferenceTitle(title: string): boolean {
  if (TITLES.has(title)) return true;
  const parts = title.split(CONJUNCTION);
  return (
    parts.length > 1 &&
    parts.some((part) => TITLES.has(part)) &&
    parts.every((part) => TITLES.has(part) || COMPANIONS.has(part))
  );
}

/** The words of a title: without attributes, markup, numbering, pictographs, what stands in brackets and marks at its ends. */
function cleanTitle(heading: string): string {
  return heading
    .normalize('NFC')
    .replace(/\{[^{}]*\}/g, ' ')
    .replace(/<[^<>]*>/g, ' ')
    .replace(/[*_`#[\]\uE000]/g, ' ')
    .replace(/[(（][^()（）]{1,40}[)）]\s*$/, ' ')
    .replace(/[^\p{L}\p{M}\p{N}\s,/&+.-]/gu, ' ')
    .replace(/^[\s\d.ivxIVX-]*(?=\s)/, ' ')
    .replace(/[\s.-]+$/, '')
    .replace(/\s+/g, ' ')
    .trim()
    .toLowerCase();
}
