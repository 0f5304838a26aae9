import { createRequire } from "node:module";
import { addDays } from "@entente/ir";

type Library = typeof import("date-holidays").default;
type Holiday = ReturnType<InstanceType<Library>["getHolidays"]>[number];

/** The public holidays of a set, in order of their dates; `source` names the data and its version. */
export interface ResolvedHolidays {
  readonly source: string;
  readonly dates: readonly { readonly date: string; readonly name: string }[];
}

/** A set that the data does not have, with the sets it could have been: countries, or the country and its states. */
export interface UnknownHolidaySet {
  readonly unknown: string;
  readonly known: readonly string[];
}

/**
 * The days on which a country (`US`), one of its states (`US-MA`, `DE-BY`) or a region of that (`DE-BY-A`) is off work,
 * in the years `fromYear` to `toYear`, both included, with names in the country's own language.
 *
 * A holiday counts if it is public and takes the whole day; so do the days given in lieu of one that falls on a
 * weekend, which the data partly files as bank holidays. Every day of a longer holiday is listed.
 */
export function resolveHolidays(
  set: string,
  fromYear: number,
  toYear: number,
): ResolvedHolidays | UnknownHolidaySet {
  const { Holidays, version } = loadLibrary();
  const known = unknownPart(new Holidays(), set);
  if (known !== null) return { unknown: set, known };
  const [country = "", state = "", ...region] = set.split("-");
  const holidays = new Holidays(country, state, region.join("-"));
  const names = new Map<string, string[]>();
  // A long holiday may begin in the year before. A day in lieu of 1 January is listed with the year it lies in.
  for (let year = fromYear - 1; year <= toYear; year += 1) {
    for (const holiday of holidays.getHolidays(year).filter(isDayOff)) {
      for (const date of daysOf(holiday)) {
        const listed = names.get(date) ?? [];
        if (!listed.includes(holiday.name)) names.set(date, [...listed, holiday.name]);
      }
    }
  }
  const dates = [...names]
    .filter(([date]) => fromYear <= Number(date.slice(0, 4)) && Number(date.slice(0, 4)) <= toYear)
    .map(([date, listed]) => ({ date, name: listed.join(", ") }));
  return { source: `date-holidays ${version}`, dates };
}

/** Reads the library when it is first needed: its data takes about a tenth of a second to load. */
function loadLibrary(): { readonly Holidays: Library; readonly version: string } {
  const require = createRequire(import.meta.url);
  const { version } = require("date-holidays/package.json") as { version: string };
  return { Holidays: require("date-holidays") as Library, version };
}

/** Null for a set that exists, else the sets it could have been. */
function unknownPart(holidays: InstanceType<Library>, set: string): readonly string[] | null {
  const [country = "", state, ...region] = set.split("-");
  const countries = codes(holidays.getCountries());
  if (!countries.includes(country)) return countries;
  if (state === undefined) return null;
  const states = codes(holidays.getStates(country));
  if (!states.includes(state)) return [country, ...states.map((code) => `${country}-${code}`)];
  if (region.length === 0) return null;
  const regions = codes(holidays.getRegions(country, state));
  if (regions.includes(region.join("-"))) return null;
  return [`${country}-${state}`, ...regions.map((code) => `${country}-${state}-${code}`)];
}

function codes(names: Readonly<Record<string, string>> | undefined): string[] {
  return Object.keys(names ?? {}).sort();
}

function isDayOff(holiday: Holiday): boolean {
  return holiday.type === "public" || (holiday.type === "bank" && holiday.substitute === true);
}

/** The whole days of a holiday: none of one that begins at noon. A day of a clock change has 23 or 25 hours. */
function daysOf(holiday: Holiday): string[] {
  const hours = (holiday.end.getTime() - holiday.start.getTime()) / 3_600_000;
  const first = holiday.date.slice(0, 10);
  return Array.from({ length: Math.floor((hours + 1) / 24) }, (_, i) => addDays(first, i));
}
