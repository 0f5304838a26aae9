import { type Codec, Rejected } from "./codec.ts";

const leapYear = "(?:[1-9]\\d(?:0[48]|[2468][048]|[13579][26])|(?:[2468][048]|[13579][26])00)";

/** Regular expression of the dates that exist, from 1000-01-01 to 9999-12-31. */
export const datePattern =
  "(?:[1-9]\\d{3}-(?:(?:0[13578]|1[02])-(?:0[1-9]|[12]\\d|3[01])" +
  "|(?:0[469]|11)-(?:0[1-9]|[12]\\d|30)|02-(?:0[1-9]|1\\d|2[0-8]))" +
  `|${leapYear}-02-29)`;

const syntax = new RegExp(`^${datePattern}$`);

/** Calendar dates in ISO form only: `03/04/2020` is March in one office and April in the other. */
export const dateCodec: Codec = {
  expected: "a date, such as 2020-03-06",
  fromText: (text) => (syntax.test(text) ? text : new Rejected(dateHint(text))),
  fromJson: () => new Rejected("write the date as text"),
  pattern: () => datePattern,
  jsonSchemas: [],
  separators: ";,",
};

/** What to do about a text that looks like a date but is none. */
export function dateHint(text: string): string | null {
  if (/^\d{1,4}[/.]\d{1,2}[/.]\d{2,4}/.test(text))
    return "write the date as YYYY-MM-DD: this order can be read in two ways";
  if (/^\d{4}-\d{2}-\d{2}[T ]/.test(text)) return "remove the time, or declare the field as time";
  return /^\d{4}-\d{2}-\d{2}$/.test(text) ? "there is no such day" : null;
}
