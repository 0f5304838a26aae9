import { Worker } from "node:worker_threads";
import type { Crash, Harvest, Share } from "./reader.ts";

/** What came of a share, with the texts on which its readers hung or died. */
export interface Watched {
  readonly harvests: readonly Harvest[];
  readonly lost: readonly Crash[];
}

/** Half the time that a text may take, in milliseconds: a hundred thousand times what it should. */
const LOOK_EVERY = 5000;

/** Has a share read in a thread. Where the thread hangs or dies, that text is told and another thread goes on behind it. */
export async function watch(share: Omit<Share, "done">, tell: (done: number) => void): Promise<Watched> {
  const harvests: Harvest[] = [];
  const lost: Crash[] = [];
  for (let from = share.from; from < share.end; ) {
    const result = await runReader({ ...share, from, done: new SharedArrayBuffer(4) }, tell);
    if ("harvest" in result) return { harvests: [...harvests, result.harvest], lost };
    const seed = from + result.done * share.step;
    lost.push({ seed, error: result.error });
    from = seed + share.step;
  }
  return { harvests, lost };
}

type Result = { readonly harvest: Harvest } | { readonly error: string; readonly done: number };

function runReader(share: Share, tell: (done: number) => void): Promise<Result> {
  const done = new Int32Array(share.done);
  const reader = new Worker(new URL("./reader.ts", import.meta.url), { workerData: share });
  return new Promise((resolve) => {
    let before = -1;
    let looksWithoutChange = 0;
    const end = (result: Result): void => {
      clearInterval(watchdog);
      void reader.terminate();
      resolve(result);
    };
    const watchdog = setInterval(() => {
      const now = Atomics.load(done, 0);
      looksWithoutChange = now === before ? looksWithoutChange + 1 : 0;
      before = now;
      tell(now);
      if (looksWithoutChange === 2) end({ error: "hung", done: now });
    }, LOOK_EVERY);
    reader.on("message", (harvest: Harvest) => end({ harvest }));
    reader.on("error", (error) => end({ error: String(error), done: Atomics.load(done, 0) }));
  });
}
