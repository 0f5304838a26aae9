interface Fonts {
  /** Of the running text. */
  readonly serif: string;
  /** Of names of the contract, which so stand out from the words around them. */
  readonly names: string;
}

const latin: Fonts = {
  serif: `"Iowan Old Style", "Palatino Linotype", Palatino, "Noto Serif", Georgia, serif`,
  names: `system-ui, "Segoe UI", Roboto, "Noto Sans", sans-serif`,
};

/** Fonts by the page's language: the machine's own, since a page loads nothing. */
const fonts: Readonly<Record<string, Fonts>> = {
  en: latin,
  pl: latin,
  ja: {
    serif: `"Hiragino Mincho ProN", "Yu Mincho", YuMincho, "Noto Serif CJK JP", "Noto Serif JP", "Noto Sans CJK JP", serif`,
    names: `"Hiragino Sans", "Yu Gothic", YuGothic, Meiryo, "Noto Sans CJK JP", "Noto Sans JP", sans-serif`,
  },
  "zh-Hans": {
    serif: `"Songti SC", "Noto Serif CJK SC", "Source Han Serif SC", SimSun, "Noto Sans CJK SC", serif`,
    names: `"PingFang SC", "Microsoft YaHei", "Noto Sans CJK SC", "Source Han Sans SC", sans-serif`,
  },
};

/** The style of a page in a language: light and dark on a screen, black on white on A4 or Letter. */
export function styleFor(tag: string): string {
  const { serif, names } = fonts[tag] ?? latin;
  return style.replace("SERIF", serif).replace("SANS", names);
}

const style = `
:root { color-scheme: light dark; --ink: #1d2126; --paper: #ffffff; --faint: #666e78; --line: #cfd4da; --tint: #f3f5f7; --link: #1f5fa8; }
@media (prefers-color-scheme: dark) {
  :root { --ink: #e4e7eb; --paper: #16191d; --faint: #9aa3ad; --line: #3a4048; --tint: #20252b; --link: #8ab8ee; }
}
* { box-sizing: border-box; }
html { background: var(--paper); color: var(--ink); font: 17px/1.6 SERIF; -webkit-text-size-adjust: 100%; }
body { max-width: 46rem; margin: 0 auto; padding: 3rem 1.25rem 5rem; overflow-wrap: break-word; }
h1, h2, h3, h4 { line-height: 1.3; break-after: avoid; text-wrap: balance; }
h1 { font-size: 2rem; margin: 0 0 2rem; }
h2 { font-size: 1.35rem; margin: 3rem 0 1rem; padding-bottom: .3rem; border-bottom: 1px solid var(--line); }
h3 { font-size: 1.1rem; margin: 2rem 0 .5rem; }
h4 { font-size: 1rem; margin: 1.5rem 0 .5rem; }
p, ul, blockquote { margin: .6rem 0; }
ul { padding-left: 1.4rem; }
li { margin: .25rem 0; }
blockquote { padding-left: 1rem; border-left: 3px solid var(--line); color: var(--faint); }
code { font-family: SANS; font-size: .9em; }
h1 code, h2 code, h3 code, h4 code { font-weight: inherit; }
a { color: var(--link); text-decoration: none; }
a.declared { color: inherit; border-bottom: 1px dotted var(--faint); }
a:hover, a:focus-visible { text-decoration: underline; }
small { font-size: .72em; color: var(--faint); white-space: nowrap; margin-left: .3em; }
:target { background: var(--tint); }
.scroll { overflow-x: auto; margin: .8rem 0; }
table { border-collapse: collapse; width: 100%; font-size: .9em; line-height: 1.45; }
th, td { text-align: left; vertical-align: top; padding: .35rem .7rem .35rem 0; border-bottom: 1px solid var(--line); }
th { font-weight: 600; color: var(--faint); }
table.signatures { break-inside: avoid; }
table.signatures td { height: 4rem; vertical-align: bottom; border-bottom-color: var(--ink); }
@media print {
  @page { margin: 20mm 18mm; }
  :root { color-scheme: light; --ink: #000; --paper: #fff; --faint: #555; --line: #999; --tint: #fff; --link: #000; }
  html { font-size: 10.5pt; line-height: 1.45; }
  body { max-width: none; padding: 0; }
  .scroll { overflow: visible; }
  p, li { orphans: 3; widows: 3; }
  tr, blockquote { break-inside: avoid; }
  thead { display: table-header-group; }
}
`;
