/** Adds the items to the list. `push(...items)` hands each over as an argument, and a hundred thousand overflow the stack. */
export function append<T>(list: T[], items: Iterable<T>): void {
  for (const item of items) list.push(item);
}
