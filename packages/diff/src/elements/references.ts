import type { Policy } from "@entente/ir";

/** A declaration that leads are judged by, such as `score interest`. */
export type Reference = string;

type Node = Readonly<Record<string, unknown>>;

/** All that a part of a policy refers to, directly or over other declarations. */
export function referencesOf(policy: Policy, part: unknown): ReadonlySet<Reference> {
  const found = new Set<Reference>();
  const open: unknown[] = [part];
  for (let one = open.pop(); one !== undefined; one = open.pop()) {
    for (const reference of directReferences(one).flatMap((name) => withAll(policy, name))) {
      if (found.has(reference)) continue;
      found.add(reference);
      const declaration = declarationOf(policy, reference);
      if (declaration !== undefined) open.push(declaration);
    }
  }
  return found;
}

/** Stands for every stage: which is the current one depends on all. */
const ANY_STAGE = "stage of any name";

function withAll({ stages }: Policy, reference: Reference): readonly Reference[] {
  return reference === ANY_STAGE ? stages.map(({ name }) => `stage ${name}`) : [reference];
}

function declarationOf(policy: Policy, reference: Reference): unknown {
  const [kind, name] = split(reference);
  const named = (items: readonly { readonly name: string }[]): unknown =>
    items.find((one) => one.name === name);
  switch (kind) {
    case "define":
      return named(policy.defines);
    case "score":
      return named(policy.scores);
    case "classify":
      return named(policy.classes);
    case "stage":
      return named(policy.stages);
    case "event":
      return named(policy.events);
    case "calendar":
      return named(policy.calendars);
    case "commitment":
      return named(policy.commitments);
    case "ladder":
      return named(policy.ladders);
    default:
      return undefined;
  }
}

function split(reference: Reference): readonly [string, string] {
  const at = reference.indexOf(" ");
  return [reference.slice(0, at), reference.slice(at + 1)];
}

function directReferences(part: unknown): readonly Reference[] {
  if (Array.isArray(part)) return part.flatMap(directReferences);
  if (typeof part !== "object" || part === null) return [];
  const node = part as Node;
  const inner = Object.entries(node).flatMap(([key, value]) =>
    key === "span" ? [] : directReferences(value),
  );
  return [...referencesIn(node), ...inner];
}

function referencesIn(node: Node): readonly Reference[] {
  const to = (kind: string, name: unknown): readonly Reference[] =>
    typeof name === "string" ? [`${kind} ${name}`] : [];
  const kind = node.kind;
  const own =
    kind === "define" || kind === "score"
      ? to(kind, node.name)
      : kind === "class"
        ? to("classify", node.name)
        : kind === "field" && typeof node.name === "string"
          ? [`field ${node.name}`]
          : kind === "named"
            ? to("calendar", node.name)
            : [];
  const stages = Array.isArray(node.after) ? node.after.flatMap((name) => to("stage", name)) : [];
  return [
    ...own,
    ...stages,
    ...to("calendar", node.calendar),
    ...(kind === "chosen" ? to("calendar", node.otherwise) : []),
    ...to("event", node.event),
    ...to("stage", node.stage),
    ...(kind === "stageIs" || kind === "leave" ? [ANY_STAGE] : []),
    ...(kind === "verdictIs" || kind === "share" ? to("commitment", node.commitment) : []),
    ...(typeof node.ladder === "string" ? to("ladder", node.ladder) : []),
    ...(kind === "stage" || kind === "event" ? to(kind, node.name) : []),
  ];
}
