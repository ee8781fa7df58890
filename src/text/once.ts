/**
 * Makes a value when it is asked for first. Expressions that name classes of Unicode are made so: V8 collects the
 * characters of a class when it reads the expression, and a start should not pay for those that the site never asks.
 */
export function once<T>(make: () => T): () => T {
  let made: { readonly value: T } | undefined;
  return () => {
    made ??= { value: make() };
    return made.value;
  };
}
