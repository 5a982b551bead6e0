/** One distinct value of two samples: how often it is in each, and how many values of each lie below it. */
export type TieVisitor = (value: number, inOne: number, inOther: number, belowOne: number, belowOther: number) => void;

/** Visits the distinct values of two ascending samples from the smallest up, in one pass over both. */
export function walkTies(one: Float64Array, other: Float64Array, visit: TieVisitor): void {
  const [countOne, countOther] = [one.length, other.length];
  let atOne = 0;
  let atOther = 0;
  while (atOne < countOne || atOther < countOther) {
    const isOfOne = atOther === countOther || (atOne < countOne && one[atOne]! <= other[atOther]!);
    const value = isOfOne ? one[atOne]! : other[atOther]!;
    const belowOne = atOne;
    const belowOther = atOther;
    while (atOne < countOne && one[atOne] === value) atOne++;
    while (atOther < countOther && other[atOther] === value) atOther++;
    visit(value, atOne - belowOne, atOther - belowOther, belowOne, belowOther);
  }
}
