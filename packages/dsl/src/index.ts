export type { FileNode } from "./1-syntax/ast/file.ts";
export { parse } from "./1-syntax/parse.ts";
export { type Compilation, type CompileOptions, compile } from "./compile.ts";
export { applyFixes, certainFix, type Mended } from "./diagnostics/apply-fixes.ts";
export { diagnosticIds } from "./diagnostics/catalogue.ts";
export { type Formatted, format } from "./format/format.ts";
export { type LintLevel, type LintSettings, lintLevels } from "./lint/lint.ts";
export { ruleNames } from "./lint/rules.ts";
export type { ReadSource, SourceProblem } from "./load.ts";
