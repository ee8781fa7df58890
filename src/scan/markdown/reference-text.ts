import { once } from '../../text/once.ts';

/** Text that stands before the first name: markup, quotes, brackets, bullets, a number or a label. */
const LEAD = once(
  () => /^(?:[\s*_"“„«'‘[(•·–—-]|\[[^\]\s]{1,25}\]\.?\s|\d{1,4}(?:[.)\]]+\s*|\s|-)(?=\p{Lu}))+/u,
);
const URLS = /\]\([^()\s]*\)|\b(?:https?:\/\/|www\.)[^\s<>()[\]]+|\b10\.\d{4,9}\/[^\s<>()[\]]+/g;
const YEAR =
  /(?<![\d./-])(?:1[5-9]\d\d|20\d\d)[a-z]?(?![\d/])|\bn\.\s?d\.|\bs\.\s?f\.|\bo\.\s?J\.|\bin press\b|\bforthcoming\b|\bto appear\b/;

const PARTICLE =
  "(?:(?:van|von|der|den|de|del|della|di|da|dos|du|la|le|ter|ten|zu|al-?|el-?|bin|ibn|[Ss]t\\.?|Van|Von|De|Di|La|Le|Mac|Mc|d'|d’|['’‘]?t(?=\\s))\\s*){0,3}";
const NAME = "\\p{Lu}[\\p{L}\\p{M}'’‐-]{1,30}";
const INITIALS = '\\p{Lu}\\.(?:[\\s‐-]?\\p{Lu}\\.){0,4}';
/** “Knuth, D. E.” */
const FAMILY_INITIAL = once(
  () => new RegExp(`^${PARTICLE}${NAME}(?:[ -]${NAME}){0,2},\\s*(?:\\p{Lu}\\.|\\p{Lu}{1,3}\\b)`, 'u'),
);
/** “van Rossum, Guido” */
const FAMILY_GIVEN = once(() => new RegExp(`^${PARTICLE}${NAME}(?:[ -]${NAME}){0,2},\\s*${NAME}`, 'u'));
/** “D. E. Knuth” */
const INITIALS_FIRST = once(() => new RegExp(`^${INITIALS}\\s*${PARTICLE}${NAME}`, 'u'));
/** “Knuth DE,” */
const INITIALS_LAST = once(
  () => new RegExp(`^${PARTICLE}${NAME}(?:-${NAME})?\\s\\p{Lu}{1,3}(?=[,.;:(])`, 'u'),
);
const GIVEN = `${NAME}(?:\\s(?:\\p{Lu}\\.?|${NAME})){0,3}\\s${PARTICLE}${NAME}`;
/** “Donald E. Knuth,” “Ada Lovelace and” */
const GIVEN_FIRST = once(
  () => new RegExp(`^${GIVEN}\\s*(?:[,.:;(“"*_]|and\\s|und\\s|et\\s|y\\s|&|–|—)`, 'u'),
);
/** “Ada Lovelace, *Notes*”, “Ada Lovelace and Luigi Menabrea, “Sketch””: names, and at once a title in marks. */
const GIVEN_AND_TITLE = once(
  () => new RegExp(`^(?:${GIVEN}(?:,? (?:and|&|und|et|y) |, )){0,3}${GIVEN}[,.:]\\s?\\[?[*_“"«]`, 'u'),
);
/** “(1984)”, “. 1984.”, “, 1984)”: a year as a part of its own. */
const YEAR_PART = /[(,.;]\s*(?:1[5-9]|20)\d\d[a-z]?\s*[),.;:]/;
/** “World Health Organization. (2020)”, “Knuth (1984)”, “3Blue1Brown. (2017)” */
const NAME_AND_YEAR = once(() => /^\d{0,3}\p{Lu}[^.()[\]]{1,100}[.,]?\s*[([](?:1[5-9]|20)\d\d/u);
/** “Vaswani et al., *Attention*”, “Vaswani A *et al.* Attention”; in prose a verb follows. */
const AND_OTHERS = once(
  () =>
    new RegExp(
      `^${PARTICLE}${NAME}(?:[ -]${NAME})?(?: \\p{Lu}{1,3}\\.?)?,? [*_]{0,2}et al[*_]?\\.?[*_]{0,2}[,:]?\\s\\[?[*_“"«\\p{Lu}]`,
      'u',
    ),
);
/** “OECD. 2019. *Education*”, “IPCC, 2021: *Climate*” */
const ACRONYM_AND_YEAR = once(
  () => /^\p{Lu}[\p{Lu}&/-]{1,12}[.,] (?:1[5-9]|20)\d\d[a-z]?[.:,]\s[*_“"«\p{Lu}]/u,
);
const CJK_NAME = once(
  () =>
    /^[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}·・\s]{2,30}[,，.．:：、;；（(「『《]/u,
);

/** First words of a sentence rather than of a name. */
const SENTENCE_START = once(
  () =>
    /^(?:a|an|the|this|that|these|those|see|also|in|on|at|by|for|from|as|it|we|i|you|they|he|she|if|when|while|there|here|read|check|note|notes|thanks|thank|source|sources|image|photo|picture|figure|table|original|originally|based|adapted|cf|compare|according|more|some|all|most|many|one|two|my|our|his|her|their|its|please|use|using|with|without|after|before|since|until|however|but|and|or|not|what|why|how|who|where|siehe|vgl|voir|der|die|das|ein|eine|im|le|les|un|une|el|los|las|il|lo)\s|^(?:first|second|third|then|thus|hence|now|later|today|indeed|instead|again|moreover|furthermore|next|so|still|yet|perhaps|likewise|meanwhile|nowadays|besides|sometimes|often|otherwise),/iu,
);
/** “Finally,”, and no “Kelly, K.”, “Neely, Peter M.”, “Kelly, Kevin. 2010.”, “Kelly, Kevin (2010). What”. */
const ADVERB = once(
  () =>
    /^\p{Lu}\p{Ll}+ly,(?! \p{Lu}(?:\.(?! \p{Lu}\p{Ll}{1,20} (?:\(|and |et al))|\p{Ll}{1,20}(?:\.|, (?:and|&) | \p{Lu}\.| (?:1[5-9]|20)\d\d[.,:]| \((?:1[5-9]|20)\d\d[a-z]?\)(?! \p{Ll}))))/u,
);
/** “Le Cun, Y.”, “Der Kiureghian, A.”, “WHO (2020)”: names that begin as sentences do. */
const NAME_LIKE_SENTENCE = once(
  () =>
    /^(?:(?:Das|Der|Die|El|La|Les?|Los) \p{Lu}[\p{L}\p{M}'’-]{1,30}, (?:\p{Lu}\.|\p{Lu}\p{Ll}{1,20} \p{Lu}\.)|\p{Lu}{2,12} ?[([,.])/u,
);
const FAMILY = "\\p{Lu}[\\p{L}\\p{M}'’-]{1,30}";
/** “He K, Zhang X,”, “You et al.”, “Still, A. T. (1899)”: families that are called as a sentence begins. */
const WORD_AS_FAMILY = once(
  () =>
    new RegExp(
      `^${FAMILY}(?: \\p{Lu}{1,3}\\.?(?:-\\p{Lu}\\.?)?[,;] ${FAMILY}(?:[ -]${FAMILY})? \\p{Lu}{1,3}(?![\\p{L}'’])|(?:,? \\p{Lu}{1,3}\\.?)?,? [*_]{0,2}et al\\b|, ${INITIALS}(?:,| \\(| &| and ))`,
      'u',
    ),
);

function isSentence(text: string): boolean {
  if (ADVERB().test(text)) return true;
  return SENTENCE_START().test(text) && !NAME_LIKE_SENTENCE().test(text) && !WORD_AS_FAMILY().test(text);
}

const MIN_LENGTH = 20;
const MAX_LENGTH = 3000;

/** How much a text reads like one formatted reference: names first and a year somewhere, outside links. */
export type ReferenceLikeness = 'none' | 'likely' | 'certain';

/**
 * A cheap test, not a parser: enough to tell an item of a list of references from prose or a plain link. `certain` means
 * that names are written as only references write them, and what follows is punctuated like one.
 */
export function referenceLikeness(markdown: string): ReferenceLikeness {
  if (markdown.length < MIN_LENGTH || markdown.length > MAX_LENGTH) return 'none';
  const text = markdown.replace(URLS, ' ').replace(LEAD(), '');
  if (!YEAR.test(text)) return 'none';
  if (CJK_NAME().test(text)) return 'likely';
  if (isSentence(text)) return 'none';
  if (FAMILY_INITIAL().test(text) || INITIALS_FIRST().test(text) || INITIALS_LAST().test(text)) {
    return punctuation(text) >= 3 ? 'certain' : 'likely';
  }
  if (FAMILY_GIVEN().test(text) || GIVEN_AND_TITLE().test(text))
    return YEAR_PART.test(text) && punctuation(text) >= 4 ? 'certain' : 'likely';
  const isNamed = [GIVEN_FIRST(), NAME_AND_YEAR(), AND_OTHERS(), ACRONYM_AND_YEAR()].some((sign) =>
    sign.test(text),
  );
  return isNamed ? 'likely' : 'none';
}

/** “(1984). *Literate*”, “, Knuth, D. E.”, “& Knuth, D. E.”: what is left of a reference that has lost a name or all. */
const HEADLESS = once(
  () => /^(?:\((?:1[5-9]|20)\d\d[a-z]?\)[.,]?\s\S|[,;&]\s{0,2}\p{Lu}[\p{L}'’-]{1,30}, \p{Lu}\.)/u,
);

/** Whether a text could be a reference where all around it are: it begins like one and comes in parts. */
export function isReferenceShaped(markdown: string): boolean {
  if (markdown.length < MIN_LENGTH || markdown.length > MAX_LENGTH) return false;
  if (HEADLESS().test(markdown)) return true;
  const text = markdown.replace(URLS, ' ').replace(LEAD(), '');
  return text.length >= MIN_LENGTH && /^[\p{Lu}\p{Lo}]/u.test(text) && punctuation(text) >= 3;
}

/** Commas, stops and colons before a blank or the end: a reference is cut into parts by them. */
function punctuation(text: string): number {
  return text.match(/[.,:;)](?=[\s*_"”]|$)/g)?.length ?? 0;
}
