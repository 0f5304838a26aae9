import { SarifBuilder, SarifResultBuilder, SarifRuleBuilder, SarifRunBuilder } from "node-sarif-builder";
import { plainLines } from "../terminal/printable.ts";
import type { CiFinding, CiFix, CiReport } from "./ci-findings.ts";
import type { Region } from "./region.ts";
import { ruleText } from "./sarif-rules.ts";

type ResultOptions = NonNullable<ConstructorParameters<typeof SarifResultBuilder>[0]>;
type SarifFix = NonNullable<ResultOptions["fixes"]>[number];

/**
 * The findings as a SARIF 2.1.0 log, which code-scanning services read: one run, a rule for each kind of finding, paths
 * relative to the project, columns in UTF-16 units.
 *
 * @param version that of the program
 */
export function sarifReport({ command, groups }: CiReport, version: string): string {
  const findings = groups.flatMap((group) => group.findings);
  const run = new SarifRunBuilder({
    automationDetails: { id: `sla/${command}/` },
    columnKind: "utf16CodeUnits",
    artifacts: filesOf(findings).map((uri) => ({ location: { uri }, sourceLanguage: "sla" })),
    invocations: [{ executionSuccessful: true }],
  }).initSimple({ toolDriverName: "sla", toolDriverVersion: version });
  for (const id of new Set(findings.map((finding) => finding.id))) run.addRule(rule(id));
  for (const finding of findings) run.addResult(result(finding));
  const log = new SarifBuilder({ $schema: "https://json.schemastore.org/sarif-2.1.0.json" });
  log.addRun(run);
  return `${JSON.stringify(log.buildSarifOutput(), null, 2)}\n`;
}

function filesOf(findings: readonly CiFinding[]): readonly string[] {
  return [...new Set(findings.map(({ region }) => uriOf(region.file)))];
}

function rule(id: string): SarifRuleBuilder {
  const { short, long, page } = ruleText(id);
  const [tag = id] = id.split("/");
  return new SarifRuleBuilder({
    id,
    shortDescription: { text: short },
    fullDescription: { text: long },
    help: page === null ? { text: long } : { text: long, markdown: page },
    properties: { tags: ["contract", tag] },
  });
}

function result({ level, id, message, help, region, fix }: CiFinding): SarifResultBuilder {
  const text = help === null ? message : `${message}\n${help}`;
  return new SarifResultBuilder({
    ruleId: id,
    level,
    message: { text: plainLines(text) },
    locations: [
      { physicalLocation: { artifactLocation: { uri: uriOf(region.file) }, region: bounds(region) } },
    ],
    fixes: fix === null ? undefined : [sarifFix(fix)],
  });
}

function sarifFix({ title, edits }: CiFix): SarifFix {
  const files = [...new Set(edits.map(({ region }) => region.file))];
  return {
    description: { text: plainLines(title) },
    artifactChanges: files.map((file) => ({
      artifactLocation: { uri: uriOf(file) },
      replacements: edits
        .filter(({ region }) => region.file === file)
        .map(({ region, text }) => ({ deletedRegion: bounds(region), insertedContent: { text } })),
    })),
  };
}

function bounds({ line, column, endLine, endColumn }: Region) {
  return { startLine: line, startColumn: column, endLine, endColumn };
}

/** A path as a relative URI: what would mean something else in one is percent-encoded. */
function uriOf(file: string): string {
  return file
    .toWellFormed()
    .split("/")
    .map((part) => encodeURIComponent(part))
    .join("/");
}
