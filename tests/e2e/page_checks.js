// What an accessibility checker would look at, on the page as it is rendered. Returns the faults.
(width) => {
  const faults = [];
  const visible = (each) => each.checkVisibility({ visibilityProperty: true }) && each.getClientRects().length > 0;
  const name = (each) => `${each.tagName.toLowerCase()}.${each.className} “${each.textContent.trim().slice(0, 40)}”`;

  if (document.documentElement.scrollWidth > width) {
    const wide = [...document.querySelectorAll("body *")].filter((each) => each.getBoundingClientRect().right > width + 1);
    faults.push(`scrolls to the side at ${width} px because of ${wide.slice(0, 3).map(name).join(", ")}`);
  }

  const hidden = (each) => each.closest(".hidden, .skip") !== null;
  for (const each of document.querySelectorAll("a[href], button, input, textarea, summary")) {
    if (!visible(each) || hidden(each) || each.type === "hidden") continue;
    const box = each.getBoundingClientRect();
    if (box.height < 43.5 || box.width < 43.5) faults.push(`target of ${box.width}×${box.height} px: ${name(each)}`);
  }

  for (const each of document.querySelectorAll("input, textarea")) {
    if (parseFloat(getComputedStyle(each).fontSize) < 16) faults.push(`field that a phone zooms into: ${name(each)}`);
    if (each.type !== "hidden" && each.labels.length === 0) faults.push(`field without label: ${name(each)}`);
  }

  const channels = (colour) => colour.match(/[\d.]+/g).map(Number);
  const luminance = ([red, green, blue]) => {
    const linear = [red, green, blue].map((each) => {
      const part = each / 255;
      return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
    });
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2];
  };
  const ground = (element) => {
    for (let each = element; each; each = each.parentElement) {
      const colour = channels(getComputedStyle(each).backgroundColor);
      if (colour.length === 3 || colour[3] === 1) return colour;
      if (colour[3] > 0) return null;
    }
    return [255, 255, 255];
  };
  const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  while (texts.nextNode()) {
    const element = texts.currentNode.parentElement;
    if (!texts.currentNode.data.trim() || !visible(element) || hidden(element)) continue;
    const under = ground(element);
    if (!under) { faults.push(`half-transparent ground: ${name(element)}`); continue; }
    const [light, dark] = [luminance(channels(getComputedStyle(element).color)), luminance(under)].sort((a, b) => b - a);
    const contrast = (light + 0.05) / (dark + 0.05);
    if (contrast < 4.5) faults.push(`contrast ${contrast.toFixed(2)}: ${name(element)}`);
  }

  const running = document.getAnimations().filter((each) => each.playState === "running");
  if (matchMedia("(prefers-reduced-motion: reduce)").matches && running.length) faults.push("something moves");
  return faults;
}
