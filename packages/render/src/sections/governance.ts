import type { Meeting, Responsibility, Reward } from "@entente/ir";
import { anchorOf } from "../phrase/anchor.ts";
import { bullets, code, paragraph, reference, table } from "../phrase/nodes.ts";
import { plainText } from "../phrase/plain-text.ts";
import { asPhrase, type Part, type Phrase, say } from "../phrase/say.ts";
import type { Block } from "../phrase/tree.ts";
import { AND, type Draft, sentences } from "../sentences/draft.ts";
import { literal } from "../sentences/literal.ts";
import { addressee, addressees, named } from "../sentences/names.ts";
import { decimalQuantity } from "../sentences/quantity.ts";
import type { SectionName } from "../words/document-words.ts";
import { declarationHeading, numberOf, paragraphNumber, sectionHeading, source } from "./numbering.ts";

/** Rewards, meetings, responsibilities, disputes, review and cancellation. */
export function governanceSections(draft: Draft): Block[] {
  const { policy } = draft;
  return [
    ...section(
      draft,
      "rewards",
      policy.rewards.flatMap((each, index) => rewardBlocks(draft, each, index)),
    ),
    ...section(
      draft,
      "meetings",
      policy.meetings.flatMap((each, index) => meetingBlocks(draft, each, index)),
    ),
    ...section(draft, "responsibilities", responsibilities(draft)),
    ...section(draft, "disputes", disputes(draft)),
    ...section(draft, "review", reviews(draft)),
  ];
}

function section(draft: Draft, name: SectionName, blocks: readonly Block[]): Block[] {
  const content = blocks.length === 0 ? [paragraph(draft.language.document.nothing)] : blocks;
  return [sectionHeading(draft, name), ...content];
}

function rewardBlocks(draft: Draft, reward: Reward, index: number): Block[] {
  const { promises, values } = draft.language;
  const goals = reward.goals?.map((name) => named("goal", name)) ?? null;
  const sentence = promises.reward({
    goals: goals === null ? null : values.list(AND, goals),
    several: goals === null || goals.length > 1,
    period: reward.period,
    give: literal(draft, reward.give),
    to: addressees(draft, reward.to),
  });
  const anchor = anchorOf("reward", reward.name);
  return [
    declarationHeading(3, paragraphNumber("rewards", index), code(reward.name), anchor),
    paragraph(say`${sentence} ${source(draft, reward.span)}`),
  ];
}

function meetingBlocks(draft: Draft, meeting: Meeting, index: number): Block[] {
  const { document: words, values } = draft.language;
  const sentence = words.meeting(
    values.every(meeting.every),
    values.duration(meeting.duration),
    addressees(draft, meeting.attendedBy),
  );
  const anchor = anchorOf("meeting", meeting.name);
  return [
    declarationHeading(3, paragraphNumber("meetings", index), code(meeting.name), anchor),
    paragraph(say`${sentence} ${source(draft, meeting.span)}`),
    ...(meeting.agenda.length === 0
      ? []
      : [paragraph(words.agenda), bullets(meeting.agenda.map((point) => plainText(point)))]),
  ];
}

function responsibilities(draft: Draft): Block[] {
  const { responsibilities: all } = draft.policy;
  const { columns } = draft.language.document;
  if (all.length === 0) return [];
  const names = (people: readonly string[]): Part =>
    draft.language.values.list(
      AND,
      people.map((name) => addressee(draft, name)),
    );
  const cells = (each: Responsibility, index: number): readonly Part[] => [
    say`${paragraphNumber("responsibilities", index)} ${plainText(each.title)}`,
    names(each.responsible),
    names(each.accountable),
    names(each.consulted),
    names(each.informed),
    source(draft, each.span),
  ];
  return [
    table(
      [
        columns.task,
        columns.responsible,
        columns.accountable,
        columns.consulted,
        columns.informed,
        columns.source,
      ],
      all.map((each, index) => ({ cells: cells(each, index) })),
    ),
  ];
}

function disputes(draft: Draft): Block[] {
  const { document: words, values } = draft.language;
  return draft.policy.disputes.map(({ panel, hearing, decision, arbiter, span }, index) =>
    paragraph(
      say`${paragraphNumber("disputes", index)} ${sentences(draft, [
        panel.length === 0 ? null : words.panel(addressees(draft, panel)),
        hearing === null ? null : words.hearing(values.duration(hearing)),
        decision === null ? null : words.decision(decision),
        arbiter === null ? null : words.arbiter(addressee(draft, arbiter)),
      ])} ${source(draft, span)}`,
    ),
  );
}

function reviews(draft: Draft): Block[] {
  const { policy, language } = draft;
  const words = language.document;
  const said = [
    ...policy.reviews.map(({ every, span }) => ({
      sentence: asPhrase(words.review(language.values.every(every))),
      span,
    })),
    ...policy.cancellations.map(({ goal, missed, span }) => ({
      sentence: words.cancellation(goalReference(draft, goal), decimalQuantity(draft, String(missed))),
      span,
    })),
  ];
  return said.map(({ sentence, span }, index) =>
    paragraph(say`${paragraphNumber("review", index)} ${sentence} ${source(draft, span)}`),
  );
}

function goalReference({ policy }: Draft, name: string): Phrase {
  return reference(say`${numberOf("goals", policy, name)} ${code(name)}`, anchorOf("goal", name));
}
