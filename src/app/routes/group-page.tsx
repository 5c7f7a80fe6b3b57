import { Box, Skeleton, Tab, Tabs, Typography } from '@mui/material';
import { useQuery } from '@tanstack/react-query';
import { createLink, useNavigate } from '@tanstack/react-router';
import { memo, Suspense, useDeferredValue, useState, type SyntheticEvent } from 'react';
import type { GroupView } from '#contract/groups.ts';
import type { GroupId } from '#domain/ids.ts';
import { DevicesTab } from '#src/features/devices/devices-tab.tsx';
import { GroupSummary } from '#src/features/explanation/group-summary.tsx';
import { Why } from '#src/features/explanation/why.tsx';
import { ApiProblem } from '#src/shared/api/problem.ts';
import { queryOf } from '#src/shared/api/queries.ts';
import {
  onlyScenario,
  useRouteParams,
  useSearchParams,
  useSetSearchParams,
  tabs,
  type Tab as PlaceTab,
} from '#src/shared/navigation/route-location.ts';
import { AllowedButton } from '#src/shared/rights/allowed-button.tsx';
import { useDenialReason } from '#src/shared/rights/denial-reason.ts';
import { afterPaint } from '#src/shared/ui/after-paint.ts';
import { lazyComponent } from '#src/shared/ui/lazy-component.tsx';
import { FailedState } from '#src/shared/ui/feedback/page-states.tsx';
import { TextButton } from '#src/shared/ui/controls/text-button.tsx';
import { NotFound } from '#src/app/errors/not-found.tsx';
import { usePageTitle } from './page-title.ts';
import { tabLabels } from './tab-labels.ts';

const PoliciesTab = lazyComponent(() => import('#src/features/policies/policies-tab.tsx').then((m) => m.PoliciesTab));
const TasksTab = lazyComponent(() => import('#src/features/tasks/tasks-tab.tsx').then((m) => m.TasksTab));
const ScheduleTab = lazyComponent(() => import('#src/features/schedule/schedule-tab.tsx').then((m) => m.ScheduleTab));
const DeviceWindow = lazyComponent(() => import('#src/features/devices/device-window.tsx').then((m) => m.DeviceWindow));
const PolicyWindow = lazyComponent(() =>
  import('#src/features/policies/policy-window.tsx').then((m) => m.PolicyWindow),
);
const TaskWindow = lazyComponent(() => import('#src/features/tasks/task-window.tsx').then((m) => m.TaskWindow));
const DetectionDialog = lazyComponent(() =>
  import('#src/features/detections/detection-dialog.tsx').then((m) => m.DetectionDialog),
);
const ImportInventory = lazyComponent(() =>
  import('#src/features/inventory/import-inventory.tsx').then((m) => m.ImportInventory),
);
const ExportInventory = lazyComponent(() =>
  import('#src/features/inventory/export-inventory.tsx').then((m) => m.ExportInventory),
);

const onIntent = {
  devices: {},
  policies: PoliciesTab.onIntent,
  tasks: TasksTab.onIntent,
  schedule: ScheduleTab.onIntent,
};

const TabLink = createLink(Tab);
// Memoised so that dialogs over the list do not re-render it.
const Devices = memo(DevicesTab);

/** The details pane of an administration group, with the open window. */
export function GroupPage() {
  const { groupId, tab } = useRouteParams();
  // The tab switches at once; its panel renders at low priority.
  const deferred = { groupId: useDeferredValue(groupId), tab: useDeferredValue(tab) };
  const settled = deferred.groupId === groupId;
  // The Schedule reads the group from the address, so it must not render for the previous one.
  const panel = deferred.tab === tab && (settled || tab !== 'schedule') ? tab : null;
  const open = useOpened();
  const group = useQuery(queryOf('group', { params: { groupId } }));
  // In the Schedule the draft is explained, except in the table of current settings.
  const besideNow = tab === 'schedule' && open.side !== 'now';
  usePageTitle(group.data && `${group.data.name} · ${tabLabels[tab]}`);
  if (group.isError) {
    if (group.error instanceof ApiProblem && group.error.kind === 'not-found')
      return <NotFound what={`There is no group “${groupId}”.`} />;
    return <FailedState what="The group" error={group.error} onRetry={() => void group.refetch()} />;
  }
  return (
    <Box sx={{ px: { xs: 3, md: 6 }, pl: { md: 3 }, py: 4, minWidth: 0 }}>
      {group.data ? <Heading group={group.data} /> : <Skeleton width={320} height={50} sx={{ maxWidth: '100%' }} />}
      <GroupTabs groupId={groupId} tab={tab} />
      <Box role="tabpanel" id="tab-panel" aria-labelledby={`tab-${tab}`} aria-busy={!settled}>
        <Suspense fallback={<Skeleton height={240} />}>
          {panel === null && <Skeleton height={240} />}
          {panel === 'devices' && <Devices groupId={deferred.groupId} />}
          {panel === 'policies' && <PoliciesTab groupId={deferred.groupId} />}
          {panel === 'tasks' && <TasksTab groupId={deferred.groupId} />}
          {panel === 'schedule' && <ScheduleTab key={groupId} />}
        </Suspense>
      </Box>
      <Suspense fallback={null}>
        {open.policy && <PolicyWindow key={open.policy} policyId={open.policy} />}
        {open.device && open.dialog !== 'detection' && <DeviceWindow key={open.device} deviceId={open.device} />}
        {open.task && <TaskWindow key={open.task} taskId={open.task} />}
        {open.whyDevice && !open.device && !open.policy && (
          <Why
            subject={{ device: open.whyDevice, draft: besideNow ? open.draft : undefined }}
            unsaved={besideNow && open.set !== undefined}
          />
        )}
        {open.dialog === 'detection' && <DetectionDialog />}
        {open.dialog === 'import-inventory' && <ImportInventory />}
        {open.dialog === 'export-inventory' && <ExportInventory key={groupId} />}
      </Suspense>
    </Box>
  );
}

/** The tabs of the group. A click selects the tab at once; its panel follows. */
const GroupTabs = memo(function GroupTabs({ groupId, tab }: { groupId: GroupId; tab: PlaceTab }) {
  const navigate = useNavigate();
  const [chosen, setChosen] = useState<PlaceTab | null>(null);
  const onChange = (event: SyntheticEvent, name: PlaceTab) => {
    const { metaKey, ctrlKey, shiftKey } = event.nativeEvent as MouseEvent;
    // Leaves opening in a new browser tab to the link.
    if (metaKey || ctrlKey || shiftKey) return;
    event.preventDefault();
    setChosen(name);
    afterPaint(() => {
      void navigate({ to: '/groups/$groupId/$tab', params: { groupId, tab: name }, search: onlyScenario }).finally(
        () => {
          setChosen((now) => (now === name ? null : now));
        },
      );
    });
  };
  return (
    <Tabs
      value={chosen ?? tab}
      onChange={onChange}
      aria-label="Details"
      sx={{ borderBottom: 1, borderColor: 'divider', my: 3 }}
    >
      {tabs.map((name) => (
        <TabLink
          key={name}
          value={name}
          label={tabLabels[name]}
          id={`tab-${name}`}
          aria-controls="tab-panel"
          to="/groups/$groupId/$tab"
          params={{ groupId, tab: name }}
          search={onlyScenario}
          {...onIntent[name]}
        />
      ))}
    </Tabs>
  );
});

/** The open windows and dialogs of the address: opening is deferred, closing is immediate. */
function useOpened() {
  const search = useSearchParams('policy', 'device', 'task', 'whyDevice', 'dialog', 'side', 'draft', 'set');
  const deferred = useDeferredValue(search);
  const same = <K extends keyof typeof search>(key: K) => (deferred[key] === search[key] ? search[key] : undefined);
  return {
    ...search,
    policy: same('policy'),
    device: same('device'),
    task: same('task'),
    whyDevice: same('whyDevice'),
    dialog: same('dialog'),
  };
}

const Heading = memo(function Heading({ group }: { group: GroupView }) {
  const setPlace = useSetSearchParams();
  const policy = group.effectivePolicy;
  const whyNotSimulate = useDenialReason('simulate');
  return (
    <Box sx={{ display: 'flex', flexWrap: 'wrap', alignItems: 'flex-start', columnGap: 4, rowGap: 2 }}>
      <Box sx={{ flex: '1 1 260px', minWidth: 0 }}>
        <Box sx={{ display: 'flex', flexWrap: 'wrap', alignItems: 'baseline', columnGap: 4 }}>
          <Typography variant="h1">{group.name}</Typography>
          <Typography color="textSecondary" component="div">
            {policy ? (
              <>
                effective policy{' '}
                <TextButton
                  onClick={() => {
                    setPlace({ policy: policy.id });
                  }}
                >
                  {policy.name}
                </TextButton>{' '}
                · {policy.additionalUnderPolicy ? 'under policy' : 'policy not enforced'}
              </>
            ) : (
              'no active policy: the application’s defaults hold'
            )}
          </Typography>
        </Box>
        <GroupSummary key={group.id} groupId={group.id} />
      </Box>
      <AllowedButton
        {...DetectionDialog.onIntent}
        disabledReason={whyNotSimulate}
        onClick={() => {
          setPlace({ dialog: 'detection' });
        }}
      >
        Simulate a detection
      </AllowedButton>
    </Box>
  );
});
