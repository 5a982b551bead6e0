/** How long after its last edit the draft counts as at rest; with the kernel's pass, segments and movers are there within 250 ms. */
export const restMilliseconds = 70;
