import type { Wall } from "./office-time.ts";

/** A row of leads.csv. An empty text is a missing value. */
export interface LeadRow {
  readonly id: string;
  readonly email: string;
  readonly company: string;
  readonly phone: string;
  readonly source: string;
  readonly wants_contact: string;
  readonly owner: string;
  readonly created: string;
}

/** A row of events.csv. */
export interface EventRow {
  readonly lead: string;
  readonly event: string;
  readonly at: string;
  readonly owner: string;
  readonly channel: string;
  readonly amount: string;
  readonly giver: string;
}

/** Something that happens to a lead, before it is written as a row. */
export interface Happening {
  readonly at: Wall;
  readonly event:
    | "notified"
    | "assigned"
    | "contact"
    | "proposal"
    | "won"
    | "lost"
    | "feedback"
    | "quality_question";
  /** The channel of a contact, the amount of a proposal or a deal in dollars, the giver of feedback. */
  readonly detail?: string;
  /** Who takes the lead over. */
  readonly owner?: string;
  /** Which of two equal times of the wall is meant, where the clock goes back. */
  readonly offset?: string;
}

export const leadColumns: readonly (keyof LeadRow)[] = [
  "id",
  "email",
  "company",
  "phone",
  "source",
  "wants_contact",
  "owner",
  "created",
];

export const eventColumns: readonly (keyof EventRow)[] = [
  "lead",
  "event",
  "at",
  "owner",
  "channel",
  "amount",
  "giver",
];

/** Contact details that cannot belong to anybody: example domains and the numbers that are kept for fiction. */
export function contactDetails(number: number): Pick<LeadRow, "email" | "company" | "phone"> {
  return {
    email: `lead${number}@example.${number % 3 === 0 ? "org" : "com"}`,
    company: `Company ${number}`,
    phone: `555-01${String(number % 100).padStart(2, "0")}`,
  };
}
