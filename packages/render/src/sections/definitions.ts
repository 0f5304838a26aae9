import type { Classification, Score, ScoreLine, Stage } from "@entente/ir";
import { anchorOf } from "../phrase/anchor.ts";
import { bullets, code, paragraph, table } from "../phrase/nodes.ts";
import { plainText } from "../phrase/plain-text.ts";
import { joined, type Part, type Phrase, say } from "../phrase/say.ts";
import type { Block } from "../phrase/tree.ts";
import { type Draft, OR } from "../sentences/draft.ts";
import { condition, narrowed, value } from "../sentences/expression.ts";
import { field, named } from "../sentences/names.ts";
import { decimalQuantity, quantity } from "../sentences/quantity.ts";
import { DEFINITIONS, type DefinitionName } from "../words/document-words.ts";
import {
  declarationHeading,
  definitionHeading,
  paragraphNumber,
  sectionHeading,
  source,
} from "./numbering.ts";
import { recordDefinitions } from "./records.ts";

/** What the words of the agreement stand for. */
export function definitionsSection(draft: Draft): Block[] {
  const { policy, language } = draft;
  const orNothing = (name: DefinitionName, blocks: Block[]): Block[] => [
    definitionHeading(draft, name),
    ...(blocks.length === 0 ? [paragraph(language.document.nothing)] : blocks),
  ];
  return [
    sectionHeading(draft, "definitions"),
    ...recordDefinitions(draft),
    ...orNothing("defines", defines(draft)),
    ...orNothing(
      "scores",
      policy.scores.flatMap((score, index) => scoreBlocks(draft, score, number("scores", index))),
    ),
    ...orNothing(
      "classes",
      policy.classes.flatMap((each, index) => classBlocks(draft, each, number("classes", index))),
    ),
    ...orNothing("stages", policy.stages.length === 0 ? [] : [stageTable(draft)]),
  ];
}

function number(name: DefinitionName, index: number): string {
  return paragraphNumber("definitions", DEFINITIONS.indexOf(name), index);
}

function defines(draft: Draft): Block[] {
  return draft.policy.defines.map((define, index) => {
    const meaning = draft.language.document.means(code(define.name), condition(draft, define.value));
    const anchor = anchorOf("define", define.name);
    return paragraph(say`${number("defines", index)} ${meaning} ${source(draft, define.span)}`, anchor);
  });
}

function scoreBlocks(draft: Draft, score: Score, heading: string): Block[] {
  const { document: words, values } = draft.language;
  const { columns } = words;
  const points = (decimal: string): Phrase => values.points(decimalQuantity(draft, decimal));
  const rules = [
    score.fades === null ? null : words.fades(points(score.fades.points), values.duration(score.fades.every)),
    score.expiresAfter === null ? null : words.allExpire(values.duration(score.expiresAfter)),
    score.minimum === null ? null : words.minimum(points(score.minimum)),
    score.maximum === null ? null : words.maximum(points(score.maximum)),
    score.resets === null
      ? null
      : words.resets(narrowed(draft, score.resets.on), value(draft, score.resets.to)),
  ].filter((rule) => rule !== null);
  return [
    declarationHeading(4, heading, code(score.name), anchorOf("score", score.name)),
    table(
      [columns.points, columns.basis, columns.limits, columns.source],
      score.lines.map((line) => ({ cells: scoreLine(draft, line) })),
    ),
    ...(rules.length === 0 ? [] : [bullets(rules)]),
  ];
}

function scoreLine(draft: Draft, line: ScoreLine): readonly Part[] {
  const { document: words, values } = draft.language;
  const limits = [
    line.once === null ? null : words.once(values.duration(line.once)),
    line.cap === null ? null : words.cap(values.points(decimalQuantity(draft, line.cap))),
    line.expiresAfter === null ? null : words.expires(values.duration(line.expiresAfter)),
  ].filter((limit) => limit !== null);
  const sign = line.points.startsWith("-") ? "" : "+";
  return [
    say`${sign}${decimalQuantity(draft, line.points).said}`,
    scoreBasis(draft, line),
    joined(limits, values.semicolon),
    source(draft, line.span),
  ];
}

function scoreBasis(draft: Draft, { basis }: ScoreLine): Phrase {
  const words = draft.language.document;
  switch (basis.kind) {
    case "when":
      return words.whileHolds(condition(draft, basis.condition));
    case "perField":
      return words.perUnit(field(draft, basis.field));
    case "perEvent":
      return words.perEvent(narrowed(draft, basis.match));
  }
}

function classBlocks(draft: Draft, each: Classification, heading: string): Block[] {
  const { document: words, values } = draft.language;
  const { columns } = words;
  const worth = (of: Classification["cases"][number]["worth"]): Part => {
    if (of === null) return "";
    return of.unit === "points" ? values.points(quantity(draft, of.value)) : value(draft, of.value);
  };
  return [
    declarationHeading(4, heading, code(each.name), anchorOf("class", each.name)),
    paragraph(each.firstMatch ? words.firstMatch : words.exclusive),
    table(
      [columns.case, columns.condition, columns.worth, columns.source],
      each.cases.map(({ name, when, worth: of, span }) => ({
        cells: [
          code(name),
          when === null ? values.otherwise : condition(draft, when),
          worth(of),
          source(draft, span),
        ],
      })),
    ),
  ];
}

function stageTable(draft: Draft): Block {
  const { columns } = draft.language.document;
  return table(
    [columns.stage, columns.after, columns.condition, columns.reachedAt, columns.source],
    draft.policy.stages.map((stage) => ({
      cells: stageCells(draft, stage),
      anchor: anchorOf("stage", stage.name),
    })),
  );
}

function stageCells(draft: Draft, stage: Stage): readonly Part[] {
  const { document: words, values } = draft.language;
  const when = stage.when === null ? null : condition(draft, stage.when);
  const after = stage.after.map((name) => named("stage", name));
  return [
    stage.label === null ? code(stage.name) : values.given(code(stage.name), plainText(stage.label)),
    values.list(OR, after),
    stage.unless === null ? (when ?? "") : words.unless(when, condition(draft, stage.unless)),
    stage.at === null ? "" : reachedAt(draft, stage),
    source(draft, stage.span),
  ];
}

/** An event stands for its first instant here. */
function reachedAt(draft: Draft, { at }: Stage): Part {
  if (at === null) return "";
  return at.kind === "happened" ? named("event", at.event) : value(draft, at);
}
