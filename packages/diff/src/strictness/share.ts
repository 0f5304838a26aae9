import type { Goal } from "@entente/ir";
import { type Relation, reversed, together } from "./relation.ts";
import type { PartRow } from "./row.ts";

/** Reasons that leave the clocks of which a share is taken as they are. */
const sameClocks: ReadonlySet<string> = new Set(["calendar", "pause", "until", "unless", "waive", "duty"]);

/**
 * How a goal that is a share of a promise met is changed by the promise: where the promise is stricter for the same
 * clocks, fewer of them are met. Null where other clocks count, or where the goal is no share.
 */
export function shareRelation({ measure, targets }: Goal, promises: readonly PartRow[]): Relation | null {
  if (measure.kind !== "share") return null;
  const rows = promises.filter(
    ({ promise, after, relations }) =>
      promise === measure.commitment &&
      relations.length > 0 &&
      (measure.clause === null || measure.clause === after.clause.id),
  );
  const relations = rows.flatMap((row) => row.relations);
  const clocks = rows.every(({ part }) => sameClocks.has(part.name) || part.name === "otherwise");
  const starts = relations.some(({ startsOthers }) => startsOthers === true);
  const bounds = new Set(targets.map(({ bound }) => bound));
  const [bound] = bounds;
  if (rows.length === 0 || !clocks || starts || bounds.size !== 1) return null;
  const kept = rows.filter(({ part }) => part.name !== "otherwise").flatMap((row) => row.relations);
  const strictness = together(kept.map((relation) => relation.strictness));
  if (strictness !== "stricter" && strictness !== "looser") return null;
  const words = strictness === "stricter" ? "fewer clocks are met" : "more clocks are met";
  const relation: Relation = { strictness, reason: words };
  return bound === "atLeast" ? relation : reversed(relation);
}
