// Paths of a project: relative to its root, with `/` on every machine, and `''` for the root itself.

/** The folder of a file or folder; `''` at the root. */
export function folderOf(path: string): string {
  return path.slice(0, Math.max(0, path.lastIndexOf('/')));
}

/** The last part of a path. */
export function nameOf(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1);
}

/** A path that has an extension, without it and its dot. */
export function withoutExtension(path: string): string {
  return path.slice(0, path.lastIndexOf('.'));
}

/** A path without the slashes at its end. */
export function withoutSlash(path: string): string {
  let end = path.length;
  while (path[end - 1] === '/') end -= 1;
  return path.slice(0, end);
}

/** A path below a folder. */
export function below(folder: string, name: string): string {
  return folder === '' ? name : `${folder}/${name}`;
}

/** A path relative to a folder it lies in; `undefined` outside. */
export function inside(folder: string, path: string): string | undefined {
  if (folder === '') return path;
  return path.startsWith(folder + '/') ? path.slice(folder.length + 1) : undefined;
}

/** Joins two relative paths and folds `.` and `..`; a path that leaves the project keeps its `..`. */
export function join(folder: string, path: string): string {
  const parts: string[] = [];
  for (const part of [...folder.split('/'), ...path.split('/')]) {
    if (part === '..' && parts.length > 0 && parts.at(-1) !== '..') parts.pop();
    else if (part !== '' && part !== '.') parts.push(part);
  }
  return parts.join('/');
}

/** A folder and those above it, up to one of them; up to the root of the project where that is none of them. */
export function ancestors(folder: string, last: string): string[] {
  const found = [folder];
  for (let at = folder; at !== last && at !== ''; ) {
    at = folderOf(at);
    found.push(at);
  }
  return found;
}
