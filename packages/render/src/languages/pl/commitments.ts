import { say } from "../../phrase/say.ts";
import type { CommitmentWords } from "../../words/commitment-words.ts";
import { values } from "./values.ts";

const bounds = { atLeast: "co najmniej", atMost: "co najwyżej" } as const;
const oneOf = { each: "każdego", first: "pierwszego", last: "ostatniego" } as const;
const allOf = { each: "wszystkich", first: "pierwszych", last: "ostatnich" } as const;

/** Triggers stand in the genitive: they follow „od”, „do chwili” or „po dniu”. */
export const commitments: CommitmentWords = {
  appliesTo: (condition) => say`Dotyczy leadów, dla których ${condition}.`,
  respond: ({ party, events, times, due }) =>
    say`Strona ${party} ma obowiązek wykonać czynność ${events}${times === null ? "" : say` ${values.times(times)}`} ${due}.`,
  provide: ({ party, fields, trigger }) =>
    say`Strona ${party} ma obowiązek uzupełnić w rekordzie leada: ${fields}, najpóźniej do chwili ${trigger}.`,
  limit: ({ party, events, bound, times, per, every }) =>
    say`Strona ${party} ${bound === "atLeast" ? "ma obowiązek" : "może"} wykonać czynność ${events} ${bounds[bound]} ${values.times(times)} ${every}${per === null ? "" : say`, licząc osobno dla każdej wartości ${per}`}.`,
  share: ({ party, events, bound, percent, of, per, every }) =>
    say`Strona ${party} ${bound === "atLeast" ? "ma obowiązek" : "może"} wykonać czynność ${events} dla ${bounds[bound]} ${percent} ${of} ${every}${per === null ? "" : say`, licząc osobno dla każdej wartości ${per}`}.`,
  follow: ({ party, trigger, business }) =>
    say`Strona ${party} ma obowiązek realizować poniższy plan, licząc od ${trigger} w dniach ${business ? "roboczych" : "kalendarzowych"}:`,
  followStep: (day, business, events) => say`dzień ${business ? "roboczy " : ""}${day}: ${events}`,
  leave: ({ party, stage, due }) =>
    say`Strona ${party} ma obowiązek wyprowadzić leada z etapu ${stage} ${due}.`,
  recur: ({ party, events, every, while: condition }) =>
    say`Strona ${party} ma obowiązek wykonywać czynność ${events} nie rzadziej niż co ${every("accusative")}${condition === null ? "" : say`, dopóki ${condition}`}.`,
  within: (time, trigger) => say`w ciągu ${time("genitive")} od ${trigger}`,
  byClose: (day, trigger) => say`do zamknięcia ${day}. dnia roboczego po dniu ${trigger}`,
  byTime: (time, day, business, trigger) =>
    day === null
      ? say`do godziny ${time} w dniu ${business ? "roboczym " : ""}${trigger}`
      : say`do godziny ${time} w ${day}. dniu ${business ? "roboczym " : ""}po dniu ${trigger}`,
  onEvent: (which, events) => say`${oneOf[which]} zdarzenia ${events}`,
  onStage: (stage) => say`osiągnięcia etapu ${stage}`,
  onField: (field) => say`czasu zapisanego w polu ${field}`,
  ofEvents: (which, events) => say`${allOf[which]} zdarzeń ${events}`,
  ofStage: (stage) => say`wszystkich leadów osiągających etap ${stage}`,
  ofField: (field) => say`wszystkich leadów, według czasu zapisanego w polu ${field}`,
  apart: (time) => say`Liczą się tylko czynności oddalone od siebie o co najmniej ${time("accusative")}.`,
  onAnotherChannel: "Czynność musi zostać wykonana innym kanałem niż poprzednia.",
  restarts: "Kolejne zdarzenie rozpoczynające bieg terminu kończy bieg dotychczasowego i rozpoczyna nowy.",
  calendar: (name) => say`Czas roboczy liczy się według kalendarza ${name}.`,
  calendarOf: (whose) =>
    whose === "owner"
      ? "Czas roboczy liczy się według kalendarza opiekuna leada z chwili rozpoczęcia biegu terminu."
      : "Czas roboczy liczy się w strefie czasowej leada.",
  pause: (from, to, cap) =>
    say`Bieg terminu jest zawieszony od zdarzenia ${from} do zdarzenia ${to}${cap === null ? "" : say`, łącznie na nie dłużej niż ${cap("accusative")}`}.`,
  until: (events) =>
    say`Jeżeli przed upływem terminu nastąpi zdarzenie ${events}, obowiązek wygasa i nie stanowi to naruszenia.`,
  excuse: (condition) => say`Niedotrzymanie jest usprawiedliwione, jeżeli ${condition}.`,
  waiver: ({ for: condition, from, to, because }) =>
    say`Zwolnienie z obowiązku od ${values.date(from)}${to === null ? "" : ` do ${values.date(to)}`}${condition === null ? "" : say`, jeżeli ${condition}`}${because === null ? "" : ` (powód: „${because}”)`}.`,
  warn: (percent) => `Ostrzeżenie następuje po wykorzystaniu ${percent} czasu.`,
  ladder: (ladder) => say`Skutki niedotrzymania: ${ladder}.`,
  because: (text) => `Uzasadnienie: „${text}”`,
};
