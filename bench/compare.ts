import type { Loop } from "./loop.ts";

/** One way to do a piece of work. */
export interface Peer {
  readonly name: string;
  /** The answer to input `index`, in milliseconds. */
  readonly call: (index: number) => number;
}

export interface Comparison {
  readonly name: string;
  /** Median over the rounds of this peer's time per call, divided by the first peer's in the same round. */
  readonly ratio: number;
  /** The lower and upper quartile of these ratios. */
  readonly quartiles: readonly [number, number];
  readonly callsPerSecond: number;
}

export interface CompareOptions {
  /** How many inputs there are. */
  readonly inputs: number;
  readonly rounds: number;
  /** About how long one peer's share of a round takes, in milliseconds. */
  readonly roundMs: number;
}

interface Runner {
  readonly loop: Loop;
  readonly peer: Peer;
  readonly calls: number;
  readonly times: number[];
}

/**
 * Measures peers beside the first of them: each first gives the same answers as the first, is warmed up, and then they
 * take turns, so that what slows the machine down slows all of them.
 *
 * Throws where two answers differ, naming peer and input.
 */
export async function compare(
  peers: readonly Peer[],
  options: CompareOptions,
): Promise<readonly Comparison[]> {
  agree(peers, options.inputs);
  const runners: Runner[] = [];
  for (const peer of peers) runners.push(await warmUp(peer, options));
  for (let round = 0; round < options.rounds; round += 1) {
    for (let turn = 0; turn < runners.length; turn += 1) {
      const runner = runners[(turn + round) % runners.length];
      if (runner !== undefined) runner.times.push(timePerCall(runner, options.inputs));
    }
  }
  const first = runners[0]?.times ?? [];
  return runners.map(({ peer, times }) => {
    const ratios = times.map((time, round) => time / (first[round] ?? Number.NaN));
    return {
      name: peer.name,
      ratio: quantile(ratios, 0.5),
      quartiles: [quantile(ratios, 0.25), quantile(ratios, 0.75)],
      callsPerSecond: 1000 / quantile(times, 0.5),
    };
  });
}

/** A peer that is slow is asked about 200 inputs, spread evenly; the others about all of them. */
function agree([reference, ...others]: readonly Peer[], inputs: number): void {
  if (reference === undefined) return;
  for (const peer of others) {
    const started = performance.now();
    let step = 1;
    for (let index = 0; index < inputs; index += step) {
      const [theirs, ours] = [peer.call(index), reference.call(index)];
      if (theirs !== ours) {
        throw new Error(`${peer.name} differs from ${reference.name} on input ${index}: ${theirs}, ${ours}`);
      }
      if (performance.now() - started > 1000) step = Math.max(1, Math.floor(inputs / 200));
    }
  }
}

/** Finds out how many calls fill a round. */
async function warmUp(peer: Peer, { inputs, roundMs }: CompareOptions): Promise<Runner> {
  const loop = await ownLoop();
  let calls = 16;
  for (let warm = 0; warm < 20; warm += 1) {
    const took = timePerCall({ loop, peer, calls }, inputs) * calls;
    calls = Math.max(16, Math.min(calls * 8, Math.round((calls * roundMs) / Math.max(took, 0.01))));
  }
  return { loop, peer, calls, times: [] };
}

let loops = 0;

/**
 * A loop of one's own: the module is loaded once more, under another address. Peers that shared one would share what
 * the compiler has learned about it, and it would inline none of them.
 */
export async function ownLoop(): Promise<Loop> {
  loops += 1;
  const module = (await import(`./loop.ts?copy=${loops}`)) as typeof import("./loop.ts");
  return module.loop;
}

function timePerCall({ loop, peer, calls }: Omit<Runner, "times">, inputs: number): number {
  const started = performance.now();
  loop(peer.call, calls, inputs);
  return (performance.now() - started) / calls;
}

function quantile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? Number.NaN;
}
