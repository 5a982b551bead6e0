/** One number of many observations, apart by what happened: all that rank statistics against a yes/no outcome need. */
export interface OutcomeSplit {
  /** Present values of the observations with the outcome, ascending. */
  events: Float64Array;
  /** Present values of those without it, ascending. */
  nonEvents: Float64Array;
  /** Observations without a value, with the outcome and without. */
  missingEvents: number;
  missingNonEvents: number;
}

/**
 * Sorts the values of each class by itself (O(N log N)); statistics then walk both side by side.
 * @param values one an observation; NaN = missing
 * @param outcomes 1 = it happened, 0 = it did not, one an observation
 */
export function splitByOutcome(values: ArrayLike<number>, outcomes: ArrayLike<number>): OutcomeSplit {
  const events = new Float64Array(values.length);
  const nonEvents = new Float64Array(values.length);
  let [eventCount, nonEventCount, missingEvents, missingNonEvents] = [0, 0, 0, 0];
  for (let index = 0; index < values.length; index++) {
    const value = values[index]!;
    const happened = outcomes[index] === 1;
    if (Number.isNaN(value)) happened ? missingEvents++ : missingNonEvents++;
    else if (happened) events[eventCount++] = value;
    else nonEvents[nonEventCount++] = value;
  }
  return {
    events: events.subarray(0, eventCount).sort(),
    nonEvents: nonEvents.subarray(0, nonEventCount).sort(),
    missingEvents,
    missingNonEvents,
  };
}
