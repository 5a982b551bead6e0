/**
 * A stream of uniform draws in [0, 1) that depends on the seed alone: small fast counting generator "sfc32" (C. Doty-Humphrey, PractRand),
 * state of 128 bits. Whoever draws keeps the seed beside the result, and gets the same result from it on every machine.
 */
export function seededRandom(seed: number): () => number {
  let [a, b, c, counter] = [seed | 0, Math.floor(seed / 4_294_967_296) | 0, 0x9e3779b9 | 0, 1];
  const next = () => {
    const drawn = (((a + b) | 0) + counter) | 0;
    counter = (counter + 1) | 0;
    a = b ^ (b >>> 9);
    b = (c + (c << 3)) | 0;
    c = (((c << 21) | (c >>> 11)) + drawn) | 0;
    return (drawn >>> 0) / 4_294_967_296;
  };
  for (let warmUp = 0; warmUp < 12; warmUp++) next();
  return next;
}
