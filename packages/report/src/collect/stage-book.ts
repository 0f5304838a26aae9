import type { Verdict } from "@entente/engine";
import type { Policy } from "@entente/ir";
import type { Stretch } from "../agenda/term.ts";

/** Leads that reached each stage within the term, and how many went on. */
export interface StageFlow {
  readonly stages: readonly { readonly stage: string; readonly label: string; readonly leads: number }[];
  /** One for each way from a stage to the next. */
  readonly steps: readonly StageStep[];
}

export interface StageStep {
  readonly from: string;
  readonly to: string;
  /** Of those that reached `from` within the term, how many have reached `to` so far. */
  readonly came: number;
  readonly of: number;
}

interface StepCount {
  readonly from: string;
  readonly to: string;
  came: number;
}

/** Counts the leads that reach each stage. */
export class StageBook {
  readonly #policy: Policy;
  readonly #term: Stretch;
  readonly #leads: Map<string, number>;
  readonly #steps: readonly StepCount[];

  constructor(policy: Policy, term: Stretch) {
    this.#policy = policy;
    this.#term = term;
    this.#leads = new Map(policy.stages.map(({ name }) => [name, 0]));
    this.#steps = policy.stages.flatMap(({ name, after }) =>
      after.map((from) => ({ from, to: name, came: 0 })),
    );
  }

  add({ stages }: Verdict): void {
    const reached = new Map(stages.map(({ stage, at }) => [stage, at]));
    const inTerm = (stage: string): boolean => {
      const at = reached.get(stage);
      return at !== undefined && this.#term.from <= at && at < this.#term.to;
    };
    for (const stage of reached.keys()) {
      if (inTerm(stage)) this.#leads.set(stage, (this.#leads.get(stage) ?? 0) + 1);
    }
    for (const step of this.#steps) if (inTerm(step.from) && reached.has(step.to)) step.came += 1;
  }

  finish(): StageFlow {
    const leads = (stage: string): number => this.#leads.get(stage) ?? 0;
    return {
      stages: this.#policy.stages.map(({ name, label }) => ({
        stage: name,
        label: label ?? name,
        leads: leads(name),
      })),
      steps: this.#steps.map((step) => ({ ...step, of: leads(step.from) })),
    };
  }
}
