import { Drawer } from 'antd';
import { useTranslation } from 'react-i18next';
import { EmptyState, ErrorState, Lines } from '../ui/States';
import { useNotifications } from './notifications';
import { TaskList } from './TaskList';

/** What waits, in a drawer over any page. */
export default function Notifications({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation();
  const { tasks, problem, loading } = useNotifications();
  return (
    <Drawer open title={t('notifications.title')} onClose={onClose} size={440}>
      {problem ? (
        <ErrorState problem={problem} />
      ) : loading ? (
        <Lines count={5} />
      ) : tasks.length === 0 ? (
        <EmptyState title={t('notifications.none')}>{t('notifications.noneText')}</EmptyState>
      ) : (
        <TaskList tasks={tasks} onFollow={onClose} />
      )}
    </Drawer>
  );
}
