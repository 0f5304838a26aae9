import { assertNever, type Expression, invariant } from "@entente/ir";
import { isRising } from "../logic/is-rising.ts";
import { keyOf } from "../logic/key-of.ts";
import { ANY, FALSE, TRUE, UNKNOWN } from "../logic/truth-set.ts";
import type { Model } from "../model.ts";
import { demandOf, noDemand } from "./candidates.ts";
import { bareFacts, fieldCells, truthFor } from "./field-cells.ts";
import { type Gathered, gather } from "./gather.ts";
import { historyCells } from "./history-cells.ts";
import { MOST_POINTS, type OrderRole, orderCells, pointKey } from "./order-cells.ts";
import { coversUnits, planScores, type ScoreNeeds, type ScorePlan } from "./plan-scores.ts";
import { type Point, type Role, roleOf } from "./role-of.ts";
import { segmentCells } from "./segment-cells.ts";
import type { EventSpan, Placement, Presence, Space } from "./space.ts";
import { type Cell, type Variable, variableOf } from "./variable.ts";

interface Atom {
  readonly key: string;
  readonly node: Expression;
  readonly role: Role;
}

/**
 * Cuts the leads into cells for some conditions.
 *
 * @param event the event whose attributes the conditions see, where they stand in a `where`
 */
export function buildSpace(model: Model, conditions: readonly Expression[], event: string | null): Space {
  const gathered = gather(model, conditions);
  const atoms = withPresences(atomsOf(model, gathered));
  const builder = new Builder(model, event, planScores(model, gathered.scores));
  builder.placeConstants(atoms);
  builder.placeLocals(atoms);
  builder.placeOrders(atoms);
  builder.placeOpen(atoms);
  return builder.finish(gathered);
}

function atomsOf(model: Model, { atoms }: Gathered): Atom[] {
  return [...atoms].map(([key, node]) => ({ key, node, role: roleOf(model, node) }));
}

/** Orders ask whether both sides are there. */
function withPresences(atoms: readonly Atom[]): readonly Atom[] {
  const known = new Map(atoms.map((atom) => [atom.key, atom]));
  for (const { node, role } of atoms) {
    if (role.kind !== "order") continue;
    for (const { condition } of presencesOf(role, node)) {
      const key = keyOf(condition);
      if (known.has(key)) continue;
      const variable = condition.kind === "happened" ? `event:${condition.event}` : fieldVariable(condition);
      known.set(key, { key, node: condition, role: { kind: "local", variable, simple: true } });
    }
  }
  return [...known.values()];
}

function fieldVariable(condition: Expression): string {
  invariant(condition.kind === "present" && condition.subject.kind === "field", "a field is asked for");
  return `field:${condition.subject.name}`;
}

function presencesOf({ left, right }: OrderRole, { span }: Expression): readonly Presence[] {
  return [left, right].flatMap((point): Presence[] => {
    switch (point.kind) {
      case "instant":
        return [];
      case "occurrence":
        return [{ condition: { kind: "happened", event: point.event, span }, absent: FALSE }];
      case "field": {
        const subject: Expression = { kind: "field", name: point.name, span };
        return [{ condition: { kind: "present", subject, span }, absent: UNKNOWN }];
      }
      default:
        return assertNever(point);
    }
  });
}

/** Whether a point is among some, or another point of the same event is: how often it happened binds the two. */
function touches(points: ReadonlyMap<string, Point>, point: Point): boolean {
  if (points.has(pointKey(point))) return true;
  return (
    point.kind === "occurrence" &&
    [...points.values()].some((other) => other.kind === "occurrence" && other.event === point.event)
  );
}

/** The events of which both the first and the last occurrence are among some points. */
function bothEnds(points: readonly Point[]): readonly string[] {
  const of = (which: "first" | "last") =>
    new Set(
      points.flatMap((point) => (point.kind === "occurrence" && point.which === which ? [point.event] : [])),
    );
  const last = of("last");
  return [...of("first")].filter((event) => last.has(event));
}

class Builder {
  readonly #model: Model;
  readonly #event: string | null;
  readonly #scores: ScorePlan;
  readonly #placements = new Map<string, Placement>();
  readonly #histories = new Map<string, Variable>();
  readonly #spans: EventSpan[] = [];
  readonly #ends = new Set<string>();
  readonly #doubts: Expression[] = [];

  constructor(model: Model, event: string | null, scores: ScorePlan) {
    this.#model = model;
    this.#event = event;
    this.#scores = scores;
  }

  placeConstants(atoms: readonly Atom[]): void {
    for (const { key, node, role } of atoms) {
      if (role.kind !== "constant") continue;
      const truth = truthFor(this.#model.engine, node, bareFacts([]), this.#model.start);
      this.#placements.set(key, { kind: "constant", truth });
    }
  }

  placeLocals(atoms: readonly Atom[]): void {
    const orders = atoms.flatMap(({ role }) => (role.kind === "order" ? [role.left, role.right] : []));
    for (const event of bothEnds(orders)) this.#ends.add(event);
    const groups = new Map<string, Atom[]>(this.#scores.variables.map((key) => [key, []]));
    for (const atom of atoms) {
      if (atom.role.kind !== "local") continue;
      const group = groups.get(atom.role.variable);
      if (group === undefined) groups.set(atom.role.variable, [atom]);
      else group.push(atom);
    }
    for (const [key, group] of groups) this.#placeGroup(key, group);
  }

  #placeGroup(key: string, group: readonly Atom[]): void {
    const nodes = group.map(({ node }) => node);
    const cells = this.#cellsOf(key, group, this.#scores.needsOf(key));
    this.#place(key, cells, group);
    if (cells.some(({ part }) => part === null) || this.#isFromColumn(key)) this.#doubts.push(...nodes);
  }

  /** An event of a column has none of its attributes, and one of the rows has all that are required: never some. */
  #isFromColumn(key: string): boolean {
    const name = key.startsWith("event:")
      ? key.slice("event:".length)
      : key.startsWith("field:")
        ? null
        : this.#event;
    if (name === null) return false;
    const { column, attributes } = this.#model.event(name);
    return column !== null && attributes.some(({ required }) => required);
  }

  #place(key: string, cells: readonly Cell[], group: readonly { readonly key: string }[]): void {
    const variable = variableOf(key, cells);
    this.#histories.set(key, variable);
    for (const [index, atom] of group.entries()) {
      this.#placements.set(atom.key, { kind: "cell", variable, index });
    }
    this.#scores.attach(key, variable);
  }

  #cellsOf(key: string, group: readonly Atom[], needs: ScoreNeeds): readonly Cell[] {
    const [kind, name = ""] = key.split(/:(.*)/s);
    const nodes = group.map(({ node }) => node);
    const model = this.#model;
    if (kind === "event") {
      const demand = { atoms: nodes, counted: needs.counted, ends: this.#ends.has(name) };
      return historyCells(model, model.event(name), demand, needs.signature);
    }
    const every = group.some(({ role }) => role.kind === "local" && !role.simple);
    const demand = { ...noDemand, ...demandOf(model, nodes), every, upTo: needs.upTo };
    if (kind === "attribute") {
      const event = model.event(this.#event ?? "");
      const attribute = event.attributes.find((one) => one.name === name);
      invariant(attribute !== undefined, `the event ${event.name} has no attribute ${name}`);
      return fieldCells(
        model,
        "attribute",
        attribute,
        !attribute.required || event.column !== null,
        nodes,
        demand,
        needs.signature,
      );
    }
    const field = model.field(name);
    const cells = fieldCells(
      model,
      "field",
      field,
      !field.required && !field.key,
      nodes,
      demand,
      needs.signature,
    );
    const countable = needs.upTo === 0 || coversUnits(field.type, needs.upTo);
    return countable ? cells : [...cells, { part: null, truths: nodes.map(() => ANY) }];
  }

  /** Points that are compared with one another, directly or over others, are put in order together. */
  placeOrders(atoms: readonly Atom[]): void {
    let groups: { points: Map<string, Point>; atoms: (Atom & { role: OrderRole })[] }[] = [];
    for (const atom of atoms) {
      const { role } = atom;
      if (role.kind !== "order") continue;
      const points = new Map([role.left, role.right].map((point) => [pointKey(point), point]));
      const joined = groups.filter((group) =>
        [...points.values()].some((point) => touches(group.points, point)),
      );
      groups = groups.filter((group) => !joined.includes(group));
      groups.push({
        points: new Map([...joined.flatMap((group) => [...group.points]), ...points]),
        atoms: [...joined.flatMap((group) => group.atoms), { ...atom, role }],
      });
    }
    for (const group of groups) this.#placeOrder([...group.points.values()], group.atoms);
  }

  #placeOrder(points: readonly Point[], atoms: readonly (Atom & { role: OrderRole })[]): void {
    const few = points.length <= MOST_POINTS;
    if (!few) this.#doubts.push(...atoms.map(({ node }) => node));
    const cells = few
      ? orderCells(
          points,
          atoms.map(({ role }) => role),
        )
      : [{ part: null, truths: atoms.map(() => ANY) }];
    const variable = variableOf(`order ${points.map(pointKey).join()}`, cells);
    for (const [index, { key, node, role }] of atoms.entries()) {
      this.#placements.set(key, { kind: "order", variable, index, sides: presencesOf(role, node) });
    }
    if (few) this.#spans.push(...bothEnds(points).flatMap((event) => this.#spanOf(event, variable)));
  }

  #spanOf(event: string, order: Variable): EventSpan[] {
    const history = this.#histories.get(`event:${event}`);
    return history === undefined ? [] : [{ event, order, history }];
  }

  /** Numbers that are not taken apart lie somewhere among the bounds; what else is not may turn out any way. */
  placeOpen(atoms: readonly Atom[]): void {
    const terms = new Map<string, { key: string; role: Extract<Role, { kind: "threshold" }> }[]>();
    for (const { key, node, role } of atoms) {
      if (role.kind === "opaque") {
        const cells = [TRUE, FALSE, UNKNOWN].map((truth): Cell => ({ part: null, truths: [truth] }));
        this.#place(`open ${key}`, cells, [{ key }]);
        this.#doubts.push(node);
      }
      if (role.kind !== "threshold") continue;
      terms.set(role.term, [...(terms.get(role.term) ?? []), { key, role }]);
      this.#doubts.push(node);
    }
    for (const [term, group] of terms) {
      const bounds = [...new Set(group.map(({ role }) => role.bound))].toSorted((a, b) => a - b);
      const comparisons = group.map(({ role }) => role);
      this.#place(`term ${term}`, segmentCells(bounds, comparisons, true), group);
    }
  }

  finish({ stages }: Gathered): Space {
    const lapsing = [...stages.values()].flatMap(({ when, unless }) => [
      ...(when === null || isRising(this.#model, when) ? [] : [when]),
      ...(unless === null || isRising(this.#model, { kind: "not", operand: unless, span: unless.span })
        ? []
        : [unless]),
    ]);
    const { scores, doubts } = this.#scores.finish();
    return {
      model: this.#model,
      placements: this.#placements,
      scores,
      spans: this.#spans,
      doubts: [...this.#doubts, ...doubts, ...lapsing],
    };
  }
}
