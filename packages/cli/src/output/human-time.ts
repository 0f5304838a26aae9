import type { Zone } from "@entente/ir";

const days = ["Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"];

/** An instant (epoch milliseconds) on the wall clock of a zone: `Mon 2020-03-09 10:00`. */
export function humanTime(zone: Pick<Zone, "toLocal">, at: number): string {
  const local = new Date(zone.toLocal(at));
  return `${days[local.getUTCDay()]} ${local.toISOString().slice(0, 16).replace("T", " ")}`;
}
