/** What the project layer needs of the machine: folders and texts under one root. `host/` implements it. */
export interface FileSource {
  /** What a folder holds, in the order of the machine; `''` is the root. A folder that cannot be read holds nothing. */
  entries(folder: string): readonly FolderEntry[];
  /** A file's text. Only regular files inside the root are opened, so a pipe or a device never blocks. */
  read(path: string): FileRead;
}

/** A name in a folder. */
export interface FolderEntry {
  readonly name: string;
  /** A link counts as what it points to while that lies inside the root, and as `other` outside. */
  readonly kind: 'file' | 'folder' | 'other';
  /** A link to a folder is listed but not walked, so a loop of links ends. */
  readonly link: boolean;
}

/** The text of a file, or why it cannot be read. */
export type FileRead =
  | {
      readonly text: string;
      /** Offset in the text of the first byte that is not UTF-8; the text has U+FFFD there. */
      readonly invalidAt?: number;
    }
  | { readonly failure: ReadFailure; readonly detail: string };

/** Why a file cannot be read, one word a reason. */
export type ReadFailure = 'missing' | 'unreadable' | 'not-a-file' | 'too-large' | 'outside';
