/** A fact while it is written: who makes it may fill it in, nobody who is given it may. */
export type Mutable<T> = { -readonly [Part in keyof T]: T[Part] };
