import { nearest } from "../nearest.ts";
import type { Policy } from "./policy.ts";

/** Something in a policy that names what the policy does not have, or that goes in a circle. */
export interface BrokenReference {
  /** Where it stands, such as `stages[2].after[0]`. */
  readonly path: string;
  /** What is wrong there, as words behind the path. */
  readonly problem: string;
}

type Kind = "stage" | "ladder" | "event" | "field" | "commitment" | "goal" | "funnel" | "party" | "calendar";
type Named = Kind | "define" | "score" | "class" | "attribute";

/**
 * The first broken reference of a policy of the right shape: a name of a declaration that is not there, or stages, defines,
 * scores and classes that depend on themselves. What the compiler writes has none.
 */
export function brokenReference(policy: Policy): BrokenReference | null {
  const search = new Search(namesOf(policy));
  for (const [part, value] of Object.entries(policy)) {
    if (part !== "sources" && part !== "zones") search.walk(value, [part]);
  }
  return search.found ?? circleIn(policy, search.uses);
}

type Names = Readonly<Record<Named, ReadonlySet<string>>>;

function namesOf(policy: Policy): Names {
  const names = (items: readonly { readonly name: string }[]) => new Set(items.map(({ name }) => name));
  return {
    stage: names(policy.stages),
    ladder: names(policy.ladders),
    event: names(policy.events),
    field: names(policy.lead.fields),
    commitment: names(policy.commitments),
    goal: names(policy.goals),
    funnel: names(policy.funnels),
    party: names(policy.parties),
    calendar: names(policy.calendars),
    define: names(policy.defines),
    score: names(policy.scores),
    class: names(policy.classes),
    attribute: names(policy.events.flatMap((event) => event.attributes)),
  };
}

type Path = readonly (string | number)[];
type Json = Readonly<Record<string, unknown>>;

/** Keys that name a declaration wherever they hold a text. */
const BY_KEY: Readonly<Record<string, Kind>> = {
  stage: "stage",
  ladder: "ladder",
  event: "event",
  field: "field",
  commitment: "commitment",
  goal: "goal",
  goals: "goal",
  funnel: "funnel",
  alternativeTo: "funnel",
  party: "party",
  parties: "party",
  between: "party",
  calendar: "calendar",
  after: "stage",
  fields: "field",
};
/** Kinds of nodes whose `name` names a declaration. */
const BY_KIND: ReadonlySet<string> = new Set<Named>([
  "field",
  "attribute",
  "define",
  "score",
  "class",
  "stage",
  "event",
]);

class Search {
  readonly #names: Names;
  found: BrokenReference | null = null;
  /** What each declaration names, by its path: `stages[2]` names `stage:MQL`. */
  readonly uses = new Map<string, Set<string>>();

  constructor(names: Names) {
    this.#names = names;
  }

  walk(value: unknown, path: Path): void {
    if (typeof value !== "object" || value === null) return;
    if (Array.isArray(value)) {
      for (const [index, item] of value.entries()) this.walk(item, [...path, index]);
      return;
    }
    const node = value as Json;
    this.#node(node, path);
    for (const [key, child] of Object.entries(node)) {
      const at = [...path, key];
      const kind = Object.hasOwn(BY_KEY, key) ? BY_KEY[key] : undefined;
      if (kind !== undefined) this.#texts(kind, child, at);
      if (key !== "span") this.walk(child, at);
    }
  }

  #node({ kind, name, from, to, otherwise }: Json, path: Path): void {
    if (typeof kind === "string" && typeof name === "string" && BY_KIND.has(kind))
      this.#expect(kind as Named, name, [...path, "name"]);
    if (kind === "named") this.#texts("calendar", name, [...path, "name"]);
    if (kind === "chosen") this.#texts("calendar", otherwise, [...path, "otherwise"]);
    if (path[0] === "funnels" && path.at(-2) === "rates") {
      this.#texts("stage", from, [...path, "from"]);
      this.#texts("stage", to, [...path, "to"]);
    }
    if (kind === "stageIs") for (const stage of this.#names.stage) this.#use("stage", stage, path);
  }

  /** One name, or a list of them; anything else is no reference. */
  #texts(kind: Named, value: unknown, path: Path): void {
    if (typeof value === "string") this.#expect(kind, value, path);
    else if (Array.isArray(value))
      for (const [index, item] of value.entries()) {
        if (typeof item === "string") this.#expect(kind, item, [...path, index]);
      }
  }

  #expect(kind: Named, name: string, path: Path): void {
    this.#use(kind, name, path);
    if (this.found !== null || this.#names[kind].has(name)) return;
    const near = nearest(name, [...this.#names[kind]]);
    const hint = near === undefined ? "" : `; did you mean ${JSON.stringify(near)}?`;
    const problem = `there is no ${kind} ${JSON.stringify(name)}${hint}`;
    this.found = { path: written(path), problem };
  }

  #use(kind: Named, name: string, path: Path): void {
    const owner = written(path.slice(0, 2));
    const uses = this.uses.get(owner) ?? new Set();
    this.uses.set(owner, uses.add(`${kind}:${name}`));
  }
}

/** `stages`, 2, `after`, 0 as `stages[2].after[0]`. */
function written(path: Path): string {
  return path.reduce<string>((text, part) => {
    if (typeof part === "number") return `${text}[${part}]`;
    return text === "" ? part : `${text}.${part}`;
  }, "");
}

/** Declarations that may not depend on themselves, as what they are and where they stand. */
function circleIn(
  { defines, scores, classes, stages }: Policy,
  uses: ReadonlyMap<string, ReadonlySet<string>>,
): BrokenReference | null {
  const lists = { define: defines, score: scores, class: classes, stage: stages };
  const plurals = { define: "defines", score: "scores", class: "classes", stage: "stages" } as const;
  const places = new Map<string, string>(
    (["define", "score", "class", "stage"] as const).flatMap((kind) =>
      lists[kind].map(({ name }, index) => [`${kind}:${name}`, `${plurals[kind]}[${index}]`] as const),
    ),
  );
  const left = new Map(
    [...places].map(([vertex, place]) => [
      vertex,
      new Set([...(uses.get(place) ?? [])].filter((use) => places.has(use))),
    ]),
  );
  dropSettled(left);
  const [stuck] = left.keys();
  if (stuck === undefined) return null;
  return { path: places.get(stuck) ?? "", problem: "it depends on itself, by way of what it names" };
}

/** Leaves out what depends on nothing, then what depended on that alone, and so on: what stays is a circle or depends on one. */
function dropSettled(left: Map<string, Set<string>>): void {
  const usedBy = new Map<string, string[]>();
  for (const [vertex, uses] of left) {
    for (const use of uses) usedBy.set(use, [...(usedBy.get(use) ?? []), vertex]);
  }
  const settled = [...left].filter(([, uses]) => uses.size === 0).map(([vertex]) => vertex);
  for (let vertex = settled.pop(); vertex !== undefined; vertex = settled.pop()) {
    left.delete(vertex);
    for (const user of usedBy.get(vertex) ?? []) {
      const uses = left.get(user);
      if (uses?.delete(vertex) && uses.size === 0) settled.push(user);
    }
  }
}
