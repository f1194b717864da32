// Sets theme, density and language on <html> before the first paint. The same keys as src/shared/theme/appearance.ts.
(() => {
  const root = document.documentElement;
  const read = (key) => {
    try {
      return localStorage.getItem(key);
    } catch {
      return null;
    }
  };
  const theme = read('kol.theme') || 'system';
  const dark = theme === 'dark' || (theme === 'system' && matchMedia('(prefers-color-scheme: dark)').matches);
  root.dataset.theme = dark ? 'dark' : 'light';
  root.dataset.density = read('kol.density') || 'comfortable';
  root.lang = read('kol.language') || (navigator.language.startsWith('zh') ? 'zh-CN' : 'en');
})();
