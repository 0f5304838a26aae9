import type { Zone } from "@entente/ir";
import type { Report, ReportedGoal } from "../report.ts";
import type { AmountStyle } from "./amount.ts";
import { dayAndTime, zoneFrom } from "./local-time.ts";
import { shownText } from "./shown-text.ts";

/** A report with what its parts are shown with. */
export interface View {
  readonly report: Report;
  readonly zone: Zone;
  /** An instant (epoch milliseconds) on the agreement's wall clock. */
  readonly time: (at: number) => string;
  readonly style: (goal: ReportedGoal) => AmountStyle;
  /** A party by its label. */
  readonly party: (name: string) => string;
}

/** The parties of a goal: `marketing and sales`. */
export function partiesWords(view: Pick<View, "party">, { parties }: Pick<ReportedGoal, "parties">): string {
  return parties.map((name) => shownText(view.party(name))).join(" and ");
}

export function viewOf(report: Report): View {
  const { agreement } = report;
  const zone = zoneFrom(agreement.zone);
  const labels = new Map(agreement.parties.map(({ name, label }) => [name, label]));
  return {
    report,
    zone,
    time: (at) => dayAndTime(zone, at),
    style: ({ unit, counting }) => ({ unit, counting, currency: agreement.currency }),
    party: (name) => labels.get(name) ?? name,
  };
}
