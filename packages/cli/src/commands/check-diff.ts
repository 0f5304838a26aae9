/** Lines shown around a change. */
const CONTEXT = 2;

interface Line {
  readonly sign: " " | "-" | "+";
  readonly text: string;
}

/** What changes in a file, as a unified diff; empty where nothing does. */
export function lineDiff(file: string, before: string, after: string): string {
  if (before === after) return "";
  const lines = compared(linesOf(before), linesOf(after));
  const hunks = hunksOf(lines).map(({ from, to }) => {
    const start = (sign: "-" | "+") => lines.slice(0, from).filter((line) => line.sign !== sign).length + 1;
    const length = (sign: "-" | "+") => lines.slice(from, to).filter((line) => line.sign !== sign).length;
    const head = `@@ -${start("+")},${length("+")} +${start("-")},${length("-")} @@`;
    return [head, ...lines.slice(from, to).map(({ sign, text }) => sign + text)].join("\n");
  });
  return `--- ${file}\n+++ ${file}\n${hunks.join("\n")}\n`;
}

function linesOf(text: string): readonly string[] {
  const lines = text.split(/\r\n|\n|\r/);
  return lines.at(-1) === "" ? lines.slice(0, -1) : lines;
}

/** Common lines at both ends are matched first, so that what is compared in full is small. */
function compared(before: readonly string[], after: readonly string[]): readonly Line[] {
  let head = 0;
  while (head < Math.min(before.length, after.length) && before[head] === after[head]) head++;
  let tail = 0;
  const most = Math.min(before.length, after.length) - head;
  while (tail < most && before.at(-1 - tail) === after.at(-1 - tail)) tail++;
  const same = (text: string): Line => ({ sign: " ", text });
  return [
    ...before.slice(0, head).map(same),
    ...longestCommon(before.slice(head, before.length - tail), after.slice(head, after.length - tail)),
    ...before.slice(before.length - tail).map(same),
  ];
}

/** The two texts with their longest common subsequence kept. */
function longestCommon(before: readonly string[], after: readonly string[]): readonly Line[] {
  const rows = before.length + 1;
  const columns = after.length + 1;
  const common = new Uint32Array(rows * columns);
  const at = (i: number, j: number): number => common[i * columns + j] ?? 0;
  for (let i = before.length - 1; i >= 0; i--) {
    for (let j = after.length - 1; j >= 0; j--) {
      common[i * columns + j] =
        before[i] === after[j] ? at(i + 1, j + 1) + 1 : Math.max(at(i + 1, j), at(i, j + 1));
    }
  }
  const lines: Line[] = [];
  let i = 0;
  let j = 0;
  while (i < before.length || j < after.length) {
    if (i < before.length && j < after.length && before[i] === after[j]) {
      lines.push({ sign: " ", text: before[i++] ?? "" });
      j++;
    } else if (i < before.length && (j === after.length || at(i + 1, j) >= at(i, j + 1))) {
      lines.push({ sign: "-", text: before[i++] ?? "" });
    } else {
      lines.push({ sign: "+", text: after[j++] ?? "" });
    }
  }
  return lines;
}

/** Stretches of changed lines with their context; those that touch are one. */
function hunksOf(lines: readonly Line[]): readonly { readonly from: number; readonly to: number }[] {
  const hunks: { from: number; to: number }[] = [];
  lines.forEach(({ sign }, index) => {
    if (sign === " ") return;
    const from = Math.max(0, index - CONTEXT);
    const to = Math.min(lines.length, index + CONTEXT + 1);
    const last = hunks.at(-1);
    if (last !== undefined && from <= last.to) last.to = to;
    else hunks.push({ from, to });
  });
  return hunks;
}
