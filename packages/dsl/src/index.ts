export type { FileNode } from "./1-syntax/ast/file.ts";
export { parse } from "./1-syntax/parse.ts";
export { type Compilation, type CompileOptions, compile } from "./compile.ts";
export type { ReadSource, SourceProblem } from "./load.ts";
