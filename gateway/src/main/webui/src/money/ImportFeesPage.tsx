import { useNavigate } from '@tanstack/react-router';
import { Button, Checkbox, Radio, Select } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useCommand } from '../shared/api/useCommand';
import { FileDrop } from '../shared/imports/FileDrop';
import { Card, Page } from '../shared/ui/Page';
import { ProblemNote } from '../shared/ui/States';
import css from './money.module.css';
import { type FeeFile, uploadFees } from './statementApi';

const modes = ['KEEP_GOOD', 'ALL_OR_NOTHING'];

/** Many ad-hoc fees from a CSV or XLSX file: payee, account, amount, due date, reference. */
export default function ImportFeesPage() {
  const { t } = useTranslation('money');
  const navigate = useNavigate();
  const [file, setFile] = useState<File>();
  const [currency, setCurrency] = useState('CNY');
  const [mode, setMode] = useState('KEEP_GOOD');
  const [request, setRequest] = useState(true);
  const upload = useCommand({
    run: (fees: FeeFile, key) => uploadFees(fees, key),
    onDone: ({ id }) => void navigate({ to: `/money/uploads/fees/${id}` as never }),
  });
  return (
    <Page
      title={t('fee.import')}
      lead={t('fee.importLead')}
      width="reading"
      trail={[{ label: t('fee.all'), to: '/money/fees' as never }]}
    >
      <Card>
        <div className={css.stack}>
          <FileDrop accept=".csv,.xlsx,text/csv" hint={t('fee.importHint')} file={file} onFile={setFile} />
          <div className={css.form}>
            <label className={css.field} htmlFor="fees-currency">
              {t('currency')}
              <Select
                id="fees-currency"
                value={currency}
                onChange={setCurrency}
                options={['CNY', 'EUR', 'USD', 'HKD', 'JPY', 'GBP'].map((value) => ({ value, label: value }))}
              />
            </label>
            <Checkbox checked={request} onChange={(event) => setRequest(event.target.checked)}>
              {t('fee.requestAll')}
            </Checkbox>
          </div>
          <Radio.Group
            aria-label={t('fee.mode')}
            value={mode}
            onChange={(event) => setMode(event.target.value)}
            options={modes.map((value) => ({ value, label: t(`fee.modeOf.${value}`) }))}
          />
          <ProblemNote problem={upload.problem} />
          <div className={css.actions}>
            <Button
              type="primary"
              disabled={!file}
              loading={upload.busy}
              onClick={() => file && upload.send({ file, currency, mode, request })}
            >
              {file ? t('upload.start', { name: file.name }) : t('fee.import')}
            </Button>
          </div>
        </div>
      </Card>
    </Page>
  );
}
