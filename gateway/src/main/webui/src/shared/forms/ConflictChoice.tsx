import { Modal, Radio } from 'antd';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import css from './ConflictDialog.module.css';
import { differences, merged } from './conflict';

export interface ConflictDialogProps<T extends object> {
  /** What this person started from. */
  base: T;
  mine: T;
  /** What stands saved now. */
  theirs: T;
  fieldLabel: (field: keyof T & string) => ReactNode;
  show: (field: keyof T & string, value: unknown) => ReactNode;
  onResolve: (version: T) => void;
  onClose: () => void;
}

/** The dialog itself; see ConflictDialog. Both versions side by side, a choice per field, and nothing typed is lost. */
export default function ConflictChoice<T extends object>(props: ConflictDialogProps<T>) {
  const { base, mine, theirs } = props;
  const { t } = useTranslation();
  const open = differences(base, mine, theirs);
  const [choices, setChoices] = useState<Partial<Record<keyof T, 'mine' | 'theirs'>>>(
    () => Object.fromEntries(open.map(({ field, settled }) => [field, settled ?? 'mine'])) as never,
  );
  return (
    <Modal
      open
      width={840}
      title={t('conflict.title')}
      okText={t('conflict.save')}
      cancelText={t('conflict.back')}
      onOk={() => props.onResolve(merged(mine, theirs, choices))}
      onCancel={props.onClose}
    >
      <p className={css.lead}>{t('conflict.lead')}</p>
      <div className={css.fields}>
        {open.map(({ field, mine: my, theirs: their }) => (
          <fieldset key={field} className={css.field}>
            <legend>{props.fieldLabel(field)}</legend>
            <Radio.Group
              className={css.sides}
              value={choices[field]}
              onChange={(event) => setChoices({ ...choices, [field]: event.target.value })}
            >
              <Radio value="mine" className={css.side}>
                <strong>{t('conflict.mine')}</strong>
                <div dir="auto">{props.show(field, my)}</div>
              </Radio>
              <Radio value="theirs" className={css.side}>
                <strong>{t('conflict.theirs')}</strong>
                <div dir="auto">{props.show(field, their)}</div>
              </Radio>
            </Radio.Group>
          </fieldset>
        ))}
      </div>
    </Modal>
  );
}
