import stringWidth from "string-width";

const tabStop = 4;

/** Columns that a terminal needs for a text: two for each wide East Asian character, none for combining marks. */
export function displayWidth(text: string): number {
  return stringWidth(text);
}

/** A line with its tabs filled up to the next multiple of four columns. */
export function expandTabs(line: string): string {
  if (!line.includes("\t")) return line;
  let result = "";
  for (const [index, part] of line.split("\t").entries()) {
    if (index > 0) result += " ".repeat(tabStop - (displayWidth(result) % tabStop));
    result += part;
  }
  return result;
}

/** Breaks a text into lines of at most `width` columns, between words; a longer word has a line of its own. */
export function wrap(text: string, width: number): readonly string[] {
  const lines: string[] = [];
  for (const paragraph of text.split("\n")) {
    let line = "";
    for (const word of paragraph.split(" ")) {
      const longer = line === "" ? word : `${line} ${word}`;
      if (line !== "" && displayWidth(longer) > width) {
        lines.push(line);
        line = word;
      } else {
        line = longer;
      }
    }
    lines.push(line);
  }
  return lines;
}
