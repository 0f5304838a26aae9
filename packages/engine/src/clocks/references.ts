import type { Commitment, EventType, Policy } from "@entente/ir";

/** What a part of a policy depends on, through the names that it uses. */
export interface References {
  readonly events: ReadonlySet<string>;
  readonly commitments: ReadonlySet<string>;
}

/** The kinds of nodes that stand for a named declaration, with where that is declared. */
const NAMED = {
  define: ["defines", "name"],
  score: ["scores", "name"],
  class: ["classes", "name"],
  stageIs: ["stages", "stage"],
  stageReached: ["stages", "stage"],
  stage: ["stages", "stage"],
  leave: ["stages", "stage"],
} as const;

/** Collects the events and commitments that a part of a policy depends on, following names. */
export function referencesOf(policy: Policy, part: unknown): References {
  const events = new Set<string>();
  const commitments = new Set<string>();
  const seen = new Set<unknown>();
  const visit = (node: unknown): void => {
    if (typeof node !== "object" || node === null || seen.has(node)) return;
    seen.add(node);
    const fields = node as Readonly<Record<string, unknown>>;
    if (typeof fields.event === "string") events.add(fields.event);
    if (fields.kind === "verdictIs" && typeof fields.commitment === "string") {
      commitments.add(fields.commitment);
    }
    visit(declarationOf(policy, fields));
    for (const child of Object.values(fields)) visit(child);
    if (Array.isArray(fields.after)) {
      for (const name of fields.after) visit(policy.stages.find((stage) => stage.name === name));
    }
  };
  visit(part);
  return { events, commitments };
}

function declarationOf(policy: Policy, node: Readonly<Record<string, unknown>>): unknown {
  const kind = node.kind;
  if (typeof kind !== "string" || !Object.hasOwn(NAMED, kind)) return undefined;
  const [list, property] = NAMED[kind as keyof typeof NAMED];
  return policy[list].find((one) => one.name === node[property]);
}

/** The commitments whose verdicts an event is derived from; none where it is not derived. */
export function sourcesOf(policy: Policy, event: EventType): ReadonlySet<string> {
  if (event.alsoWhen === null) return new Set();
  const { commitments } = referencesOf(policy, event.alsoWhen);
  if (commitments.size > 0) return commitments;
  return new Set(policy.commitments.filter((one) => mustDo(one, event.name)).map((one) => one.name));
}

function mustDo(commitment: Commitment, event: string): boolean {
  return commitment.clauses.some(
    ({ duty }) => duty.kind === "respond" && duty.events.some((match) => match.event === event),
  );
}
