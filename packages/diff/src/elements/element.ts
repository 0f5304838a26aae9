import type { Policy, Span } from "@entente/ir";
import { hoursOfAgreement } from "../canonical/canonical.ts";
import { normalCalendar } from "../canonical/normal-calendar.ts";
import { normalClass, normalScore, normalStage, tieOf } from "../canonical/normal-classification.ts";
import { normalLadder } from "../canonical/normal-commitment.ts";
import {
  normalAgreement,
  normalCancellation,
  normalDispute,
  normalMeeting,
  normalParty,
  normalResponsibility,
  normalReview,
  normalRole,
  normalSignature,
} from "../canonical/normal-governance.ts";
import type { Forms } from "../canonical/normal-match.ts";
import { normalFunnel, normalGoal, normalReward } from "../canonical/normal-promise.ts";
import { normalEvent, normalField } from "../canonical/normal-record.ts";
import type { ElementKind } from "../comparison.ts";
import type { Json } from "../json.ts";

/** A declaration, or a field of the lead or of people, as it is compared. */
export interface Element {
  readonly kind: ElementKind;
  /** The name it is known by; of declarations without one, their place among their kind. */
  readonly name: string;
  readonly named: boolean;
  readonly form: Json;
  readonly node: { readonly span: Span };
}

/**
 * Everything of a policy but its commitments, which are compared part by part.
 *
 * @param forms normal forms by names, in which changed defines are named too
 */
export function elementsOf(policy: Policy, forms: Forms): readonly Element[] {
  const named = <T extends { readonly name: string; readonly span: Span }>(
    kind: ElementKind,
    items: readonly T[],
    form: (item: T) => Json,
  ): readonly Element[] =>
    items.map((node) => ({ kind, name: node.name, named: true, form: form(node), node }));
  const numbered = <T extends { readonly span: Span }>(
    kind: ElementKind,
    items: readonly T[],
    form: (item: T) => Json,
  ): readonly Element[] =>
    items.map((node, index) => ({ kind, name: String(index + 1), named: false, form: form(node), node }));
  const { stages } = policy;
  return [
    ...numbered("agreement", [policy.agreement], (one) =>
      normalAgreement(one, hoursOfAgreement(policy, forms)),
    ),
    ...named("party", policy.parties, normalParty),
    ...named("role", policy.roles, normalRole),
    ...named("calendar", policy.calendars, (one) => normalCalendar(forms, one)),
    ...named("lead", policy.lead.fields, normalField),
    ...named("people", policy.people?.fields ?? [], normalField),
    ...named("event", policy.events, (one) => normalEvent(forms, one)),
    ...named("define", policy.defines, ({ name, value }) => ({ name, value: forms.expression.of(value) })),
    ...named("score", policy.scores, (one) => normalScore(forms, one)),
    ...named("classify", policy.classes, (one) => normalClass(forms, one)),
    ...named("stage", stages, (one) => normalStage(forms, one, tieOf(stages, one))),
    ...named("ladder", policy.ladders, normalLadder),
    ...named("goal", policy.goals, (one) => normalGoal(forms, one)),
    ...named("funnel", policy.funnels, (one) => normalFunnel(forms, one)),
    ...named("reward", policy.rewards, normalReward),
    ...named("meeting", policy.meetings, normalMeeting),
    ...numbered("dispute", policy.disputes, normalDispute),
    ...numbered("responsibility", policy.responsibilities, normalResponsibility),
    ...numbered("review", policy.reviews, normalReview),
    ...numbered("cancellation", policy.cancellations, normalCancellation),
    ...numbered("signature", policy.signatures, normalSignature),
  ];
}
