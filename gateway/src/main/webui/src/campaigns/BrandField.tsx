import { useQuery } from '@tanstack/react-query';
import { Button, Select } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useCommand } from '../shared/api/useCommand';
import { Input } from '../shared/ui/Input';
import { ProblemNote } from '../shared/ui/States';
import { createBrand, fetchBrands } from './api';
import css from './campaigns.module.css';

interface BrandFieldProps {
  id?: string;
  value?: string;
  onChange?: (brandId: string) => void;
  disabled?: boolean;
}

/** Chooses a brand, or makes a new one without leaving the form. */
export function BrandField({ id, value, onChange, disabled }: BrandFieldProps) {
  const { t } = useTranslation('campaigns');
  const [typed, setTyped] = useState('');
  const brands = useQuery({ queryKey: ['brands'], queryFn: fetchBrands });
  const create = useCommand({
    run: createBrand,
    refreshes: [['brands']],
    onDone: ({ value: brand }) => {
      setTyped('');
      onChange?.(brand.id);
    },
  });
  return (
    <Select
      id={id}
      value={value || undefined}
      onChange={onChange}
      disabled={disabled}
      showSearch
      optionFilterProp="label"
      options={(brands.data?.items ?? []).map((brand) => ({ value: brand.id, label: brand.name }))}
      popupRender={(list) => (
        <>
          {list}
          {/* biome-ignore lint/a11y/noStaticElementInteractions: keys typed here must not reach the list around it */}
          <div className={css.newBrand} onKeyDown={(event) => event.stopPropagation()}>
            <Input
              value={typed}
              maxLength={200}
              aria-label={t('brand.newName')}
              placeholder={t('brand.newName')}
              onChange={(event) => setTyped(event.target.value)}
            />
            <Button loading={create.busy} disabled={!typed.trim()} onClick={() => create.send(typed.trim())}>
              {t('brand.create')}
            </Button>
            <ProblemNote problem={create.problem} />
          </div>
        </>
      )}
    />
  );
}
