import { type CategoriesTest, categoriesTest } from './categoriesTest.ts';
import { type ChiSquareTest, chiSquareTest } from './chiSquareTest.ts';
import { jensenShannon } from './jensenShannon.ts';
import { type PopulationStability, populationStability } from './populationStability.ts';

/** How categories differ between a reference and a current book; missing is a category like any other. */
export interface CategoryDrift {
  categories: string[];
  counts: { reference: number[]; current: number[] };
  stability: PopulationStability | null;
  jensenShannon: number | null;
  /** Over all categories as they are; null with one category or an empty side. */
  homogeneity: ChiSquareTest | null;
  /** The same with rare categories counted as one: whose p-value to read. */
  test: CategoriesTest | null;
  appeared: string[];
  vanished: string[];
}

/** Every drift number of one category metric, from how often each category occurs. */
export function categoryDrift(reference: ReadonlyMap<string, number>, current: ReadonlyMap<string, number>): CategoryDrift {
  const categories = [...new Set([...reference.keys(), ...current.keys()])].sort();
  const before = categories.map((category) => reference.get(category) ?? 0);
  const after = categories.map((category) => current.get(category) ?? 0);
  return {
    categories,
    counts: { reference: before, current: after },
    stability: populationStability(before, after),
    jensenShannon: jensenShannon(before, after),
    homogeneity: chiSquareTest([before, after]),
    test: categoriesTest(before, after),
    appeared: categories.filter((_, index) => before[index] === 0),
    vanished: categories.filter((_, index) => after[index] === 0),
  };
}
