import { asPhrase, joined, type Part, type Phrase } from "../../phrase/say.ts";

type Node = Phrase[number];

/** Characters that stand without a space beside any other: punctuation, and the space itself. */
const closeUp = /[\s\u2010-\u201f\u3000-\u303f\uff00-\uff0f\uff1a-\uff20\uff5b-\uff65()[\]{},.;:!?%]/u;
const han = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/u;

/**
 * Puts a Chinese sentence together: a space stands between Chinese characters and Latin letters or digits, and nowhere
 * else, whatever spaces the template has around its parts. Inside a part nothing changes.
 */
export function say(strings: TemplateStringsArray, ...parts: readonly Part[]): Phrase {
  return glued(strings.flatMap((text, index) => [text.trim(), parts[index] ?? ""]));
}

/** The parts behind one another, with a space where one is due. */
export function glued(parts: readonly Part[]): Phrase {
  return joined(
    parts
      .map(asPhrase)
      .filter((part) => part.length > 0)
      .flatMap((part, index, all) => [
        index > 0 && spaceBetween(all[index - 1] ?? [], part) ? " " : "",
        part,
      ]),
    "",
  );
}

function spaceBetween(left: Phrase, right: Phrase): boolean {
  const before = [...textOf(left.at(-1))].at(-1);
  const after = [...textOf(right[0])][0];
  if (before === undefined || after === undefined || closeUp.test(before) || closeUp.test(after))
    return false;
  return !(han.test(before) && han.test(after));
}

function textOf(node: Node | undefined): string {
  if (node === undefined) return "";
  if ("value" in node) return node.value;
  return "children" in node ? node.children.map(textOf).join("") : "";
}
