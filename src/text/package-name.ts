/** Whether what stands behind an `@` is rather a package of npm, `types/node`, than the key of a work. */
export function isPackageName(key: string): boolean {
  return PACKAGE.test(key);
}

const PACKAGE = /^[a-z][a-z\d._-]{0,213}\/[a-z][a-z\d._-]{0,213}$/;
