import type { Inflected, Part, Phrase } from "../phrase/say.ts";
import type { Quantity } from "./value-words.ts";

/** The sections of the document, in order: their numbers never change. */
export const SECTIONS = [
  "agreement",
  "definitions",
  "time",
  "commitments",
  "goals",
  "funnels",
  "ladders",
  "rewards",
  "meetings",
  "responsibilities",
  "disputes",
  "review",
  "parties",
  "signatures",
] as const;
export type SectionName = (typeof SECTIONS)[number];

/** The parts of the definitions, in order. */
export const DEFINITIONS = ["lead", "people", "events", "defines", "scores", "classes", "stages"] as const;
export type DefinitionName = (typeof DEFINITIONS)[number];

export const COLUMNS = [
  "name",
  "meaning",
  "party",
  "type",
  "required",
  "column",
  "attributes",
  "remarks",
  "condition",
  "points",
  "basis",
  "limits",
  "case",
  "worth",
  "stage",
  "after",
  "reachedAt",
  "days",
  "hours",
  "date",
  "holiday",
  "from",
  "to",
  "rate",
  "kind",
  "share",
  "task",
  "responsible",
  "accountable",
  "consulted",
  "informed",
  "role",
  "signatory",
  "signature",
  "source",
] as const;
export type ColumnName = (typeof COLUMNS)[number];

/** How a language says what is left of the document: headings, tables and the clauses about the agreement itself.
 * Dates are `YYYY-MM-DD`. */
export interface DocumentWords {
  sections: Readonly<Record<SectionName, string>>;
  definitions: Readonly<Record<DefinitionName, string>>;
  columns: Readonly<Record<ColumnName, string>>;
  /** What an empty section says. */
  nothing: string;

  between(one: Part, other: Part): Phrase;
  purpose(text: string): string;
  term(from: string, to: string | null): string;
  noTerm: string;
  zoneAndCurrency(zone: Part, currency: string): Phrase;
  inFlight(rule: "keeps" | "moves"): string;
  otherParties(parties: Part): Phrase;
  optionalRole: string;

  types: Readonly<
    Record<"text" | "boolean" | "money" | "percent" | "date" | "time" | "integer" | "number", string>
  >;
  choice(values: Part): Phrase;
  listOf(type: Part): Phrase;
  range(minimum: string | null, maximum: string | null): string;
  key: string;
  required: string;
  optional: string;
  fromColumn(column: string): string;
  /** An event that happens to the agreement and not to a lead. */
  aboutAgreement: string;
  alsoWhen(condition: Part): Phrase;
  means(name: Part, condition: Part): Phrase;

  whileHolds(condition: Part): Phrase;
  perUnit(field: Part): Phrase;
  perEvent(event: Part): Phrase;
  once(duration: Inflected): Phrase;
  cap(points: Part): Phrase;
  expires(duration: Inflected): Phrase;
  /** The same of all points, as a sentence. */
  allExpire(duration: Inflected): Phrase;
  fades(points: Part, every: Inflected): Phrase;
  minimum(points: Part): Phrase;
  maximum(points: Part): Phrase;
  resets(event: Part, to: Part): Phrase;
  firstMatch: string;
  exclusive: string;
  /** The condition of a stage with what keeps a lead from it; `when` may be null. */
  unless(when: Part | null, unless: Part): Phrase;

  /** How time is counted, as whole sentences. */
  rules: readonly string[];
  hoursOf(zone: Part): Phrase;
  dayRange(first: string, last: string): string;
  holidays(set: string): string;
  closed(from: string, to: string | null, label: string | null): string;
  open(date: string, hours: string): string;
  chosenBy(by: Part): Phrase;
  defaultCalendar(calendar: Part): Phrase;
  namedCalendar(name: Part): Phrase;

  meeting(every: string, duration: Inflected, attendedBy: Part): Phrase;
  agenda: string;
  panel(members: Part): Phrase;
  hearing(duration: Inflected): Phrase;
  decision(decision: "binding" | "advisory"): string;
  arbiter(role: Part): Phrase;
  review(every: string): string;
  cancellation(goal: Part, missed: Quantity): Phrase;

  owes(party: Part): Phrase;
  owed(party: Part): Phrase;
  takesPartIn(meeting: Part): Phrase;
  responsibleFor(task: Part): Phrase;
  accountableFor(task: Part): Phrase;
  receives(reward: Part): Phrase;
  signing: string;
  signedOn(date: string): string;
}
