import type { VersionProblem } from "@entente/ir";

/** Policies that are not versions of one agreement; {@link HistoryError.problems} says why. */
export class HistoryError extends Error {
  override readonly name = "HistoryError";
  readonly problems: readonly VersionProblem[];

  constructor(problems: readonly VersionProblem[]) {
    super(`These policies are not one history: ${problems.map(problemWords).join("; ")}.`);
    this.problems = problems;
  }
}

/** What is wrong, as one clause of a sentence. */
function problemWords(problem: VersionProblem): string {
  const place = `${problem.span.file}:${problem.span.line}`;
  switch (problem.kind) {
    case "undated":
      return `${place} does not say from when it holds`;
    case "sameStart":
      return `${place} holds from ${problem.date}, as another version does`;
    case "basis":
      return `the ${problem.what} of ${place} is ${problem.is}, and was ${problem.was}`;
    case "type":
      return `${problem.what} in ${place} is ${problem.is}, and was ${problem.was}`;
    case "gap":
      return `nothing is in force from ${problem.from} to ${problem.to}`;
    case "leftBehind":
      return `${problem.promise} has no namesake later`;
  }
}
