import { Button } from 'antd';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { languages, speak } from '../shared/i18n';
import { chooseDensity, chooseTheme, useAppearance } from '../shared/theme/appearance';
import { Card } from '../shared/ui/Page';
import css from './settings.module.css';

/** How the suite looks and speaks to this person, in this browser. */
export function Preferences() {
  const { t, i18n } = useTranslation('settings');
  const { theme, density } = useAppearance();
  return (
    <Card title={t('preferences.title')}>
      <div className={css.stack}>
        <Choice
          label={t('shared:frame.language')}
          options={languages.map((key) => ({ key, label: key === 'en' ? 'English' : '简体中文', lang: key }))}
          chosen={i18n.language}
          onChoose={(key) => void speak(key)}
        />
        <Choice
          label={t('shared:frame.theme')}
          options={(['system', 'light', 'dark'] as const).map((key) => ({ key, label: t(`shared:theme.${key}`) }))}
          chosen={theme}
          onChoose={chooseTheme}
        />
        <Choice
          label={t('shared:frame.density')}
          options={(['comfortable', 'compact'] as const).map((key) => ({ key, label: t(`shared:density.${key}`) }))}
          chosen={density}
          onChoose={chooseDensity}
        />
      </div>
    </Card>
  );
}

interface ChoiceProps<K extends string> {
  label: string;
  options: { key: K; label: ReactNode; lang?: string }[];
  chosen: string;
  onChoose: (key: K) => void;
}

function Choice<K extends string>({ label, options, chosen, onChoose }: ChoiceProps<K>) {
  return (
    <fieldset className={css.choice}>
      <legend>{label}</legend>
      {options.map((option) => (
        <Button
          key={option.key}
          lang={option.lang}
          type={option.key === chosen ? 'primary' : 'default'}
          aria-pressed={option.key === chosen}
          onClick={() => onChoose(option.key)}
        >
          {option.label}
        </Button>
      ))}
    </fieldset>
  );
}
