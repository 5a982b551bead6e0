/** A category without surrounding spaces and in lower case, letter by letter as databases do it: no letter's case depends on its neighbours. */
export function foldCase(text: string): string {
  const letters = [...text.replace(/^ +| +$/g, '')];
  return letters.map((letter) => String.fromCodePoint(letter.toLowerCase().codePointAt(0)!)).join('');
}
