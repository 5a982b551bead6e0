import { Failure } from '../../shared/failure.ts';
import type { UploadOptions } from './host.ts';
import { pathAnswered } from './pathAnswered.ts';

/**
 * Copies a file to the engine's inbox. XMLHttpRequest, because fetch does not tell how much was sent.
 * @returns the path there. @throws Failure `cancelled`, `disk-full`, `disk-refused`, `door-refused`, `door-lost`
 */
export function uploadFile(file: File, headers: Record<string, string>, { signal, onProgress }: UploadOptions = {}): Promise<string> {
  return new Promise((resolve, reject) => {
    if (signal?.aborted) return reject(new Failure('cancelled'));
    const request = new XMLHttpRequest();
    const abort = () => request.abort();
    const step = `Copying ${file.name}`;
    request.open('POST', `/upload?name=${encodeURIComponent(file.name)}`);
    for (const [name, value] of Object.entries(headers)) request.setRequestHeader(name, value);
    request.responseType = 'json';
    request.upload.addEventListener('progress', ({ loaded, total }) => onProgress?.({ share: total > 0 ? loaded / total : null, step }));
    request.addEventListener('abort', () => reject(new Failure('cancelled')));
    request.addEventListener('error', () => reject(new Failure('door-lost')));
    request.addEventListener('load', () => {
      try {
        resolve(pathAnswered(request.status, request.response));
      } catch (failure) {
        reject(failure);
      }
    });
    request.addEventListener('loadend', () => signal?.removeEventListener('abort', abort));
    signal?.addEventListener('abort', abort);
    request.send(file);
  });
}
