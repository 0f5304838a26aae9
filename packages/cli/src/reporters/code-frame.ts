import type { Diagnostic, Severity, Span } from "@entente/ir";
import type { Colours } from "../terminal/colours.ts";
import { wrap } from "../terminal/layout.ts";
import { printable } from "../terminal/printable.ts";
import { sourceLine } from "./source-line.ts";

/** What a frame is drawn with. */
export interface FrameStyle {
  readonly colours: Colours;
  /** Columns of the terminal. */
  readonly columns: number;
}

const leastGutter = 5;

/**
 * A finding as a person reads it: what is wrong, where, the line with the place underlined, what to write
 * instead, and the other places that explain it.
 *
 * @param sources the texts by file, as the compiler saw them; a span of another file is shown without its line
 */
export function codeFrame(
  diagnostic: Diagnostic,
  sources: ReadonlyMap<string, string>,
  style: FrameStyle,
): string {
  const { colours } = style;
  const related = diagnostic.related ?? [];
  const gutter = gutterOf([diagnostic.span, ...related.map((place) => place.span)]);
  const lines = [
    heading(diagnostic, colours),
    ...place(diagnostic.span, diagnostic.label, sources, style, gutter, "^"),
    ...related.flatMap((other) => place(other.span, other.label, sources, style, gutter, "-")),
    ...help(diagnostic, style, gutter),
  ];
  return `${lines.join("\n")}\n`;
}

function heading(diagnostic: Diagnostic, colours: Colours): string {
  const title = severityColour(diagnostic.severity, colours)(`${diagnostic.severity}[${diagnostic.id}]`);
  return `${title}${colours.bold(`: ${printable(diagnostic.message)}`)}`;
}

function severityColour(severity: Severity, colours: Colours): (text: string) => string {
  switch (severity) {
    case "error":
      return (text) => colours.bold(colours.red(text));
    case "warning":
      return (text) => colours.bold(colours.yellow(text));
    case "info":
      return (text) => colours.bold(colours.cyan(text));
  }
}

function place(
  span: Span,
  label: string | undefined,
  sources: ReadonlyMap<string, string>,
  style: FrameStyle,
  gutter: number,
  mark: "^" | "-",
): readonly string[] {
  const { colours } = style;
  const location = `  ${printable(span.file)}:${span.line}:${span.column}`;
  const source = sources.get(span.file);
  if (source === undefined) return [location + (label === undefined ? "" : `  ${printable(label)}`)];
  const line = sourceLine(source, span, Math.max(40, style.columns - gutter - 3));
  const number = colours.dim(`${String(span.line).padStart(gutter)} |`);
  const empty = colours.dim(`${" ".repeat(gutter)} |`);
  const colour = mark === "^" ? colours.red : colours.cyan;
  const text = label === undefined || label === "" ? "" : ` ${printable(label)}`;
  return [
    location,
    `${number} ${line.text}`.trimEnd(),
    `${empty} ${" ".repeat(line.from)}${colour(`${mark.repeat(line.width)}${text}`)}`,
  ];
}

function help(diagnostic: Diagnostic, style: FrameStyle, gutter: number): readonly string[] {
  if (diagnostic.help === undefined) return [];
  const indent = " ".repeat(gutter + 1);
  const room = Math.max(40, style.columns - gutter - 9);
  return wrap(printable(diagnostic.help), room).map((line, index) =>
    index === 0 ? `${indent}${style.colours.dim("=")} help: ${line}` : `${indent}        ${line}`.trimEnd(),
  );
}

function gutterOf(spans: readonly Span[]): number {
  return Math.max(leastGutter, ...spans.map((span) => String(span.line).length + 1));
}
