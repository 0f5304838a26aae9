import type { AgreementVerdict, ClockVerdict, LimitVerdict, MeetingVerdict } from "@entente/engine";
import type { Zone } from "@entente/ir";
import type { Colours } from "../terminal/colours.ts";
import { counted } from "../terminal/counted.ts";
import { printable } from "../terminal/printable.ts";
import { humanTime } from "./human-time.ts";

/** How many misses of one promise or meeting are listed for people; the others are counted. */
const mostOfOne = 5;

/** Something that was missed, by the name of what was promised. */
interface Miss {
  readonly name: string;
  readonly what: string;
}

/** How the agreement itself stands, for people: how often it was kept, and what was missed. Empty where it says nothing of itself. */
export function agreementText(
  verdict: AgreementVerdict,
  zone: Pick<Zone, "toLocal">,
  colours: Colours,
): string {
  const counts = [
    ...countsOf("promises", [...verdict.clocks, ...verdict.limits]),
    ...countsOf("meetings", verdict.meetings),
    ...countsOf("reviews", verdict.reviews),
  ];
  if (counts.length === 0) return "";
  const missed = Map.groupBy(missesIn(verdict, zone), ({ name }) => name);
  const lines = [...missed].flatMap(([name, misses]) => {
    const shown = misses.slice(0, mostOfOne).map(({ what }) => `${colours.red(name)}${what}`);
    const hidden = misses.length - shown.length;
    const more = `${counted(hidden, "more miss", "more misses")}; --agreement FILE writes all of them`;
    return hidden > 0 ? [...shown, `${colours.red(name)}: ${more}`] : shown;
  });
  return [
    "",
    `${colours.bold("the agreement itself")}: ${counts.join("; ")}`,
    ...lines.map((line) => `  ${line}`),
    "",
  ].join("\n");
}

/** `promises 2 met, 1 breached`; nothing where there are none. */
function countsOf(noun: string, verdicts: readonly { readonly status: string }[]): readonly string[] {
  if (verdicts.length === 0) return [];
  const byStatus = Map.groupBy(verdicts, ({ status }) => status);
  const parts = [...byStatus].map(
    ([status, { length }]) => `${length.toLocaleString("en-US")} ${status.replace("_", " ")}`,
  );
  return [`${noun} ${parts.join(", ")}`];
}

function missesIn(verdict: AgreementVerdict, zone: Pick<Zone, "toLocal">): readonly Miss[] {
  return [
    ...verdict.violations.map(promiseMissed),
    ...verdict.limits.filter(({ status }) => status === "breached").map(promiseMissed),
    ...verdict.meetings.flatMap((meeting) => meetingMissed(meeting, zone)),
    ...verdict.reviews.flatMap(({ status, due }) =>
      status === "overdue" && due !== null
        ? [{ name: "review", what: `: overdue since ${humanTime(zone, due)}` }]
        : [],
    ),
  ];
}

function promiseMissed({ commitment, clause, party, reasons }: ClockVerdict | LimitVerdict): Miss {
  const name = clause === "1" ? commitment : `${commitment}/${clause}`;
  return { name: printable(name), what: ` (${printable(party)}): ${printable(reasons.join("; "))}` };
}

/** A local day and a bit: the day on which clocks go back has 25 hours. */
const longestDay = 25 * 3_600_000;

function meetingMissed(
  { meeting, period: { from, to }, status }: MeetingVerdict,
  zone: Pick<Zone, "toLocal">,
): readonly Miss[] {
  if (status !== "missed" && status !== "late") return [];
  const day = (at: number): string => humanTime(zone, at).slice(0, "Mon 2020-03-09".length);
  const what = status === "missed" ? "not held" : "written down only afterwards";
  const when =
    to - from <= longestDay ? `on ${day(from)}` : `in the days from ${day(from)} to ${day(to - 1)}`;
  return [{ name: printable(meeting), what: `: ${what} ${when}` }];
}
