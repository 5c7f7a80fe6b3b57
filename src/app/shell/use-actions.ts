import { useColorScheme } from '@mui/material/styles';
import { useNavigate } from '@tanstack/react-router';
import { managedDevices, unassignedDevices } from '#domain/fleet/fleet.ts';
import type { Action, FoundObject } from '#src/features/search/search-results.ts';
import type { FoundSetting } from '#src/features/search/settings-search.ts';
import { useShortcut } from '#src/shared/keys/use-shortcut.ts';
import type { Right } from '#contract/rights.ts';
import { useSession, denialReason } from '#src/shared/rights/denial-reason.ts';
import {
  onlyScenario,
  closedWindowParams,
  tabs,
  useOptionalRouteParams,
  type SearchParams,
  type Tab,
} from '#src/shared/navigation/route-location.ts';
import { addressOfDataSet, dataSets } from '#src/app/data-sets.ts';
import type { GlobalDialog } from './global-dialog.ts';
import { secondaryPages } from './secondary-navigation.tsx';
import { tabLabels } from '#src/app/routes/tab-labels.ts';
import { modeLabels, modes } from './theme-toggle.tsx';

type PageBelow = (typeof secondaryPages)[number]['to'];
type Dialog = NonNullable<SearchParams['dialog']>;

/** Navigation from any page. Without a group in the address, *Managed devices* is used. */
export function useGo() {
  const navigate = useNavigate();
  const at = useOptionalRouteParams();
  const groupId = at?.groupId ?? managedDevices;
  const toTab = (tab: Tab, dialog?: Dialog) =>
    void navigate({
      to: '/groups/$groupId/$tab',
      params: { groupId, tab },
      search: (before) => ({ ...onlyScenario(before), ...(dialog && { dialog }) }),
    });
  return {
    /** False in a group that cannot have policies. */
    hasPolicies: groupId !== unassignedDevices,
    toTab,
    toPage: (to: PageBelow, dialog?: 'import-detections') =>
      void navigate({ to, search: (before) => ({ ...onlyScenario(before), ...(dialog && { dialog }) }) }),
    simulate: () => {
      if (at === null) toTab('devices', 'detection');
      else void navigate({ to: '.', search: (before) => ({ ...before, dialog: 'detection' as const }) });
    },
    /** Opens a search result: a group on the current tab, anything else in its window. */
    goTo: (place: FoundObject) => {
      const { tab, search } = windowOf(place, at?.tab ?? 'devices');
      void navigate({
        to: '/groups/$groupId/$tab',
        params: { groupId: place.groupId, tab },
        search: (before) => ({ ...onlyScenario(before), ...search }),
      });
    },
    /** Opens a setting in the window of its policy or device. If that window is open, it keeps its edits. */
    goToSetting: ({ setting, owner }: FoundSetting) => {
      void navigate({
        to: '/groups/$groupId/$tab',
        params: { groupId: owner.groupId, tab: owner.kind === 'policy' ? 'policies' : 'devices' },
        search: (before: SearchParams) => ({
          ...(before[owner.kind] === owner.id ? before : onlyScenario(before)),
          ...closedWindowParams,
          [owner.kind]: owner.id,
          section: setting.group === null ? ('general' as const) : ('threat-response' as const),
          ...(setting.group && { settings: setting.group }),
          ...(setting.inIocDialog && { dialog: 'ioc-scanning' as const }),
        }),
      });
    },
  };
}

function windowOf(place: FoundObject, current: Tab) {
  switch (place.kind) {
    case 'group':
      return { tab: current, search: {} };
    case 'device':
      return { tab: 'devices' as const, search: { device: place.id } };
    case 'policy':
      return { tab: 'policies' as const, search: { policy: place.id } };
    case 'task':
      return { tab: 'tasks' as const, search: { task: place.id } };
    default:
      return place satisfies never;
  }
}

/** The actions of the search palette, named like their buttons. */
export function useActions(onDialog: (dialog: GlobalDialog) => void): Action[] {
  const { mode, setMode } = useColorScheme();
  const go = useGo();
  const session = useSession();
  const action = (right: Right | null, name: string, run: () => void): Action => ({
    name,
    whyNot: right === null ? null : denialReason(session, [right]),
    run,
  });
  const opens = (name: string, dialog: GlobalDialog, right: Right | null = null) =>
    action(right, name, () => {
      onDialog(dialog);
    });
  return [
    action('simulate', 'Simulate a detection', go.simulate),
    ...(go.hasPolicies
      ? [
          action('manage-policies', 'New policy', () => {
            go.toTab('policies', 'new-policy');
          }),
        ]
      : []),
    action('manage-devices', 'Import inventory', () => {
      go.toTab('devices', 'import-inventory');
    }),
    action(null, 'Export inventory', () => {
      go.toTab('devices', 'export-inventory');
    }),
    action('simulate', 'Import detections', () => {
      go.toPage('/detections', 'import-detections');
    }),
    ...tabs.map((tab) =>
      action(null, `Go to ${tabLabels[tab]}`, () => {
        go.toTab(tab);
      }),
    ),
    ...secondaryPages.map(({ to, title }) =>
      action(null, `Go to ${title}`, () => {
        go.toPage(to);
      }),
    ),
    ...modes
      .filter((choice) => choice !== mode)
      .map((choice) =>
        action(null, `Theme: ${modeLabels[choice].toLowerCase()}`, () => {
          setMode(choice);
        }),
      ),
    opens('Display settings', 'display'),
    opens('Keyboard shortcuts', 'shortcuts'),
    opens('Conditions', 'conditions'),
    ...dataSets.map((dataSet) =>
      action(null, `Data set: ${dataSet.label}`, () => {
        window.location.assign(addressOfDataSet(dataSet));
      }),
    ),
    opens('Reset demo data', 'reset', 'reset-data'),
  ];
}

interface GlobalShortcutsOptions {
  readonly over: GlobalDialog | null;
  readonly onOver: (over: GlobalDialog) => void;
}

/** Handles the global shortcuts. Lists and windows handle theirs. */
export function useGlobalShortcuts({ over, onOver }: GlobalShortcutsOptions): void {
  const go = useGo();
  const session = useSession();
  const may = (right: Right) => denialReason(session, [right]) === null;
  useShortcut('search', () => {
    if (over !== 'search') onOver('search');
  });
  useShortcut('overview', () => {
    if (over !== 'shortcuts') onOver('shortcuts');
  });
  useShortcut('go-groups', () => {
    document.querySelector<HTMLElement>('[role=treeitem][tabindex="0"]')?.focus();
  });
  useShortcut('go-devices', () => {
    go.toTab('devices');
  });
  useShortcut('go-policies', () => {
    go.toTab('policies');
  });
  useShortcut('go-tasks', () => {
    go.toTab('tasks');
  });
  useShortcut('go-schedule', () => {
    go.toTab('schedule');
  });
  useShortcut('go-detections', () => {
    go.toPage('/detections');
  });
  useShortcut('go-audit', () => {
    go.toPage('/audit');
  });
  useShortcut('new-policy', () => {
    if (go.hasPolicies && may('manage-policies')) go.toTab('policies', 'new-policy');
  });
  useShortcut('new-detection', () => {
    if (may('simulate')) go.simulate();
  });
}
