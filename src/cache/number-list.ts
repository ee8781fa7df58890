/** Numbers and strings written one after the other; each string is kept once. */
export interface Writer {
  number(value: number): void;
  text(value: string): void;
  /** A text that may be absent. */
  maybeText(value: string | undefined): void;
  /** Leaves a place for a number that is known later, and says where. */
  reserve(): number;
  fill(at: number, value: number): void;
  /** Where the next number will stand. */
  readonly at: number;
  readonly numbers: Int32Array;
  readonly texts: readonly string[];
}

/** Opens a writer; its list grows as it is written. `before` is how many texts of another list stand before its own. */
export function createWriter(before = 0): Writer {
  const texts: string[] = [];
  const indexes = new Map<string, number>();
  let numbers = new Int32Array(1 << 12);
  let length = 0;
  const number = (value: number): void => {
    if (length === numbers.length) {
      const larger = new Int32Array(2 * length);
      larger.set(numbers);
      numbers = larger;
    }
    numbers[length++] = value;
  };
  const indexOf = (value: string): number => {
    const known = indexes.get(value);
    if (known !== undefined) return known;
    const index = before + texts.push(value) - 1;
    indexes.set(value, index);
    return index;
  };
  return {
    number,
    text: (value) => number(indexOf(value)),
    maybeText: (value) => number(value === undefined ? -1 : indexOf(value)),
    reserve() {
      number(0);
      return length - 1;
    },
    fill(at, value) {
      numbers[at] = value;
    },
    get at() {
      return length;
    },
    get numbers() {
      return numbers.subarray(0, length);
    },
    texts,
  };
}

/** Says that a list does not hold what it should: it was cut, changed or made by another program. */
export class DamagedFacts extends Error {}

/** Reads what a `Writer` wrote, in the same order. Throws `DamagedFacts` wherever the list says something impossible. */
export class NumberReader {
  readonly #numbers: Int32Array;
  readonly #texts: readonly unknown[];
  #at: number;

  constructor(numbers: Int32Array, texts: readonly unknown[], at: number) {
    this.#numbers = numbers;
    this.#texts = texts;
    this.#at = at;
  }

  number(): number {
    const value = this.#numbers[this.#at++];
    if (value === undefined) throw new DamagedFacts();
    return value;
  }

  /** A count of things that follow: never more than there are numbers left. */
  count(): number {
    const value = this.number();
    if (value < 0 || value > this.#numbers.length - this.#at) throw new DamagedFacts();
    return value;
  }

  text(): string {
    const value = this.#texts[this.number()];
    if (typeof value !== 'string') throw new DamagedFacts();
    return value;
  }

  maybeText(): string | undefined {
    if (this.#numbers[this.#at] !== -1) return this.text();
    this.#at++;
    return undefined;
  }
}
