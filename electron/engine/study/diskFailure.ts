import { Failure } from '../../../shared/failure.ts';

/** The failure behind an error of `node:fs`: `disk-full` or `disk-refused`; other errors come back as they are. */
export function diskFailure(error: unknown, path: string): unknown {
  const code = (error as NodeJS.ErrnoException | null)?.code;
  if (code === 'ENOSPC' || code === 'EDQUOT') return new Failure('disk-full', { path });
  const refusals: Record<string, string> = {
    EACCES: 'permission is missing',
    EPERM: 'permission is missing',
    EROFS: 'the disk is read-only',
    ENOTDIR: 'a part of the path is not a folder',
    EISDIR: 'it is a folder',
    ENAMETOOLONG: 'the name is too long',
    ENOENT: 'the folder does not exist',
  };
  const problem = code && refusals[code];
  return problem ? new Failure('disk-refused', { path, problem }) : error;
}
