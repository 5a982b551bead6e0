import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Mailbox, type Notice } from '../../renderer/wire/Mailbox.ts';

const pair = () => {
  const writer = new Mailbox();
  return { writer, reader: new Mailbox(writer.memory) };
};
/** In bytes; two thirds of the ring. */
const long = 700_000;

describe('texts posted by one thread', () => {
  it('are taken by the other before their notices, once, in their order', () => {
    const { writer, reader } = pair();
    const notices = ['one', 'zwölf 🜁', ''].map((text) => writer.post(text));
    expect(notices).toEqual([null, null, null]);
    expect(reader.take()).toEqual(['one', 'zwölf 🜁', '']);
    expect(notices.flatMap((notice) => reader.take(notice))).toEqual([]);
  });

  it('go with their notice where the ring has no room, and nothing overtakes them', () => {
    const { writer, reader } = pair();
    const texts = ['a'.repeat(long), 'b'.repeat(long), 'c', 'd'.repeat(2_000_000), 'e'];
    const notices = texts.map((text) => writer.post(text));
    expect(notices.map((notice) => notice?.[0] ?? null)).toEqual([null, 'b', null, 'd', null]);
    expect(reader.take().map((text) => text[0])).toEqual(['a']);
    expect(notices.map((notice) => reader.take(notice).map((text) => text[0]))).toEqual([[], ['b', 'c'], [], ['d', 'e'], []]);
  });

  it('come whole and in order however they are taken, round and round the ring', () => {
    const step = fc.oneof(
      fc.record({ post: fc.oneof(fc.string({ unit: 'grapheme' }), fc.constantFrom('x'.repeat(300_000), 'ü'.repeat(400_000))) }),
      fc.constant('look' as const),
      fc.constant('notice' as const),
    );
    fc.assert(
      fc.property(fc.array(step, { maxLength: 60 }), (steps) => {
        const { writer, reader } = pair();
        const [posted, taken, notices]: [string[], string[], Notice[]] = [[], [], []];
        for (const one of [...steps, ...steps.map(() => 'notice' as const)])
          if (one === 'look') taken.push(...reader.take());
          else if (one !== 'notice') {
            posted.push(one.post);
            notices.push(writer.post(one.post));
          } else if (notices.length > 0) taken.push(...reader.take(notices.shift()));
        expect(taken).toEqual(posted);
      }),
      { numRuns: 60 },
    );
  });

  it('go on where the counts of bytes wrap', () => {
    const { writer, reader } = pair();
    new Uint32Array(writer.memory, 0, 2).fill(2 ** 32 - 10);
    const texts = ['before and after', 'after'];
    for (const text of texts) expect(writer.post(text)).toBe(null);
    expect(reader.take()).toEqual(texts);
  });
});
