import type { Engine, LeadInput } from "../engine.ts";
import type { Attainment } from "./attainment.ts";
import { type AttainmentOptions, createAttainment } from "./tally.ts";

/** Counts leads from any source, one at a time. */
export async function attain(
  engine: Engine,
  leads: Iterable<LeadInput> | AsyncIterable<LeadInput>,
  options: AttainmentOptions,
): Promise<Attainment> {
  const tally = createAttainment(engine, options);
  if (Symbol.asyncIterator in leads) for await (const lead of leads) tally.add(lead);
  else for (const lead of leads) tally.add(lead);
  return tally.finish();
}
