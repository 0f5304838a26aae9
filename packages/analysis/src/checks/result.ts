import type { Span } from "@entente/ir";
import type { Decision } from "../decide/goal.ts";
import type { Analysis, Finding, NotProved } from "../finding.ts";

export const nothingFound: Analysis = { findings: [], notProved: [] };

export function together(results: readonly Analysis[]): Analysis {
  return {
    findings: results.flatMap(({ findings }) => findings),
    notProved: results.flatMap(({ notProved }) => notProved),
  };
}

export const found = (...findings: Finding[]): Analysis => ({ findings, notProved: [] });

/** What an open decision leaves to say; nothing for one that is closed. */
export function openQuestion(decision: Decision, question: string, span: Span): Analysis {
  if (decision.kind !== "open") return nothingFound;
  const open: NotProved = { question, reason: decision.reason, span };
  return { findings: [], notProved: [open] };
}
