/** The directions of docs/ARCHITECTURE.md: `cli -> { diff, report, render, analysis } -> engine -> ir`, `cli -> dsl -> ir`, and inside dsl a phase imports only lower-numbered ones. */
const packageRule = (from, forbidden) => ({
  name: `${from}-stays-below`,
  severity: "error",
  comment: `packages/${from} may not import ${forbidden.join(", ")}`,
  from: { path: `^packages/${from}/` },
  to: { path: `^packages/(${forbidden.join("|")})/|^@entente/(${forbidden.join("|")})` },
});

const PHASES = ["1-syntax", "2-resolve", "3-check", "4-lower"];

const phaseRule = (phase, index) => ({
  name: `${phase}-imports-earlier-phases-only`,
  severity: "error",
  from: { path: `^packages/dsl/src/${phase}/` },
  to: {
    path: `^packages/dsl/src/((${PHASES.slice(index + 1).join("|") || "-"})/|(compile|load|index)\\.ts$)`,
  },
});

export default {
  forbidden: [
    packageRule("ir", ["dsl", "engine", "analysis", "diff", "report", "render", "cli"]),
    packageRule("dsl", ["engine", "analysis", "diff", "report", "render", "cli"]),
    packageRule("engine", ["dsl", "analysis", "diff", "report", "render", "cli"]),
    packageRule("analysis", ["dsl", "diff", "report", "render", "cli"]),
    packageRule("diff", ["dsl", "report", "render", "cli"]),
    packageRule("report", ["dsl", "analysis", "diff", "render", "cli"]),
    packageRule("render", ["dsl", "engine", "analysis", "diff", "report", "cli"]),
    ...PHASES.map(phaseRule),
    {
      name: "diagnostics-know-no-phase",
      severity: "error",
      from: { path: "^packages/dsl/src/diagnostics/" },
      to: { path: `^packages/dsl/src/(${PHASES.join("|")})/` },
    },
    {
      name: "only-syntax-imports-chevrotain",
      severity: "error",
      from: { path: "^packages/", pathNot: "^packages/dsl/src/1-syntax/" },
      to: { path: "chevrotain" },
    },
    {
      name: "engine-touches-no-platform",
      severity: "error",
      comment: "the engine runs in a browser and on the edge: no Node modules",
      from: { path: "^packages/(engine|ir|analysis|diff|report|render)/src/", pathNot: "\\.test\\.ts$" },
      to: { dependencyTypes: ["core"] },
    },
    {
      name: "sources-do-not-import-tests",
      severity: "error",
      from: { path: "^packages/", pathNot: "\\.test\\.ts$|/testing/" },
      to: { path: "\\.test\\.ts$|/testing/|^(test|examples|bench)/" },
    },
    {
      name: "no-cycles",
      severity: "error",
      from: {},
      to: { circular: true, viaOnly: { dependencyTypesNot: ["type-only"] } },
    },
    { name: "no-unresolvable", severity: "error", from: {}, to: { couldNotResolve: true } },
  ],
  options: {
    doNotFollow: { path: "node_modules" },
    exclude: { path: "(^|/)(node_modules|dist)/" },
    parser: "swc",
    tsPreCompilationDeps: true,
    enhancedResolveOptions: {
      exportsFields: ["exports"],
      conditionNames: ["import", "default"],
      extensions: [".ts", ".js", ".mjs", ".json"],
    },
  },
};
