/** Word lists of the reference reader, lower-case. Each is closed and short: evidence, not a dictionary. */

export const MONTHS =
  'january february march april may june july august september october november december jan feb mar apr jun jul aug ' +
  'sep sept oct nov dec januar februar märz mai juni juli oktober dezember jänner dez okt mär janvier février mars ' +
  'avril juin juillet août septembre octobre novembre décembre janv févr avr juil sept déc enero febrero marzo abril ' +
  'mayo junio julio agosto septiembre setiembre octubre noviembre diciembre ene abr ago dic gennaio febbraio aprile ' +
  'maggio giugno luglio settembre ottobre dicembre janeiro fevereiro março maio junho julho setembro outubro ' +
  'novembro dezembro spring summer autumn fall winter января февраля марта апреля мая июня июля августа сентября ' +
  'октября ноября декабря';

/** Particles of family names: “van der Berg”, “de la Cruz”, “von Neumann”. */
export const PARTICLES =
  "van von der den de del della delle di da das do dos du la le les lo el al ul bin ibn ben bint ter ten te 't van't van’t zu zum " +
  "zur af av vom vander vande d l dal dalla degli dei y 's abu";

/** What stands behind a name and is no part of it: `Jr.`, `III`, `PhD`. */
export const NAME_SUFFIXES = 'jr sr ii iii iv junior senior phd esq';

/** What joins the last name of a list to the others. */
export const CONJUNCTIONS = 'and & und et y e i och og en и 和 与 與 und/oder with';

/** Roles written after a name or a list of names that say “editor”. */
export const EDITOR_ROLES =
  'ed eds editor editors hg hrsg hrsgg herausgeber dir dirs coord coords éd éds org orgs édit ред edn redaktion redaktør редактор 主编';

/** The same that say “translator”. */
export const TRANSLATOR_ROLES = 'trans translator translators transl tr übers trad traducción traduction';

/** Words that make a group of words an organisation. */
export const ORGANISATION_WORDS =
  'organization organisation organizations institute institution university universität université universidad ' +
  'committee ministry ministère ministerium department dept association society agency council group team ' +
  'consortium inc corp corporation ltd llc gmbh foundation commission bureau office administration authority ' +
  'union nations bank centre center college academy federation network initiative company service services ' +
  'laboratory laboratories ministerio secretariat government parliament board working force collaboration ' +
  'contributors developers authors alliance project community program programme system assembly congress ' +
  'institut stiftung bundesamt amt instituto museum library survey press co trust unit court';

/** Words names of periodicals are made of, with the abbreviations of ISO 4. */
export const PERIODICAL_WORDS =
  'journal journals review reviews annals transactions letters bulletin quarterly proceedings magazine archives archive ' +
  'gazette times post herald tribune guardian science sciences nature lancet studies advances reports communications ' +
  'acta revue revista rivista zeitschrift annales cahiers archiv jahrbuch journalism chronicle newsletter notices ' +
  'trends perspectives monthly weekly daily news newspaper today world records record memoirs comptes rendus annalen ' +
  'physical chemical biological psychological sociological economic political historical philosophical theoretical ' +
  'research international national american european british canadian australian annual computational experimental applied ' +
  'j jour proc trans rev ann bull int intl am amer eur brit lett commun res sci phys chem biol med math ' +
  'appl comput comp soc psychol psych econ polit hist phil philos engl nat natl acad arch surg clin mol cell ' +
  'biochem neurosci neurol environ technol eng mech struct mater stud adv rep q quart mag symp conf lect ' +
  'notes astron astrophys apj mnras ieee acm pnas plos jama bmj cacm frontiers stat statist probab geophys ' +
  'ecol genet immunol microbiol pharmacol physiol toxicol agric educ manage manag anal bioinformatics';

/** Words names of conferences and their proceedings are made of. */
export const CONFERENCE_WORDS =
  'proceedings conference symposium workshop congress meeting colloquium convention proc conf symp advances actes ' +
  'tagung tagungsband lecture lncs kongress konferenz congrès colloque atti actas anais summit';

/** Words names of publishers are made of, and well-known publishers of one word. */
export const PUBLISHER_WORDS =
  'press publishing publishers publisher publications verlag books book house editions éditions édition editorial edizioni ' +
  'editora editore sons inc ltd llc gmbh corp co company springer springer-verlag wiley elsevier routledge ' +
  "addison-wesley o'reilly o’reilly mcgraw-hill mcgraw prentice-hall prentice pearson penguin norton knopf viking harper " +
  'harpercollins macmillan palgrave blackwell wiley-blackwell birkhäuser gruyter brill suhrkamp gallimard seuil ' +
  'scribner scribners vintage basic simon schuster random doubleday houghton mifflin little brown ' +
  'academic benjamin cummings benjamin-cummings freeman dover chapman crc taylor francis sage apress manning ' +
  'packt pragmatic kluwer reidel north-holland mit morgan kaufmann usenix siam ' +
  'verso polity zone semiotext mouton hachette larousse fayard flammarion laterza einaudi mondadori feltrinelli ' +
  'oldenbourg teubner vieweg hanser rowohlt fischer beck nomos mohr siebeck metzler campus steiner ' +
  'heinemann longman methuen faber allen unwin cassell bloomsbury anchor bantam crown ballantine ' +
  'éditeur druck buchverlag universitätsverlag librairie imprimerie thieme karger lippincott saunders mosby ' +
  'armand colin presses stripe red-hat microsoft oracle newnes heise dpunkt rheinwerk galileo hogrefe';

/** Cities books are published in, as lower-case names of one word or several. */
export const PLACES =
  'london oxford cambridge paris berlin leipzig munich münchen frankfurt hamburg stuttgart heidelberg göttingen tübingen ' +
  'wiesbaden köln cologne bonn dordrecht amsterdam leiden rotterdam utrecht delft brussels bruxelles leuven louvain ' +
  'ghent antwerp zürich zurich basel bern geneva genève lausanne vienna wien graz innsbruck salzburg prague praha ' +
  'budapest warsaw warszawa kraków moscow москва moskva petersburg петербург kyiv kiev rome roma milan milano turin ' +
  'torino bologna florence firenze venice venezia naples napoli madrid barcelona lisbon lisboa porto athens copenhagen ' +
  'københavn stockholm oslo helsinki dublin edinburgh glasgow manchester aldershot farnham cheltenham ' +
  'chichester harmondsworth york boston chicago philadelphia baltimore washington princeton berkeley stanford ' +
  'ithaca durham bloomington reading sebastopol cupertino evanston minneapolis detroit pittsburgh atlanta dallas houston ' +
  'austin toronto montreal montréal vancouver ottawa québec sydney melbourne canberra brisbane perth auckland wellington ' +
  'tokyo 東京 kyoto osaka beijing shanghai 北京 上海 hong singapore seoul delhi mumbai bombay calcutta kolkata ' +
  'johannesburg cairo jerusalem istanbul ankara buenos méxico mexico bogotá lima santiago rio paulo hoboken thousand ' +
  'newbury redwood englewood upper hillsdale mahwah hove piscataway norwood burlington waltham burlingame raleigh ' +
  'seattle redmond menlo malden lanham westport greenwood bristol norwich exeter birmingham leeds sheffield liverpool ' +
  'darmstadt weinheim mannheim karlsruhe dresden jena halle erlangen würzburg freiburg münster bielefeld essen ' +
  'lyon grenoble toulouse bordeaux lille strasbourg marseille rennes nancy uppsala lund göteborg aarhus trondheim bergen ' +
  'indianapolis cincinnati columbus cleveland denver phoenix tucson tempe boulder portland angeles francisco diego jose ' +
  'orlando albuquerque honolulu anchorage tallahassee gainesville tampa miami vegas sacramento irvine stockholm kraków ' +
  'haven hanover providence albany rochester buffalo syracuse amherst lexington monterey brookfield';

/** States and countries that follow a city. */
export const REGIONS =
  'al ak az ar ca co ct de fl ga hi id il in ia ks ky la me md ma mi mn ms mo mt ne nv nh nj nm ny nc nd oh ok or pa ri sc sd ' +
  'tn tx ut vt va wa wv wi wy dc uk usa us england scotland wales ireland germany deutschland france italy italia spain ' +
  'españa portugal netherlands belgium switzerland schweiz suisse austria österreich denmark sweden norway finland poland ' +
  'hungary greece turkey russia china japan india israel australia canada mexico brazil brasil argentina chile singapore ' +
  'taiwan korea kingdom states zealand africa massachusetts california illinois pennsylvania virginia maryland ohio ' +
  'texas michigan connecticut florida georgia arizona oregon washington carolina jersey indiana iowa wisconsin minnesota ' +
  'mass calif conn mich penn wash tenn colo ontario quebec ont que b.c vic nsw cedex bay';

/** Small words that stay lower-case inside names of periodicals and titles in capitals. */
export const STOP_WORDS =
  'a an the of in on for and & to from with at by as or its und der die das des dem den für zur zum im am et de la le les du ' +
  'des l d en un une sur pour aux au y e o del los las el per il lo gli di da della delle dei do dos das na no nas nos ' +
  'van het een voor och og i av af ein eine über von mit vs via into и в на о';

/** Abbreviations whose full stop does not end a title. */
export const ABBREVIATIONS =
  'st vs etc cf eg ie vol vols no nos nr pp p ed eds dr mr mrs ms prof jr sr ca approx fig figs ch chap sec op cit ibid al art ' +
  'mt ft dept univ inc ltd co corp bros gen col capt sgt rev hon gov u.s u.k bd hrsg hg anm usw bzw z.b ph m.a b.a esp viz ' +
  'st ste nos pt pts ser suppl trans';

/** Well-known given names: what tells “John Smith” from “Smith John” and from a title. */
export const GIVEN_NAMES =
  'john david michael james robert william richard thomas mark peter paul daniel andrew george charles stephen steven ' +
  'christopher edward brian kevin martin joseph jeff jeffrey eric matthew anthony patrick scott donald ronald kenneth gary ' +
  'timothy jason adam alan simon philip frank larry raymond gregory samuel benjamin alexander jack henry douglas dennis ' +
  'walter arthur harold roger albert lawrence ralph howard eugene carl fred louis mary anna anne maria susan elizabeth ' +
  'linda barbara jennifer karen nancy lisa margaret sandra helen laura sarah julia jane emily emma alice rachel rebecca ' +
  'catherine katherine christine claire diane ellen judith ruth virginia martha barbara joan kate hannah jean pierre ' +
  'jacques michel françois philippe claude andré louis marie nicolas alain bernard gilles félix hans klaus jürgen ' +
  'wolfgang karl heinz franz friedrich günter ernst otto max rudolf stefan thomas andreas josé juan carlos luis miguel ' +
  'jorge pedro antonio manuel francisco giovanni marco paolo giuseppe luca andrea roberto ivan vladimir sergei alexei ' +
  'dmitri mikhail nikolai igor boris yuri ian neil colin graham stuart keith bruce craig ryan justin aaron nathan ' +
  'jonathan joshua nicholas tom tim jim bob bill joe ben sam dan mike steve chris matt nick alex tony greg ken ron don ' +
  'ada grace edsger donald leslie barbara alan claude noam umberto immanuel ludwig jean-paul sigmund';

/** Words of a periodical's or a conference's name that a full stop shortens, so that it ends no sentence. */
export const SHORTENED_WORDS =
  'proc int intl conf symp adv trans natl acad sci soc am amer eur europ assoc inst ann annu j jour rev lett phys comput ' +
  'comp appl lect ser bull res med biol chem math eng dept opt theor exp mol rec';

/** Words before a volume. */
export const VOLUME_LABELS = 'vol vols volume volumes v bd band jg jahrgang t tome tom т том tomo';

/** Words before the number of an issue. */
export const ISSUE_LABELS = 'no nos number issue iss nr n n° num núm heft h № nº numéro';

/** Words before pages or the number of an article. */
export const PAGE_LABELS = 'pp p pages page pgs pg s seiten seite pág págs с стр páginas art article';

/** Words that say when or where a page was read. */
export const ACCESS_WORDS =
  'accessed retrieved visited consulted viewed cited available online abgerufen zugriff zugegriffen aufgerufen verfügbar ' +
  'consulté consultée récupéré disponible consulta consultado recuperado acesso acessado acedido disponível disponivel ' +
  'disponibile consultata accesso geraadpleegd beschikbaar hämtad tillgänglig dostęp erişim обращения доступа 访问 引用';

/** Words that begin “et al.” and its likes. */
export const OTHERS_STARTS = 'et and & u i y и e und 等 others';

/** Words that end the name of an edition: `2nd ed.`, `2. Aufl.`, `3 版`. */
export const EDITION_WORDS = 'ed edn edition aufl auflage éd édition edición изд 版';

/** First words of what stands for a date. */
export const WORDY_DATES =
  'n nd no undated in forthcoming to s o under submitted accepted im sous à в ' +
  'unknown date year sin sem sans senza ohne b z u б';

/** Words of a genre phrase: “Ph.D. thesis”, “Technical Report”. */
export const GENRE_WORDS =
  'thesis dissertation diss thèse tesis dissertação diplomarbeit habilitationsschrift masterarbeit bachelorarbeit ' +
  'proefschrift report reports memorandum memo rapport bericht rfc manuscript preprint draft internet-draft paper papers rep ' +
  "doctoral phd ph d master master’s master's masters msc ma ms m sc a bachelor bachelor’s unpublished technical tech " +
  'summary research final annual internal ai working inaugural doctor of philosophy no number in and doctorat doctorado de ' +
  'habilitation';

/** Labels of identifiers. */
export const IDENTIFIER_LABELS = 'arxiv isbn isbns issn eissn e-issn pmid pmcid orcid doi';

/** Words that join the words of an access phrase: “Retrieved on … from …”. */
export const ACCESS_JOINTS =
  "on from at in via last am den le el il op date online the web and unter em en de à l'adresse l’adresse sur su van " +
  'från tarihi';

/** Words before the names of editors or translators: “edited by”, “herausgegeben von”, „под ред.“. */
export const EDITING_WORDS = 'edited translated herausgegeben édité dirigé sous под';
