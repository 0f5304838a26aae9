import type { Span } from "@entente/ir";
import { reportCheck } from "../diagnostics/check.ts";
import type { Checking } from "./checking.ts";

interface ClauseLike {
  readonly kind: string;
  readonly span: Span;
}

/** Reports clauses of a kind that may stand only once. `names` gives the word that the contract writes for the kind. */
export function checkOnce(
  clauses: readonly ClauseLike[],
  names: Readonly<Record<string, string>>,
  what: string,
  checking: Checking,
): void {
  const seen = new Map<string, Span>();
  for (const clause of clauses) {
    const word = names[clause.kind];
    if (word === undefined) continue;
    const first = seen.get(clause.kind);
    if (first === undefined) {
      seen.set(clause.kind, clause.span);
    } else {
      const related = [{ span: first, label: "the first one" }];
      checking.diagnostics.push(
        reportCheck("check/repeated-clause", clause.span, { what, clause: word }, { related }),
      );
    }
  }
}

/** Reports a clause that must be there and is not. */
export function checkPresent(
  clauses: readonly ClauseLike[],
  kind: string,
  report: { readonly what: string; readonly clause: string; readonly example: string; readonly span: Span },
  checking: Checking,
): void {
  if (clauses.some((clause) => clause.kind === kind)) return;
  const { what, clause, example, span } = report;
  checking.diagnostics.push(reportCheck("check/missing-clause", span, { what, clause, example }));
}
