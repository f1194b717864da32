import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { placeOf, type Task } from '../api/tasks';
import { When } from '../ui/Figures';
import css from './TaskList.module.css';

/** What waits, kind by kind, with how often, by when, and one press to the place. */
export function TaskList({ tasks, onFollow }: { tasks: Task[]; onFollow?: () => void }) {
  const { t } = useTranslation();
  return (
    <ul className={css.tasks}>
      {tasks.map((task) => (
        <li key={task.kind}>
          <div className={css.head}>
            <span className={css.count}>{task.count}</span>
            <h3>{t(`task.${task.kind}`, { count: task.count, defaultValue: task.kind })}</h3>
            <span className={new Date(task.dueAt) < new Date() ? css.overdue : css.due}>
              {t('task.due')} <When value={task.dueAt} relative />
            </span>
          </div>
          <ul className={css.items}>
            {task.first.map((item) => (
              <li key={`${item.collaborationId} ${item.campaignId}`}>
                <Link
                  to={placeOf(item) as never}
                  onClick={onFollow}
                  className={css.item}
                  title={[item.kolName, item.campaignName].filter(Boolean).join(' · ')}
                >
                  <bdi>{item.kolName ?? item.campaignName}</bdi>
                  {item.kolName && <small>{item.campaignName}</small>}
                </Link>
              </li>
            ))}
            {task.count > task.first.length && (
              <li className={css.more}>{t('task.more', { count: task.count - task.first.length })}</li>
            )}
          </ul>
        </li>
      ))}
    </ul>
  );
}
