import type { Diagnostic, Fix, RelatedSpan, Severity, Span } from "@entente/ir";

/**
 * One entry of the catalogue: how a finding is told. The texts are functions of the parameters, which
 * are facts; prose is written nowhere else.
 */
export interface DiagnosticText<P> {
  readonly severity: Severity;
  /** One sentence: what is wrong, in the contract's own words. */
  readonly message: (params: P) => string;
  /** A few words beside the caret. */
  readonly label?: (params: P) => string | undefined;
  /** What to write instead, or why it matters. */
  readonly help?: (params: P) => string | undefined;
}

// biome-ignore lint/suspicious/noExplicitAny: a catalogue holds entries of every parameter type.
export type Catalogue = Readonly<Record<string, DiagnosticText<any>>>;

export type ParamsOf<C extends Catalogue, Id extends keyof C> =
  C[Id] extends DiagnosticText<infer P> ? P : never;

/** What a finding may have beside its parameters. */
export interface DiagnosticExtras {
  readonly related?: readonly RelatedSpan[];
  readonly fixes?: readonly Fix[];
}

/** Makes the constructor of a catalogue's diagnostics: an unknown id or a missing parameter does not compile. */
export function reporterOf<C extends Catalogue>(catalogue: C) {
  return <Id extends keyof C & string>(
    id: Id,
    span: Span,
    params: ParamsOf<C, Id>,
    extras: DiagnosticExtras = {},
  ): Diagnostic => {
    const text = catalogue[id] as DiagnosticText<ParamsOf<C, Id>>;
    const label = text.label?.(params);
    const help = text.help?.(params);
    return {
      id,
      severity: text.severity,
      span,
      message: text.message(params),
      ...(label === undefined ? {} : { label }),
      ...(help === undefined ? {} : { help }),
      ...extras,
    };
  };
}
