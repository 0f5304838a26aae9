import { type ChangeRules, defaultChangeRules, parseTier, type Tier } from "@entente/diff";
import type { Policy } from "@entente/ir";
import { z } from "zod";
import { InputError } from "../input/input-error.ts";
import { printable } from "../terminal/printable.ts";

const Names = z.union([z.string().transform((name) => [name]), z.array(z.string()).min(1)]);

/**
 * What `sla.config.json` says of changes under `"changes"`: whose signature each kind of change needs, what is
 * forbidden while the contract is in force, and the one answer to `in flight`.
 */
export const ChangeSettings = z.strictObject({
  approvals: z.record(z.string(), Names).optional(),
  "forbidden while in force": z.array(z.string()).optional(),
  "in flight": z.enum(["keeps", "moves"]).optional(),
});
export type ChangeSettings = z.infer<typeof ChangeSettings>;

/**
 * The rules about changes that settings give; what they leave out is as without them: a change that is stricter for a
 * party, or cannot be compared, needs a signature of that party.
 *
 * @param file the settings' file, for errors
 * @throws InputError where a kind of change, a party or a role does not exist
 */
export function changeRules(
  settings: ChangeSettings | undefined,
  base: Policy,
  head: Policy,
  file: string,
): ChangeRules {
  const usual = defaultChangeRules(base);
  const known = new Set([base, head].flatMap(namesIn));
  const tierOf = (words: string): Tier => {
    const tier = parseTier(words);
    if (typeof tier === "string") throw new InputError(printable(file), printable(`changes: ${tier}`));
    if (tier.kind === "strictness") requireName(tier.party, known, file);
    return tier;
  };
  const approvals = settings?.approvals;
  return {
    approvals:
      approvals === undefined
        ? usual.approvals
        : Object.entries(approvals).map(([words, by]) => {
            for (const name of by) requireName(name, known, file);
            return { tier: tierOf(words), by };
          }),
    forbidden: (settings?.["forbidden while in force"] ?? []).map(tierOf),
    inFlight: settings?.["in flight"] ?? null,
  };
}

function namesIn({ parties, roles }: Policy): readonly string[] {
  return [...parties, ...roles].map(({ name }) => name);
}

function requireName(name: string, known: ReadonlySet<string>, file: string): void {
  if (known.has(name)) return;
  const all = [...known].join(", ");
  throw new InputError(
    printable(file),
    printable(`changes: the contract has no party or role "${name}"; there are ${all}`),
  );
}
