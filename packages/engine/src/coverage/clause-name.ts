import type { Clause, Commitment } from "@entente/ir";

/** A clause as contracts refer to it: the commitment's name alone where it has one clause. */
export function clauseName(commitment: Commitment, { id }: Clause): string {
  return commitment.clauses.length === 1 ? commitment.name : `${commitment.name}.${id}`;
}
