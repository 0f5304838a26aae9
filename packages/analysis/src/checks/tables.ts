import type { Commitment, Expression, ExpressionOf, Span } from "@entente/ir";
import { decide } from "../decide/decide.ts";
import type { Analysis } from "../finding.ts";
import { expressionsIn, withParts } from "../logic/parts-of.ts";
import { FALSE, TRUE } from "../logic/truth-set.ts";
import type { Model } from "../model.ts";
import { found, openQuestion, together } from "./result.ts";
import { headOf, quoted } from "./words.ts";

interface Table {
  readonly by: Expression;
  readonly values: ExpressionOf<"in">["values"];
  readonly span: Span;
  readonly what: string;
  /** The leads that the table is asked for; null for all. */
  readonly for: Expression | null;
}

/** Value tables without `otherwise` that leave out a value which a lead can have. */
export function checkTables(model: Model): Analysis {
  const { commitments, calendars, ...rest } = model.policy;
  const { defines, scores, classes, stages, goals, funnels } = rest;
  return together(
    [
      ...tablesIn(model, { defines, scores, classes, stages, goals, funnels }, null),
      ...commitments.flatMap((commitment) => ofCommitment(model, commitment)),
      ...calendars.flatMap((calendar): Table[] => {
        if (calendar.kind !== "chosen" || calendar.otherwise !== null) return [];
        const values = calendar.cases.flatMap((one) => one.values);
        return [
          {
            by: calendar.by,
            values,
            span: headOf(model, calendar.span),
            what: `the calendar \`${calendar.name}\``,
            for: null,
          },
        ];
      }),
    ].map((table) => checkTable(model, table)),
  );
}

function ofCommitment(model: Model, commitment: Commitment): Table[] {
  const { appliesTo, clauses, excuses, waivers } = commitment;
  return [...tablesIn(model, clauses, appliesTo), ...tablesIn(model, { appliesTo, excuses, waivers }, null)];
}

function tablesIn(model: Model, part: unknown, leads: Expression | null): Table[] {
  return expressionsIn(part)
    .flatMap(withParts)
    .flatMap((node): Table[] => {
      if (node.kind !== "table" || node.otherwise !== null) return [];
      const values = node.cases.flatMap((one) => one.values);
      return [
        { by: node.by, values, span: node.span, what: `the table by ${quoted(model, node.by)}`, for: leads },
      ];
    });
}

function checkTable(model: Model, table: Table): Analysis {
  const { by, values, span, what } = table;
  const fits: Expression = { kind: "in", subject: by, values: [...values], span: by.span };
  const decision = decide(model, {
    wanted: [
      ...(table.for === null ? [] : [{ condition: table.for, truths: TRUE }]),
      { condition: fits, truths: FALSE },
    ],
    event: null,
  });
  if (decision.kind !== "found")
    return openQuestion(decision, `that ${what} has a value for every lead`, span);
  return found({
    id: "analysis/table-gap",
    severity: "error",
    span,
    message: `${what} has no value for some leads`,
    label: "no case fits",
    help: "add the case that is missing, or close the table with `otherwise -> …`",
    witness: decision.witness,
  });
}
