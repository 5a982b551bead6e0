import './jitless.ts';
import './tokens.css';
import './base.css';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { App } from './frame/App.tsx';
import { HostContext } from './state/host.ts';
import { createHost } from './wire/host.ts';

createRoot(document.getElementById('window')!).render(
  <StrictMode>
    <HostContext value={createHost()}>
      <App />
    </HostContext>
  </StrictMode>,
);
