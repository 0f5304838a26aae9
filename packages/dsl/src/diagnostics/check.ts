import type { DiagnosticText } from "./define.ts";
import { reporterOf } from "./define.ts";

const text = <P>(entry: DiagnosticText<P>): DiagnosticText<P> => entry;

/** What the checker finds: things that are declared but cannot be meant. */
export const checkCatalogue = {
  "check/unit-mismatch": text<{ left: string; right: string; write: string | undefined }>({
    severity: "error",
    message: ({ left, right }) => `${left}, but ${right}`,
    label: ({ write }) => (write === undefined ? undefined : `write ${write}`),
    help: ({ write }) =>
      write === undefined ? "values of different units cannot be compared or added" : undefined,
  }),
  "check/not-a-condition": text<{ found: string; write: string | undefined }>({
    severity: "error",
    message: ({ found }) => `a condition is needed here, but this is ${found}`,
    label: ({ write }) => (write === undefined ? undefined : `write ${write}`),
    help: () =>
      "a condition is something that holds or does not hold, such as `wants_contact` or `budget >= $10,000`",
  }),
  "check/wrong-type": text<{ wanted: string; found: string; write: string | undefined }>({
    severity: "error",
    message: ({ wanted, found }) => `${wanted} is needed here, but this is ${found}`,
    label: ({ write }) => (write === undefined ? undefined : `write ${write}`),
  }),
  "check/long-chain": text<{ name: string; limit: number }>({
    severity: "error",
    message: ({ name, limit }) =>
      `\`${name}\` builds on names that build on others: with all of them written out it is nested more than ${limit} levels deep`,
    help: () => "say it with fewer names in between: nobody can follow such a chain",
  }),
  "check/large-calculation": text<{ limit: number }>({
    severity: "error",
    message: ({ limit }) => `with its defines written out, this calculation has more than ${limit} numbers`,
    help: () => "results are exact, so they grow with every number: calculate with fewer of them",
  }),
  "check/not-plain": text<{ what: string }>({
    severity: "error",
    message: ({ what }) => `${what} is written out, never calculated or named`,
    label: () => "write the value itself",
  }),
  "check/not-ordered": text<{ what: string; operator: string }>({
    severity: "error",
    message: ({ what, operator }) => `${what} has no order, so \`${operator}\` means nothing for it`,
    help: () => "compare it with `is`, `is not` or `in ( … )`",
  }),
  "check/wrong-currency": text<{ found: string; agreement: string }>({
    severity: "error",
    message: ({ found, agreement }) => `this amount is in ${found}, but the agreement counts in ${agreement}`,
    help: ({ agreement }) => `write the amount in ${agreement}: an agreement has one currency`,
  }),
  "check/money-too-fine": text<{ amount: string; currency: string; digits: number }>({
    severity: "error",
    message: ({ amount, currency }) => `${amount} has more decimals than ${currency}: nobody can pay it`,
    label: ({ digits }) => (digits === 0 ? "no decimals here" : `at most ${digits} decimals`),
  }),
  "check/no-such-date": text<{ date: string; reason: string }>({
    severity: "error",
    message: ({ date, reason }) => `${date} does not exist: ${reason}`,
  }),
  "check/reversed-range": text<{ low: string; high: string; of: "numbers" | "dates" }>({
    severity: "error",
    message: ({ low, high }) => `this range ends before it begins: ${low} comes after ${high}`,
    help: ({ of }) =>
      of === "dates"
        ? "write the earlier date first; or is one of the years wrong?"
        : "write the smaller one first",
  }),
  "check/unknown-time-zone": text<{ zone: string; near: string | undefined }>({
    severity: "error",
    message: ({ zone }) => `there is no time zone "${zone}"`,
    label: ({ near }) => (near === undefined ? undefined : `did you mean "${near}"?`),
    help: () => 'time zones are named by place, such as "America/New_York" or "Europe/Berlin"',
  }),
  "check/unknown-currency": text<{ code: string; write: string | undefined }>({
    severity: "error",
    message: ({ code }) => `${code} is not a currency`,
    label: ({ write }) => (write === undefined ? undefined : `write ${write}`),
    help: () => "a currency is written as its three capital letters, such as USD, EUR or JPY",
  }),
  "check/missing-clause": text<{ what: string; clause: string; example: string }>({
    severity: "error",
    message: ({ what, clause }) => `${what} has no \`${clause}\``,
    help: ({ example }) => `add one, for example \`${example}\``,
  }),
  "check/repeated-clause": text<{ what: string; clause: string }>({
    severity: "error",
    message: ({ what, clause }) => `${what} says \`${clause}\` twice`,
    label: () => "the second one",
    help: () => "keep the one that is meant: nobody can hold a team to both",
  }),
  "check/no-key": text<{ found: number }>({
    severity: "error",
    message: ({ found }) =>
      found === 0 ? "no field of the lead is its `key`" : "the lead has more than one `key`",
    help: () => "exactly one field tells leads apart: `id text key`",
  }),
  "check/optional-key": text<{ name: string }>({
    severity: "error",
    message: ({ name }) => `\`${name}\` is the key, so it cannot be optional`,
    help: () => "a lead without its key cannot be told from others: take `optional` out",
  }),
  "check/range-needs-number": text<{ name: string; type: string }>({
    severity: "error",
    message: ({ name, type }) => `\`${name}\` is ${type}, so it has no range`,
    help: () => "a range such as `0 to 100` belongs to an integer or a number",
  }),
  "check/hours-reversed": text<{ opens: string; closes: string }>({
    severity: "error",
    message: ({ opens, closes }) => `${opens}-${closes} closes at the moment it opens`,
    help: () => "a whole day is `00:00-24:00`; hours may also cross midnight: `22:00-06:00`",
  }),
  "check/hours-overlap": text<{ day: string }>({
    severity: "error",
    message: ({ day }) => `these hours overlap others on ${day}`,
    help: () => "write hours of one day as intervals that do not overlap: `mon 09:00-12:00, 13:00-17:00`",
  }),
  "check/no-such-time": text<{ time: string }>({
    severity: "error",
    message: ({ time }) => `${time} is not a time of day`,
    help: () => "times of day go from 00:00 to 23:59; a closing time may be 24:00",
  }),
  "check/calendar-choice": text<{ what: string; calendars: readonly string[] }>({
    severity: "error",
    message: ({ what, calendars }) =>
      calendars.length === 0
        ? `${what} counts business time, but the contract has no calendar`
        : `${what} counts business time, but does not say on which calendar`,
    help: ({ calendars }) =>
      calendars.length === 0
        ? "declare one: `calendar office { mon-fri 09:00-17:00 }`"
        : `add \`calendar ${calendars[0]}\` to the commitment, or to the agreement for all of them`,
  }),
  "check/calendar-needs-people": text<Record<string, never>>({
    severity: "error",
    message: () => "`calendar of owner` needs to know the owners' hours, but the contract has no `people`",
    help: () => "declare them: `people { id text key;  hours one of office, london;  time_zone text }`",
  }),
  "check/stage-needs-at": text<{ stage: string }>({
    severity: "error",
    message: ({ stage }) => `nothing says when a lead reaches ${stage}`,
    help: () => "its `when` is not an event, so add `at` with an event or a time field: `at created`",
  }),
  "check/not-an-instant": text<{ found: string }>({
    severity: "error",
    message: ({ found }) => `\`at\` needs an event or a time field, but this is ${found}`,
    help: () => "it says when the stage is reached: `at handoff`, `at created`",
  }),
  "check/otherwise-last": text<{ what: string }>({
    severity: "error",
    message: ({ what }) => `\`otherwise\` closes ${what}, so nothing may follow it`,
    help: () => "move it to the end",
  }),
  "check/duplicate-case": text<{ name: string; of: string }>({
    severity: "error",
    message: ({ name, of }) => `\`${name}\` stands twice in ${of}`,
    label: () => "the second one",
  }),
  "check/mixed-worth": text<{ of: string }>({
    severity: "error",
    message: ({ of }) => `\`${of}\` gives some cases money and others points`,
    help: () => "a lead's worth is counted in one unit: money or points",
  }),
  "check/duplicate-label": text<{ label: string; commitment: string }>({
    severity: "error",
    message: ({ label, commitment }) => `two clauses of \`${commitment}\` are labelled \`${label}\``,
    help: () => "the label is the clause's identity in reports and waivers: give each its own",
  }),
  "check/no-obligation": text<{ commitment: string }>({
    severity: "error",
    message: ({ commitment }) => `\`${commitment}\` commits nobody to anything`,
    help: () => "write who must do what: `sales must contact within 1 business hour of handoff`",
  }),
  "check/unknown-clause-label": text<{
    commitment: string;
    label: string;
    near: string | undefined;
    labels: readonly string[];
  }>({
    severity: "error",
    message: ({ commitment, label }) => `\`${commitment}\` has no clause \`${label}\``,
    label: ({ near }) => (near === undefined ? undefined : `did you mean \`${near}\`?`),
    help: ({ commitment, labels }) =>
      labels.length === 0
        ? `its clauses have no labels: write \`${commitment}\` for all of them`
        : `it has ${labels.map((label) => `\`${label}\``).join(", ")}`,
  }),
  "check/business-unit": text<{ amount: string; unit: string }>({
    severity: "error",
    message: ({ amount }) => `${amount} is no length of business time`,
    help: ({ unit }) =>
      `how many working days a ${unit} has depends on its holidays: write their number, such as \`10 business days\``,
  }),
  "check/whole-number": text<{ what: string; found: string }>({
    severity: "error",
    message: ({ what, found }) => `${what} must be a whole number above zero, but this is ${found}`,
  }),
  "check/percent-range": text<{ what: string; found: string }>({
    severity: "error",
    message: ({ what, found }) => `${what} lies between 0% and 100%, but this is ${found}`,
  }),
  "check/channel-needed": text<{ event: string }>({
    severity: "error",
    message: ({ event }) =>
      `\`on another channel\` compares channels, but \`${event}\` has no attribute \`channel\``,
    help: ({ event }) => `declare it: \`event ${event} { channel one of call, email }\``,
  }),
  "check/immature-rate": text<{ goal: string }>({
    severity: "error",
    message: ({ goal }) => `\`${goal}\` counts leads that are too young to have had their chance`,
    help: () => "say how long a lead may take: `rate from proposal to won, maturing 45 days`",
  }),
  "check/unknown-statistic": text<{ found: string; near: string | undefined }>({
    severity: "error",
    message: ({ found }) => `\`${found} time\` is not a measure`,
    label: ({ near }) => (near === undefined ? undefined : `did you mean \`${near}\`?`),
    help: () => "use `median time`, `mean time`, `p75`, `p90`, `p95` or `p99 time`",
  }),
  "check/mix-total": text<{ funnel: string; total: string }>({
    severity: "error",
    message: ({ funnel, total }) => `the mix of \`${funnel}\` adds up to ${total}, not 100%`,
    help: () => "every lead is of one kind: add the kind that is left, such as `5% other at 1%`",
  }),
  "check/dated-order": text<{ date: string | undefined }>({
    severity: "error",
    message: ({ date }) =>
      date === undefined
        ? "this value has no date, although another one goes before it"
        : `this value begins at ${date}, but the one before it does not begin earlier`,
    help: () => "write the earliest date first; only the first value may have none",
  }),
  "check/bad-expectation": text<{ subject: string; wanted: string; found: string }>({
    severity: "error",
    message: ({ subject, wanted, found }) =>
      `\`${subject}\` is ${wanted}, so it cannot be expected to be ${found}`,
  }),
  "check/nothing-expected": text<{ test: string }>({
    severity: "warning",
    message: ({ test }) => `the test "${test}" expects nothing, so it cannot fail`,
    help: () => "add a line such as `expect stage is MQL`",
  }),
  "check/test-needs-lead": text<{ test: string }>({
    severity: "error",
    message: ({ test }) => `the test "${test}" expects something of a lead, but gives none`,
    help: () => 'add one: `lead { email: "a@example.com" }`',
  }),
  "check/agreement-event": text<{ name: string; what: string }>({
    severity: "error",
    message: ({ name, what }) => `${what} is about the agreement, but \`${name}\` is about leads`,
    help: () => "give it a commitment of its own, or take `of agreement` out of the event's declaration",
  }),
  "check/lead-in-agreement": text<{ name: string; what: string }>({
    severity: "error",
    message: ({ name, what }) =>
      `\`${name}\` is about the agreement, not about a lead, so it cannot use ${what}`,
    help: () => "the agreement has events of its own only: those declared `of agreement`",
  }),
  "check/person-without-key": text<{ key: string }>({
    severity: "error",
    message: () => "this row of the people table does not say whose it is",
    help: ({ key }) => `give the key: \`people { ${key}: "rep-1" }\``,
  }),
  "check/test-needs-instant": text<{ test: string }>({
    severity: "error",
    message: ({ test }) => `the test "${test}" does not say as of when it looks`,
    help: () => "without events there is no last instant: add `at 2026-01-31 12:00`",
  }),
};

export const reportCheck = reporterOf(checkCatalogue);
