import type { Session } from 'electron';

const ownSchemes = ['app:', 'devtools:', 'blob:', 'data:'];

export interface SessionGuard {
  /** Requests that would have left the machine and were refused: 0 unless there is a defect. */
  readonly refused: number;
}

/** No request but to the app itself, no permission but to write plain text or a picture to the clipboard, no spelling dictionaries. */
export function guardSession(session: Session): SessionGuard {
  let refused = 0;
  session.webRequest.onBeforeRequest((details, answer) => {
    const cancel = !ownSchemes.includes(new URL(details.url).protocol);
    if (cancel) refused++;
    answer({ cancel });
  });
  session.setPermissionRequestHandler((_, permission, answer) => answer(permission === 'clipboard-sanitized-write'));
  session.setPermissionCheckHandler((_, permission) => permission === 'clipboard-sanitized-write');
  session.setDevicePermissionHandler(() => false);
  session.setSpellCheckerEnabled(false);
  return {
    get refused() {
      return refused;
    },
  };
}
