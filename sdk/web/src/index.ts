/** @aiwendy/sdk: what pages and plugins are made with. The names exported here are a contract. */
export { definePlugin } from './registry/types';
export type * from './registry/types';
export { withinTime } from './registry/withinTime';
export { activatePlugin, activePlugins, contributions, deactivatePlugin, pluginName, useContributions } from './registry/store';
export { PluginScope, usePluginId } from './registry/PluginContext';
export { ContributionBoundary } from './registry/ContributionBoundary';
export { WidgetSlot } from './registry/WidgetSlot';
export { CoachCardSlot } from './registry/CoachCardSlot';
export { MessagePart } from './registry/MessagePart';

export { api, createApi, fetchOrThrow, onProblem, requestHeaders, type RequestOptions } from './api/client';
export { ApiProblem, problemFrom, readProblem, toProblem } from './api/problem';

export { i18n, languages, setLanguage, startTranslations } from './i18n/i18n';
export { useLanguage, useT, type Translate } from './i18n/useT';

export * from './format/numbers';
export * from './format/times';
export { useFormat } from './hooks/useFormat';
export { globalBarSearch, periodDays, readGlobalBar, useGlobalBar, type Basis, type GlobalBar, type PeriodPreset, type Unit } from './hooks/globalBar';
export { useAccounts, useMe, usePlatform, type Me, type Platform } from './hooks/platform';
export { setMoneyColours, setTheme, useTheme, type MoneyColours, type Theme } from './hooks/theme';

export { Link, Navigate, NavLink, useLocation, useNavigate, useParams, useSearchParams } from 'react-router';

export { Icon, type IconName } from './icons/Icon';
export { AiTag, CoachTile, coachHue, PersonCircle } from './ui/CoachTile';
export { Badge, LowSampleBadge, type Tone } from './ui/Badge';
export { Button, ButtonLink, type ButtonProps } from './ui/Button';
export { Card, Grid, PageHead, type CardProps } from './ui/Card';
export { classes } from './ui/classes';
export { ConfirmDialog, Dialog } from './ui/Dialog';
export { Drawer } from './ui/Drawer';
export { EmptyState } from './ui/EmptyState';
export { ErrorState, problemText } from './ui/ErrorState';
export { EvidenceChip } from './ui/EvidenceChip';
export { Field, Input, Textarea } from './ui/Field';
export { FileDrop } from './ui/FileDrop';
export { IconButton } from './ui/IconButton';
export { Kpi, KpiRow } from './ui/Kpi';
export { Menu, type MenuItem } from './ui/Menu';
export { Money, RMultiple, Signed, Undefined } from './ui/Money';
export { Notice } from './ui/Notice';
export { Popover } from './ui/Popover';
export { Segmented } from './ui/Segmented';
export { Select, type SelectOption } from './ui/Select';
export { Skeleton } from './ui/Skeleton';
export { Stepper } from './ui/Stepper';
export { Table, type Column, type Sort } from './ui/Table';
export { Tabs } from './ui/Tabs';
export { Toaster } from './ui/Toaster';
export { dismissToast, toast } from './ui/toasts';
export { Checkbox, Switch } from './ui/Toggle';
export { Tooltip } from './ui/Tooltip';

export { Markdown, type EvidenceLink, type MarkdownProps } from './markdown/Markdown';
export type * from './runs/events';
export { cancelRun, resumeRun, startRun, type RunFollower } from './runs/followRun';
export { useRunStream, type RunProblem, type RunState, type RunStream, type RunStreamOptions } from './runs/useRunStream';

export { CalendarHeatmap, type CalendarHeatmapProps } from './charts/CalendarHeatmap';
export { shiftMonth, type CalendarDay } from './charts/calendar';
export { ChartFrame } from './charts/ChartFrame';
export { EquityChart, type EquityChartProps } from './charts/EquityChart';
export type { EquityPoint } from './charts/equity';
export { IntervalPlot, type IntervalRow } from './charts/IntervalPlot';
