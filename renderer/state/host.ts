import { createContext, useContext } from 'react';
import type { Host } from '../wire/host.ts';

/** The door the window was opened through. */
export const HostContext = createContext<Host | null>(null);

/** What the door can do: call the engine, choose files, deliver exports. */
export function useHost(): Host {
  const host = useContext(HostContext);
  if (!host) throw new Error('useHost is used outside HostContext');
  return host;
}
