// Sets theme, colours and language before the first paint. The keys are those of the SDK.
(function () {
  var root = document.documentElement;
  function stored(key) {
    try {
      return localStorage.getItem(key);
    } catch {
      return null;
    }
  }
  var theme = stored('aiwendy.theme');
  var dark = theme === 'dark' || (theme !== 'light' && matchMedia('(prefers-color-scheme: dark)').matches);
  root.dataset.theme = dark ? 'dark' : 'light';
  root.dataset.money = stored('aiwendy.money') || 'teal-rust';
  root.lang = (stored('aiwendy.language') || navigator.language).toLowerCase().indexOf('zh') === 0 ? 'zh-CN' : 'en';
})();
