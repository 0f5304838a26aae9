/** Thrown where the program contradicts itself: a bug of ours, never a mistake in a contract or in data. */
export class InvariantError extends Error {
  override readonly name = "InvariantError";
}

/** Fails with an {@link InvariantError} unless `condition` holds. */
export function invariant(condition: unknown, message: string): asserts condition {
  if (!condition) throw new InvariantError(message);
}

/** Closes a switch over a union: does not compile while a case is missing. */
export function assertNever(value: never): never {
  throw new InvariantError(`unexpected ${JSON.stringify(value)}`);
}
