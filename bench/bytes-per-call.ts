import { ownLoop } from "./compare.ts";

const BATCHES = 100;
const CALLS = 10_000;

/**
 * How much the heap grows by a call, in bytes, over a million calls after a warm-up; null without `--expose-gc`. Measured in
 * batches that end before the young heap is full, the median of them. One number that is put into a box on the
 * heap would show as 12 bytes or more a call.
 */
export async function bytesPerCall(call: (index: number) => number, inputs: number): Promise<number | null> {
  if (typeof gc !== "function") return null;
  const loop = await ownLoop();
  for (let warm = 0; warm < 2 * BATCHES; warm += 1) loop(call, 5 * CALLS, inputs);
  gc();
  const growth = new Float64Array(BATCHES);
  for (let batch = 0; batch < BATCHES; batch += 1) {
    const before = process.memoryUsage().heapUsed;
    loop(call, CALLS, inputs);
    growth[batch] = process.memoryUsage().heapUsed - before;
  }
  return (growth.toSorted()[BATCHES / 2] ?? Number.NaN) / CALLS;
}
