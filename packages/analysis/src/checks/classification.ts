import type { Classification, Expression } from "@entente/ir";
import { decide } from "../decide/decide.ts";
import type { Decision } from "../decide/goal.ts";
import type { Analysis } from "../finding.ts";
import { FALSE, TRUE } from "../logic/truth-set.ts";
import type { Model } from "../model.ts";
import { found, nothingFound, openQuestion, together } from "./result.ts";
import { headOf } from "./words.ts";

interface Case {
  readonly name: string;
  readonly when: Expression;
}

/**
 * A classification's table (language, section 5): cases that overlap, leads that fall into no case, and cases that
 * no lead ever reaches.
 */
export function checkClassification(model: Model, one: Classification): Analysis {
  const cases = one.cases.flatMap(({ name, when }): Case[] => (when === null ? [] : [{ name, when }]));
  const closed = cases.length < one.cases.length;
  return together([
    ...(one.firstMatch ? shadowedCases(model, one, cases) : overlaps(model, one, cases)),
    closed ? deadOtherwise(model, one, cases) : gap(model, one, cases),
  ]);
}

function overlaps(model: Model, one: Classification, cases: readonly Case[]): Analysis[] {
  return cases.flatMap((later, index) =>
    cases.slice(0, index).map((earlier) => overlap(model, one, earlier, later)),
  );
}

function overlap(model: Model, one: Classification, earlier: Case, later: Case): Analysis {
  const decision = decide(model, holdTogether([earlier, later]));
  const both = `\`${earlier.name}\` and \`${later.name}\` of \`${one.name}\``;
  if (decision.kind !== "found") {
    return openQuestion(decision, `that ${both} never hold for the same lead`, later.when.span);
  }
  return found({
    id: "analysis/overlap",
    severity: "error",
    span: later.when.span,
    message: `${both} can hold for the same lead`,
    label: "this holds",
    related: [{ span: earlier.when.span, label: "and so does this" }],
    help: "make one exclude the other, or write `first match` after the name and put the cases in order",
    witness: decision.witness,
  });
}

function holdTogether(cases: readonly Case[]) {
  return { wanted: cases.map(({ when }) => ({ condition: when, truths: TRUE })), event: null };
}

function noneHolds(model: Model, cases: readonly Case[]): Decision {
  return decide(model, {
    wanted: cases.map(({ when }) => ({ condition: when, truths: FALSE })),
    event: null,
  });
}

function gap(model: Model, one: Classification, cases: readonly Case[]): Analysis {
  const decision = noneHolds(model, cases);
  const span = headOf(model, one.span);
  if (decision.kind !== "found")
    return openQuestion(decision, `that every lead falls into a case of \`${one.name}\``, span);
  return found({
    id: "analysis/gap",
    severity: "error",
    span,
    message: `a lead can fall into no case of \`${one.name}\``,
    label: "no case holds",
    help: "add the case that is missing, or close the table with `otherwise`",
    witness: decision.witness,
  });
}

/** `otherwise` is dead where the cases before it cover every lead; a lead that is unknown to them does not reach it either. */
function deadOtherwise(model: Model, one: Classification, cases: readonly Case[]): Analysis {
  const last = one.cases.find(({ when }) => when === null);
  if (last === undefined || cases.length === 0) return nothingFound;
  const decision = noneHolds(model, cases);
  if (decision.kind !== "none")
    return openQuestion(decision, `whether a lead reaches \`${last.name}\` of \`${one.name}\``, last.span);
  return found({
    id: "analysis/shadowed",
    severity: "warning",
    span: headOf(model, last.span),
    message: `no lead falls into \`${last.name}\` of \`${one.name}\`: the cases before it cover every lead`,
    label: "never reached",
    help: "where a field that decides is missing, the class is unknown and not `otherwise`: ask for `is missing` in a case",
    witness: null,
  });
}

/** Of `first match`: a case that holds only where an earlier one does. */
function shadowedCases(model: Model, one: Classification, cases: readonly Case[]): Analysis[] {
  return cases.map((own, index) => {
    const earlier = cases.slice(0, index);
    if (earlier.length === 0 || decide(model, holdTogether([own])).kind === "none") return nothingFound;
    const reaches = decide(model, {
      wanted: [
        ...earlier.map(({ when }) => ({ condition: when, truths: FALSE })),
        { condition: own.when, truths: TRUE },
      ],
      event: null,
    });
    if (reaches.kind !== "none")
      return openQuestion(
        reaches,
        `whether a lead reaches \`${own.name}\` of \`${one.name}\``,
        own.when.span,
      );
    const cover = earlier.find((other) => covers(model, other, own));
    return found({
      id: "analysis/shadowed",
      severity: "warning",
      span: own.when.span,
      message: `no lead falls into \`${own.name}\` of \`${one.name}\`: wherever it holds, an earlier case does`,
      label: "never reached",
      ...(cover === undefined ? {} : { related: [{ span: cover.when.span, label: "takes all of them" }] }),
      help: "with `first match` the narrower case comes first",
      witness: null,
    });
  });
}

function covers(model: Model, other: Case, own: Case): boolean {
  const wanted = [
    { condition: other.when, truths: FALSE },
    { condition: own.when, truths: TRUE },
  ];
  return decide(model, { wanted, event: null }).kind === "none";
}
