import { once } from '../../text/once.ts';

/** Numbers in brackets of which the list of references has not all, as they stand in a passage. */
export interface NumberBracket {
  readonly text: string;
  readonly open: number;
  readonly close: number;
  readonly keys: readonly string[];
}

/**
 * Whether numbers without an item are rather something else: an interval, an array, the label of a line, what a program
 * printed. An item that was lost leaves a number near the end of the list.
 */
export function isDoubtful(
  { text, open, close, keys }: NumberBracket,
  numbers: ReadonlySet<string>,
): boolean {
  const last = Math.max(...[...numbers].map(Number));
  const missing = keys.filter((key) => !numbers.has(key)).map(Number);
  const reach = keys.length === 1 ? last * 2 + 3 : last + 2;
  if (missing.some((number) => number > reach)) return true;
  if (keys.some((key, index) => Number(key) <= Number(keys[index - 1]))) return true;
  const before = text.slice(Math.max(0, open - LONGEST_LEAD), open);
  if (SUBSCRIPT().test(before) || OPERATOR().test(before.trimEnd()) || countsOther(before)) return true;
  if (keys.length > 1 && (announcesInterval(before) || isAround(before, keys))) return true;
  const behind = text.slice(close, close + LONGEST_LEAD);
  // All that a cell of a table holds, and marks: “I rate it [4] of five”.
  if (RATING.test(behind) || (open <= 1 && /^\\?\]\s*$/.test(behind))) return true;
  return /(?:^|\n)[ \t]*\\?$/.test(before) && /^\\?\][ \t]+(?!\p{Ll})/u.test(behind);
}

/** Whether a bracket stands at a word as an index does, `items[4]`; scripts without blanks have no other place for it. */
export function isGlued(text: string, open: number): boolean {
  const before = text.charAt(open - 1);
  return /[\p{L}\p{N}_)\]]/u.test(before) && !UNSPACED().test(before);
}

const UNSPACED = once(() => /[\p{scx=Han}\p{scx=Hiragana}\p{scx=Katakana}\p{Script=Hangul}]/u);

const LONGEST_LEAD = 60;
/** `[4] of five`, `[4] out of 10`. */
const RATING = /^\\?\] (?:out )?of (?:\d|(?:two|three|four|five|six|seven|eight|nine|ten)\b)/;
/** `x[[5]]` of R. */
const SUBSCRIPT = once(() => /[\p{L}\p{N}_)\]]\[$/u);
/** `y = [1, 3]`, `x ∈ [1, 3]`, `x in [1, 3]`, `range([1, 3])`. */
const OPERATOR = once(() => /[=∈∉⊂⊆∪∩×→+]$|\\(?:in|to|times|cup|subset)$|(?<!\p{L})\p{L} in$|\w\($/u);
/** Whether the word before says what is counted: “eq. [4]”, “exercise [5]”, “press [9]”. */
function countsOther(before: string): boolean {
  const word = /(\p{L}{1,20})\.? $/u.exec(before)?.[1];
  return (word !== undefined && COUNTED.has(word.toLowerCase())) || CJK_COUNTED.test(before);
}

const COUNTED: ReadonlySet<string> = new Set(
  (
    'eq eqn eqs equation equations exercise problem question step steps figure fig table section sec chapter line lines ' +
    'theorem lemma example version option level slide key press footnote gleichung aufgabe schritt abbildung tabelle ' +
    'équation exercice étape ecuación ejercicio paso figura equação passo tabela'
  ).split(' '),
);

/** 公式[4], 図[5], 第[9], 数组[5]; numbers of citations stand so as well, behind other words. */
const CJK_COUNTED =
  /(?:式|方程|图|圖|図|表|步|步骤|步驟|手順|第|例|题|題|问|問|练习|練習|注|脚注|数组|陣列|配列|列表|元素|下标|下標|键|鍵|キー|行|节|節|章|식|그림|표|단계|예제|문제|배열|각주) ?$/;

/** Whether the word before is what intervals and lists of numbers are called: “the range [1, 3]”, “95% CI: [1, 3]”. */
function announcesInterval(before: string): boolean {
  const word = /(\p{L}{1,20})(?: (?:of|from|is|in)|:)? $/u.exec(before)?.[1]?.toLowerCase();
  return (word !== undefined && INTERVALS.has(word)) || CJK_INTERVAL.test(before);
}

const INTERVALS: ReadonlySet<string> = new Set(
  (
    'range ranges interval intervals span scale bounds between array arrays list lists vector vectors tuple shape window set ' +
    'values scores ages ci cri iqr hdi hpd intervall bereich skala zwischen liste intervalle plage échelle entre vecteur intervalo rango escala ' +
    'lista vetor faixa intervallo scala vettore диапазон диапазоне интервал интервале отрезок отрезке'
  ).split(' '),
);
const CJK_INTERVAL = /(?:区间|區間|範囲|范围|範圍|数组|配列) ?$/;

/** “20 [18–22]”, “20% [18, 22]”: a value and the interval around it. */
function isAround(before: string, keys: readonly string[]): boolean {
  const value = /(?:^|[\s(=~≈])(\d{1,3}(?:\.\d{1,3})?)%? $/.exec(before)?.[1];
  return value !== undefined && Number(keys[0]) < Number(value) && Number(value) < Number(keys.at(-1));
}
