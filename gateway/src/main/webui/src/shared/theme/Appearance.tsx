import LoadingOutlined from '@ant-design/icons/es/icons/LoadingOutlined';
import { ConfigProvider } from 'antd';
import type { Locale } from 'antd/es/locale';
import { type ReactNode, useEffect, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { antdTheme } from './antdTheme';
import { useAppearance } from './appearance';
import { cspNonce } from './nonce';

/**
 * An icon of our own comes and goes at once. The built-in one shrinks away with a transition, and when the answer is so quick that it had
 * not grown yet there is none: it stays for ever, unseen, and the button is called "loading".
 */
const button = { autoInsertSpace: false, loadingIcon: <LoadingOutlined spin /> };

/** Theme, density and the components' own words, for everything below. */
export function AppearanceProvider({ children }: { children: ReactNode }) {
  const appearance = useAppearance();
  const theme = useMemo(() => antdTheme(appearance), [appearance]);
  const locale = useAntdLocale();
  return (
    <ConfigProvider theme={theme} locale={locale} csp={{ nonce: cspNonce }} wave={{ disabled: true }} button={button}>
      {children}
    </ConfigProvider>
  );
}

/** English is built into antd; Chinese comes as its own chunk. */
function useAntdLocale(): Locale | undefined {
  const { i18n } = useTranslation();
  const [chinese, setChinese] = useState<Locale>();
  const wantsChinese = i18n.language === 'zh-CN';
  useEffect(() => {
    if (wantsChinese) import('./antdChinese').then((module) => setChinese(module.default));
  }, [wantsChinese]);
  return wantsChinese ? chinese : undefined;
}
