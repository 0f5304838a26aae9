import type { DiagnosticText } from "./define.ts";
import { reporterOf } from "./define.ts";

const text = <P>(entry: DiagnosticText<P>): DiagnosticText<P> => entry;

/** What only turns up when the contract is compiled against data from outside. */
export const lowerCatalogue = {
  "lower/unknown-holidays": text<{ set: string; known: readonly string[]; write: string | undefined }>({
    severity: "error",
    message: ({ set }) => `no public holidays are known for ${set}`,
    label: ({ write }) => (write === undefined ? undefined : `write ${write}`),
    help: ({ known }) =>
      known.length === 0
        ? undefined
        : `known here: ${known.slice(0, 12).join(", ")}${known.length > 12 ? ", …" : ""}`,
  }),
};

export const reportLower = reporterOf(lowerCatalogue);
