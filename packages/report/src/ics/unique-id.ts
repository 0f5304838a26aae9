import type { Policy } from "@entente/ir";

const offset = 0xcbf29ce484222325n;
const prime = 0x100000001b3n;

/**
 * A name for an entry of a calendar that no other agreement's entry has, and that stays the same for as long as the
 * agreement keeps its title, its sides and its first day: a calendar that is imported again changes its entries
 * instead of doubling them.
 *
 * @param which the date of the entry, or `series`
 */
export function uniqueId(policy: Policy, kind: "meeting" | "review", name: string, which: string): string {
  const { title, between, effective } = policy.agreement;
  const agreement = fingerprint(JSON.stringify([title, between, effective?.from ?? null]));
  return `${kind}-${which}-${fingerprint(name)}-${agreement}@entente`;
}

/** FNV-1a over the UTF-8 bytes of a text, 64 bits in hexadecimal: to tell names apart, not to keep them secret. */
function fingerprint(text: string): string {
  const hash = new TextEncoder()
    .encode(text)
    .reduce((sum, byte) => BigInt.asUintN(64, (sum ^ BigInt(byte)) * prime), offset);
  return hash.toString(16).padStart(16, "0");
}
