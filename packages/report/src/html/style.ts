const light = `
  color-scheme: light;
  --page: #f6f5f1; --surface: #ffffff; --ink: #1c2129; --muted: #565f6c; --line: #e6e4de; --rest: #c9c7bf;
  --actual: #1d5fa6; --actual-soft: #dfeaf6; --pace: #646d7a;
  --good: #0f6f66; --good-soft: #e2f1ef; --bad: #b0400b; --bad-soft: #fbece2; --worse: #7a1f52;
  --open: #5b6472; --open-soft: #eceef1;`;

const dark = `
  color-scheme: dark;
  --page: #111419; --surface: #191e25; --ink: #e9ebee; --muted: #a8b1bd; --line: #2b323c; --rest: #434c59;
  --actual: #74b4f6; --actual-soft: #1d3350; --pace: #9aa5b4;
  --good: #58cabb; --good-soft: #14332f; --bad: #ff9f61; --bad-soft: #3b2415; --worse: #ec93bf;
  --open: #a8b1bd; --open-soft: #272e38;`;

/** The style of the page: light and dark by the reader's choice, light on paper, one column on a phone. */
export const style = `
:root {${light}
}
@media (prefers-color-scheme: dark) { :root {${dark}
} }
* { box-sizing: border-box; }
html { -webkit-text-size-adjust: 100%; text-size-adjust: 100%; scroll-behavior: smooth; }
@media (prefers-reduced-motion: reduce) { html { scroll-behavior: auto; } }
body {
  margin: 0 auto; padding: 2rem 1.5rem 4rem; max-width: 76rem;
  background: var(--page); color: var(--ink);
  font: 1rem/1.5 system-ui, -apple-system, "Segoe UI", Roboto, "Helvetica Neue", "Noto Sans", Arial, sans-serif;
  font-variant-numeric: tabular-nums; overflow-wrap: anywhere;
}
a { color: var(--actual); }
:focus-visible { outline: 2px solid var(--actual); outline-offset: 2px; border-radius: 2px; }
.skip { position: absolute; left: -100vw; }
.skip:focus { left: 1rem; top: 1rem; background: var(--surface); padding: .5rem; }
h1, h2, h3, h4, p, ul, ol, figure { margin: 0; padding: 0; }
h1 { font-size: clamp(1.6rem, 4vw, 2.4rem); line-height: 1.15; letter-spacing: -.02em; text-wrap: balance; }
h2 { font-size: 1.45rem; letter-spacing: -.01em; line-height: 1.25; }
h3 { font-size: 1.05rem; margin: 1.5rem 0 .6rem; }
h4 { font-size: 1rem; margin: 0 0 .4rem; }
ul, ol { list-style: none; }
.asof { margin-top: .6rem; color: var(--muted); }
.asof strong { color: var(--ink); }
.because { margin-top: .8rem; font-style: italic; color: var(--muted); max-width: 46rem; }
.term { display: flex; align-items: center; gap: .8rem; max-width: 26rem; margin-top: .8rem; color: var(--muted); font-size: .875rem; white-space: nowrap; }
nav { margin: 1.4rem 0 0; padding: .7rem 0; border-block: 1px solid var(--line); }
nav ul { display: flex; flex-wrap: wrap; gap: .35rem 1.2rem; font-size: .9375rem; }
nav a { text-decoration: none; }
nav a:hover { text-decoration: underline; }
section { margin-top: 3rem; scroll-margin-top: 1rem; }
.lead { color: var(--muted); margin-top: .25rem; max-width: 52rem; }
.nothing { margin-top: .8rem; padding: .8rem 1rem; background: var(--surface); border: 1px dashed var(--rest); border-radius: .5rem; color: var(--muted); }
.parties { display: grid; grid-template-columns: repeat(auto-fit, minmax(min(100%, 26rem), 1fr)); gap: 1.25rem; margin-top: 1rem; }
.joint { grid-column: 1 / -1; }
.joint .tiles { display: grid; grid-template-columns: repeat(auto-fit, minmax(min(100%, 24rem), 1fr)); gap: 0 2.5rem; }
.party { background: var(--surface); border: 1px solid var(--line); border-radius: .75rem; padding: 1.1rem 1.25rem 1.25rem; }
.party h3 { margin: 0 0 .25rem; font-size: 1.15rem; }
.tile, .promise { padding: .85rem 0 0; margin-top: .85rem; border-top: 1px solid var(--line); }
.tile-head { display: flex; flex-wrap: wrap; justify-content: space-between; align-items: baseline; gap: .25rem .75rem; }
.tile-name { font-weight: 600; }
.tile-name::first-letter { text-transform: uppercase; }
.tile-figure { margin-top: .1rem; color: var(--muted); }
.tile-figure strong { font-size: 1.7rem; line-height: 1.2; color: var(--ink); letter-spacing: -.02em; font-weight: 650; margin-right: .15rem; }
.tile-note { color: var(--muted); font-size: .875rem; margin-top: .25rem; }
.tile-note strong { color: var(--ink); }
.more { color: var(--muted); font-size: .875rem; margin-top: .75rem; }
.meter { position: relative; height: .5rem; border-radius: .25rem; background: var(--open-soft); margin: .45rem 0 .2rem; }
.meter-actual { position: absolute; inset: 0 auto 0 0; background: var(--actual); border-radius: .25rem; }
.meter-pace { position: absolute; top: -.2rem; bottom: -.2rem; width: 2px; background: var(--ink); }
.term .meter { flex: 1; margin: 0; }
.badge { display: inline-block; white-space: nowrap; font-size: .8125rem; font-weight: 600; line-height: 1.4; padding: .1rem .55rem; border-radius: 1rem; background: var(--open-soft); color: var(--open); letter-spacing: 0; }
.badge.good { background: var(--good-soft); color: var(--good); }
.badge.bad { background: var(--bad-soft); color: var(--bad); }
.figures { display: grid; grid-template-columns: repeat(auto-fill, minmax(min(100%, 31rem), 1fr)); gap: 1.25rem; margin-top: 1rem; }
figure { background: var(--surface); border: 1px solid var(--line); border-radius: .75rem; padding: 1rem 1.1rem; min-width: 0; }
figure h4 bdi:first-child { display: inline-block; }
figure h4 bdi:first-child::first-letter { text-transform: uppercase; }
.period { font-weight: 400; color: var(--muted); margin-right: .35rem; }
figcaption { color: var(--muted); font-size: .875rem; margin-top: .35rem; }
.chart svg { display: block; width: 100%; height: auto; max-width: 42rem; overflow: visible; }
.chart svg text { font-variant-numeric: tabular-nums; unicode-bidi: plaintext; }
.narrow { display: none; }
@media (max-width: 34rem) { .wide { display: none; } .narrow { display: block; } }
.legend { display: flex; flex-wrap: wrap; gap: .15rem 1rem; font-size: .8125rem; color: var(--muted); margin-bottom: .25rem; }
.legend li { display: flex; align-items: center; gap: .4rem; }
.swatch { width: 1.1rem; height: .65rem; border-radius: 2px; flex: none; }
.swatch.actual { background: var(--actual-soft); border-top: 3px solid var(--actual); }
.swatch.good { background: var(--good); }
.swatch.bad { background: var(--bad); }
.swatch.worse { background: var(--worse); }
.swatch.rest { background: var(--rest); opacity: .5; }
.swatch.open { border: 1.5px dashed var(--open); }
.swatch.pace { height: 0; border-radius: 0; border-top: 2px dashed var(--pace); }
.swatch.projected { height: 0; border-radius: 0; border-top: 2px dotted var(--actual); }
.swatch.goal { height: 0; border-radius: 0; border-top: 2px solid var(--ink); }
.swatch.agreed { width: 3px; height: .9rem; border-radius: 0; background: var(--ink); }
details { margin-top: .6rem; font-size: .9375rem; }
summary { cursor: pointer; color: var(--actual); font-size: .875rem; width: fit-content; }
.scroll { overflow-x: auto; margin-top: .6rem; max-width: 100%; }
details .scroll { max-height: 24rem; overflow-y: auto; }
table { border-collapse: collapse; width: 100%; font-size: .9375rem; overflow-wrap: normal; }
th, td { text-align: start; padding: .4rem .9rem .4rem 0; border-bottom: 1px solid var(--line); vertical-align: top; font-weight: 400; max-width: 24rem; }
td bdi, th bdi { overflow-wrap: break-word; }
thead th { color: var(--muted); font-size: .8125rem; white-space: nowrap; }
.number { text-align: end; white-space: nowrap; }
td:last-child, th:last-child { padding-inline-end: 0; }
main > section > .scroll, section > div > .scroll { background: var(--surface); border: 1px solid var(--line); border-radius: .75rem; padding: .5rem 1.1rem; }
main > section > .scroll table, section > div > .scroll table { min-width: 40rem; }
.steps { display: grid; grid-template-columns: repeat(auto-fill, minmax(min(100%, 22rem), 1fr)); gap: 1rem; margin-top: 1rem; }
.steps > li { background: var(--surface); border: 1px solid var(--line); border-radius: .75rem; padding: .9rem 1.1rem; }
.steps ul { list-style: disc; padding-inline-start: 1.2rem; margin-top: .4rem; font-size: .9375rem; }
small { color: var(--muted); font-size: .8125rem; }
.week-grid { display: grid; grid-template-columns: minmax(17rem, 2fr) 5fr; gap: 1.5rem 2.5rem; margin-top: 1rem; align-items: start; }
.week { display: grid; gap: 1rem; }
.week-grid .nothing { margin-top: 0; }
.week > li { background: var(--surface); border: 1px solid var(--line); border-radius: .75rem; padding: .9rem 1.1rem; }
.week h3 { margin: 0 0 .4rem; font-size: .9375rem; color: var(--muted); }
.week-grid > div > h3 { margin-top: 0; }
.entry + .entry { border-top: 1px solid var(--line); margin-top: .7rem; padding-top: .7rem; }
.entry-time { color: var(--muted); }
.entry ul, .points { list-style: disc; padding-inline-start: 1.2rem; }
.entry ul { font-size: .875rem; margin-top: .3rem; }
.points { max-width: 60rem; margin-top: .6rem; }
.points li + li { margin-top: .3rem; }
@media (max-width: 48rem) { .week-grid { grid-template-columns: minmax(0, 1fr); } }
@media (max-width: 34rem) {
  body { padding: 1.25rem 1rem 3rem; }
  figure, .party { padding: .9rem .85rem; }
  .tile-figure strong { font-size: 1.45rem; }
  section { margin-top: 2.4rem; }
}
@media print {
  :root {${light}
  }
  @page { margin: 14mm; }
  body { max-width: none; padding: 0; background: #ffffff; }
  nav, .skip, details { display: none; }
  section { margin-top: 1.6rem; }
  html { font-size: 13px; }
  .wide { display: none; } .narrow { display: block; }
  .figures, .parties { grid-template-columns: repeat(2, minmax(0, 1fr)); gap: .8rem; }
  figure, .steps > li, .tile, .promise, .entry, .week > li, tr, .nothing { break-inside: avoid; }
  h2, h3, h4, .lead, thead { break-after: avoid; }
  figure, .party, .week > li { border-color: var(--rest); }
  .scroll, details .scroll { overflow: visible; max-height: none; }
  th, td { padding-right: .5rem; }
  main > section > .scroll table, section > div > .scroll table { min-width: 0; font-size: 8.5pt; }
  * { -webkit-print-color-adjust: exact; print-color-adjust: exact; }
}
`;
