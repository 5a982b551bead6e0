import { Failure } from '../../../shared/failure.ts';

/** The failure behind an error of reading the analyst's file; other errors come back as they are. */
export function fileFailure(error: unknown, path: string): unknown {
  switch ((error as NodeJS.ErrnoException | null)?.code) {
    case 'ENOENT':
    case 'ENOTDIR':
      return new Failure('file-missing', { file: path });
    case 'EISDIR':
      return new Failure('file-unreadable', { file: path, problem: 'it is a folder' });
    case 'EACCES':
    case 'EPERM':
      return new Failure('file-unreadable', { file: path, problem: 'permission is missing' });
    case 'EIO':
      return new Failure('file-unreadable', { file: path, problem: 'the disk reports an error' });
    default:
      return error;
  }
}
