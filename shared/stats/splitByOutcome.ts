/** One number of many observations, apart by what happened: all that rank statistics against a yes/no outcome need. */
export interface OutcomeSplit {
  /** Present values of the observations with the outcome, ascending. */
  events: Float64Array;
  /** Present values of those without it, ascending. */
  nonEvents: Float64Array;
}

/**
 * Parts the values by class and sorts each; statistics then walk both side by side.
 * @param values one an observation; NaN = missing, left out
 * @param outcomes 1 = it happened, 0 = it did not, one an observation
 */
export function splitByOutcome(values: ArrayLike<number>, outcomes: ArrayLike<number>): OutcomeSplit {
  const split = part(values.length, (index) => index, values, outcomes);
  return { events: split.events.sort(), nonEvents: split.nonEvents.sort() };
}

/** The same when the present observations are known in ascending order: one pass. */
export function splitInOrder(order: Uint32Array, values: ArrayLike<number>, outcomes: ArrayLike<number>): OutcomeSplit {
  return part(order.length, (rank) => order[rank]!, values, outcomes);
}

function part(count: number, at: (place: number) => number, values: ArrayLike<number>, outcomes: ArrayLike<number>): OutcomeSplit {
  const [events, nonEvents] = [new Float64Array(count), new Float64Array(count)];
  let [eventCount, nonEventCount] = [0, 0];
  for (let place = 0; place < count; place++) {
    const index = at(place);
    const value = values[index]!;
    if (Number.isNaN(value)) continue;
    if (outcomes[index] === 1) events[eventCount++] = value;
    else nonEvents[nonEventCount++] = value;
  }
  return { events: events.subarray(0, eventCount), nonEvents: nonEvents.subarray(0, nonEventCount) };
}
