import type { Span } from "@entente/ir";

/** A condition that JSON Logic cannot say exactly. `construct` names what stands in the way. */
export class NotPortable extends Error {
  override readonly name = "NotPortable";
  readonly construct: string;
  readonly span: Span;
  constructor(construct: string, span: Span) {
    super(`${construct} cannot be written as JSON Logic without changing what it means`);
    this.construct = construct;
    this.span = span;
  }
}
