import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { Suite } from './app/Suite';
import { startLanguage } from './shared/i18n';
import './shared/theme/tokens.css';

const root = document.getElementById('root');
if (!root) throw new Error('index.html has no #root');

await startLanguage();
createRoot(root).render(
  <StrictMode>
    <Suite />
  </StrictMode>,
);
