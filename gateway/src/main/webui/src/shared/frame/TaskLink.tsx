import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { Task } from '../api/tasks';
import { When } from '../ui/Figures';
import css from './Notifications.module.css';

/** One thing that waits, with when it is due, leading to the place where it is done. */
export function TaskLink({ task, onClick }: { task: Task; onClick?: () => void }) {
  const { t } = useTranslation();
  return (
    <Link to={taskPath(task) as never} className={css.task} onClick={onClick}>
      <span dir="auto">{t(`task.${task.kind}`, { defaultValue: task.title ?? task.kind })}</span>
      {task.dueAt && (
        <span className={css.due}>
          <When value={task.dueAt} relative />
        </span>
      )}
    </Link>
  );
}

function taskPath({ campaignId, collaborationId }: Task): string {
  if (campaignId && collaborationId) return `/campaigns/${campaignId}/collaborations/${collaborationId}`;
  return campaignId ? `/campaigns/${campaignId}` : '/';
}
