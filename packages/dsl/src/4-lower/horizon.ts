import { dayNumber, MS_PER_DAY, resolveZone, type ZoneTable } from "@entente/ir";
import type { AgreementNode } from "../1-syntax/ast/governance.ts";

/** The days, both included, for which calendars are resolved. */
export interface Horizon {
  readonly from: string;
  readonly to: string;
}

/** Years that calendars reach beyond the agreement's term, for leads that came before and clocks that run on. */
const YEARS_BEFORE = 2;
const YEARS_AFTER = 3;
/** How far an agreement without an end is resolved. */
const OPEN_ENDED_YEARS = 30;
/** The term of an agreement that names none. */
const UNDATED = { from: 2000, to: 2049 };
/** Zone rules are kept from here on: older local times are not read. */
const FIRST_ZONE_DAY = "1970-01-01";

/** The horizon of an agreement: whole years around its term. */
export function horizonOf(agreement: AgreementNode): Horizon {
  const effective = agreement.clauses.find((clause) => clause.kind === "Effective");
  const from = effective === undefined ? UNDATED.from : yearOf(effective.from.value) - YEARS_BEFORE;
  const to =
    effective === undefined
      ? UNDATED.to
      : effective.to === null
        ? yearOf(effective.from.value) + OPEN_ENDED_YEARS
        : yearOf(effective.to.value) + YEARS_AFTER;
  return { from: `${String(from).padStart(4, "0")}-01-01`, to: `${String(to).padStart(4, "0")}-12-31` };
}

export function yearOf(date: string): number {
  return Number(date.slice(0, 4));
}

/** The offsets of a zone as this platform knows them, to the day after the horizon. */
export function zoneWithin(timeZone: string, horizon: Horizon): ZoneTable {
  const from = Math.min(dayNumber(FIRST_ZONE_DAY), dayNumber(horizon.from));
  return resolveZone(timeZone, from * MS_PER_DAY, (dayNumber(horizon.to) + 2) * MS_PER_DAY);
}
