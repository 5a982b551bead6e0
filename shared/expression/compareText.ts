/** Orders two texts by their code points, as databases order bytes of UTF-8: below 0, 0, or above. */
export function compareText(left: string, right: string): number {
  const length = Math.min(left.length, right.length);
  for (let at = 0; at < length; at++) {
    if (left.charCodeAt(at) === right.charCodeAt(at)) continue;
    return left.codePointAt(at)! - right.codePointAt(at)!;
  }
  return left.length - right.length;
}
