import type { Zone, ZoneTable } from "@entente/ir";

/**
 * The `VTIMEZONE` of a zone (RFC 5545, section 3.6.5) for a stretch of time: one observance for the offset at its beginning
 * and one for every change within it, from the rules that the policy carries.
 *
 * @param within epoch milliseconds
 */
export function timeZoneComponent(
  zone: Zone,
  table: ZoneTable,
  within: { readonly from: number; readonly to: number },
): string {
  const changes = table.changes.filter(({ at }) => within.from < at && at < within.to);
  const first = zone.offsetAt(within.from);
  const offsets = [first, ...changes.map(({ offset }) => offset)];
  const standard = Math.min(...offsets);
  const observances = changes.map(({ at, offset }, index) => {
    const before = offsets[index] ?? first;
    return observance(offset > standard ? "DAYLIGHT" : "STANDARD", localText(at + before), before, offset);
  });
  return [
    "BEGIN:VTIMEZONE",
    `TZID:${zone.name}`,
    observance(first > standard ? "DAYLIGHT" : "STANDARD", "19700101T000000", first, first),
    ...observances,
    "END:VTIMEZONE",
  ].join("\r\n");
}

function observance(kind: "STANDARD" | "DAYLIGHT", start: string, from: number, to: number): string {
  return [
    `BEGIN:${kind}`,
    `DTSTART:${start}`,
    `TZOFFSETFROM:${offsetText(from)}`,
    `TZOFFSETTO:${offsetText(to)}`,
    `END:${kind}`,
  ].join("\r\n");
}

function localText(local: number): string {
  return new Date(local).toISOString().slice(0, 19).replace(/[-:]/g, "");
}

function offsetText(ms: number): string {
  const seconds = Math.abs(ms) / 1000;
  const parts = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60, seconds % 60];
  const [hours = "00", minutes = "00", rest = "00"] = parts.map((part) => String(part).padStart(2, "0"));
  return `${ms < 0 ? "-" : "+"}${hours}${minutes}${rest === "00" ? "" : rest}`;
}
