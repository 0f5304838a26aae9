/** CSS variables of the page that charts are drawn in; each has a value for light and for dark. */
export const ink = {
  text: "var(--ink)",
  muted: "var(--muted)",
  line: "var(--line)",
  rest: "var(--rest)",
  surface: "var(--surface)",
  pace: "var(--pace)",
  actual: "var(--actual)",
  good: "var(--good)",
  bad: "var(--bad)",
  worse: "var(--worse)",
  open: "var(--open)",
} as const;

/** Every chart is drawn twice: for a page with room, and for a phone. */
export type Room = "wide" | "narrow";

export const text = { fontFamily: "inherit", fontSize: 12, color: ink.muted } as const;
export const strongText = { ...text, color: ink.text, fontWeight: 600 } as const;

/** Keeps a label readable where it lies on a line. */
export const halo = { textBorderColor: ink.surface, textBorderWidth: 3 } as const;

export const categoryAxis = {
  type: "category",
  axisLine: { lineStyle: { color: ink.rest } },
  axisTick: { show: false },
  axisLabel: { ...text, hideOverlap: true },
} as const;

export const valueAxis = {
  type: "value",
  splitNumber: 4,
  axisLine: { show: false },
  splitLine: { lineStyle: { color: ink.line } },
  axisLabel: text,
} as const;

/** What all series share: nothing to point at, since the page has no script. */
export const still = { silent: true, emphasis: { disabled: true }, cursor: "auto" } as const;
