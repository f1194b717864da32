import { useTranslation } from 'react-i18next';
import { type Column, DataList } from '../shared/list/DataList';
import { When } from '../shared/ui/Figures';
import { type AuditEntry, fetchAuditTrail } from './api';
import { ServiceChoice, useChosenService } from './ServiceChoice';
import css from './settings.module.css';

/** Who did what, when and why, with before and after; nothing in it is ever changed. */
export default function AuditTrail() {
  const { t } = useTranslation('settings');
  const service = useChosenService();
  const columns: Column<AuditEntry>[] = [
    { key: 'at', title: t('audit.at'), fixed: true, render: (entry) => <When value={entry.at} time /> },
    { key: 'who', title: t('audit.who'), render: (entry) => entry.actorName },
    { key: 'what', title: t('audit.what'), render: (entry) => <code>{entry.action}</code> },
    { key: 'on', title: t('audit.on'), render: (entry) => <span className={css.code}>{entry.aggregateType}</span> },
    {
      key: 'id',
      title: t('audit.id'),
      optional: true,
      render: (entry) => <code className={css.code}>{entry.aggregateId}</code>,
    },
    { key: 'why', title: t('audit.why'), render: (entry) => <span dir="auto">{entry.reason ?? ''}</span> },
    {
      key: 'before',
      title: t('audit.before'),
      optional: true,
      render: (entry) => <code className={css.code}>{entry.before}</code>,
    },
    { key: 'after', title: t('audit.after'), render: (entry) => <code className={css.code}>{entry.after}</code> },
  ];
  return (
    <DataList
      name="audit-trail"
      label={t('tab.audit')}
      searchable={false}
      columns={columns}
      rowKey={(entry) => entry.id}
      queryKey={['audit-trail', service]}
      fetch={({ cursor }) => fetchAuditTrail(service, cursor)}
      tools={<ServiceChoice />}
      empty={{ title: t('audit.none'), text: t('audit.noneText') }}
    />
  );
}
