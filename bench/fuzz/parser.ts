/**
 * Random and broken texts through the parser: `node bench/fuzz/parser.ts [--texts N] [--from SEED] [--threads N]
 * [--compile-every N]`. Every text comes from its number alone, so a run can be split and any text be had again. Ends with 1
 * where a text crashed or hung the reader.
 */
import { parseArgs } from "node:util";
import { contractTexts } from "../../test/fuzz/corpus.ts";
import { randomText } from "../../test/fuzz/random-text.ts";
import type { Crash, Harvest } from "./reader.ts";
import { timePerCharacter } from "./time-per-character.ts";
import { watch } from "./watch.ts";

const { values } = parseArgs({
  options: {
    texts: { type: "string", default: "100000" },
    from: { type: "string", default: "0" },
    threads: { type: "string", default: "1" },
    "compile-every": { type: "string", default: "20" },
  },
});
const [texts, from, threads, compileEvery] = [
  Number(values.texts),
  Number(values.from),
  Number(values.threads),
  Number(values["compile-every"]),
];

const LISTED = 20;
const contracts = contractTexts();
const started = Date.now();
const done = new Array<number>(threads).fill(0);
const tell = (thread: number) => (count: number) => {
  done[thread] = count;
  const all = done.reduce((sum, each) => sum + each, 0);
  console.error(`${all} of ${texts} after ${Math.round((Date.now() - started) / 1000)} s`);
};
const shares = Array.from({ length: threads }, (_, thread) =>
  watch({ from: from + thread, end: from + texts, step: threads, compileEvery }, tell(thread)),
);
report(await Promise.all(shares));

function report(watched: Awaited<(typeof shares)[number]>[]): void {
  const harvests = watched.flatMap((one) => one.harvests);
  const lost = watched.flatMap((one) => one.lost);
  const crashes = [...harvests.flatMap((harvest) => harvest.crashes), ...lost];
  const sum = (of: (harvest: Harvest) => number) =>
    harvests.reduce((total, harvest) => total + of(harvest), 0);
  console.log(
    `${sum((one) => one.texts) + lost.length} texts of ${sum((one) => one.characters)} characters from ${contracts.length} ` +
      `contracts: ${sum((one) => one.parsed)} without a mistake of writing, ${sum((one) => one.compiled)} compiled to a policy`,
  );
  tellSlowest(harvests);
  console.log(`${crashes.length} crashed or hung`);
  for (const crash of crashes.slice(0, LISTED)) tellCrash(crash);
  process.exitCode = crashes.length === 0 ? 0 : 1;
}

function tellSlowest(harvests: readonly Harvest[]): void {
  const slowest = harvests
    .flatMap((harvest) => harvest.slowest)
    .map(({ seed }) => ({ seed, text: randomText(seed, contracts) }))
    .map(({ seed, text }) => ({ seed, text, ns: timePerCharacter(text) }))
    .toSorted((a, b) => b.ns - a.ns);
  for (const { seed, text, ns } of slowest.slice(0, 5))
    console.log(
      `slowest: ${ns.toFixed(0)} ns a character, text ${seed}: ${JSON.stringify(text.slice(0, 100))}`,
    );
}

function tellCrash({ seed, error }: Crash): void {
  console.log(`\ntext ${seed}: ${error.split("\n").slice(0, 6).join("\n")}`);
  console.log(JSON.stringify(randomText(seed, contracts)).slice(0, 2000));
}
