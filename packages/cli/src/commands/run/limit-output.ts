import type { LimitVerdict } from "@entente/engine";
import { limitRecord } from "../../output/limit-json.ts";
import type { Colours } from "../../terminal/colours.ts";
import { counted } from "../../terminal/counted.ts";
import { printable } from "../../terminal/printable.ts";

/** How many missed periods are listed for people; the others are counted. */
const listedPeriods = 20;

/** A verdict over many leads as one line of `--limits`; `docs/cli.md` describes the shape. */
export function limitJson(verdict: LimitVerdict): string {
  return `${JSON.stringify(limitRecord(verdict))}\n`;
}

/** What was promised over many leads, for people: how often it was kept, and each period in which it was not. */
export function limitsText(verdicts: readonly LimitVerdict[], colours: Colours): string {
  if (verdicts.length === 0) return "";
  const missed = verdicts.filter((verdict) => verdict.status === "breached");
  const lines = missed.slice(0, listedPeriods).map((verdict) => {
    const name = verdict.clause === "1" ? verdict.commitment : `${verdict.commitment}/${verdict.clause}`;
    return `  ${colours.red(printable(name))} (${printable(verdict.party)}): ${printable(verdict.reasons.join("; "))}`;
  });
  const hidden = missed.length - lines.length;
  const count = (status: LimitVerdict["status"]) => verdicts.filter((each) => each.status === status).length;
  const counts = (["met", "breached", "running", "unknown"] as const).flatMap((status) =>
    count(status) === 0 ? [] : [`${count(status)} ${status}`],
  );
  return [
    "",
    `${colours.bold("promises over many leads, by period")}: ${counts.join(", ")}`,
    ...lines,
    ...(hidden > 0 ? [`  and ${counted(hidden, "more period")}; --limits FILE writes all of them`] : []),
    "",
  ].join("\n");
}
