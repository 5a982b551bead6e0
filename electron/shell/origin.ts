import { protocol } from 'electron';

/** The one origin there is in the desktop app. */
export const origin = 'app://plumbline';

/** Makes `app:` a standard, secure scheme that streams. Must run before the app is ready. */
export function registerScheme(): void {
  protocol.registerSchemesAsPrivileged([
    { scheme: 'app', privileges: { standard: true, secure: true, supportFetchAPI: true, stream: true, codeCache: true } },
  ]);
}
