import type { DiagnosticText } from "./define.ts";
import { reporterOf } from "./define.ts";

const text = <P>(entry: DiagnosticText<P>): DiagnosticText<P> => entry;

interface Changed {
  readonly what: string;
  readonly is: string;
  readonly was: string;
}

/** What is found where versions of one agreement follow each other. */
export const historyCatalogue = {
  "history/undated-version": text<Record<string, never>>({
    severity: "error",
    message: () => "this is one of several versions, and does not say from when it holds",
    help: () => "give each version its beginning: `effective 2026-07-01 to 2026-12-31`",
  }),
  "history/same-start": text<{ date: string }>({
    severity: "error",
    message: ({ date }) => `two versions hold from ${date}, so neither comes before the other`,
    help: () => "give the later one a later day; the earlier one then ends on the day before",
  }),
  "history/changed-basis": text<Changed>({
    severity: "error",
    message: ({ what, is, was }) => `the ${what} is ${is} in this version, and ${was} in the one before`,
    help: ({ what }) =>
      `versions of one agreement share the ${what}: with another one it is an agreement of its own, under another title`,
  }),
  "history/changed-type": text<Changed>({
    severity: "error",
    message: ({ what, is, was }) => `${what} is \`${is}\` in this version, and \`${was}\` in the one before`,
    help: () => "one record is read for all versions: keep the type, or give the new one another name",
  }),
  "history/gap": text<{ from: string; to: string }>({
    severity: "warning",
    message: ({ from, to }) =>
      from === to ? `on ${from} no version is in force` : `from ${from} to ${to} no version is in force`,
    help: () =>
      "what happens in between starts no clock; let the earlier version go on until this one begins",
  }),
  "history/clocks-left-behind": text<{ promise: string }>({
    severity: "warning",
    message: ({ promise }) => `the next version has no \`${promise}\`, so its running clocks cannot move`,
    help: () =>
      "they run to their end under these terms; a clause that keeps its name and label hands them over",
  }),
};

export const reportHistory = reporterOf(historyCatalogue);
