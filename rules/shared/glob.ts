/** A path pattern as a test: `*` and `?` stay inside a folder, `**` crosses folders. */
export function globTest(glob: string): (path: string) => boolean {
  const pattern = glob.replace(/\*\*\/|\*\*|[*?]|[.+^${}()|[\]\\]/g, (part) => {
    if (part === '**/') return '(?:.*/)?';
    if (part === '**') return '.*';
    if (part === '*') return '[^/]*';
    return part === '?' ? '[^/]' : `\\${part}`;
  });
  const whole = new RegExp(`^${pattern}$`);
  return (path) => whole.test(path);
}
