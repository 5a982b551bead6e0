import type { NumberWords } from '../../../shared/comparison/NumberWords.ts';
import { numberText, percentText, scoreText } from '../../charts/numberText.ts';

/** Numbers of a sentence in the user's locale. */
export const numberWords: NumberWords = {
  count: (value) => numberText(value),
  percent: (share) => percentText(share),
  points: scoreText,
};
