import { assertNever, type Diagnostic, orderVersions, type Policy, type VersionProblem } from "@entente/ir";
import { reportHistory } from "../diagnostics/history.ts";

/**
 * What is wrong with how the versions of one agreement follow each other, in the order in which they come into
 * force. Each finding stands in the version that it is about.
 */
export function checkVersions(policies: readonly Policy[]): readonly Diagnostic[] {
  return orderVersions(policies).problems.map(tell);
}

function tell(problem: VersionProblem): Diagnostic {
  const { span } = problem;
  switch (problem.kind) {
    case "undated":
      return reportHistory("history/undated-version", span, {});
    case "sameStart":
      return reportHistory("history/same-start", span, { date: problem.date }, before(problem.earlier));
    case "basis":
      return reportHistory("history/changed-basis", span, problem, before(problem.earlier));
    case "type":
      return reportHistory("history/changed-type", span, problem, before(problem.earlier));
    case "gap":
      return reportHistory("history/gap", span, problem, before(problem.earlier));
    case "leftBehind": {
      const related = [{ span: problem.later, label: "the version that follows" }];
      return reportHistory("history/clocks-left-behind", span, { promise: problem.promise }, { related });
    }
    default:
      return assertNever(problem);
  }
}

function before(span: Diagnostic["span"]) {
  return { related: [{ span, label: "the version before" }] };
}
