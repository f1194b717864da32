import { type DragEvent, useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Icon } from '../ui/Icon';
import css from './FileDrop.module.css';

interface FileDropProps {
  /** Endings and media types, as the browser's own field takes them. */
  accept: string;
  /** What is taken, in words. */
  hint: string;
  file: File | undefined;
  onFile: (file: File) => void;
}

/** A place to drop a file or to choose one. */
export function FileDrop({ accept, hint, file, onFile }: FileDropProps) {
  const { t, i18n } = useTranslation();
  const id = useId();
  const [over, setOver] = useState(false);
  const drop = (event: DragEvent) => {
    event.preventDefault();
    setOver(false);
    const dropped = event.dataTransfer.files[0];
    if (dropped) onFile(dropped);
  };
  const size = file && new Intl.NumberFormat(i18n.language, { maximumFractionDigits: 1 }).format(file.size / 1024);
  return (
    <label
      htmlFor={id}
      className={css.drop}
      data-over={over}
      onDragOver={(event) => {
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={drop}
    >
      <Icon name="upload" size={24} />
      {file ? (
        <strong dir="auto">{t('file.chosen', { name: file.name, size })}</strong>
      ) : (
        <strong>{t('file.drop')}</strong>
      )}
      <span>{hint}</span>
      <input
        id={id}
        type="file"
        accept={accept}
        className="visually-hidden"
        onChange={(event) => {
          const chosen = event.target.files?.[0];
          if (chosen) onFile(chosen);
          event.target.value = '';
        }}
      />
    </label>
  );
}
