import type { Context } from "./context.ts";

/** Keeps the last result, so that a function asked many times within one context runs once. */
export function onceAContext<T>(compute: (context: Context) => T): (context: Context) => T {
  let last: { readonly context: Context; readonly result: T } | null = null;
  return (context) => {
    if (last?.context !== context) last = { context, result: compute(context) };
    return last.result;
  };
}
