import { Button, Form, Select } from 'antd';
import { useTranslation } from 'react-i18next';
import { Check } from '../shared/forms/Check';
import { useFieldProblems } from '../shared/forms/formProblems';
import { NumberInput } from '../shared/forms/NumberInput';
import { useDraft } from '../shared/forms/useDraft';
import { Input, TextArea } from '../shared/ui/Input';
import { Card } from '../shared/ui/Page';
import { ProblemNote } from '../shared/ui/States';
import type { BriefWords, Rights } from './api';
import css from './campaigns.module.css';

interface BriefTyped extends Omit<BriefWords, 'rights'> {
  wantsRights: boolean;
  rights?: Rights | null;
}

interface BriefFormProps {
  draftName: string;
  words: BriefWords;
  timeZone: string;
  verb: string;
  busy: boolean;
  problem: unknown;
  onSave: (words: BriefWords) => Promise<unknown>;
  onCancel: () => void;
}

/** What the brand asks of a KOL: the message, what is to be made, the rules, the link and code, and the rights. */
export function BriefForm(props: BriefFormProps) {
  const { t } = useTranslation('campaigns');
  const [form] = Form.useForm<BriefTyped>();
  const draft = useDraft<BriefTyped>(props.draftName, { ...props.words, wantsRights: Boolean(props.words.rights) });
  useFieldProblems(form, props.problem);
  const wantsRights = Form.useWatch('wantsRights', form) ?? draft.value.wantsRights;
  const save = async (values: BriefTyped) => {
    const { wantsRights: wants, ...words } = { ...draft.value, ...values };
    await props
      .onSave({
        ...words,
        dos: written(words.dos),
        donts: written(words.donts),
        trackingTarget: words.trackingTarget || null,
        promoCodePrefix: words.promoCodePrefix || null,
        places: words.places ?? null,
        rights: wants ? words.rights : null,
        deliverables: words.deliverables.map((one) => ({ ...one, dueLocal: one.dueLocal || null })),
      })
      .then(
        () => draft.discard(),
        () => undefined,
      );
  };
  const cancel = () => {
    draft.discard();
    props.onCancel();
  };
  return (
    <Form
      form={form}
      layout="vertical"
      requiredMark={false}
      scrollToFirstError={{ focus: true }}
      initialValues={draft.value}
      onValuesChange={(_, all) => draft.change(all)}
      onFinish={(values) => void save(values)}
    >
      <div className={css.stack}>
        {draft.restored && (
          <p className={css.muted} role="status">
            {t('shared:draft.restored')}
          </p>
        )}
        <Card title={t('brief.message')}>
          <Form.Item
            name="title"
            label={t('brief.title')}
            rules={[{ required: true, whitespace: true, message: t('need.title') }]}
          >
            <Input maxLength={200} />
          </Form.Item>
          <Form.Item
            name="keyMessage"
            label={t('brief.keyMessage')}
            rules={[{ required: true, whitespace: true, message: t('need.message') }]}
          >
            <TextArea rows={4} maxLength={4000} showCount />
          </Form.Item>
        </Card>
        <Card title={t('brief.deliverables')}>
          <p className={css.hint}>{t('brief.deliverablesHint', { zone: props.timeZone })}</p>
          <Deliverables />
        </Card>
        <Card title={t('brief.rules')}>
          <Sentences name="dos" label={t('brief.dos')} hint={t('brief.dosHint')} />
          <Sentences name="donts" label={t('brief.donts')} hint={t('brief.dontsHint')} />
          <div className={css.fields}>
            <Form.Item
              name="disclosure"
              label={t('brief.disclosure')}
              extra={t('brief.disclosureHint')}
              rules={[{ required: true, message: t('need.disclosure') }]}
            >
              <Input maxLength={200} />
            </Form.Item>
            <Form.Item name="hashtags" label={t('brief.hashtags')} extra={t('brief.hashtagsHint')}>
              <Select mode="tags" open={false} suffixIcon={null} tokenSeparators={[' ', ',', '，']} maxCount={30} />
            </Form.Item>
          </div>
        </Card>
        <Card title={t('brief.tracking')}>
          <div className={css.fields}>
            <Form.Item
              name="trackingTarget"
              label={t('brief.trackingTarget')}
              extra={t('brief.trackingHint')}
              rules={[{ pattern: /^https?:\/\/.+/, message: t('need.link') }]}
            >
              <Input type="url" maxLength={2000} placeholder="https://" />
            </Form.Item>
            <Form.Item
              name="promoCodePrefix"
              label={t('brief.promoCodePrefix')}
              extra={t('brief.promoHint')}
              normalize={(typed: string) => typed.toUpperCase()}
              rules={[{ pattern: /^[A-Z0-9]{2,12}$/, message: t('need.promo') }]}
            >
              <Input maxLength={12} />
            </Form.Item>
          </div>
        </Card>
        <Card title={t('brief.rights')}>
          <Form.Item name="wantsRights" valuePropName="checked">
            <Check>{t('brief.wantsRights')}</Check>
          </Form.Item>
          {wantsRights && <RightsFields />}
        </Card>
        <Card title={t('brief.conditions')}>
          <Form.Item name="scriptRequired" valuePropName="checked">
            <Check>{t('brief.scriptRequired')}</Check>
          </Form.Item>
          <div className={css.fields}>
            <Form.Item name="retentionDays" label={t('brief.retentionDays')} extra={t('brief.retentionHint')}>
              <NumberInput min={1} max={3650} />
            </Form.Item>
            <Form.Item name="places" label={t('brief.places')} extra={t('brief.placesHint')}>
              <NumberInput min={1} max={100_000} />
            </Form.Item>
          </div>
        </Card>
        <ProblemNote problem={props.problem} />
        <div className={css.bar}>
          <span className={css.muted}>{t('form.kept')}</span>
          <Button onClick={cancel}>{t('shared:actions.cancel')}</Button>
          <Button type="primary" htmlType="submit" loading={props.busy}>
            {props.verb}
          </Button>
        </div>
      </div>
    </Form>
  );
}

function written(lines: string[]): string[] {
  return lines.map((line) => line.trim()).filter(Boolean);
}

function Deliverables() {
  const { t } = useTranslation('campaigns');
  return (
    <Form.List name="deliverables">
      {(fields, { add, remove }) => (
        <>
          {fields.map((field) => (
            <div key={field.key} className={css.rowFields}>
              <Form.Item
                name={[field.name, 'format']}
                label={t('brief.format')}
                rules={[{ required: true, message: t('need.format') }]}
              >
                <Input maxLength={200} placeholder={t('brief.formatHint')} />
              </Form.Item>
              <Form.Item
                name={[field.name, 'quantity']}
                label={t('brief.quantity')}
                rules={[{ required: true, message: t('need.quantity') }]}
              >
                <NumberInput min={1} max={1000} />
              </Form.Item>
              <Form.Item name={[field.name, 'dueLocal']} label={t('brief.due')}>
                <Input type="datetime-local" />
              </Form.Item>
              <Button
                disabled={fields.length === 1}
                onClick={() => remove(field.name)}
                aria-label={t('brief.removeDeliverable', { number: field.name + 1 })}
              >
                {t('shared:actions.remove')}
              </Button>
            </div>
          ))}
          {fields.length < 20 && (
            <Button onClick={() => add({ format: '', quantity: 1 })}>{t('brief.addDeliverable')}</Button>
          )}
        </>
      )}
    </Form.List>
  );
}

/** One sentence per line: how people write such lists. */
function Sentences({ name, label, hint }: { name: 'dos' | 'donts'; label: string; hint: string }) {
  return (
    <Form.Item
      name={name}
      label={label}
      extra={hint}
      getValueProps={(lines: string[] | undefined) => ({ value: (lines ?? []).join('\n') })}
      getValueFromEvent={(event: { target: { value: string } }) => event.target.value.split('\n')}
      normalize={(lines: string[]) => (lines.length === 1 && lines[0] === '' ? [] : lines)}
    >
      <TextArea rows={3} className={css.grows} />
    </Form.Item>
  );
}

const channels = [
  'xiaohongshu',
  'douyin',
  'weibo',
  'wechat',
  'bilibili',
  'tmall',
  'jd',
  'instagram',
  'tiktok',
  'youtube',
];
const territories = ['CN', 'HK', 'MO', 'TW', 'JP', 'SG', 'US', 'GB', 'FR', 'DE', 'WORLD'];

function RightsFields() {
  const { t, i18n } = useTranslation('campaigns');
  const regions = new Intl.DisplayNames(i18n.language, { type: 'region' });
  return (
    <div className={css.fields}>
      <Form.Item
        name={['rights', 'channels']}
        label={t('rights.channels')}
        rules={[{ required: true, type: 'array', min: 1, message: t('need.channel') }]}
      >
        <Select
          mode="tags"
          optionFilterProp="label"
          options={channels.map((code) => ({ value: code, label: t(`shared:platform.${code}`) }))}
        />
      </Form.Item>
      <Form.Item
        name={['rights', 'territory']}
        label={t('rights.territory')}
        rules={[{ required: true, type: 'array', min: 1, message: t('need.territory') }]}
      >
        <Select
          mode="multiple"
          optionFilterProp="label"
          options={territories.map((code) => ({
            value: code,
            label: code === 'WORLD' ? t('rights.world') : regions.of(code),
          }))}
        />
      </Form.Item>
      <Form.Item
        name={['rights', 'termDays']}
        label={t('rights.termDays')}
        rules={[{ required: true, message: t('need.term') }]}
      >
        <NumberInput min={1} max={3650} />
      </Form.Item>
      <Form.Item name={['rights', 'paidAds']} valuePropName="checked" initialValue={false}>
        <Check>{t('rights.paidAds')}</Check>
      </Form.Item>
      <Form.Item name={['rights', 'exclusive']} valuePropName="checked" initialValue={false}>
        <Check>{t('rights.exclusive')}</Check>
      </Form.Item>
    </div>
  );
}
