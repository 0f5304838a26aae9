/** A thread that reads random texts one after the other and says which one it is at. */
import { parentPort, workerData } from "node:worker_threads";
import { contractTexts } from "../../test/fuzz/corpus.ts";
import { randomText } from "../../test/fuzz/random-text.ts";
import { readText } from "../../test/fuzz/read-text.ts";

/** What a reader is asked to do: the texts `from`, `from + step` … below `end`. */
export interface Share {
  readonly from: number;
  readonly end: number;
  readonly step: number;
  /** Every so many texts are compiled, whatever they are. */
  readonly compileEvery: number;
  /** Holds the number of texts that are done; changes as long as the reader lives. */
  readonly done: SharedArrayBuffer;
}

export interface Crash {
  readonly seed: number;
  readonly error: string;
}

/** What a reader found. */
export interface Harvest {
  readonly texts: number;
  readonly characters: number;
  readonly parsed: number;
  readonly compiled: number;
  readonly crashes: readonly Crash[];
  /** The texts that took longest for their length, slowest first; to be timed again, since a pause may have hit them. */
  readonly slowest: readonly { readonly seed: number; readonly nsPerCharacter: number }[];
}

const KEPT = 100;
/** Shorter texts take long for their length whatever they hold. */
const SHORTEST = 100;

type Slow = Harvest["slowest"];

export function read(share: Share, contracts: readonly string[]): Harvest {
  const done = new Int32Array(share.done);
  const crashes: Crash[] = [];
  const counts = { texts: 0, characters: 0, parsed: 0, compiled: 0 };
  let slowest: Slow = [];
  for (let seed = share.from; seed < share.end; seed += share.step) {
    const text = randomText(seed, contracts);
    const depth = seed % share.compileEvery === 0 ? "compile" : "parse";
    const started = performance.now();
    try {
      const { parses, compiles } = readText(text, depth);
      if (parses) counts.parsed += 1;
      if (compiles) counts.compiled += 1;
      const nsPerCharacter = ((performance.now() - started) * 1e6) / text.length;
      if (!parses && depth === "parse" && text.length >= SHORTEST)
        slowest = among(slowest, seed, nsPerCharacter);
    } catch (error) {
      crashes.push({ seed, error: error instanceof Error ? (error.stack ?? error.message) : String(error) });
    }
    counts.texts += 1;
    counts.characters += text.length;
    Atomics.store(done, 0, counts.texts);
  }
  return { ...counts, crashes, slowest };
}

function among(slowest: Slow, seed: number, nsPerCharacter: number): Slow {
  if (slowest.length === KEPT && nsPerCharacter <= (slowest.at(-1)?.nsPerCharacter ?? 0)) return slowest;
  const all = [...slowest, { seed, nsPerCharacter }];
  return all.sort((a, b) => b.nsPerCharacter - a.nsPerCharacter).slice(0, KEPT);
}

if (parentPort !== null) parentPort.postMessage(read(workerData as Share, contractTexts()));
