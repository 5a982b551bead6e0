const frameMilliseconds = 1000 / 60;

/** Whether an answer would be seen more than two frames after the edit it is for, beyond the kernel's time: from its arrival to its picture takes one. */
export function comesTooLate(edited: number, kernelMs: number): boolean {
  return performance.now() - edited > kernelMs + frameMilliseconds;
}
