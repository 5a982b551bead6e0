import type { App, WebContents } from 'electron';
import { origin } from './origin.ts';

/** For every page there will ever be: it stays where it is, opens no window and embeds no other page. */
export function guardContents(app: App): void {
  app.on('web-contents-created', (_, contents: WebContents) => {
    const stay = (event: { preventDefault(): void }, url: string) => {
      if (!url.startsWith(`${origin}/`)) event.preventDefault();
    };
    contents.on('will-navigate', (event) => stay(event, event.url));
    contents.on('will-redirect', (event) => stay(event, event.url));
    contents.on('will-attach-webview', (event) => event.preventDefault());
    contents.setWindowOpenHandler(() => ({ action: 'deny' }));
  });
}
