import { say } from "../../phrase/say.ts";
import { formatDate } from "../../values/format-date.ts";
import { plural } from "../../values/plural.ts";
import type { DocumentWords } from "../../words/document-words.ts";
import { columns, definitions, sections } from "./headings.ts";

const date = (text: string): string => formatDate("en", text);

export const document: DocumentWords = {
  sections,
  definitions,
  columns,
  nothing: "Nothing is agreed on this.",

  between: (one, other) => say`This agreement is made between ${one} and ${other}.`,
  purpose: (text) => `Purpose: “${text}”`,
  term: (from, to) =>
    to === null
      ? `It is in effect from ${date(from)} on.`
      : `It is in effect from ${date(from)} to ${date(to)}, both days included.`,
  noTerm: "No term is agreed.",
  zoneAndCurrency: (zone, currency) =>
    say`Dates and times are those of the time zone ${zone}; amounts of money are in ${currency}.`,
  inFlight: (rule) =>
    rule === "keeps"
      ? "Where a term changes while a time is running, that time keeps the terms it started with."
      : "Where a term changes while a time is running, the new term applies to it.",
  otherParties: (parties) => say`It also names ${parties}.`,
  optionalRole: "where there is one",

  types: {
    text: "text",
    boolean: "yes or no",
    money: "amount of money",
    percent: "percentage",
    date: "date",
    time: "point in time",
    integer: "whole number",
    number: "number",
  },
  choice: (values) => say`one of: ${values}`,
  listOf: (type) => say`list; each entry: ${type}`,
  range: (minimum, maximum) => {
    if (minimum === null) return maximum === null ? "" : `at most ${maximum}`;
    return maximum === null ? `at least ${minimum}` : `${minimum} to ${maximum}`;
  },
  key: "key",
  required: "yes",
  optional: "no",
  fromColumn: (column) => `Recorded in the column “${column}”.`,
  aboutAgreement: "Happens to the agreement itself, not to a lead.",
  alsoWhen: (condition) => say`Also taken to have happened when ${condition}.`,
  means: (name, condition) => say`${name} means: ${condition}.`,

  whileHolds: (condition) => say`while ${condition}`,
  perUnit: (field) => say`for each unit of ${field}`,
  perEvent: (event) => say`for each ${event}`,
  once: (duration) => say`counted once in any period of ${duration}`,
  cap: (points) => say`no more than ${points} in all`,
  expires: (duration) => say`expires after ${duration}`,
  allExpire: (duration) => say`All points expire after ${duration}.`,
  fades: (points, every) =>
    say`For every ${every} after the last event that added some, ${points} are taken off.`,
  minimum: (points) => say`The score never falls below ${points}.`,
  maximum: (points) => say`The score never rises above ${points}.`,
  resets: (event, to) => say`${event} sets the score back to ${to}.`,
  firstMatch: "The first case that applies counts.",
  exclusive: "No two cases apply to the same lead.",
  unless: (when, unless) => say`${when === null ? "" : say`${when}, `}unless ${unless}`,

  rules: [
    "What is done at the very instant at which it is due is done in time.",
    "Business time is time during which the calendar is open. What starts while it is closed counts from the next opening.",
    "A business day is a date on which the calendar opens. A time in business days ends at the same time of day on the last of them, or at its close where that is earlier.",
    "Minutes and hours that are not business time run day and night; days, weeks and months end at the same time of day.",
    "A condition holds only if it is known to hold: where a record lacks what decides it, it is undecided, and neither true nor false.",
    "A pause stops the time; it does not shorten what is left of it.",
  ],
  hoursOf: (zone) => say`Opening hours in the time zone ${zone}:`,
  dayRange: (first, last) => `${first} to ${last}`,
  holidays: (set) => `Closed on the public holidays of ${set}:`,
  closed: (from, to, label) =>
    `Closed ${to === null ? `on ${date(from)}` : `from ${date(from)} to ${date(to)}`}${label === null ? "" : ` (“${label}”)`}.`,
  open: (day, hours) => `Open on ${date(day)}: ${hours}.`,
  chosenBy: (by) => say`The calendar depends on ${by}:`,
  defaultCalendar: (calendar) => say`Where a commitment names no calendar: ${calendar}.`,
  namedCalendar: (name) => say`calendar ${name}`,

  meeting: (every, duration, attendedBy) =>
    say`Takes place ${every} and lasts ${duration}. Attended by: ${attendedBy}.`,
  agenda: "Agenda:",
  panel: (members) => say`A dispute is heard by a panel: ${members}.`,
  hearing: (duration) => say`Each party is heard for ${duration}.`,
  decision: (decision) =>
    decision === "binding" ? "The panel’s decision is binding." : "The panel’s decision is a recommendation.",
  arbiter: (role) => say`The final decision lies with: ${role}.`,
  review: (every) => `The parties review this agreement ${every}.`,
  cancellation: (goal, { said, exact }) =>
    say`This agreement may be cancelled when ${goal} is missed ${said} ${plural("en", exact, { one: "time", other: "times" })} in a row.`,

  owes: (party) => say`What ${party} owes`,
  owed: (party) => say`What ${party} is owed`,
  takesPartIn: (meeting) => say`Takes part in ${meeting}.`,
  responsibleFor: (task) => say`Is responsible for ${task}.`,
  accountableFor: (task) => say`Is accountable for ${task}.`,
  receives: (reward) => say`May receive ${reward}.`,
  signing: "The parties have read this agreement and sign it.",
  signedOn: (day) => date(day),
};
