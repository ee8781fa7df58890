/** A map that is made when something is put into it: a paragraph has six of them, and most stay empty. */
export class LateMap<K, V> {
  private map: Map<K, V> | undefined;

  get(key: K): V | undefined {
    return this.map?.get(key);
  }

  set(key: K, value: V): void {
    this.map ??= new Map();
    this.map.set(key, value);
  }
}
