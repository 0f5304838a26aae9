import { TestRules } from "./tests.ts";

/** The whole grammar: each rule reads one declaration or one clause from tokens of its own. */
export class Grammar extends TestRules {
  constructor() {
    super();
    this.performSelfAnalysis();
  }
}

/** The rules that read one declaration or one clause. */
export type RuleName = {
  [K in keyof Grammar]: Grammar[K] extends () => { readonly kind: string } | readonly unknown[] ? K : never;
}[keyof Grammar];

let cached: Grammar | undefined;

/** The one instance: making it takes tens of milliseconds. It keeps nothing from one clause to the next. */
export function grammar(): Grammar {
  cached ??= new Grammar();
  return cached;
}
