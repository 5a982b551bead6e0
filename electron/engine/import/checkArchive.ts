import { createReadStream } from 'node:fs';
import { type FileHandle, open } from 'node:fs/promises';
import { createInflateRaw } from 'node:zlib';
import type { CancelSignal } from '../../../shared/contract/call.ts';
import { Failure } from '../../../shared/failure.ts';
import { fileFailure } from './fileFailure.ts';

/** A workbook is read in memory as a whole: what unpacks to more is refused, whatever sizes it declares. */
export const mostUnpackedBytes = 400 * 2 ** 20;
const mostEntries = 10_000;

interface Entry {
  name: string;
  method: number;
  packed: number;
  unpacked: number;
  offset: number;
}

const endSignature = 0x06054b50;
const entrySignature = 0x02014b50;
const endBytes = 22;
const longestComment = 0xffff;
const localHeaderBytes = 30;

/**
 * Unpacks every entry of a workbook without keeping anything, to know its true size before the reader is let at it.
 * @throws Failure `workbook-damaged`, `workbook-too-large`
 */
export async function checkArchive(path: string, signal: CancelSignal): Promise<void> {
  const file = await open(path, 'r').catch((error: unknown) => {
    throw fileFailure(error, path);
  });
  try {
    const entries = await readEntries(path, file);
    if (!entries.some(({ name }) => name === 'xl/workbook.xml'))
      throw new Failure('workbook-damaged', { file: path, problem: 'it is a ZIP archive without a workbook' });
    const tooLarge = () => new Failure('workbook-too-large', { file: path, limit: mostUnpackedBytes / 2 ** 20 });
    if (entries.length > mostEntries || entries.reduce((sum, entry) => sum + entry.unpacked, 0) > mostUnpackedBytes) throw tooLarge();
    let total = 0;
    for (const entry of entries) {
      const start = await dataStart(path, file, entry);
      if (entry.packed === 0) continue;
      if (entry.method === 0) {
        total += entry.packed;
        continue;
      }
      const packed = createReadStream(path, { start, end: start + entry.packed - 1 });
      const unpacked = packed.pipe(createInflateRaw());
      packed.on('error', (error) => unpacked.destroy(error));
      try {
        for await (const part of unpacked as AsyncIterable<Buffer>) {
          total += part.length;
          if (signal.aborted) throw new Failure('cancelled');
          if (total > mostUnpackedBytes) throw tooLarge();
        }
      } catch (error) {
        if (error instanceof Failure) throw error;
        throw new Failure('workbook-damaged', { file: path, problem: `"${entry.name}" in it cannot be unpacked` });
      } finally {
        packed.destroy();
      }
    }
  } finally {
    await file.close();
  }
}

async function readEntries(path: string, file: FileHandle): Promise<Entry[]> {
  const { size } = await file.stat();
  const tail = await readAt(file, Math.max(0, size - endBytes - longestComment), endBytes + longestComment);
  const end = tail.lastIndexOf(Buffer.from([0x50, 0x4b, 0x05, 0x06]));
  const damaged = (problem: string) => new Failure('workbook-damaged', { file: path, problem });
  if (end < 0 || tail.length - end < endBytes || tail.readUInt32LE(end) !== endSignature) throw damaged('its end is missing');
  const directory = await readAt(file, tail.readUInt32LE(end + 16), tail.readUInt32LE(end + 12));
  const entries: Entry[] = [];
  for (let at = 0; at + 46 <= directory.length && directory.readUInt32LE(at) === entrySignature; ) {
    const nameLength = directory.readUInt16LE(at + 28);
    entries.push({
      name: directory.toString('utf8', at + 46, at + 46 + nameLength),
      method: directory.readUInt16LE(at + 10),
      packed: directory.readUInt32LE(at + 20),
      unpacked: directory.readUInt32LE(at + 24),
      offset: directory.readUInt32LE(at + 42),
    });
    at += 46 + nameLength + directory.readUInt16LE(at + 30) + directory.readUInt16LE(at + 32);
  }
  if (entries.length === 0) throw damaged('its list of contents is missing');
  return entries;
}

async function dataStart(path: string, file: FileHandle, entry: Entry): Promise<number> {
  const header = await readAt(file, entry.offset, localHeaderBytes);
  if (header.length < localHeaderBytes) throw new Failure('workbook-damaged', { file: path, problem: `"${entry.name}" in it is cut off` });
  return entry.offset + localHeaderBytes + header.readUInt16LE(26) + header.readUInt16LE(28);
}

async function readAt(file: FileHandle, position: number, length: number): Promise<Buffer> {
  const bytes = Buffer.alloc(Math.min(length, mostUnpackedBytes));
  const { bytesRead } = await file.read(bytes, 0, bytes.length, position);
  return bytes.subarray(0, bytesRead);
}
