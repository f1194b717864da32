import { type ThemeConfig, theme } from 'antd';
import type { Appearance } from './appearance';

const light = {
  accent: '#0b5f73',
  accentHover: '#084757',
  accentText: '#0b5f73',
  accentSoft: '#e2eff1',
  surface: '#ffffff',
  surface2: '#faf9f6',
  line: '#e5e2da',
  control: '#8f8a7f',
  text: '#1c1b18',
  text2: '#55514a',
  text3: '#69655d',
  good: '#17693a',
  warn: '#7d5100',
  bad: '#a8231b',
  note: '#2a568f',
};

const dark: typeof light = {
  accent: '#127a8f',
  accentHover: '#16849b',
  accentText: '#74cadb',
  accentSoft: '#14323a',
  surface: '#181b1c',
  surface2: '#1e2223',
  line: '#2c3133',
  control: '#74797b',
  text: '#edebe7',
  text2: '#b9b6b0',
  text3: '#a09d97',
  good: '#7fd09b',
  warn: '#e5b75c',
  bad: '#f2958c',
  note: '#9bbdee',
};

/** The tokens of tokens.css, said in antd's words, so that its components and ours are one family. */
export function antdTheme({ dark: isDark, density }: Appearance): ThemeConfig {
  const c = isDark ? dark : light;
  // Not antd's own compact algorithm: it makes text of 11 pixels and buttons of 18.
  const compact = density === 'compact';
  return {
    algorithm: isDark ? theme.darkAlgorithm : theme.defaultAlgorithm,
    hashed: false,
    token: {
      fontFamily: 'var(--font)',
      fontSize: compact ? 13 : 14,
      colorPrimary: c.accent,
      colorPrimaryHover: c.accentHover,
      colorPrimaryActive: c.accentHover,
      colorPrimaryText: c.accentText,
      colorPrimaryTextHover: c.accentText,
      colorPrimaryBg: c.accentSoft,
      colorLink: c.accentText,
      colorLinkHover: c.accentText,
      colorLinkActive: c.accentText,
      colorText: c.text,
      colorTextSecondary: c.text2,
      colorTextTertiary: c.text3,
      colorTextDescription: c.text3,
      colorTextPlaceholder: c.text3,
      colorTextDisabled: c.text3,
      colorTextHeading: c.text,
      colorIcon: c.text3,
      colorBgContainer: c.surface,
      colorBgElevated: isDark ? c.surface2 : c.surface,
      colorBgLayout: c.surface2,
      colorBorder: c.control,
      colorBorderSecondary: c.line,
      colorSplit: c.line,
      colorSuccess: c.good,
      colorWarning: c.warn,
      colorError: c.bad,
      colorErrorText: c.bad,
      colorInfo: c.note,
      borderRadius: 6,
      borderRadiusLG: 10,
      controlHeight: compact ? 28 : 34,
      // WCAG 2.2: nothing to press is under 24 pixels, however dense.
      controlHeightSM: compact ? 24 : 26,
      wireframe: false,
      motionDurationMid: '0.12s',
      motionDurationSlow: '0.18s',
    },
    components: {
      Button: {
        primaryShadow: 'none',
        defaultShadow: 'none',
        dangerShadow: 'none',
        dangerColor: isDark ? '#2a0d0a' : '#ffffff',
        fontWeight: 500,
        contentFontSize: compact ? 13 : 14,
      },
      Tabs: {
        itemSelectedColor: c.accentText,
        itemHoverColor: c.accentText,
        inkBarColor: c.accentText,
        titleFontSize: 14,
      },
      Segmented: { itemSelectedBg: c.surface, trackBg: isDark ? '#242829' : '#ebe8e1', itemColor: c.text2 },
      Select: { optionSelectedBg: c.accentSoft, optionSelectedColor: c.text },
      Steps: { colorPrimary: c.accent },
      Tooltip: { colorBgSpotlight: isDark ? '#3a4042' : '#2b2925' },
      Modal: { titleFontSize: 17 },
      Form: { labelColor: c.text2, verticalLabelPadding: '0 0 4px', itemMarginBottom: compact ? 12 : 18 },
    },
  };
}
