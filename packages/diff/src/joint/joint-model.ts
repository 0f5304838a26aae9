import { createModel, type Model } from "@entente/analysis";
import type { Expression, Policy } from "@entente/ir";
import type { Forms } from "../canonical/normal-match.ts";
import { textOf } from "../canonical/order.ts";
import type { Version } from "../version.ts";
import { jointEvents, jointFields } from "./joint-fields.ts";
import { type Classified, type Renaming, renamed } from "./rename.ts";

/** Both versions as one policy, in which their conditions can be asked for together. */
export interface Joint {
  readonly model: Model;
  /** A condition of the later version as the joint policy has it. */
  fromHead(condition: Expression): Expression;
  /** Whether the two versions have the same stages: only then does `stage is` mean the same in the joint policy. */
  readonly sameStages: boolean;
}

/**
 * What the two versions say of leads as one policy: the declarations of the earlier one by their names, those of the
 * later one that mean something else by names that no contract can have.
 *
 * Null where that cannot be done: another zone or currency, a field of another type, events or classes that depend on
 * the verdict of a commitment.
 */
export function jointOf(base: Version, head: Version): Joint | null {
  const [a, b] = [base.policy, head.policy];
  if (a.agreement.timeZone !== b.agreement.timeZone || a.agreement.currency !== b.agreement.currency)
    return null;
  if ([a, b].some(asksVerdicts)) return null;
  const fields = jointFields(a.lead.fields, b.lead.fields);
  const events = jointEvents(a.events, b.events);
  if (fields === null || events === null) return null;
  const names = renamingOf(base, head);
  const added = addedBy(b, names, a);
  const policy: Policy = {
    ...a,
    agreement: { ...a.agreement, effective: laterTerm(a, b) },
    lead: { fields: [...fields] },
    events: [...events],
    defines: [...a.defines, ...added.defines],
    scores: [...a.scores, ...added.scores],
    classes: [...a.classes, ...added.classes],
    stages: [...a.stages, ...added.stages],
    commitments: [],
    goals: [],
    funnels: [],
    rewards: [],
    tests: [],
  };
  return {
    model: createModel(policy),
    fromHead: (condition) => renamed(condition, names),
    sameStages: names.stage.size === 0 && added.stages.length === 0 && a.stages.length === b.stages.length,
  };
}

/** Leads of the joint policy are put where both versions hold. */
function laterTerm(a: Policy, b: Policy): Policy["agreement"]["effective"] {
  const [one, other] = [a.agreement.effective, b.agreement.effective];
  if (one === null || other === null) return one ?? other;
  return one.from >= other.from ? one : other;
}

function asksVerdicts({ defines, scores, classes, stages, events }: Policy): boolean {
  if (events.some(({ alsoWhen }) => alsoWhen !== null)) return true;
  return JSON.stringify({ defines, scores, classes, stages }).includes('"kind":"verdictIs"');
}

function renamingOf(base: Version, head: Version): Renaming {
  const other = (name: string): string => `${name} of the later version`;
  const changed = (
    kind: keyof Classified,
    meaning: (forms: Forms, name: string) => string,
  ): ReadonlyMap<string, string> => {
    const known = new Set(base.policy[kind].map(({ name }) => name));
    return new Map(
      head.policy[kind]
        .filter(({ name }) => known.has(name) && meaning(base.forms, name) !== meaning(head.forms, name))
        .map(({ name }) => [name, other(name)]),
    );
  };
  return {
    define: changed("defines", (forms, name) => textOf(forms.expression.valueOf(name))),
    score: changed("scores", (forms, name) => textOf(forms.refer.score(name))),
    class: changed("classes", (forms, name) => textOf(forms.refer.class(name))),
    stage: changed("stages", (forms, name) => textOf(forms.refer.stage(name))),
  };
}

/** The declarations of the later version that the earlier one has not. */
function addedBy({ defines, scores, classes, stages }: Policy, names: Renaming, base: Policy): Classified {
  const further = base.stages.length;
  const isNew = (known: readonly { readonly name: string }[], changed: ReadonlyMap<string, string>) => {
    const taken = new Set(known.map(({ name }) => name));
    return ({ name }: { readonly name: string }): boolean => !taken.has(name) || changed.has(name);
  };
  const named = <T extends { readonly name: string }>(one: T, changed: ReadonlyMap<string, string>): T => ({
    ...renamed(one, names),
    name: changed.get(one.name) ?? one.name,
  });
  return {
    defines: defines.filter(isNew(base.defines, names.define)).map((one) => named(one, names.define)),
    scores: scores.filter(isNew(base.scores, names.score)).map((one) => named(one, names.score)),
    classes: classes.filter(isNew(base.classes, names.class)).map((one) => named(one, names.class)),
    stages: stages.filter(isNew(base.stages, names.stage)).map((one) => ({
      ...named(one, names.stage),
      after: one.after.map((name) => names.stage.get(name) ?? name),
      order: one.order + further,
    })),
  };
}
