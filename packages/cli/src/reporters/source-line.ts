import { displayWidth, expandTabs } from "../terminal/layout.ts";
import { printable } from "../terminal/printable.ts";

/** One line of a source as it is shown, and the columns that a span takes on it, counted from 0. */
export interface SourceLine {
  readonly text: string;
  readonly from: number;
  /** Columns to underline: at least one. */
  readonly width: number;
}

/** What a span covers of a text: offsets in UTF-16 units, `end` exclusive. */
interface Stretch {
  readonly start: number;
  readonly end: number;
}

const margin = 20;

/**
 * The line on which a stretch of a text starts. A stretch over several lines is underlined to the end of
 * its first; an empty one, such as the end of the file, gets one column. A line wider than `room` columns
 * is cut to the part around the stretch.
 */
export function sourceLine(source: string, stretch: Stretch, room: number): SourceLine {
  const start = Math.min(stretch.start, source.length);
  const lineStart = lastBreakBefore(source, start);
  const lineEnd = nextBreakFrom(source, start);
  const end = Math.min(Math.max(stretch.end, start), lineEnd);
  const line = source.slice(lineStart, lineEnd);
  const before = shown(line.slice(0, start - lineStart));
  const upTo = shown(line.slice(0, end - lineStart).trimEnd());
  const from = displayWidth(before);
  return cut({ text: shown(line).trimEnd(), from, width: Math.max(1, displayWidth(upTo) - from) }, room);
}

function shown(text: string): string {
  return expandTabs(printable(text));
}

function lastBreakBefore(source: string, offset: number): number {
  let at = offset;
  while (at > 0 && !isBreak(source, at - 1)) at -= 1;
  return at;
}

function nextBreakFrom(source: string, offset: number): number {
  let at = offset;
  while (at < source.length && !isBreak(source, at)) at += 1;
  return at;
}

function isBreak(source: string, at: number): boolean {
  const code = source.charCodeAt(at);
  return code === 10 || code === 13;
}

function cut(line: SourceLine, room: number): SourceLine {
  if (displayWidth(line.text) <= room) return line;
  const skip = Math.max(0, line.from - margin);
  const head = skip > 0 ? "…" : "";
  const kept = window(line.text, skip, room - 2);
  const from = line.from - kept.skipped + head.length;
  return {
    text: `${head}${kept.text}${kept.more ? "…" : ""}`,
    from,
    width: Math.max(1, Math.min(line.width, displayWidth(kept.text) + head.length - from)),
  };
}

/** The part of a line from about column `skip` on, of at most `room` columns, never half a wide character. */
function window(text: string, skip: number, room: number): { text: string; skipped: number; more: boolean } {
  let column = 0;
  let skipped = 0;
  let kept = "";
  for (const { segment } of new Intl.Segmenter("und", { granularity: "grapheme" }).segment(text)) {
    const width = displayWidth(segment);
    if (column < skip) skipped += width;
    else if (column + width - skipped > room) return { text: kept, skipped, more: true };
    else kept += segment;
    column += width;
  }
  return { text: kept, skipped, more: false };
}
