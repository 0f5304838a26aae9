import { plainLines } from "../terminal/printable.ts";

/** What a comment on GitHub holds, with some room for what is put around it. */
export const LONGEST_COMMENT = 60_000;

/**
 * A text as part of one line of Markdown, as GitHub and GitLab show it. What stands between backticks stays code;
 * everything else is shown as it is written, links and mentions included: no contract can notify anybody.
 */
export function markdownText(text: string): string {
  return plainLines(text)
    .split(/(`[^`\n]+`)/)
    .map((part) => (isCode(part) ? codeIn(part.slice(1, -1)) : escapedText(part)))
    .join("")
    .replaceAll("\n", "<br>");
}

/** A text as code within a line or a cell of a table. */
export function markdownCode(text: string): string {
  return codeIn(plainLines(text).replaceAll("\n", " "));
}

function isCode(part: string): boolean {
  return part.length > 2 && part.startsWith("`") && part.endsWith("`");
}

/** Backticks cannot hold what a table takes for its own: there, code is written in HTML. */
function codeIn(text: string): string {
  return /[|\\`]/.test(text) ? `<code>${escapedText(text)}</code>` : `\`${text}\``;
}

/**
 * What Markdown or HTML could take for its own: signs of emphasis, links, tags and entities, a `|` of a table, and what
 * becomes a mention, a reference or a link by itself, which an invisible space breaks.
 */
const special =
  /[\\`*~[\]]|(?<![\p{L}\p{Nd}])_|_(?![\p{L}\p{Nd}])|[&<>|]|[@#](?=[\p{L}\p{Nd}])|:(?=\/\/)|www(?=\.)/giu;

function escapedText(text: string): string {
  return text.replace(special, (found) => {
    switch (found) {
      case "&":
        return "&amp;";
      case "<":
        return "&lt;";
      case ">":
        return "&gt;";
      case "|":
        return "&#124;";
      default:
        return /[@#:w]/i.test(found) ? `${found}\u200b` : `\\${found}`;
    }
  });
}
