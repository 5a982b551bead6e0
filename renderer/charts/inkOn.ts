/** Black or white, whichever reads better on a `#rrggbb` ground (WCAG contrast). */
export function inkOn(ground: string): '#000000' | '#ffffff' {
  const luminance = relativeLuminance(ground);
  return (luminance + 0.05) / 0.05 >= 1.05 / (luminance + 0.05) ? '#000000' : '#ffffff';
}

/** WCAG relative luminance of a `#rrggbb` colour, 0..1. */
function relativeLuminance(colour: string): number {
  const [red, green, blue] = [1, 3, 5].map((start) => {
    const share = Number.parseInt(colour.slice(start, start + 2), 16) / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red! + 0.7152 * green! + 0.0722 * blue!;
}
