import { type Codec, Rejected } from "./codec.ts";
import { dateHint, datePattern } from "./date-codec.ts";

/** Turns the reading of the agreement's wall clock, written as if it were UTC, into an instant (milliseconds). */
export type ToInstant = (localMs: number) => number;

const clockPattern = "(?:[01]\\d|2[0-3]):[0-5]\\d(?::[0-5]\\d(?:\\.\\d{1,9})?)?";
const offsetPattern = " ?(?:[Zz]|UTC|[+-](?:0\\d|1[0-4])(?::?[0-5]\\d)?)";
const pattern = `${datePattern}[Tt ]${clockPattern}(?:${offsetPattern})?`;
const syntax = new RegExp(`^${pattern}$`);

/**
 * Instants, read to epoch milliseconds: ISO date and time with `T` or a space, seconds and fractions optional
 * (cut to milliseconds), with an offset, `Z` or `UTC`; without one, in the agreement's zone. A date alone
 * and a bare number are refused: no midnight is invented, and seconds are not guessed apart from milliseconds.
 */
export function timeCodec(toInstant: ToInstant): Codec {
  return {
    expected: "a time, such as 2020-03-06 18:30 or 2020-03-06T18:30:00Z",
    fromText: (text) => (syntax.test(text) ? readTime(text, toInstant) : new Rejected(timeHint(text))),
    fromJson: () => new Rejected("write the time as text, such as 2020-03-06T18:30:00Z"),
    pattern: () => pattern,
    jsonSchemas: [],
    separators: ";,",
  };
}

function readTime(text: string, toInstant: ToInstant): number {
  const field = (from: number, to: number) => Number(text.slice(from, to));
  const withSeconds = text[16] === ":";
  const local = Date.UTC(
    field(0, 4),
    field(5, 7) - 1,
    field(8, 10),
    field(11, 13),
    field(14, 16),
    withSeconds ? field(17, 19) : 0,
  );
  const [, fraction = ""] = /^\.(\d+)/.exec(text.slice(19)) ?? [];
  const wall = local + Number(fraction.slice(0, 3).padEnd(3, "0"));
  const offset = offsetOf(text.slice(16));
  return offset === null ? toInstant(wall) : wall - offset;
}

/** The offset at the end of a time in milliseconds; null where there is none. */
function offsetOf(rest: string): number | null {
  if (/[Zz]$|UTC$/.test(rest)) return 0;
  const [, sign, hours = "0", minutes = "0"] = /([+-])(\d\d):?(\d\d)?$/.exec(rest) ?? [];
  if (sign === undefined) return null;
  const size = (Number(hours) * 60 + Number(minutes)) * 60_000;
  return sign === "-" ? -size : size;
}

function timeHint(text: string): string | null {
  if (/^\d{4}-\d{2}-\d{2}$/.test(text)) return "a date alone does not say when in the day; give the time too";
  if (/^\d{9,}$/.test(text))
    return "write the time in ISO form: a bare number may be seconds or milliseconds";
  return /^\d{1,4}[/.]/.test(text) ? dateHint(text) : null;
}
