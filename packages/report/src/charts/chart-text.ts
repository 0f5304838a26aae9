import { shownText } from "../words/shown-text.ts";

/**
 * A name as a chart may draw it, on at most `most` characters. The chart library keeps the widths of texts in plain
 * objects by the text itself, and a name such as `__proto__` would change the prototype of all objects: a space that does not show
 * makes it a name like any other. For the same reason names are cut here, and never by the library.
 */
export function chartText(name: string, most: number): string {
  const text = shownText(name, most);
  return text in Object.prototype ? `${text}\u00a0` : text;
}
