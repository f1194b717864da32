import { Modal } from 'antd';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useCommand } from '../api/useCommand';
import { ProblemNote } from '../ui/States';
import css from './Consequence.module.css';

interface ConsequenceProps {
  title: string;
  /** What the button says: a verb with object and number, "Pay 12 payees CNY 184,072.66". */
  verb: string;
  /** The consequence in words and numbers; never "Are you sure?". */
  children: ReactNode;
  run: (key: string) => Promise<unknown>;
  refreshes?: readonly (readonly unknown[])[];
  danger?: boolean;
  disabled?: boolean;
  onClose: () => void;
  onDone?: () => void;
  width?: number;
}

/** Asks before a paying, destructive or mass action, by saying what it will do. */
export function Consequence(props: ConsequenceProps) {
  const { t } = useTranslation();
  const command = useCommand({
    run: (_: undefined, key) => props.run(key),
    refreshes: props.refreshes as unknown[][],
    onDone: () => {
      props.onDone?.();
      props.onClose();
    },
  });
  return (
    <Modal
      open
      title={props.title}
      width={props.width}
      onCancel={props.onClose}
      onOk={() => command.send(undefined)}
      okText={props.verb}
      cancelText={t('actions.cancel')}
      confirmLoading={command.busy}
      okButtonProps={{ danger: props.danger, disabled: props.disabled }}
    >
      <div className={css.body}>
        {props.children}
        <ProblemNote problem={command.problem} />
      </div>
    </Modal>
  );
}
