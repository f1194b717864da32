import { useTranslation } from 'react-i18next';
import css from './Platform.module.css';

/** Two letters per platform that people here know by heart; any other platform, being data, shows its own first two. */
const short: Record<string, string> = {
  xiaohongshu: '红',
  douyin: '抖',
  weibo: '微',
  wechat: '信',
  bilibili: 'B',
  kuaishou: '快',
  zhihu: '知',
  'taobao-live': '淘',
  jd: '京',
  instagram: 'Ig',
  tiktok: 'Tt',
  youtube: 'Yt',
  x: 'X',
};

/** A platform as badge with name. */
export function Platform({ id, name }: { id: string; name?: string | null }) {
  const { t } = useTranslation();
  const key = id.toLowerCase().replaceAll('_', '-');
  return (
    <span className={css.platform}>
      <span className={css.badge} aria-hidden>
        {short[key] ?? key.slice(0, 2)}
      </span>
      {t(`platform.${key}`, { defaultValue: name ?? id })}
    </span>
  );
}
