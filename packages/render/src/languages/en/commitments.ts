import { say } from "../../phrase/say.ts";
import type { CommitmentWords } from "../../words/commitment-words.ts";
import { values } from "./values.ts";

const bounds = { atLeast: "at least", atMost: "at most" } as const;

export const commitments: CommitmentWords = {
  appliesTo: (condition) => say`Applies to leads for which ${condition}.`,
  respond: ({ party, events, times, due }) =>
    say`${party} must ${events}${times === null ? "" : say` ${values.times(times)}`} ${due}.`,
  provide: ({ party, fields, trigger }) =>
    say`${party} must provide ${fields} in the lead’s record no later than ${trigger}.`,
  limit: ({ party, events, bound, times, per, every }) =>
    say`${party} must ${events} ${bounds[bound]} ${values.times(times)} ${every}${per === null ? "" : say` for each ${per}`}.`,
  share: ({ party, events, bound, percent, of, per, every }) =>
    say`${party} must ${events} for ${bounds[bound]} ${percent} of ${of} ${every}${per === null ? "" : say`, counted for each ${per}`}.`,
  follow: ({ party, trigger, business }) =>
    say`${party} must follow this plan after ${trigger}, in ${business ? "business days" : "calendar days"}:`,
  followStep: (day, business, events) => say`${business ? "business day" : "day"} ${day}: ${events}`,
  leave: ({ party, stage, due }) => say`${party} must move the lead on from stage ${stage} ${due}.`,
  recur: ({ party, events, every, while: condition }) =>
    say`${party} must ${events} at least every ${every}${condition === null ? "" : say`, for as long as ${condition}`}.`,
  within: (time, trigger) => say`within ${time} of ${trigger}`,
  byClose: (day, trigger) => say`by close of business on business day ${day} after the date of ${trigger}`,
  byTime: (time, day, business, trigger) => {
    const noun = business ? "business day" : "day";
    return day === null
      ? say`by ${time} on the same ${noun} as ${trigger}`
      : say`by ${time} on ${noun} ${day} after the date of ${trigger}`;
  },
  onEvent: (which, events) => say`${which === "each" ? "each" : `the ${which}`} ${events}`,
  onStage: (stage) => say`reaching stage ${stage}`,
  onField: (field) => say`the time given in ${field}`,
  ofEvents: (which, events) => say`all ${which === "each" ? "" : `${which} `}${events}`,
  ofStage: (stage) => say`all leads reaching stage ${stage}`,
  ofField: (field) => say`all leads, counted at the time given in ${field}`,
  apart: (time) => say`Only occurrences that lie at least ${time} apart are counted.`,
  onAnotherChannel: "It must be on another channel than the one before it.",
  restarts: "A new trigger ends the time that is running and starts a new one.",
  calendar: (name) => say`Business time is that of calendar ${name}.`,
  calendarOf: (whose) =>
    whose === "owner"
      ? "Business time is that of whoever holds the lead when the time starts."
      : "Business time is read in the lead’s own time zone.",
  pause: (from, to, cap) =>
    say`The time stands still from ${from} to ${to}${cap === null ? "" : say`, for at most ${cap} in all`}.`,
  until: (events) => say`The duty ends without a miss if ${events} happens by the time it is due.`,
  excuse: (condition) => say`A miss is excused if ${condition}.`,
  waiver: ({ for: condition, from, to, because }) =>
    say`Waived${condition === null ? "" : say` where ${condition}`} from ${values.date(from)}${to === null ? " on" : ` to ${values.date(to)}`}${because === null ? "" : `: “${because}”`}.`,
  warn: (percent) => `A warning is given once ${percent} of the time is used.`,
  ladder: (ladder) => say`What follows a miss: ${ladder}.`,
  because: (text) => `Reason: “${text}”`,
};
