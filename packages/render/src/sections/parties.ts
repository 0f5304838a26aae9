import type { Clause, Commitment, Goal } from "@entente/ir";
import { anchorOf } from "../phrase/anchor.ts";
import { bullets, code, heading, paragraph, reference } from "../phrase/nodes.ts";
import { plainText } from "../phrase/plain-text.ts";
import { joined, type Phrase, say } from "../phrase/say.ts";
import type { Block } from "../phrase/tree.ts";
import { type Draft, sentences } from "../sentences/draft.ts";
import { duty, steps } from "../sentences/duty.ts";
import { condition } from "../sentences/expression.ts";
import { measure, target } from "../sentences/measure.ts";
import { party } from "../sentences/names.ts";
import { numberOf, paragraphNumber, sectionHeading } from "./numbering.ts";

/** For each party what it owes and what it is owed, each with the paragraph that says it in full. */
export function partiesSection(draft: Draft): Block[] {
  const words = draft.language.document;
  return [
    sectionHeading(draft, "parties"),
    ...draft.policy.parties.flatMap(({ name }, index) => {
      const half = (place: number, title: Phrase, items: readonly Phrase[]): Block[] => [
        heading(3, say`${paragraphNumber("parties", 2 * index + place)} ${title}`),
        items.length === 0 ? paragraph(words.nothing) : bullets(items),
      ];
      return [
        ...half(0, words.owes(party(name)), owedBy(draft, name)),
        ...half(1, words.owed(party(name)), owedTo(draft, name)),
      ];
    }),
  ];
}

function owedBy(draft: Draft, name: string): Phrase[] {
  return [
    ...duties(draft, (clause) => clause.party === name),
    ...goals(draft, (goal) => goal.parties.includes(name)),
    ...offices(draft, name),
  ];
}

function owedTo(draft: Draft, name: string): Phrase[] {
  const { policy, language } = draft;
  const rewards = policy.rewards.filter(({ to }) => to.includes(name));
  return [
    ...duties(draft, (clause) => clause.party !== name),
    ...goals(draft, (goal) => goal.parties.some((other) => other !== name)),
    ...rewards.map((reward) =>
      language.document.receives(
        numbered(numberOf("rewards", policy, reward.name), reward.name, anchorOf("reward", reward.name)),
      ),
    ),
  ];
}

function duties(draft: Draft, wanted: (clause: Clause) => boolean): Phrase[] {
  return draft.policy.commitments.flatMap((commitment, index) =>
    commitment.clauses.flatMap((clause, place) =>
      wanted(clause)
        ? [dutyItem(draft, commitment, clause, paragraphNumber("commitments", index, place))]
        : [],
    ),
  );
}

function dutyItem(draft: Draft, { name, appliesTo }: Commitment, clause: Clause, number: string): Phrase {
  const title = clause.labelled ? `${name}.${clause.id}` : name;
  const { values, commitments } = draft.language;
  const applies = appliesTo === null ? null : commitments.appliesTo(condition(draft, appliesTo));
  const plan = steps(draft, clause);
  const told =
    plan.length === 0
      ? sentences(draft, [duty(draft, clause), applies])
      : sentences(draft, [applies, duty(draft, clause), joined(plan, values.semicolon)]);
  return say`${numbered(number, title, anchorOf("commitment", name, clause.id))}${values.colon}${told}`;
}

function goals(draft: Draft, wanted: (goal: Goal) => boolean): Phrase[] {
  return draft.policy.goals.filter(wanted).map((goal) => {
    const number = numberOf("goals", draft.policy, goal.name);
    const aims = joined(
      goal.targets.map((aim) => target(draft, goal, aim)),
      draft.language.values.semicolon,
    );
    const name = numbered(number, goal.name, anchorOf("goal", goal.name));
    const { colon } = draft.language.values;
    return say`${name}${colon}${measure(draft, goal.measure)}${colon}${aims}`;
  });
}

/** Meetings and tasks of the party itself or of one of its roles. */
function offices(draft: Draft, name: string): Phrase[] {
  const { policy, language } = draft;
  const words = language.document;
  const own = new Set([name, ...policy.roles.filter((role) => role.party === name).map((role) => role.name)]);
  const concerns = (people: readonly string[]): boolean => people.some((each) => own.has(each));
  return [
    ...policy.meetings
      .filter(({ attendedBy }) => concerns(attendedBy))
      .map((meeting) => {
        const number = numberOf("meetings", policy, meeting.name);
        return words.takesPartIn(numbered(number, meeting.name, anchorOf("meeting", meeting.name)));
      }),
    ...policy.responsibilities.flatMap((each, index) => {
      const task = say`${paragraphNumber("responsibilities", index)} ${plainText(each.title)}`;
      return [
        ...(concerns(each.responsible) ? [words.responsibleFor(task)] : []),
        ...(concerns(each.accountable) ? [words.accountableFor(task)] : []),
      ];
    }),
  ];
}

function numbered(number: string, name: string, anchor: string): Phrase {
  return reference(say`${number} ${code(name)}`, anchor);
}
