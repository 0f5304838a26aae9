import type { CalendarChoice, Clause, Commitment } from "@entente/ir";
import { anchorOf } from "../phrase/anchor.ts";
import { bullets, code, paragraph, quotation, reference } from "../phrase/nodes.ts";
import { plainText } from "../phrase/plain-text.ts";
import { type Part, type Phrase, say } from "../phrase/say.ts";
import type { Block } from "../phrase/tree.ts";
import type { Draft } from "../sentences/draft.ts";
import { duty, steps } from "../sentences/duty.ts";
import { condition, events } from "../sentences/expression.ts";
import { named } from "../sentences/names.ts";
import { formatPercent } from "../values/format-number.ts";
import { declarationHeading, numberOf, paragraphNumber, sectionHeading, source } from "./numbering.ts";

/** Who must do what by when: a numbered paragraph for every clause. */
export function commitmentsSection(draft: Draft): Block[] {
  const { commitments } = draft.policy;
  return [
    sectionHeading(draft, "commitments"),
    ...(commitments.length === 0 ? [paragraph(draft.language.document.nothing)] : []),
    ...commitments.flatMap((commitment, index) => commitmentBlocks(draft, commitment, index)),
  ];
}

function commitmentBlocks(draft: Draft, commitment: Commitment, index: number): Block[] {
  const { commitments: words } = draft.language;
  const number = paragraphNumber("commitments", index);
  const { appliesTo, because } = commitment;
  const terms = termsOf(draft, commitment);
  return [
    declarationHeading(3, number, code(commitment.name), anchorOf("commitment", commitment.name)),
    ...(appliesTo === null ? [] : [paragraph(words.appliesTo(condition(draft, appliesTo)))]),
    ...commitment.clauses.flatMap((clause, place) =>
      clauseBlocks(draft, commitment, clause, paragraphNumber("commitments", index, place)),
    ),
    ...(terms.length === 0 ? [] : [bullets(terms)]),
    ...(because === null ? [] : [quotation(words.because(plainText(because)))]),
  ];
}

function clauseBlocks(draft: Draft, { name }: Commitment, clause: Clause, number: string): Block[] {
  const label = clause.labelled ? draft.language.values.given("", code(clause.id)) : "";
  const plan = steps(draft, clause);
  return [
    paragraph(
      say`${number}${label} ${duty(draft, clause)} ${source(draft, clause.span)}`,
      anchorOf("commitment", name, clause.id),
    ),
    ...(plan.length === 0 ? [] : [bullets(plan)]),
  ];
}

/** What goes for all clauses of a commitment. */
function termsOf(draft: Draft, commitment: Commitment): readonly Part[] {
  const { commitments: words, values } = draft.language;
  const { calendar, pauses, until, excuses, waivers, warnAt, ladder } = commitment;
  return [
    ...(calendar === null ? [] : [countedOn(draft, calendar)]),
    ...pauses.map(({ from, to, cap }) =>
      words.pause(events(draft, from), events(draft, to), cap === null ? null : values.duration(cap)),
    ),
    ...(until.length === 0 ? [] : [words.until(events(draft, until))]),
    ...excuses.map((excuse) => words.excuse(condition(draft, excuse))),
    ...waivers.map((waiver) =>
      words.waiver({
        for: waiver.for === null ? null : condition(draft, waiver.for),
        from: waiver.from,
        to: waiver.to,
        because: waiver.because === null ? null : plainText(waiver.because),
      }),
    ),
    ...(warnAt === null ? [] : [words.warn(formatPercent(draft.language.locale, warnAt))]),
    ...(ladder === null ? [] : [words.ladder(ladderReference(draft, ladder))]),
  ];
}

function countedOn({ language }: Draft, calendar: CalendarChoice): Part {
  const words = language.commitments;
  return calendar.kind === "named"
    ? words.calendar(named("calendar", calendar.name))
    : words.calendarOf(calendar.kind);
}

/** A ladder with the number of its paragraph. */
export function ladderReference({ policy }: Draft, name: string): Phrase {
  return reference(say`${numberOf("ladders", policy, name)} ${code(name)}`, anchorOf("ladder", name));
}
