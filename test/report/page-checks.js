// Functions that run inside a page, where there is a document. Each stands for itself: a page sees nothing around it.

/**
 * Every text that is seen whose contrast with what lies behind it is below `least` (WCAG 2, relative luminance).
 * Behind a drawing's text lies the last filled shape that holds its middle, else the background of the boxes around it.
 */
export function faintTexts(least) {
  const rgba = (text) => {
    const [r = 0, g = 0, b = 0, a = 1] = (text.match(/[\d.]+/g) ?? []).map(Number);
    return [r, g, b, text === "none" || text === "transparent" ? 0 : a];
  };
  const luminance = ([r, g, b]) => {
    const linear = (value) =>
      value / 255 <= 0.04045 ? value / 255 / 12.92 : ((value / 255 + 0.055) / 1.055) ** 2.4;
    return 0.2126 * linear(r) + 0.7152 * linear(g) + 0.0722 * linear(b);
  };
  const behind = (element) => {
    for (let box = element; box !== null; box = box.parentElement) {
      const colour = rgba(getComputedStyle(box).backgroundColor);
      if (colour[3] > 0) return colour;
    }
    return [255, 255, 255, 1];
  };
  const bar = (text) => {
    const at = text.getBoundingClientRect();
    const [x, y] = [at.x + at.width / 2, at.y + at.height / 2];
    const shapes = [...(text.ownerSVGElement?.querySelectorAll("path") ?? [])].filter((path) => {
      const box = path.getBoundingClientRect();
      const style = getComputedStyle(path);
      const filled =
        style.fill !== "none" && Number(style.fillOpacity) === 1 && path.closest("defs") === null;
      return filled && box.left <= x && x <= box.right && box.top <= y && y <= box.bottom && box.height > 4;
    });
    const last = shapes.at(-1);
    return last === undefined ? null : rgba(getComputedStyle(last).fill);
  };
  const found = [];
  for (const element of document.querySelectorAll("body *")) {
    const own = [...element.childNodes].some(
      (node) => node.nodeType === 3 && node.textContent?.trim() !== "",
    );
    const shown = element.getClientRects().length > 0 && getComputedStyle(element).visibility !== "hidden";
    if (!own || !shown || element.matches("title, desc, style")) continue;
    const drawn = element instanceof SVGTextElement;
    const style = getComputedStyle(element);
    const front = rgba(drawn ? style.fill : style.color);
    const back = (drawn ? bar(element) : null) ?? behind(element);
    const [light, dark] = [luminance(front), luminance(back)].toSorted((a, b) => b - a);
    const ratio = ((light ?? 0) + 0.05) / ((dark ?? 0) + 0.05);
    if (ratio < least) {
      found.push({ text: element.textContent ?? "", ratio, colour: front.join(), background: back.join() });
    }
  }
  return found;
}

/** How wide the page is, with what does not fit into the window. */
export function pageWidth() {
  return document.documentElement.scrollWidth;
}

/** What a screen reader calls the drawings that are seen: name and description of each. */
export function drawingNames() {
  return [...document.querySelectorAll("svg[role=img]")]
    .filter((svg) => svg.getClientRects().length > 0)
    .map((svg) =>
      ["aria-labelledby", "aria-describedby"].map(
        (name) => document.getElementById(svg.getAttribute(name) ?? "")?.textContent ?? "",
      ),
    );
}

/** The texts of drawings that reach out of their figure. */
export function textsOutside() {
  return [...document.querySelectorAll("svg text")].flatMap((text) => {
    const box = text.getBoundingClientRect();
    const figure = text.closest("figure")?.getBoundingClientRect();
    if (box.width === 0 || figure === undefined) return [];
    return box.left < figure.left || box.right > figure.right ? [text.textContent] : [];
  });
}

/** What print makes of the page. */
export function printLook() {
  return {
    background: getComputedStyle(document.body).backgroundColor,
    figureBreaks: getComputedStyle(document.querySelector("figure") ?? document.body).breakInside,
  };
}
