declare module 'citeproc' {
  /** The part of citeproc-js that the tests use. */
  export class Engine {
    constructor(
      sys: { retrieveLocale(lang: string): unknown; retrieveItem(id: string): unknown },
      style: unknown,
      lang?: string,
      force?: boolean,
    );
    updateItems(ids: readonly string[]): void;
    makeBibliography(): [{ entry_ids: string[][] }, string[]];
  }
  const CSL: { Engine: typeof Engine };
  export default CSL;
}
