import { Drawer } from 'antd';
import { useTranslation } from 'react-i18next';
import { EmptyState, ErrorState, Lines } from '../ui/States';
import css from './Notifications.module.css';
import { useNotifications } from './notifications';
import { TaskLink } from './TaskLink';

/** What waits, in a drawer over any page. */
export default function Notifications({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation();
  const { tasks, problem, loading } = useNotifications();
  return (
    <Drawer open title={t('notifications.title')} onClose={onClose} size={400}>
      {problem ? (
        <ErrorState problem={problem} />
      ) : loading ? (
        <Lines count={5} />
      ) : tasks.length === 0 ? (
        <EmptyState title={t('notifications.none')}>{t('notifications.noneText')}</EmptyState>
      ) : (
        <ul className={css.tasks}>
          {tasks.map((task) => (
            <li key={task.id}>
              <TaskLink task={task} onClick={onClose} />
            </li>
          ))}
        </ul>
      )}
    </Drawer>
  );
}
