/** Characters that take two columns where text is set in fixed width (Unicode, East Asian Width W and F). */
const WIDE =
  /^[\u1100-\u115F\u231A\u231B\u2329\u232A\u2E80-\u303E\u3041-\u33FF\u3400-\u4DBF\u4E00-\uA4CF\uA960-\uA97F\uAC00-\uD7A3\uF900-\uFAFF\uFE10-\uFE19\uFE30-\uFE6F\uFF01-\uFF60\uFFE0-\uFFE6\u{16FE0}-\u{18AFF}\u{1B000}-\u{1B2FF}\u{1F200}-\u{1F2FF}\u{20000}-\u{3FFFD}]|^\p{Emoji_Presentation}/u;
const INVISIBLE = /^[\p{M}\p{Cf}\p{Cc}]+$/u;
const ASCII = /^[\x20-\x7e]*$/;

let cached: Intl.Segmenter | undefined;

/** The columns that `text` takes in a fixed-width font: East Asian characters take two, combining marks none. */
export function widthOf(text: string): number {
  if (ASCII.test(text)) return text.length;
  cached ??= new Intl.Segmenter("en", { granularity: "grapheme" });
  let columns = 0;
  for (const { segment } of cached.segment(text)) {
    if (!INVISIBLE.test(segment)) columns += WIDE.test(segment) ? 2 : 1;
  }
  return columns;
}
