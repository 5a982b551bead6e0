import { createReadStream } from 'node:fs';
import { createGunzip } from 'node:zlib';
import type { CancelSignal } from '../../../shared/contract/call.ts';
import { Failure } from '../../../shared/failure.ts';
import type { TextEncoding } from '../../../shared/model/source.ts';
import { decodeText } from './decodeText.ts';
import { fileFailure } from './fileFailure.ts';
import { JsonSplitter } from './JsonSplitter.ts';
import type { StructuredRecord } from './structuredRecord.ts';

interface JsonFile {
  path: string;
  encoding: TextEncoding;
  compressed: boolean;
  format: 'json' | 'ndjson';
}

/**
 * The objects of a JSON array, of JSON texts one after the other, or of one a line. Nested objects become fields `a.b`; what is nested
 * deeper, and lists, stay JSON text. What is no object is given as a problem. @throws Failure `json-damaged`
 */
export async function* jsonRecords(file: JsonFile, signal: CancelSignal): AsyncGenerator<StructuredRecord> {
  const splitter = new JsonSplitter(file.format);
  let record = 0;
  const input = createReadStream(file.path);
  const bytes = file.compressed ? input.pipe(createGunzip()) : input;
  const text = bytes.pipe(decodeText(file.encoding));
  input.on('error', (error: Error) => text.destroy(error));
  bytes.on('error', (error: Error) => text.destroy(error));
  try {
    for await (const chunk of text as AsyncIterable<Buffer>) {
      if (signal.aborted) throw new Failure('cancelled');
      for (const part of splitter.push(chunk)) yield readObject(part.text, ++record, part.line);
    }
    for (const part of splitter.end()) yield readObject(part.text, ++record, part.line);
  } catch (error) {
    throw fileFailure(error, file.path);
  } finally {
    input.destroy();
  }
  if (splitter.openLine !== null)
    throw new Failure('json-damaged', { file: file.path, line: splitter.openLine, problem: 'what begins there never ends' });
}

function readObject(text: string, record: number, line: number): StructuredRecord {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (error) {
    return { record, line, value: text, problem: `is no JSON: ${(error as Error).message}` };
  }
  if (!isObject(value)) return { record, line, value: text, problem: 'is no JSON object' };
  const fields = new Map<string, string | null>();
  for (const [name, field] of Object.entries(value)) {
    if (isObject(field)) for (const [inner, nested] of Object.entries(field)) fields.set(`${name}.${inner}`, textOf(nested));
    else fields.set(name, textOf(field));
  }
  // JavaScript rounds integers of more than 15 digits: their own spelling is taken from the text.
  for (const [, name, digits] of text.matchAll(/"([^"\\]+)"\s*:\s*(-?\d{16,})\s*[,}]/g)) {
    if (fields.get(name!) === String(Number(digits))) fields.set(name!, digits!);
  }
  return { record, line, fields };
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function textOf(value: unknown): string | null {
  if (value === null || value === undefined) return null;
  return typeof value === 'object' ? JSON.stringify(value) : String(value);
}
