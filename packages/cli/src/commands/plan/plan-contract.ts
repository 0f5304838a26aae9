import { type StreamTotal, totalOf } from "@entente/engine";
import { assertNever, type Policy } from "@entente/ir";
import { type ExitCode, exitCode } from "../../exit-code.ts";
import { planCsv } from "../../output/plan-csv.ts";
import { planJson } from "../../output/plan-json.ts";
import { planMarkdown } from "../../output/plan-markdown.ts";
import { planText } from "../../output/plan-text.ts";
import type { PlannedFunnel } from "../../output/planned-funnel.ts";
import { printable } from "../../terminal/printable.ts";
import { write } from "../../terminal/write.ts";
import { zoneOf } from "../as-of.ts";
import { loadPolicy } from "../load-policy.ts";
import type { Session } from "../session.ts";
import { planFunnels, type UnplannedFunnel } from "./plan-funnels.ts";
import type { PlanOptions } from "./plan-options.ts";
import { readRequest } from "./plan-request.ts";

/** Does the sums of a contract's funnels. The plan goes to stdout; what cannot be planned, and why, to stderr. */
export async function planContract(session: Session, file: string, options: PlanOptions): Promise<ExitCode> {
  const policy = await loadPolicy(session, file);
  if (policy === null) return exitCode.contract;
  const { planned, unplanned } = planFunnels(policy, readRequest(policy, options, today(session, policy)));
  if (policy.funnels.length === 0) {
    await write(session.io.stderr, `${printable(file)} has no funnel, so there is nothing to plan\n`);
  }
  if (planned.length > 0 || unplanned.length === 0)
    await write(session.io.stdout, written(session, policy, planned, options));
  for (const one of unplanned) await write(session.io.stderr, problemLine(one));
  return unplanned.length > 0 ? exitCode.contract : exitCode.fine;
}

/** The local date of the agreement's zone: an agreement without a term is planned from today. */
function today({ io }: Session, policy: Policy): string {
  return zoneOf(policy).localDate(io.now());
}

function written(
  session: Session,
  policy: Policy,
  planned: readonly PlannedFunnel[],
  { format, year: asked }: PlanOptions,
): string {
  const total = streamTotal(planned);
  const year = asked === true;
  switch (format) {
    case "json":
      return planJson(policy, planned, total);
    case "csv":
      return planCsv(policy, planned, year);
    case "markdown":
      return planMarkdown(policy, planned, total, year);
    case "table":
      return planned.length === 0
        ? ""
        : planText(policy, planned, total, { year, colours: session.colours().out });
    default:
      return assertNever(format);
  }
}

/** Null where there are no months to add up, or only those of an alternative. */
function streamTotal(planned: readonly PlannedFunnel[]): StreamTotal | null {
  const terms = planned.flatMap(({ term }) => term ?? []);
  const total = totalOf(terms);
  return total.funnels.length === 0 ? null : total;
}

function problemLine({ funnel, problem }: UnplannedFunnel): string {
  const { file, line } = funnel.span;
  return `${printable(`error: ${file}:${line}: ${problem}`)}\n`;
}
