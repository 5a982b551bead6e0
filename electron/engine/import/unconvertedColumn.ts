/**
 * Last column of every data file: null, or the original texts of the row's cells that became missing, one for each column that is
 * not text, in the order of the plan. From it the list of unconverted cells is made; the view of a source leaves it out.
 */
export const unconvertedColumn = '_unconverted';
