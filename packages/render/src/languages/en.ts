import type { Language } from "../words/language.ts";
import { commitments } from "./en/commitments.ts";
import { conditions } from "./en/conditions.ts";
import { document } from "./en/document.ts";
import { promises } from "./en/promises.ts";
import { values } from "./en/values.ts";

export const en: Language = { tag: "en", locale: "en", values, conditions, commitments, promises, document };
