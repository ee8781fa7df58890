/** “1 error”, “2 errors”; a plural that does not end in s is given. */
export function plural(count: number, noun: string, many = `${noun}s`): string {
  return `${count} ${count === 1 ? noun : many}`;
}
