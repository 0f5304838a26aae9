import { compile } from "@entente/dsl";
import { createAttainment, createEngine } from "@entente/engine";
import { CONTRACT } from "./contract.ts";
import { leadNumber } from "./leads.ts";

/** How many leads are counted before memory is read: a hundred thousand, then ten times as many, or what is given. */
const counts = process.argv.length > 2 ? process.argv.slice(2).map(Number) : [100_000, 1_000_000];

const { policy, diagnostics } = compile({ entry: "goals.sla", text: CONTRACT });
if (policy === null) throw new Error(diagnostics.map(({ message }) => message).join("\n"));
const engine = createEngine(policy);
const at = Date.UTC(2026, 11, 15);

process.stdout.write("leads      seconds  leads/s  peak resident MB  windows\n");
for (const count of counts) {
  const start = performance.now();
  const tally = createAttainment(engine, { at });
  for (let id = 0; id < count; id += 1) tally.add(leadNumber(id));
  const { goals } = tally.finish();
  const seconds = (performance.now() - start) / 1000;
  const windows = goals.reduce((sum, goal) => sum + goal.windows.length, 0);
  const peak = process.resourceUsage().maxRSS / 1024;
  process.stdout.write(
    `${String(count).padEnd(10)} ${seconds.toFixed(1).padStart(7)} ${Math.round(count / seconds)
      .toLocaleString("en-US")
      .padStart(8)} ${peak.toFixed(0).padStart(17)} ${String(windows).padStart(8)}\n`,
  );
}
