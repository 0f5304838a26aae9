/** A command that cannot be carried out as it was given. The message says what to do instead; the exit code is 3. */
export class InvocationError extends Error {
  override readonly name = "InvocationError";
}
