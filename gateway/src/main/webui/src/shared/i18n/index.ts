import i18next, { type BackendModule } from 'i18next';
import ICU from 'i18next-icu';
import { initReactI18next } from 'react-i18next';

/** The languages the suite speaks. A namespace is a feature's folder: src/<feature>/locales/<language>.json. */
export const languages = ['en', 'zh-CN'] as const;
export type Language = (typeof languages)[number];

const files = import.meta.glob<{ default: Record<string, unknown> }>('/src/*/locales/*.json');

const lazyFiles: BackendModule = {
  type: 'backend',
  init: () => {},
  read: (language, namespace, done) => {
    const load = files[`/src/${namespace}/locales/${language}.json`];
    if (!load) {
      done(new Error(`no words for ${namespace} in ${language}`), null);
      return;
    }
    load().then(
      (module) => done(null, module.default as never),
      (cause: Error) => done(cause, null),
    );
  },
};

function firstLanguage(): Language {
  const chosen = localStorage.getItem('kol.language') ?? navigator.language;
  return chosen.startsWith('zh') ? 'zh-CN' : 'en';
}

export const i18n = i18next;

export async function startLanguage(): Promise<void> {
  await i18next
    .use(new ICU())
    .use(lazyFiles)
    .use(initReactI18next)
    .init({
      lng: firstLanguage(),
      fallbackLng: 'en',
      supportedLngs: [...languages],
      load: 'currentOnly',
      ns: ['shared'],
      defaultNS: 'shared',
      fallbackNS: 'shared',
      interpolation: { escapeValue: false },
      returnNull: false,
      // A page may speak several features' words; a key is looked for in each.
      react: { nsMode: 'fallback' },
    });
  document.documentElement.lang = i18next.language;
}

export async function speak(language: Language): Promise<void> {
  localStorage.setItem('kol.language', language);
  document.documentElement.lang = language;
  await i18next.changeLanguage(language);
}
