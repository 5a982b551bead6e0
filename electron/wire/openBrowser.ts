import { spawn } from 'node:child_process';

/** Opens an address in this user's browser, where there is a desktop to show one; otherwise, or when that fails, does nothing. */
export function openBrowser(address: string): void {
  const { DISPLAY, WAYLAND_DISPLAY } = process.env;
  if (process.platform === 'linux' && !DISPLAY && !WAYLAND_DISPLAY) return;
  const [command, ...first] = { win32: ['rundll32', 'url.dll,FileProtocolHandler'], darwin: ['open'] }[process.platform as string] ?? [
    'xdg-open',
  ];
  spawn(command!, [...first, address], { stdio: 'ignore', detached: true })
    .on('error', () => {})
    .unref();
}
