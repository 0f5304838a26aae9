import type { Goal } from "@entente/ir";
import { anchorOf } from "../phrase/anchor.ts";
import { bullets, code, paragraph, quotation } from "../phrase/nodes.ts";
import { plainText } from "../phrase/plain-text.ts";
import { say } from "../phrase/say.ts";
import type { Block } from "../phrase/tree.ts";
import type { Draft } from "../sentences/draft.ts";
import { amount, measure, target } from "../sentences/measure.ts";
import { parties } from "../sentences/names.ts";
import { formatPercent } from "../values/format-number.ts";
import { ladderReference } from "./commitments.ts";
import { declarationHeading, paragraphNumber, sectionHeading, source } from "./numbering.ts";

/** What each party promises to reach. */
export function goalsSection(draft: Draft): Block[] {
  const { goals } = draft.policy;
  return [
    sectionHeading(draft, "goals"),
    ...(goals.length === 0 ? [paragraph(draft.language.document.nothing)] : []),
    ...goals.flatMap((goal, index) => goalBlocks(draft, goal, paragraphNumber("goals", index))),
  ];
}

function goalBlocks(draft: Draft, goal: Goal, number: string): Block[] {
  const { promises: words, commitments, locale } = draft.language;
  const { baseline, tolerance, ladder, because } = goal;
  const promise = words.goal(
    parties(draft, goal.parties),
    measure(draft, goal.measure),
    goal.targets.length > 1,
  );
  return [
    declarationHeading(3, number, code(goal.name), anchorOf("goal", goal.name)),
    paragraph(say`${promise} ${source(draft, goal.span)}`),
    bullets(goal.targets.map((aim) => say`${target(draft, goal, aim)}`)),
    ...(baseline === null ? [] : [paragraph(words.baseline(amount(draft, goal, baseline)))]),
    ...(tolerance === null
      ? []
      : [paragraph(words.tolerance(formatPercent(locale, tolerance.percent), tolerance.side))]),
    ...(ladder === null ? [] : [paragraph(commitments.ladder(ladderReference(draft, ladder)))]),
    ...(because === null ? [] : [quotation(commitments.because(plainText(because)))]),
  ];
}
