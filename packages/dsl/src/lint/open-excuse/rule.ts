import type { CommitmentNode, ObligationNode } from "../../1-syntax/ast/commitments.ts";
import type { FieldNode } from "../../1-syntax/ast/facts.ts";
import type { NameNode } from "../../1-syntax/ast/name.ts";
import { type SyntaxNode, visit } from "../../1-syntax/children.ts";
import { reportLint } from "../../diagnostics/lint.ts";
import { declaredHere } from "../declared-here.ts";
import type { LintedContract, LintRule } from "../rule.ts";

/** A commitment that lapses where a field is missing, which nobody has promised to fill. */
export const openExcuse: LintRule = {
  name: "open-excuse",
  isOn: true,
  check: (contract) => {
    const owed = fieldsOwed(contract);
    return declaredHere(contract, "Commitment").flatMap((commitment) =>
      missingFields(commitment, contract)
        .filter(({ field }) => field.optional && !owed.has(field.name.text))
        .map(({ field, at }) => {
          const name = field.name.text;
          const params = {
            commitment: commitment.name.text,
            field: name,
            write: dutyFor(name, commitment, contract),
          };
          return reportLint("lint/open-excuse", at.span, params);
        }),
    );
  },
};

function fieldsOwed({ policy }: LintedContract): ReadonlySet<string> {
  const duties = policy.commitments.flatMap((commitment) => commitment.clauses.map((clause) => clause.duty));
  return new Set(duties.flatMap((duty) => (duty.kind === "provide" ? duty.fields : [])));
}

/** The fields whose absence excuses the commitment, with the places that say so. */
function missingFields(
  commitment: CommitmentNode,
  { resolution }: LintedContract,
): readonly { readonly field: FieldNode; readonly at: SyntaxNode }[] {
  const found: { readonly field: FieldNode; readonly at: SyntaxNode }[] = [];
  for (const clause of commitment.clauses) {
    if (clause.kind !== "Unless") continue;
    visit(clause, (node) => {
      if (node.kind !== "Presence" || node.present || node.subject.kind !== "Reference") return;
      const binding = resolution.bindings.get(node.subject);
      if (binding?.kind === "field") found.push({ field: binding.node, at: node });
    });
  }
  return found;
}

/** The duty that would close the gap: the other party's, by what starts this one. */
function dutyFor(field: string, commitment: CommitmentNode, { policy }: LintedContract): string {
  const obligation = commitment.clauses.find(
    (clause): clause is ObligationNode => clause.kind === "Obligation",
  );
  const other = policy.agreement.between.find((party) => party !== obligation?.party.text) ?? "marketing";
  const by = obligation === undefined ? undefined : triggerOf(obligation);
  return `${other} must provide ${field} by ${by?.text ?? "…"}`;
}

function triggerOf({ duty }: ObligationNode): NameNode | undefined {
  return "trigger" in duty ? duty.trigger.events[0]?.event : undefined;
}
