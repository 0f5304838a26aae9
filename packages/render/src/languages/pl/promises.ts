import { say } from "../../phrase/say.ts";
import { plural } from "../../values/plural.ts";
import type { PromiseWords } from "../../words/promise-words.ts";
import type { Quantity } from "../../words/value-words.ts";
import { accusative } from "./cases.ts";
import { values } from "./values.ts";

const bounds = { atLeast: "co najmniej", atMost: "co najwyżej" } as const;
const measured = { count: "liczba", worth: "wartość", points: "suma punktów" } as const;
const statistics = {
  median: "mediana",
  mean: "średnia",
  p75: "75. percentyl",
  p90: "90. percentyl",
  p95: "95. percentyl",
  p99: "99. percentyl",
} as const;
const periods = {
  month: "tym samym miesiącu",
  quarter: "tym samym kwartale",
  year: "tym samym roku",
} as const;
const sides = {
  either: "powyżej lub poniżej celu",
  above: "powyżej celu",
  below: "poniżej celu",
} as const;

const leads = ({ exact }: Quantity): string =>
  plural("pl", exact, { one: "lead", few: "leady", many: "leadów", other: "leada" });
const leadsAccusative = ({ exact }: Quantity): string =>
  plural("pl", exact, { one: "leada", few: "leady", many: "leadów", other: "leada" });

/** Stages and events of a measure stand in the genitive: they follow „z”, „od” or „do”. */
export const promises: PromiseWords = {
  goal: (parties, measure, several) =>
    say`Obowiązek osiągnięcia ${several ? "poniższych celów" : "poniższego celu"} spoczywa na: ${parties}. Miernik: ${measure}.`,
  reach: (what, stage) => say`${measured[what]} leadów, które osiągnęły etap ${stage}`,
  rate: (from, to, basis, maturing) =>
    say`współczynnik konwersji od ${from} do ${to}${basis === "snapshot" ? ", liczony według zdarzeń z danego okresu" : ""}${maturing === null ? "" : say`, przy czym każdy lead ma na to ${maturing("accusative")}`}`,
  time: (statistic, from, to) => say`${statistics[statistic]} czasu od ${from} do ${to}`,
  sum: (event, attribute) => say`suma ${attribute} ze wszystkich zdarzeń ${event}`,
  share: (commitment) => say`odsetek przypadków, w których dotrzymano zobowiązania ${commitment}`,
  stage: (name) => say`etapu ${name}`,
  event: (name) => say`zdarzenia ${name}`,
  narrowed: (measure, condition) => say`${measure}, z uwzględnieniem tylko tych, dla których ${condition}`,
  per: (measure, field) => say`${measure}, osobno dla każdej wartości ${field}`,
  baseline: (value) => say`Stan w chwili zawarcia umowy: ${value}.`,
  target: (bound, value, window, from) =>
    say`${bounds[bound]} ${accusative(value)} ${window}${from === null ? "" : `, począwszy od ${values.date(from)}`}`,
  inYear: (year) => `w roku ${year}`,
  byDate: (date) => `do ${date}`,
  overLast: (duration) => say`w okresie ${duration("genitive")} wstecz`,
  tolerance: (percent, side) => `Odchylenie do ${percent} ${sides[side]} uznaje się za osiągnięcie celu.`,

  funnelFor: (condition) => say`Dotyczy leadów, dla których ${condition}.`,
  alternativeTo: (funnel) => say`Wariant alternatywny wobec ${funnel}: wartości obu nie sumuje się.`,
  quotaOfMoney: (amount, every) => say`Plan sprzedaży: ${amount} ${every}.`,
  quotaOfLeads: (count, stage, every) =>
    say`Plan sprzedaży: ${count.said} ${leads(count)} na etapie ${stage} ${every}.`,
  deal: (amount) => say`Wartość jednej transakcji: ${amount}.`,
  cycle: (duration) => say`Leady są potrzebne na ${duration("accusative")} przed transakcjami.`,
  capacity: (count, stage, every, reps) =>
    say`Możliwości zespołu: jeden handlowiec może obsłużyć ${count.said} ${leadsAccusative(count)} na etapie ${stage} ${every}; liczba handlowców: ${reps.said}.`,
  rounding: (rounding) =>
    rounding === "everyStage"
      ? "Liczbę leadów zaokrągla się w górę na każdym etapie."
      : "Zaokrągla się tylko wynik; między etapami zachowuje się wartość dokładną.",

  reward: ({ goals, several, period, give, to }) =>
    say`Jeżeli w ${periods[period]} ${several ? "zostaną osiągnięte" : "zostanie osiągnięty"} ${goals === null ? "wszystkie cele" : say`${several ? "cele" : "cel"} ${goals}`}, przyznana zostanie nagroda: ${give}. Uprawnieni: ${to}.`,

  atBreach: "Niezwłocznie po niedotrzymaniu:",
  afterMiss: (duration) => say`Po upływie ${duration("genitive")} od niedotrzymania:`,
  actions: {
    notify: ({ to }) => say`Wysłać powiadomienie; adresat: ${to}.`,
    escalate: ({ to }) => say`Eskalować sprawę; adresat: ${to}.`,
    reassign: ({ to }) => say`Przypisać leada; nowy opiekun: ${to}.`,
    return: ({ to }) => say`Zwrócić leada; odbiorca: ${to}.`,
    assign: ({ assignee, task }) => say`Powierzyć zadanie: ${task}; wykonawca: ${assignee}.`,
    meet: ({ to }) => say`Zwołać spotkanie; uczestnicy: ${to}.`,
    report: ({ to, every }) => say`Składać raport${every === "" ? "" : ` ${every}`}; odbiorcy: ${to}.`,
    do: ({ text }) => say`${text}`,
  },
  theOwner: "opiekun leada",
};
