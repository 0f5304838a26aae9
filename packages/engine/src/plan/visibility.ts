import type { Occurrence } from "../records/facts.ts";
import type { Context } from "./context.ts";

/** What decides whether an occurrence is seen: the instant asked for, and the instant up to which recordings are known. */
export type Viewpoint = Pick<Context, "facts" | "at" | "knownAt">;

/** Whether an occurrence has happened by `at` and was written down by `knownAt`. Both bounds are inclusive. */
export function isVisible(occurrence: Occurrence, view: Pick<Context, "at" | "knownAt">): boolean {
  return occurrence.at <= view.at && (occurrence.recorded ?? occurrence.at) <= view.knownAt;
}

/** The visible occurrences of one event, in order of time. */
export function visibleOccurrences(view: Viewpoint, event: string): Occurrence[] {
  return view.facts.events.filter((one) => one.event === event && isVisible(one, view));
}

export function firstVisible(view: Viewpoint, event: string): Occurrence | undefined {
  return view.facts.events.find((one) => one.event === event && isVisible(one, view));
}

export function lastVisible(view: Viewpoint, event: string): Occurrence | undefined {
  return view.facts.events.findLast((one) => one.event === event && isVisible(one, view));
}
