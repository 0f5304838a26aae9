import { say } from "../../phrase/say.ts";
import { plural } from "../../values/plural.ts";
import type { DocumentWords } from "../../words/document-words.ts";
import { genitive } from "./cases.ts";
import { columns, definitions, sections } from "./headings.ts";
import { values } from "./values.ts";

const { date } = values;

export const document: DocumentWords = {
  sections,
  definitions,
  columns,
  nothing: "Brak ustaleń.",

  between: (one, other) => say`Niniejszą umowę zawierają ${one} i ${other}.`,
  purpose: (text) => `Cel: „${text}”`,
  term: (from, to) =>
    to === null
      ? `Umowa obowiązuje od ${date(from)}, bezterminowo.`
      : `Umowa obowiązuje od ${date(from)} do ${date(to)}, łącznie z oboma tymi dniami.`,
  noTerm: "Nie ustalono okresu obowiązywania.",
  zoneAndCurrency: (zone, currency) =>
    say`Daty i godziny podano w strefie czasowej ${zone}; kwoty wyrażono w walucie ${currency}.`,
  inFlight: (rule) =>
    rule === "keeps"
      ? "Jeżeli warunki zmienią się w trakcie biegu terminu, do tego terminu stosuje się warunki z chwili jego rozpoczęcia."
      : "Jeżeli warunki zmienią się w trakcie biegu terminu, do tego terminu stosuje się nowe warunki.",
  otherParties: (parties) => say`Umowa wymienia ponadto strony: ${parties}.`,
  optionalRole: "o ile istnieje",

  types: {
    text: "tekst",
    boolean: "tak lub nie",
    money: "kwota",
    percent: "procent",
    date: "data",
    time: "data i godzina",
    integer: "liczba całkowita",
    number: "liczba",
  },
  choice: (choices) => say`jedna z wartości: ${choices}`,
  listOf: (type) => say`lista; każda pozycja: ${type}`,
  range: (minimum, maximum) => {
    if (minimum === null) return maximum === null ? "" : `co najwyżej ${maximum}`;
    return maximum === null ? `co najmniej ${minimum}` : `od ${minimum} do ${maximum}`;
  },
  key: "klucz",
  required: "tak",
  optional: "nie",
  fromColumn: (column) => `Zapisane w kolumnie „${column}”.`,
  aboutAgreement: "Dotyczy samej umowy, a nie leada.",
  alsoWhen: (condition) => say`Uznaje się za zaistniałe także wtedy, gdy ${condition}.`,
  means: (name, condition) => say`${name} oznacza: ${condition}.`,

  whileHolds: (condition) => say`gdy ${condition}`,
  perUnit: (field) => say`za każdą jednostkę ${field}`,
  perEvent: (event) => say`za każde zdarzenie ${event}`,
  once: (duration) => say`liczone raz na ${duration("accusative")}`,
  cap: (points) => say`łącznie nie więcej niż ${points}`,
  expires: (duration) => say`wygasa po upływie ${duration("genitive")}`,
  allExpire: (duration) => say`Wszystkie punkty wygasają po upływie ${duration("genitive")}.`,
  fades: (points, every) =>
    say`Co ${every("accusative")} od ostatniego zdarzenia dodającego punkty odejmuje się ${points}.`,
  minimum: (points) => say`Najniższa możliwa wartość: ${points}.`,
  maximum: (points) => say`Najwyższa możliwa wartość: ${points}.`,
  resets: (event, to) => say`Zdarzenie ${event} przywraca wartość ${to}.`,
  firstMatch: "Liczy się pierwsza pasująca kategoria.",
  exclusive: "Żaden lead nie należy do dwóch kategorii naraz.",
  unless: (when, unless) => say`${when === null ? "" : say`${when}, `}chyba że ${unless}`,

  rules: [
    "Czynność wykonana dokładnie w chwili upływu terminu jest wykonana w terminie.",
    "Czas roboczy to czas, w którym według kalendarza biuro jest otwarte. Termin rozpoczęty poza tym czasem biegnie od najbliższego otwarcia.",
    "Dzień roboczy to data, w której według kalendarza następuje otwarcie. Termin w dniach roboczych upływa o tej samej godzinie ostatniego z nich albo z chwilą zamknięcia, jeżeli następuje ono wcześniej.",
    "Minuty i godziny inne niż robocze biegną w dzień i w nocy; terminy w dniach, tygodniach i miesiącach upływają o tej samej godzinie.",
    "Warunek jest spełniony tylko wtedy, gdy wiadomo, że jest spełniony; jeżeli w rekordzie brakuje danych, które o tym decydują, pozostaje nierozstrzygnięty.",
    "Zawieszenie wstrzymuje bieg terminu i nie skraca czasu, który pozostał.",
  ],
  hoursOf: (zone) => say`Godziny otwarcia w strefie czasowej ${zone}:`,
  dayRange: (first, last) => `${first}–${last}`,
  holidays: (set) => `Zamknięte w dni ustawowo wolne od pracy (${set}):`,
  closed: (from, to, label) => {
    const days = to === null ? date(from) : `od ${date(from)} do ${date(to)}`;
    return label === null ? `Zamknięte ${days}` : `Zamknięte ${days} („${label}”).`;
  },
  open: (day, hours) => `Otwarte ${date(day)}: ${hours}.`,
  chosenBy: (by) => say`Kalendarz zależy od: ${by}.`,
  defaultCalendar: (calendar) => say`Jeżeli zobowiązanie nie wskazuje kalendarza: ${calendar}.`,
  namedCalendar: (name) => say`kalendarz ${name}`,

  meeting: (every, duration, attendedBy) =>
    say`Odbywa się ${every} i trwa ${duration("accusative")}. Uczestnicy: ${attendedBy}.`,
  agenda: "Porządek obrad:",
  panel: (members) => say`Spór rozpatruje zespół w składzie: ${members}.`,
  hearing: (duration) => say`Każda strona ma ${duration("accusative")} na przedstawienie stanowiska.`,
  decision: (decision) =>
    decision === "binding" ? "Decyzja zespołu jest wiążąca." : "Decyzja zespołu ma charakter doradczy.",
  arbiter: (role) => say`Ostateczną decyzję podejmuje: ${role}.`,
  review: (every) => `Strony dokonują przeglądu umowy ${every}.`,
  cancellation: (goal, { said, exact }) =>
    say`Umowę można wypowiedzieć, jeżeli cel ${goal} nie zostanie osiągnięty ${said} ${plural("pl", exact, { one: "raz", other: "razy" })} z rzędu.`,

  owes: (party) => say`Obowiązki strony ${genitive(party)}`,
  owed: (party) => say`Uprawnienia strony ${genitive(party)}`,
  takesPartIn: (meeting) => say`Uczestniczy w spotkaniu ${meeting}.`,
  responsibleFor: (task) => say`Odpowiada za wykonanie: ${task}.`,
  accountableFor: (task) => say`Ponosi odpowiedzialność za wynik: ${task}.`,
  receives: (reward) => say`Może otrzymać nagrodę ${reward}.`,
  signing: "Strony zapoznały się z treścią umowy i ją podpisują.",
  signedOn: (day) => date(day),
};
