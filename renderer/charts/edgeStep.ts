/** Band edges move by half a point. */
export const edgeStep = 0.5;
