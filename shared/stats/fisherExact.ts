/**
 * Two-sided p-value of Fisher's exact test for events among two groups: the chance, given the margins, of all tables that are no likelier
 * than the observed one (with the relative tolerance 1e-7 of R and scipy `fisher_exact`).
 */
export function fisherExact(eventsOne: number, nOne: number, eventsOther: number, nOther: number): number {
  const events = eventsOne + eventsOther;
  const fewest = Math.max(0, events - nOther);
  const most = Math.min(events, nOne);
  // Likelihoods relative to that of the mode, by the ratio of neighbours: no factorial overflows, nothing is lost to logarithms.
  const mode = Math.min(most, Math.max(fewest, Math.floor(((events + 1) * (nOne + 1)) / (nOne + nOther + 2))));
  const relative = new Float64Array(most - fewest + 1);
  relative[mode - fewest] = 1;
  const ratioUp = (k: number) => ((nOne - k) * (events - k)) / ((k + 1) * (nOther - events + k + 1));
  for (let k = mode; k < most; k++) relative[k + 1 - fewest] = relative[k - fewest]! * ratioUp(k);
  for (let k = mode; k > fewest; k--) relative[k - 1 - fewest] = relative[k - fewest]! / ratioUp(k - 1);
  const limit = relative[eventsOne - fewest]! * (1 + 1e-7);
  let [asUnlikely, all] = [0, 0];
  for (const likelihood of relative) {
    all += likelihood;
    if (likelihood <= limit) asUnlikely += likelihood;
  }
  return Math.min(1, asUnlikely / all);
}
