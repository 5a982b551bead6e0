const tokenKey = 'plumbline-token';

/**
 * The secret of this start and what to open, from the fragment of the address that the browser door printed. The fragment is then
 * taken out of sight; a reload finds the secret in this tab's session storage.
 */
export function readAddress(): { token: string; openPath: string | null } {
  const given = new URLSearchParams(window.location.hash.slice(1));
  const token = given.get('token');
  if (token) {
    sessionStorage.setItem(tokenKey, token);
    history.replaceState(null, '', window.location.pathname);
  }
  return { token: token ?? sessionStorage.getItem(tokenKey) ?? '', openPath: given.get('open') };
}
