import type { AgreementVerdict } from "@entente/engine";
import { limitRecord } from "./limit-json.ts";
import { clockJson, isoInstant } from "./verdict-json.ts";

/** A verdict on the agreement itself, one JSON value for each line of `--agreement`; `docs/cli.md` describes them. */
export function agreementRecords(verdict: AgreementVerdict): readonly Readonly<Record<string, unknown>>[] {
  return [
    ...verdict.clocks.map((clock) => ({ kind: "promise", ...clockJson(clock) })),
    ...verdict.limits.map((limit) => ({ kind: "limit", ...limitRecord(limit) })),
    ...verdict.meetings.map(({ meeting, period, status, held }) => ({
      kind: "meeting",
      meeting,
      from: isoInstant(period.from),
      to: isoInstant(period.to),
      status,
      held: instantOrNull(held),
    })),
    ...verdict.reviews.map(({ due, held, status }) => ({
      kind: "review",
      due: instantOrNull(due),
      held: instantOrNull(held),
      status,
    })),
  ];
}

function instantOrNull(at: number | null): string | null {
  return at === null ? null : isoInstant(at);
}
