import type { Action, Ladder } from "@entente/ir";
import { anchorOf } from "../phrase/anchor.ts";
import { bullets, code, paragraph } from "../phrase/nodes.ts";
import { plainText } from "../phrase/plain-text.ts";
import { type Phrase, say } from "../phrase/say.ts";
import type { Block } from "../phrase/tree.ts";
import type { Draft } from "../sentences/draft.ts";
import { addressees, isKnown } from "../sentences/names.ts";
import { declarationHeading, paragraphNumber, sectionHeading, source } from "./numbering.ts";

/** What follows a miss, step by step. */
export function laddersSection(draft: Draft): Block[] {
  const { ladders } = draft.policy;
  return [
    sectionHeading(draft, "ladders"),
    ...(ladders.length === 0 ? [paragraph(draft.language.document.nothing)] : []),
    ...ladders.flatMap((ladder, index) => ladderBlocks(draft, ladder, paragraphNumber("ladders", index))),
  ];
}

function ladderBlocks(draft: Draft, ladder: Ladder, number: string): Block[] {
  const { promises: words, values } = draft.language;
  return [
    declarationHeading(3, number, code(ladder.name), anchorOf("ladder", ladder.name)),
    bullets(
      ladder.steps.map(({ after, actions, span }) => {
        const when = after === null ? words.atBreach : words.afterMiss(values.duration(after));
        const below = bullets(actions.map((action) => actionSentence(draft, action)));
        return [say`${when} ${source(draft, span)}`, [below]] as const;
      }),
    ),
  ];
}

function actionSentence(draft: Draft, { verb, to, text, every }: Action): Phrase {
  const { promises, values } = draft.language;
  const said = addressees(draft, to);
  const what = plainText(text ?? "");
  const toWhomIsKnown = to.every((name) => isKnown(draft, name));
  return promises.actions[verb]({
    to: said,
    text: what,
    every: every === null ? "" : values.every(every),
    assignee: toWhomIsKnown ? said : values.quoted(what),
    task: toWhomIsKnown ? values.quoted(what) : said,
  });
}
