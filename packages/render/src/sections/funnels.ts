import type { Funnel } from "@entente/ir";
import { anchorOf } from "../phrase/anchor.ts";
import { bullets, code, paragraph, table } from "../phrase/nodes.ts";
import { type Phrase, say } from "../phrase/say.ts";
import type { Block } from "../phrase/tree.ts";
import type { Draft } from "../sentences/draft.ts";
import { condition, value } from "../sentences/expression.ts";
import { named } from "../sentences/names.ts";
import { quantity } from "../sentences/quantity.ts";
import { declarationHeading, paragraphNumber, sectionHeading, source } from "./numbering.ts";

/** The arithmetic of the promise, as agreed: nothing is calculated here. */
export function funnelsSection(draft: Draft): Block[] {
  const { funnels } = draft.policy;
  return [
    sectionHeading(draft, "funnels"),
    ...(funnels.length === 0 ? [paragraph(draft.language.document.nothing)] : []),
    ...funnels.flatMap((funnel, index) => funnelBlocks(draft, funnel, paragraphNumber("funnels", index))),
  ];
}

function funnelBlocks(draft: Draft, funnel: Funnel, number: string): Block[] {
  const { columns } = draft.language.document;
  const { rates, mix } = funnel;
  const rateRows = rates.map(({ from, to, rate, span }) => ({
    cells: [named("stage", from), named("stage", to), value(draft, rate), source(draft, span)],
  }));
  const mixRows = mix.map(({ name, share, rate, span }) => ({
    cells: [code(name), value(draft, share), value(draft, rate), source(draft, span)],
  }));
  return [
    declarationHeading(3, number, code(funnel.name), anchorOf("funnel", funnel.name)),
    bullets(termsOf(draft, funnel)),
    ...(rates.length === 0
      ? []
      : [table([columns.from, columns.to, columns.rate, columns.source], rateRows)]),
    ...(mix.length === 0
      ? []
      : [table([columns.kind, columns.share, columns.rate, columns.source], mixRows)]),
  ];
}

function termsOf(draft: Draft, funnel: Funnel): readonly Phrase[] {
  const { promises: words, values } = draft.language;
  const { appliesTo, alternativeTo, deal, cycle } = funnel;
  return [
    ...(appliesTo === null ? [] : [words.funnelFor(condition(draft, appliesTo))]),
    ...(alternativeTo === null ? [] : [words.alternativeTo(named("funnel", alternativeTo))]),
    ...quota(draft, funnel),
    ...(deal === null ? [] : [words.deal(value(draft, deal))]),
    ...(cycle === null ? [] : [words.cycle(values.duration(cycle))]),
    ...capacity(draft, funnel),
    say`${words.rounding(funnel.rounding)} ${source(draft, funnel.span)}`,
  ];
}

function quota(draft: Draft, { quota: agreed }: Funnel): readonly Phrase[] {
  if (agreed === null) return [];
  const { promises: words, values } = draft.language;
  const every = values.inEvery(agreed.every);
  return agreed.stage === null
    ? [words.quotaOfMoney(value(draft, agreed.value), every)]
    : [words.quotaOfLeads(quantity(draft, agreed.value), named("stage", agreed.stage), every)];
}

function capacity(draft: Draft, { capacity: agreed }: Funnel): readonly Phrase[] {
  if (agreed === null) return [];
  const { promises: words, values } = draft.language;
  const stage = named("stage", agreed.stage);
  const count = quantity(draft, agreed.count);
  return [words.capacity(count, stage, values.inEvery(agreed.every), quantity(draft, agreed.reps))];
}
