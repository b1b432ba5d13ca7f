import { useFormat, useT } from '@aiwendy/sdk';
import type { FilterName } from '../../filter';
import { usePlaybooks, useProjects } from '../model/useModel';

/** The name of a weekday, 1 for Monday. */
export function weekdayName(day: number, language: string): string {
  return new Intl.DateTimeFormat(language === 'zh-CN' ? 'zh-CN' : 'en-US', { weekday: 'long', timeZone: 'UTC' }).format(new Date(Date.UTC(2024, 0, day)));
}

export const hourText = (hour: number) => `${String(hour).padStart(2, '0')}:00–${String(hour).padStart(2, '0')}:59`;

/** Says in words what a part of the filter asks for. */
export function useFilterWords(): (name: FilterName, value: string) => string {
  const t = useT();
  const { language } = useFormat();
  const playbooks = usePlaybooks();
  const projects = useProjects();
  return (name, value) => {
    switch (name) {
      case 'side':
        return t(`side.${value}`);
      case 'outcome':
        return t(`outcome.${value}`);
      case 'setup':
        return playbooks.data?.find((one) => one.id === value)?.name ?? t('filter.otherPlaybook');
      case 'projectId':
        return projects.data?.find((one) => one.id === value)?.name ?? t('filter.otherProject');
      case 'weekday':
        return weekdayName(Number(value), language);
      case 'hour':
        return hourText(Number(value));
      case 'minDuration':
      case 'maxDuration':
      case 'minSize':
      case 'maxSize':
        return t(`filter.chip.${name}`, { value });
      default:
        return value;
    }
  };
}
