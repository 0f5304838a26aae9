import type { Language } from "../words/language.ts";
import { commitments } from "./ja/commitments.ts";
import { conditions } from "./ja/conditions.ts";
import { document } from "./ja/document.ts";
import { promises } from "./ja/promises.ts";
import { values } from "./ja/values.ts";

export const ja: Language = { tag: "ja", locale: "ja", values, conditions, commitments, promises, document };
