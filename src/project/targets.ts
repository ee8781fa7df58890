/** Whether a path is wanted. A target is a file, or everything below a folder; no targets mean all. */
export function targetTest(targets: readonly string[] | undefined): (path: string) => boolean {
  if (targets === undefined || targets.includes('')) return () => true;
  const files = new Set(targets);
  const folders = targets.map((target) => target + '/');
  return (path) => files.has(path) || folders.some((folder) => path.startsWith(folder));
}
