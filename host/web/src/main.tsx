import './index.css';
import { startTranslations } from '@aiwendy/sdk';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { App } from './App';
import { keepPluginsCurrent } from './plugins/loadPlugins';
import { addShellTexts } from './texts';

startTranslations();
addShellTexts();

const element = document.getElementById('root');
if (element) {
  createRoot(element).render(
    <StrictMode>
      <App />
    </StrictMode>,
  );
  keepPluginsCurrent();
}
