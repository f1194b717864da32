import { Link, useNavigate } from '@tanstack/react-router';
import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useRole } from '../shared/api/session';
import { useCommand } from '../shared/api/useCommand';
import { FileDrop } from '../shared/imports/FileDrop';
import { type Column, DataList } from '../shared/list/DataList';
import { Count, Money, When } from '../shared/ui/Figures';
import { Card, Page } from '../shared/ui/Page';
import { ProblemNote } from '../shared/ui/States';
import { StateTag } from '../shared/ui/StateTag';
import { moneyKey } from './api';
import css from './money.module.css';
import { Navigation } from './Navigation';
import { fetchStatements, type Statement, uploadStatement } from './statementApi';

/** The bank's statements: whether each adds up, and how many of its lines are settled, proposed or open. */
export default function StatementListPage() {
  const { t } = useTranslation('money');
  const mayImport = useRole('finance', 'admin');
  const columns: Column<Statement>[] = [
    {
      key: 'reference',
      title: t('statement.one'),
      fixed: true,
      render: (statement) => (
        <Link to={`/money/statements/${statement.id}` as never} className={css.name}>
          <bdi>{statement.reference}</bdi>
          <small className={css.secret}>{statement.accountMasked}</small>
        </Link>
      ),
    },
    { key: 'from', title: t('statement.from'), render: ({ from }) => <When value={from} /> },
    { key: 'to', title: t('statement.to'), render: ({ to }) => <When value={to} /> },
    { key: 'addsUp', title: t('statement.addsUp'), render: (statement) => <AddsUp statement={statement} /> },
    {
      key: 'matched',
      title: t('statement.matched'),
      numeric: true,
      render: ({ matched }) => <Count value={matched} />,
    },
    {
      key: 'proposed',
      title: t('statement.proposed'),
      numeric: true,
      render: ({ proposed }) => <Count value={proposed} />,
    },
    { key: 'open', title: t('statement.open'), numeric: true, render: ({ open }) => <Count value={open} /> },
    {
      key: 'closing',
      title: t('statement.closing'),
      numeric: true,
      render: ({ closing }) => <Money value={closing} />,
    },
  ];
  return (
    <Page title={t('statement.all')} lead={t('statement.lead')}>
      <Navigation />
      <div className={css.stack}>
        {mayImport && <UploadStatement />}
        <DataList
          name="statements"
          label={t('statement.all')}
          searchable={false}
          columns={columns}
          rowKey={(statement) => statement.id}
          queryKey={[...moneyKey, 'statements']}
          fetch={({ filters: _filters, sort: _sort, q: _q, ...question }) => fetchStatements(question)}
          empty={{ title: t('statement.empty.title'), text: t('statement.empty.text') }}
        />
      </div>
    </Page>
  );
}

/** Opening + movements = closing, or by how much not. */
export function AddsUp({ statement }: { statement: Statement }) {
  const { t } = useTranslation('money');
  if (statement.addsUp === null || statement.addsUp === undefined)
    return <StateTag tone="neutral">{t('statement.notTold')}</StateTag>;
  return statement.addsUp ? (
    <StateTag tone="good">{t('statement.yes')}</StateTag>
  ) : (
    <StateTag tone="bad">
      {t('statement.no')} <Money value={statement.difference} />
    </StateTag>
  );
}

function UploadStatement() {
  const { t } = useTranslation('money');
  const navigate = useNavigate();
  const [file, setFile] = useState<File>();
  const upload = useCommand({
    run: (chosen: File, key) => uploadStatement(chosen, key),
    onDone: ({ id }) => void navigate({ to: `/money/uploads/statements/${id}` as never }),
  });
  return (
    <Card title={t('statement.import')}>
      <div className={css.stack}>
        <FileDrop accept=".xml,application/xml,text/xml" hint={t('statement.hint')} file={file} onFile={setFile} />
        <ProblemNote problem={upload.problem} />
        {file && (
          <div className={css.actions}>
            <Button type="primary" loading={upload.busy} onClick={() => upload.send(file)}>
              {t('upload.start', { name: file.name })}
            </Button>
          </div>
        )}
      </div>
    </Card>
  );
}
