const MAX_RANGE = 50;

/** The numbers a list such as `1, 3–5` names, ranges written out. */
export function* expandNumbers(list: string): Generator<string> {
  for (const part of list.split(/[,;]/)) {
    const [from, to] = part.split(/[–-]/).map((number) => Number(number.trim()));
    const last = Math.min(to ?? from!, from! + MAX_RANGE);
    for (let number = from!; number <= last; number++) yield String(number);
  }
}
