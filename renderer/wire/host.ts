import type { Progress } from '../../shared/contract/call.ts';
import type { Invoke } from '../../shared/contract/contract.ts';
import type { EngineRestart } from '../../shared/contract/frame.ts';
import type { MenuCommand } from '../../shared/contract/menuCommand.ts';
import { createBrowserHost } from './browserHost.ts';
import { createDesktopHost } from './desktopHost.ts';

/** How the last part of a path, an upload, is watched and stopped. */
export interface UploadOptions {
  signal?: AbortSignal | undefined;
  onProgress?: ((progress: Progress) => void) | undefined;
}

/** Everything the window may ask of what surrounds it: the engine, and the few things a page cannot do itself. Rejects with `Failure`. */
export interface Host {
  readonly kind: 'desktop' | 'browser';
  /** The engine. At most four long calls run at once; further ones wait. */
  readonly invoke: Invoke;
  /** Takes in the engine's answers that have come already but wait for their turn, as they do behind frame upon frame while the mouse drags. */
  collect(): void;
  /** Asks for files to import; empty when the analyst cancels. In the browser they are copied to the engine's inbox first. */
  chooseFiles(options?: UploadOptions): Promise<string[]>;
  /** The path the engine can read a dropped file at. In the browser the file is copied to the engine's inbox first. */
  pathOfDropped(file: File, options?: UploadOptions): Promise<string>;
  /** Asks for a folder (a study to open, or where one is to be made); null when cancelled. A browser cannot: there it is null and a path is typed. */
  chooseFolder(): Promise<string | null>;
  /** Where an export should be written; null when cancelled. In the browser: a place the file is fetched from by `deliver`. */
  chooseTarget(suggestedName: string): Promise<string | null>;
  /** Hands over an export written to `chooseTarget`'s path: shown in its folder on the desktop, downloaded in the browser. */
  deliver(path: string): Promise<void>;
  /** Menu entries of the desktop window. @returns how to stop listening */
  onMenu(listener: (command: MenuCommand) => void): () => void;
  /** A study folder or a file to import, given on the command line or opened from the desktop; also called for one given before listening. @returns how to stop */
  onOpenPath(listener: (path: string) => void): () => void;
  /** The engine stopped and was started again. @returns how to stop listening */
  onEngineRestart(listener: (restart: EngineRestart) => void): () => void;
}

/** The host of this page: the desktop window when its preload is there, else the browser door. */
export function createHost(): Host {
  return window.plumblineDesktop ? createDesktopHost(window.plumblineDesktop) : createBrowserHost();
}
