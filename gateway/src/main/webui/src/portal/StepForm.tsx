import { Button, Input } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { MoneyAmount } from '../shared/api/http';
import { useCommand } from '../shared/api/useCommand';
import { MoneyInput } from '../shared/forms/MoneyInput';
import { ProblemNote } from '../shared/ui/States';
import { type Brief, briefsKey, type Step, takeStep } from './api';
import css from './portal.module.css';

type FieldKind = 'text' | 'long' | 'url' | 'datetime';
interface Field {
  name: string;
  kind: FieldKind;
  needed: boolean;
}

const addressFields = ['recipient', 'phone', 'region', 'city', 'street', 'postcode'] as const;
const message: Field = { name: 'message', kind: 'long', needed: false };
const handIn: Field[] = [
  { name: 'url', kind: 'url', needed: false },
  { name: 'text', kind: 'long', needed: false },
];

/** What each step asks for. The address of a gift and the fee of a counter-offer have fields of their own below. */
const asked: Record<Step, Field[]> = {
  accept: [],
  'accept-counter': [],
  decline: [{ ...message, needed: true }],
  counter: [{ name: 'publishBy', kind: 'datetime', needed: false }, message],
  'confirm-delivery': [message],
  'submit-script': handIn,
  'submit-draft': handIn,
  'submit-post': [
    { name: 'url', kind: 'url', needed: true },
    { name: 'publishedAt', kind: 'datetime', needed: true },
  ],
  dispute: [{ ...message, needed: true }],
};

interface StepFormProps {
  brief: Brief;
  etag: string;
  step: Step;
  onDone: () => void;
}

/** Asks for what one step needs, and takes it. */
export function StepForm({ brief, etag, step, onDone }: StepFormProps) {
  const { t } = useTranslation('portal');
  const needsAddress = step === 'accept' && brief.track === 'GIFT' && !brief.addressGiven;
  const [values, setValues] = useState<Record<string, string>>({});
  const [fee, setFee] = useState<MoneyAmount | undefined>(brief.fee ?? undefined);
  const command = useCommand({
    run: (body: object, key) => takeStep(brief.id, step, body, etag, key),
    refreshes: [[...briefsKey]],
    onDone,
  });
  const fields: Field[] = needsAddress
    ? addressFields.map((name) => ({ name, kind: 'text', needed: name !== 'postcode' }))
    : asked[step];
  const complete =
    fields.every(({ name, needed }) => !needed || (values[name] ?? '').trim() !== '') &&
    (step !== 'counter' || fee !== undefined) &&
    (!step.startsWith('submit-') || step === 'submit-post' || Boolean(values.url?.trim() || values.text?.trim()));

  const submit = () => {
    const filled = Object.fromEntries(
      fields
        .map(({ name, kind }) => {
          const text = (values[name] ?? '').trim();
          return [name, kind === 'datetime' && text ? new Date(text).toISOString() : text] as const;
        })
        .filter(([, text]) => text !== ''),
    );
    if (needsAddress) command.send({ address: { country: 'CN', ...filled } });
    else if (step === 'counter') command.send({ fee, ...filled });
    else command.send(filled);
  };

  return (
    <form
      className={css.form}
      onSubmit={(event) => {
        event.preventDefault();
        submit();
      }}
    >
      <p className={css.hint}>{t(`stepHint.${step}`)}</p>
      {step === 'counter' && (
        <label className={css.field} htmlFor="step-fee">
          {t('brief.fee')}
          <MoneyInput id="step-fee" currency={brief.fee?.currency ?? 'CNY'} value={fee} onChange={setFee} />
        </label>
      )}
      {fields.map(({ name, kind, needed }) => {
        const id = `step-${name}`;
        const change = (text: string) => setValues({ ...values, [name]: text });
        return (
          <label key={name} className={css.field} htmlFor={id}>
            {t(`field.${name}`)}
            {kind === 'long' ? (
              <Input.TextArea
                id={id}
                rows={4}
                maxLength={4000}
                required={needed}
                value={values[name] ?? ''}
                onChange={(event) => change(event.target.value)}
              />
            ) : (
              <Input
                id={id}
                required={needed}
                type={kind === 'datetime' ? 'datetime-local' : kind}
                value={values[name] ?? ''}
                onChange={(event) => change(event.target.value)}
              />
            )}
          </label>
        );
      })}
      <ProblemNote problem={command.problem} />
      <div className={css.actions}>
        <Button type="primary" htmlType="submit" size="large" loading={command.busy} disabled={!complete}>
          {t(`step.${step}`)}
        </Button>
      </div>
    </form>
  );
}
