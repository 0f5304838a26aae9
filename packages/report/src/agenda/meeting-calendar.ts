import { type BusinessCalendar, compileCalendar } from "@entente/engine";
import { invariant, type Policy, Zone } from "@entente/ir";

/**
 * The hours that meetings are placed by: the agreement's calendar, or else the only one there is. Null where the
 * contract has none, or several without a choice: then there is no opening to meet at.
 */
export function meetingCalendar(policy: Policy): BusinessCalendar | null {
  const { calendars, agreement } = policy;
  const name =
    agreement.calendar === null && calendars.length === 1 ? calendars[0]?.name : chosenName(policy);
  const chosen = calendars.find((calendar) => calendar.name === name);
  if (chosen?.kind !== "office") return null;
  return compileCalendar(chosen, zoneOf(policy, chosen.timeZone), policy.horizon);
}

function chosenName({ agreement: { calendar } }: Policy): string | null {
  return calendar?.kind === "named" ? calendar.name : null;
}

/** The clock of a zone that the policy carries the rules of; by default the agreement's. */
export function zoneOf(policy: Policy, name: string = policy.agreement.timeZone): Zone {
  const table = policy.zones[name];
  invariant(table !== undefined, "a policy has the rules of its zones");
  return new Zone(name, table);
}
