import type { MenuCommand } from '../../shared/contract/menuCommand.ts';

/** What the preload script hands to the page, as `window.plumblineDesktop`: nothing that a web page could do itself. */
export interface DesktopBridge {
  pathOfDropped(file: File): string;
  chooseFiles(): Promise<string[]>;
  chooseFolder(): Promise<string | null>;
  chooseTarget(suggestedName: string): Promise<string | null>;
  showInFolder(path: string): Promise<void>;
  onMenu(listener: (command: MenuCommand) => void): () => void;
  onOpenPath(listener: (path: string) => void): () => void;
}

declare global {
  interface Window {
    plumblineDesktop?: DesktopBridge;
  }
}
