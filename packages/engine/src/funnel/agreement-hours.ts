import { type Policy, Zone } from "@entente/ir";
import type { BusinessCalendar } from "../time/business-calendar.ts";
import { compileCalendar } from "../time/compile-calendar.ts";

/**
 * The working hours of the agreement itself: the calendar that it names, or its only one. Null where there is none, and
 * where whose hours count is only known of a lead.
 */
export function agreementHours({ agreement, calendars, horizon, zones }: Policy): BusinessCalendar | null {
  const choice = agreement.calendar;
  if (choice !== null && choice.kind !== "named") return null;
  const name = choice?.name ?? (calendars.length === 1 ? calendars[0]?.name : undefined);
  const office = calendars.find((one) => one.name === name);
  if (office?.kind !== "office") return null;
  const table = zones[office.timeZone];
  return table === undefined ? null : compileCalendar(office, new Zone(office.timeZone, table), horizon);
}

/** The working hours of an agreement, compiled when they are first asked for: that takes longer than any plan. */
export type HoursOnDemand = () => BusinessCalendar | null;

export function hoursOnDemand(policy: Policy): HoursOnDemand {
  let known: BusinessCalendar | null | undefined;
  return () => {
    if (known === undefined) known = agreementHours(policy);
    return known;
  };
}
