/** Bytes of WebAssembly that leave one value, or none. */
export type Code = readonly number[];

/** Types of values, as the binary format writes them: a whole number of 32 bits, a number of 64 bits, two of those side by side. */
export const types = { integer: 0x7f, number: 0x7c, pair: 0x7b } as const;
export type ValueType = keyof typeof types;

// Each function below is one instruction of the core specification, with its operands as code: instructions read like the formula they compute.

export const integer = (value: number): Code => [0x41, ...signed(value)];
export const get = (local: number): Code => [0x20, local];
export const set = (local: number, value: Code): Code => [...value, 0x21, local];
export const addIntegers = (one: Code, other: Code): Code => [...one, ...other, 0x6a];
export const multiplyIntegers = (one: Code, other: Code): Code => [...one, ...other, 0x6c];
export const isBelow = (one: Code, other: Code): Code => [...one, ...other, 0x49];
/** Moves an address on by so many bytes. */
export const advance = (local: number, bytes: number): Code => set(local, addIntegers(get(local), integer(bytes)));
export const shiftInteger = (value: Code, by: number): Code => [...value, ...integer(by), 0x74];
/** Of a whole number that is not negative. */
export const halfInteger = (value: Code): Code => [...value, ...integer(1), 0x76];
export const loadInteger = (address: Code): Code => [...address, 0x28, 2, 0];
/** Runs the body, and again as long as the condition then holds. */
export const repeat = (body: readonly Code[], whileHolds: Code): Code => [0x03, 0x40, ...body.flat(), ...whileHolds, 0x0d, 0, 0x0b];

/** Runs the body as long as the condition holds before. */
export const repeatWhile = (condition: Code, body: readonly Code[]): Code => [
  ...[0x02, 0x40, 0x03, 0x40],
  ...[...condition, 0x45, 0x0d, 1],
  ...[...body.flat(), 0x0c, 0, 0x0b, 0x0b],
];

export const number = (value: number): Code => [0x44, ...new Uint8Array(Float64Array.of(value).buffer)];
export const addNumbers = (one: Code, other: Code): Code => [...one, ...other, 0xa0];
export const subtractNumbers = (one: Code, other: Code): Code => [...one, ...other, 0xa1];
export const multiplyNumbers = (one: Code, other: Code): Code => [...one, ...other, 0xa2];
export const isAtLeast = (one: Code, other: Code): Code => [...one, ...other, 0x66];
export const loadNumber = (address: Code, offset = 0): Code => [...address, 0x2b, 3, offset];
/** A number of 32 bits at an address. */
export const loadShort = (address: Code, offset: number): Code => [...address, 0x2a, 2, offset, 0xbb];
export const storeNumber = (address: Code, value: Code, offset = 0): Code => [...address, ...value, 0x39, 3, offset];

/** A pair of twice the same number. */
export const pairOf = (value: Code): Code => [...value, 0xfd, 0x14];
export const both = (value: number): Code => pairOf(number(value));
/** A pair of twice the number at an address. */
export const loadTwice = (address: Code): Code => [...address, 0xfd, 0x0a, 3, 0];
export const loadPair = (address: Code, offset: number): Code => [...address, 0xfd, 0x00, 3, ...unsigned(offset)];
/** A pair of two numbers of 32 bits that lie side by side. */
export const loadShorts = (address: Code, offset: number): Code => [...address, 0xfd, 0x5d, 3, offset, 0xfd, 0x5f];
export const storePair = (address: Code, offset: number, value: Code): Code => [...address, ...value, 0xfd, 0x0b, 3, ...unsigned(offset)];
export const addPairs = (one: Code, other: Code): Code => [...one, ...other, 0xfd, 0xf0, 1];
export const multiplyPairs = (one: Code, other: Code): Code => [...one, ...other, 0xfd, 0xf2, 1];
export const subtractPairs = (one: Code, other: Code): Code => [...one, ...other, 0xfd, 0xf1, 1];
export const dividePairs = (one: Code, other: Code): Code => [...one, ...other, 0xfd, 0xf3, 1];
export const smallerOfPairs = (one: Code, other: Code): Code => [...one, ...other, 0xfd, 0xf4, 1];
export const largerOfPairs = (one: Code, other: Code): Code => [...one, ...other, 0xfd, 0xf5, 1];
/** A pair of masks: all bits where the numbers are equal, as one that is no number (NaN) never is; else none. */
export const areEqual = (one: Code, other: Code): Code => [...one, ...other, 0xfd, 0x47];
/** A pair of masks: all bits where the first number is above the second. */
export const areAbove = (one: Code, other: Code): Code => [...one, ...other, 0xfd, 0x4a];
export const bitsOfBoth = (one: Code, other: Code): Code => [...one, ...other, 0xfd, 0x4e];
/** The bits of the first where the mask has them, else those of the second. */
export const chooseBits = (one: Code, other: Code, mask: Code): Code => [...one, ...other, ...mask, 0xfd, 0x52];
/** A pair without fractions, as whole numbers of 32 bits. */
export const truncatePair = (pair: Code): Code => [...pair, 0xfd, 0xfc, 1];
export const integerOf = (pair: Code, place: 0 | 1): Code => [...pair, 0xfd, 0x1b, place];
/** The pair with another second number. */
export const withSecond = (pair: Code, value: Code): Code => [...pair, ...value, 0xfd, 0x22, 1];
/** Both as whole numbers of 64 bits: shifted to the left, added. */
export const shiftBits = (pair: Code, by: number): Code => [...pair, ...integer(by), 0xfd, 0xcb, 1];
export const addBits = (one: Code, other: Code): Code => [...one, ...other, 0xfd, 0xce, 1];
/** The first (0) or second (1) number of a pair. */
export const ofPair = (pair: Code, place: 0 | 1): Code => [...pair, 0xfd, 0x21, place];

/** A whole number, not negative, seven bits a byte, the lowest first (LEB128). */
export function unsigned(value: number): Code {
  return value < 0x80 ? [value] : [(value & 0x7f) | 0x80, ...unsigned(value >>> 7)];
}

function signed(value: number): Code {
  return value >= -0x40 && value < 0x40 ? [value & 0x7f] : [(value & 0x7f) | 0x80, ...signed(value >> 7)];
}
