import type { Writable } from "node:stream";
import { createDecimalAmount } from "./money.ts";
import { TextSink } from "./text-sink.ts";
import { verdictJson } from "./verdict-json.ts";
import type { VerdictReporter } from "./verdict-reporter.ts";

/** One verdict a line, see {@link verdictJson}; nothing else. */
export function createJsonlReporter(stream: Writable): VerdictReporter {
  const sink = new TextSink(stream);
  const amount = createDecimalAmount();
  return {
    begin() {},
    verdict: (verdict) => sink.write(`${JSON.stringify(verdictJson(verdict, amount))}\n`),
    end: () => sink.flush(),
  };
}
