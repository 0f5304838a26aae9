import { assertNever, type Policy } from "@entente/ir";
import { createCsvReporter } from "../../output/csv-reporter.ts";
import { createJsonlReporter } from "../../output/jsonl-reporter.ts";
import { createTableReporter } from "../../output/table-reporter.ts";
import type { VerdictReporter } from "../../output/verdict-reporter.ts";
import { zoneOf } from "../as-of.ts";
import type { Session } from "../session.ts";
import type { VerdictFormat } from "./run-options.ts";

/** The reporter of a format, writing to stdout. */
export function reporterFor(session: Session, policy: Policy, format: VerdictFormat): VerdictReporter {
  const { stdout } = session.io;
  switch (format) {
    case "jsonl":
      return createJsonlReporter(stdout);
    case "csv":
      return createCsvReporter(stdout);
    case "table": {
      const { colours, columns } = session.frameStyle("out");
      return createTableReporter(stdout, { zone: zoneOf(policy), columns, colours });
    }
    default:
      return assertNever(format);
  }
}
