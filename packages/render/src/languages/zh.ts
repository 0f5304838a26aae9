import type { Language } from "../words/language.ts";
import { commitments } from "./zh/commitments.ts";
import { conditions } from "./zh/conditions.ts";
import { document } from "./zh/document.ts";
import { promises } from "./zh/promises.ts";
import { values } from "./zh/values.ts";

export const zh: Language = {
  tag: "zh-Hans",
  locale: "zh-CN",
  values,
  conditions,
  commitments,
  promises,
  document,
};
