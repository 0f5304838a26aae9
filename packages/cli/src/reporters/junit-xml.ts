import { plainLines } from "../terminal/printable.ts";

/** Text between tags: what XML does not allow at all becomes a picture or a replacement character. */
export function xmlText(raw: string): string {
  return plainLines(raw)
    .replace(/[\ufffe\uffff]/g, "\ufffd")
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;");
}

/** The value of an attribute, without its quotes. */
export function xmlAttribute(raw: string): string {
  return xmlText(raw).replaceAll('"', "&quot;").replaceAll("\n", "&#10;").replaceAll("\t", "&#9;");
}
