import type { Json } from "../json.ts";

/** What stands in a normal form where a declaration is named. */
export interface References {
  score(name: string): Json;
  class(name: string): Json;
  stage(name: string): Json;
  /** What stands beside a test of the current stage, which depends on all of them; null for nothing. */
  allStages(): Json;
  event(name: string): Json;
  commitment(name: string): Json;
  calendar(name: string): Json;
  /** What stands beside a choice that may name any calendar; null for nothing. */
  anyCalendar(): Json;
  ladder(name: string): Json;
}

const itself = (name: string): Json => name;

/** Names stand for themselves. */
export const byNames: References = {
  score: itself,
  class: itself,
  stage: itself,
  allStages: () => null,
  event: itself,
  commitment: itself,
  calendar: itself,
  anyCalendar: () => null,
  ladder: itself,
};
