import './jitless.ts';
import './tokens.css';
import './base.css';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { App } from './frame/App.tsx';
import { applyTheme } from './frame/useTheme.ts';
import { HostContext } from './state/host.ts';
import { useView } from './state/viewStore.ts';
import { createHost } from './wire/host.ts';

applyTheme(useView.getState().theme);
createRoot(document.getElementById('window')!).render(
  <StrictMode>
    <HostContext value={createHost()}>
      <App />
    </HostContext>
  </StrictMode>,
);
