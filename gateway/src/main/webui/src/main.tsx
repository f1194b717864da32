import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { Suite } from './app/Suite';
import { startLanguage } from './shared/i18n';
import { giveStylesTheNonce } from './shared/theme/nonce';
import './shared/theme/tokens.css';

const root = document.getElementById('root');
if (!root) throw new Error('index.html has no #root');

giveStylesTheNonce();
await startLanguage();
createRoot(root).render(
  <StrictMode>
    <Suite />
  </StrictMode>,
);
