import type { Vertex } from "./dependencies.ts";

/** Vertices so that each comes after all it depends on, and every circle that was found instead. */
export interface Ordering {
  readonly sorted: readonly Vertex[];
  /** Each circle once, as the path round it, the first vertex repeated at the end. */
  readonly cycles: readonly (readonly Vertex[])[];
}

/** Sorts a dependency graph topologically, keeping the given order where it may. */
export function orderByDependency(graph: ReadonlyMap<Vertex, ReadonlySet<Vertex>>): Ordering {
  const state = new Map<Vertex, "open" | "done">();
  const sorted: Vertex[] = [];
  const cycles: Vertex[][] = [];
  for (const root of graph.keys()) explore(root);
  return { sorted, cycles };

  /** Depth first without recursion: a contract of ten thousand defines must not exhaust the stack. */
  function explore(root: Vertex): void {
    const path: { vertex: Vertex; rest: Vertex[] }[] = [];
    enter(root);
    for (let top = path.at(-1); top !== undefined; top = path.at(-1)) {
      const next = top.rest.shift();
      if (next === undefined) {
        path.pop();
        state.set(top.vertex, "done");
        sorted.push(top.vertex);
      } else {
        enter(next);
      }
    }

    function enter(vertex: Vertex): void {
      const uses = graph.get(vertex);
      if (uses === undefined || state.get(vertex) === "done") return;
      if (state.get(vertex) === "open") {
        const from = path.findIndex((step) => step.vertex === vertex);
        cycles.push([...path.slice(from).map((step) => step.vertex), vertex]);
        return;
      }
      state.set(vertex, "open");
      path.push({ vertex, rest: [...uses] });
    }
  }
}
