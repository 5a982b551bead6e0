/** The lines of a stream of UTF-8 text as they are completed; a last line without its end is left out. */
export async function* readLines(stream: ReadableStream<Uint8Array>): AsyncGenerator<string> {
  const reader = stream.getReader();
  const decoder = new TextDecoder();
  // Pieces of an unfinished line are joined once it ends: a large answer comes in many chunks.
  let pieces: string[] = [];
  try {
    for (;;) {
      const { done, value } = await reader.read();
      if (done) return;
      const [first = '', ...others] = decoder.decode(value, { stream: true }).split('\n');
      pieces.push(first);
      for (const piece of others) {
        yield pieces.join('');
        pieces = [piece];
      }
    }
  } finally {
    await reader.cancel().catch(() => {});
  }
}
