import { Failure, type FailureData } from '../../shared/failure.ts';

/**
 * The path in the browser door's answer to an upload or to the wish for a target.
 * @param status of the answer, 0 when there was none @param body {path} or {failure}, null when there was none @throws Failure
 */
export function pathAnswered(status: number, body: { path?: string; failure?: FailureData } | null): string {
  if (body?.path) return body.path;
  if (body?.failure) throw new Failure(body.failure.code, body.failure.detail);
  throw new Failure(status === 403 ? 'door-refused' : 'door-lost');
}
