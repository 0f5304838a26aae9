import type { DiagnosticText } from "./define.ts";
import { reporterOf } from "./define.ts";

const text = <P>(entry: DiagnosticText<P>): DiagnosticText<P> => entry;
const did = (near: string | undefined): string | undefined =>
  near === undefined ? undefined : `did you mean \`${near}\`?`;
const list = (names: readonly string[]): string => names.map((name) => `\`${name}\``).join(", ");

interface UnknownName {
  readonly name: string;
  readonly near: string | undefined;
}

/** What the resolver finds: names that stand for nothing, or for two things. */
export const resolveCatalogue = {
  "resolve/unknown-name": text<UnknownName & { event: string | undefined }>({
    severity: "error",
    message: ({ name, event }) =>
      event === undefined
        ? `nothing is called \`${name}\`: no field, event, define, score or classification has that name`
        : `\`${name}\` is neither an attribute of the event \`${event}\` nor a field, event, define, score or classification`,
    label: ({ near }) => did(near),
    help: ({ name, near }) =>
      near === undefined
        ? `declare it, for example as a field of \`lead { ${name} text optional }\``
        : undefined,
  }),
  "resolve/loose-case": text<{ name: string; of: string; operator: "and" | "or" }>({
    severity: "error",
    message: ({ name, of, operator }) =>
      `\`${name}\` is a value of \`${of}\`, but \`${operator}\` joins whole conditions`,
    label: ({ name, of }) => `write \`${of} is ${name}\``,
    help: ({ name, of, operator }) =>
      operator === "or" ? `or ask for several at once: \`${of} in (…, ${name})\`` : undefined,
  }),
  "resolve/unknown-case": text<UnknownName & { of: string; cases: readonly string[] }>({
    severity: "error",
    message: ({ name, of }) => `\`${name}\` is not one of the values of \`${of}\``,
    label: ({ near }) => did(near),
    help: ({ of, cases }) => `\`${of}\` is one of ${list(cases)}`,
  }),
  "resolve/quoted-case": text<{ text: string; of: string; name: string }>({
    severity: "error",
    message: ({ of }) => `the values of \`${of}\` are names and stand without quotes`,
    label: ({ name }) => `write \`${name}\``,
    help: ({ text, name }) =>
      text === name ? undefined : `"${text}" is how files write it; the contract calls it \`${name}\``,
  }),
  "resolve/unknown-field": text<UnknownName & { of?: "people" }>({
    severity: "error",
    message: ({ name, of }) =>
      `the ${of === "people" ? "people table" : "lead record"} has no field \`${name}\``,
    label: ({ near }) => did(near),
    help: ({ name, near, of = "lead" }) =>
      near === undefined ? `add it: \`${of} { ${name} text optional }\`` : undefined,
  }),
  "resolve/unknown-attribute": text<UnknownName & { event: string; attributes: readonly string[] }>({
    severity: "error",
    message: ({ name, event }) => `the event \`${event}\` has no attribute \`${name}\``,
    label: ({ near }) => did(near),
    help: ({ event, attributes }) =>
      attributes.length === 0
        ? `\`${event}\` is declared without attributes`
        : `\`${event}\` has ${list(attributes)}`,
  }),
  "resolve/unknown-declaration": text<UnknownName & { what: string; declared: readonly string[] }>({
    severity: "error",
    message: ({ name, what }) => `there is no ${what} \`${name}\``,
    label: ({ near }) => did(near),
    help: ({ what, near, declared }) => {
      if (near !== undefined) return undefined;
      return declared.length === 0
        ? `this agreement declares no ${what} at all`
        : `the contract declares ${list(declared.slice(0, 8))}${declared.length > 8 ? ", …" : ""}`;
    },
  }),
  "resolve/unknown-actor": text<UnknownName>({
    severity: "warning",
    message: ({ name }) => `nobody is called \`${name}\`: it is neither a party nor a role`,
    label: ({ near }) => did(near),
    help: ({ name, near }) =>
      near === undefined ? `say who that is: \`role ${name} "…" of sales\`` : undefined,
  }),
  "resolve/wrong-kind": text<{ name: string; is: string; wanted: string }>({
    severity: "error",
    message: ({ name, is, wanted }) => `\`${name}\` is ${is}, but ${wanted} is needed here`,
  }),
  "resolve/duplicate": text<{ what: string; name: string }>({
    severity: "error",
    message: ({ what, name }) => `there are two ${what} called \`${name}\``,
    label: () => "the second one",
    help: () => "a name stands for one thing: rename one of them",
  }),
  "resolve/duplicate-declaration": text<{ what: string }>({
    severity: "error",
    message: ({ what }) => `a contract has one \`${what}\` declaration, and this is the second`,
  }),
  "resolve/missing-declaration": text<{ what: string; example: string }>({
    severity: "error",
    message: ({ what }) => `this contract has no \`${what}\` declaration`,
    help: ({ example }) => `write one, for example: ${example}`,
  }),
  "resolve/reserved-meaning": text<{ name: string; what: string; meaning: string; instead: string }>({
    severity: "error",
    message: ({ name, what, meaning }) => `${what} may not be called \`${name}\`: the word ${meaning}`,
    help: ({ instead }) => instead,
  }),
  "resolve/cycle": text<{ what: string; path: readonly string[] }>({
    severity: "error",
    message: ({ what, path }) => `${what} go round in a circle: ${path.join(" → ")}`,
    help: () => "each may only build on what does not build on it",
  }),
  "resolve/import-not-found": text<{ path: string; reason: string }>({
    severity: "error",
    message: ({ path, reason }) => `\`${path}\` cannot be imported: ${reason}`,
    help: () => "a path starts from the folder of the file that imports: `./calendars/us.sla`",
  }),
  "resolve/import-outside": text<{ path: string }>({
    severity: "error",
    message: ({ path }) => `\`${path}\` leads out of the contract's folder`,
    help: () => "an import stays inside the folder of the contract: copy the file into it",
  }),
  "resolve/import-cycle": text<{ path: readonly string[] }>({
    severity: "error",
    message: ({ path }) => `imports go round in a circle: ${path.join(" → ")}`,
    help: () => "put what both files need into a third one, and import that",
  }),
};

export const reportResolve = reporterOf(resolveCatalogue);
