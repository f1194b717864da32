import { useQuery } from '@tanstack/react-query';
import { Button, Form, Select } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { MoneyAmount } from '../shared/api/http';
import { useCommand } from '../shared/api/useCommand';
import { useFieldProblems } from '../shared/forms/formProblems';
import { MoneyInput } from '../shared/forms/MoneyInput';
import { Money, Percent, When } from '../shared/ui/Figures';
import { Input } from '../shared/ui/Input';
import { Card } from '../shared/ui/Page';
import { SimpleTable } from '../shared/ui/SimpleTable';
import { EmptyState, ErrorState, Lines, ProblemNote } from '../shared/ui/States';
import { type Brand, createBrand, fetchBrands, fetchProducts, type Product, saveProduct } from './api';
import css from './settings.module.css';

/** Brands, and products with what they cost and what remains of their revenue. */
export default function Catalogue() {
  const { t } = useTranslation('settings');
  const [edited, setEdited] = useState<Product | 'new'>();
  const brands = useQuery({ queryKey: ['brands'], queryFn: fetchBrands });
  const products = useQuery({ queryKey: ['products'], queryFn: fetchProducts });
  const problem = brands.error ?? products.error;
  if (problem) return <ErrorState problem={problem} />;
  if (!brands.data || !products.data) return <Lines count={6} />;
  const nameOf = (id: string) => brands.data.items.find((brand) => brand.id === id)?.name ?? id;
  return (
    <div className={css.stack}>
      <BrandCard brands={brands.data.items} />
      <Card
        title={t('product.title')}
        extra={
          brands.data.items.length > 0 &&
          !edited && <Button onClick={() => setEdited('new')}>{t('product.add')}</Button>
        }
        flush={!edited}
      >
        {edited ? (
          <ProductForm
            key={edited === 'new' ? 'new' : edited.id}
            product={edited === 'new' ? undefined : edited}
            brands={brands.data.items}
            onClose={() => setEdited(undefined)}
          />
        ) : products.data.items.length === 0 ? (
          <EmptyState title={t('product.none')}>{t('product.noneText')}</EmptyState>
        ) : (
          <SimpleTable<Product>
            label={t('product.title')}
            rows={products.data.items}
            rowKey={(product) => product.id}
            columns={[
              { key: 'name', title: t('product.name'), render: (product) => <bdi>{product.name}</bdi> },
              { key: 'brand', title: t('product.brand'), render: (product) => nameOf(product.brandId) },
              { key: 'sku', title: t('product.sku'), render: (product) => product.sku ?? '–' },
              {
                key: 'cost',
                title: t('product.cost'),
                numeric: true,
                render: (product) => <Money value={product.cost} />,
              },
              {
                key: 'margin',
                title: t('product.margin'),
                numeric: true,
                render: ({ marginRates }) => {
                  const latest = marginRates.at(-1);
                  return (
                    latest && (
                      <>
                        <Percent value={latest.rate} />{' '}
                        <small>
                          {t('product.from')} <When value={latest.from} />
                        </small>
                      </>
                    )
                  );
                },
              },
              {
                key: 'edit',
                title: <span className="visually-hidden">{t('shared:actions.edit')}</span>,
                render: (product) => (
                  <Button aria-label={t('product.edit', { name: product.name })} onClick={() => setEdited(product)}>
                    {t('shared:actions.edit')}
                  </Button>
                ),
              },
            ]}
          />
        )}
      </Card>
    </div>
  );
}

function BrandCard({ brands }: { brands: Brand[] }) {
  const { t } = useTranslation('settings');
  const [name, setName] = useState('');
  const create = useCommand({ run: createBrand, refreshes: [['brands']], onDone: () => setName('') });
  return (
    <Card title={t('brand.title')}>
      <div className={css.stack}>
        <p>{brands.length > 0 ? brands.map((brand) => brand.name).join(' · ') : t('brand.none')}</p>
        <form
          className={css.bar}
          onSubmit={(event) => {
            event.preventDefault();
            if (name.trim()) create.send(name.trim());
          }}
        >
          <Input
            value={name}
            maxLength={200}
            aria-label={t('brand.name')}
            placeholder={t('brand.name')}
            style={{ width: 240 }}
            onChange={(event) => setName(event.target.value)}
          />
          <Button htmlType="submit" loading={create.busy}>
            {t('brand.add')}
          </Button>
        </form>
        <ProblemNote problem={create.problem} />
      </div>
    </Card>
  );
}

interface ProductTyped {
  brandId: string;
  name: string;
  sku?: string;
  cost: MoneyAmount;
  currency: string;
  marginRates: { from: string; percent: string }[];
}

const currencies = ['CNY', 'USD', 'EUR', 'HKD', 'JPY', 'GBP', 'SGD'];

function ProductForm({ product, brands, onClose }: { product?: Product; brands: Brand[]; onClose: () => void }) {
  const { t } = useTranslation('settings');
  const [form] = Form.useForm<ProductTyped>();
  const save = useCommand({ run: saveProduct, refreshes: [['products']], onDone: onClose });
  useFieldProblems(form, save.problem);
  const currency = Form.useWatch('currency', form) ?? product?.cost.currency ?? 'CNY';
  const needed = [{ required: true, message: t('needed') }];
  const submit = ({ currency: _currency, marginRates, ...typed }: ProductTyped) =>
    save.send({
      ...typed,
      sku: typed.sku || null,
      id: product?.id,
      version: product?.version,
      marginRates: marginRates.map(({ from, percent }) => ({ from, rate: Math.round(Number(percent) * 100) / 10_000 })),
    });
  return (
    <Form<ProductTyped>
      form={form}
      layout="vertical"
      requiredMark={false}
      onFinish={submit}
      initialValues={{
        brandId: product?.brandId ?? brands[0]?.id,
        name: product?.name,
        sku: product?.sku,
        currency: product?.cost.currency ?? 'CNY',
        cost: product?.cost,
        marginRates: product?.marginRates.map(({ from, rate }) => ({
          from,
          percent: String(Number((rate * 100).toFixed(2))),
        })) ?? [{ from: `${new Date().getFullYear()}-01-01`, percent: '' }],
      }}
    >
      <Form.Item name="name" label={t('product.name')} rules={needed}>
        <Input maxLength={200} />
      </Form.Item>
      <div className={css.row}>
        <Form.Item name="brandId" label={t('product.brand')} rules={needed}>
          <Select
            showSearch
            optionFilterProp="label"
            options={brands.map((brand) => ({ value: brand.id, label: brand.name }))}
          />
        </Form.Item>
        <Form.Item name="sku" label={t('product.sku')}>
          <Input maxLength={100} />
        </Form.Item>
        <Form.Item name="currency" label={t('product.currency')}>
          <Select options={currencies.map((code) => ({ value: code, label: code }))} />
        </Form.Item>
        <Form.Item name="cost" label={t('product.cost')} extra={t('product.costHint')} rules={needed}>
          <MoneyInput key={currency} currency={currency} />
        </Form.Item>
        <span />
      </div>
      <p className={css.muted}>{t('product.marginHint')}</p>
      <Form.List name="marginRates">
        {(fields, { add, remove }) => (
          <>
            {fields.map((field) => (
              <div key={field.key} className={css.row}>
                <Form.Item name={[field.name, 'from']} label={t('product.from')} rules={needed}>
                  <Input type="date" />
                </Form.Item>
                <Form.Item
                  name={[field.name, 'percent']}
                  label={t('product.margin')}
                  rules={[{ pattern: /^\d{1,3}(\.\d{1,2})?$/, required: true, message: t('product.marginNeeded') }]}
                >
                  <Input suffix="%" inputMode="decimal" />
                </Form.Item>
                <Button disabled={fields.length === 1} onClick={() => remove(field.name)}>
                  {t('shared:actions.remove')}
                </Button>
              </div>
            ))}
            <Button onClick={() => add({})}>{t('product.addMargin')}</Button>
          </>
        )}
      </Form.List>
      <ProblemNote problem={save.problem} />
      <div className={css.bar} style={{ marginTop: 16 }}>
        <Button type="primary" htmlType="submit" loading={save.busy}>
          {t('product.save')}
        </Button>
        <Button onClick={onClose}>{t('shared:actions.cancel')}</Button>
      </div>
    </Form>
  );
}
