/** One distinct value of two samples: how often it is in each, and how many values of each lie below it. */
export type TieVisitor = (value: number, inOne: number, inOther: number, belowOne: number, belowOther: number) => void;

/** Visits the distinct values of two ascending samples from the smallest up, in one pass over both. */
export function walkTies(one: Float64Array, other: Float64Array, visit: TieVisitor): void {
  let [atOne, atOther] = [0, 0];
  while (atOne < one.length || atOther < other.length) {
    const value = Math.min(one[atOne] ?? Infinity, other[atOther] ?? Infinity);
    const [belowOne, belowOther] = [atOne, atOther];
    while (atOne < one.length && one[atOne] === value) atOne++;
    while (atOther < other.length && other[atOther] === value) atOther++;
    visit(value, atOne - belowOne, atOther - belowOther, belowOne, belowOther);
  }
}
