/** Due dates and elapsed business time beside other ways to them: `node --expose-gc bench/time/due-dates.bench.ts [rounds]`. */
import { bytesPerCall } from "../bytes-per-call.ts";
import { compare, type Peer } from "../compare.ts";
import { markdown } from "../markdown.ts";
import type { Clockwork } from "./peers/clockwork.ts";
import { cumulativeTable } from "./peers/cumulative-table.ts";
import { hourTable } from "./peers/hour-table.ts";
import { luxon } from "./peers/luxon.ts";
import { office } from "./peers/office.ts";
import { temporal } from "./peers/temporal.ts";
import { INPUTS } from "./works.ts";

const rounds = Number(process.argv[2] ?? 41);
const engine = "this engine";
const peers: readonly (readonly [name: string, by: Clockwork])[] = [
  ["hour-indexed table, hand-written", hourTable],
  ["cumulative table with binary search, hand-written", cumulativeTable],
  [engine, office],
  ["temporal-polyfill, day by day", temporal],
  ["luxon, day by day", luxon],
];

/** Each peer asks from functions of its own, so that none is slowed down by what the others are. */
async function asked(by: Clockwork, name: string, work: keyof typeof titles): Promise<Peer> {
  const copy = encodeURIComponent(`${name} ${work}`);
  const works = (await import(`./works.ts?copy=${copy}`)) as typeof import("./works.ts");
  return { name, call: works[work](by) };
}

const titles = {
  hour: "due date: 1 business hour",
  week: "due date: up to 40 business hours",
  elapsed: "elapsed business time over up to 30 days",
  days: "due date: 1 to 10 business days",
} as const;

for (const work of Object.keys(titles) as (keyof typeof titles)[]) {
  const runners: Peer[] = [];
  for (const [name, by] of peers) runners.push(await asked(by, name, work));
  console.log(markdown(titles[work], await compare(runners, { inputs: INPUTS, rounds, roundMs: 20 })));
  const bytes = await bytesPerCall((await asked(office, `${engine} alone`, work)).call, INPUTS);
  console.log(bytes === null ? "" : `Heap growth, ${engine}: ${bytes.toFixed(3)} bytes a call.\n`);
}
