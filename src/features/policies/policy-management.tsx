import { Alert } from '@mui/material';
import { useMutation } from '@tanstack/react-query';
import { Suspense, type RefObject } from 'react';
import type { PolicyRow } from '#contract/policies.ts';
import type { GroupId } from '#domain/ids.ts';
import { call } from '#src/shared/api/client.ts';
import { sentenceOf } from '#src/shared/api/problem.ts';
import { useSetSearchParams } from '#src/shared/navigation/route-location.ts';
import type { MenuPosition } from '#src/shared/ui/table/row-menu.tsx';
import { downloadFile } from '#src/shared/ui/download-file.ts';
import { lazyComponent } from '#src/shared/ui/lazy-component.tsx';
import type { PolicyAction } from './policy-actions.ts';
import { fileNameOf, type ReadFile } from './policy-file.ts';
import { PolicyMenu } from './policy-menu.tsx';
import type { ConfirmedAction } from './policy-dialog.tsx';

// Dialogs load when they open.
const PolicyQuestion = lazyComponent(() => import('./policy-dialog.tsx').then((m) => m.PolicyDialog));
const NewPolicy = lazyComponent(() => import('./new-policy-dialog.tsx').then((m) => m.NewPolicyDialog));
const ImportQuestion = lazyComponent(() => import('./import-policy-dialog.tsx').then((m) => m.ImportPolicyDialog));

/** The open menu or dialog over the list. */
export type Managing =
  | { readonly kind: 'menu'; readonly policy: PolicyRow; readonly at: MenuPosition }
  | { readonly kind: 'dialog'; readonly policy: PolicyRow; readonly action: ConfirmedAction }
  | { readonly kind: 'new' }
  | { readonly kind: 'file'; readonly fileName: string; readonly read: ReadFile };

interface PolicyManagementProps {
  readonly groupId: GroupId;
  readonly groupName: string;
  readonly managing: Managing | null;
  readonly onManage: (next: Managing | null) => void;
  /** Takes the focus if the row that had it may be gone. */
  readonly home: RefObject<HTMLElement | null>;
}

/** The row menu and all dialogs over the list of policies. */
export function PolicyManagement({ groupId, groupName, managing, onManage, home }: PolicyManagementProps) {
  const setPlace = useSetSearchParams();
  const exporting = useMutation({
    mutationFn: (policy: PolicyRow) => call('exportPolicy', { params: { policyId: policy.id } }),
    onSuccess: (file) => {
      downloadFile(fileNameOf(file.name), `${JSON.stringify(file, null, 2)}\n`, 'application/json');
    },
  });
  const close = () => {
    onManage(null);
  };
  const act = (policy: PolicyRow, action: PolicyAction) => {
    if (action !== 'open' && action !== 'rename' && action !== 'export') {
      onManage({ kind: 'dialog', policy, action });
      return;
    }
    close();
    if (action === 'export') exporting.mutate(policy);
    else setPlace({ policy: policy.id, ...(action === 'rename' ? { section: 'general' as const } : {}) });
  };
  return (
    <>
      {exporting.isError && (
        <Alert severity="error" variant="outlined" sx={{ mb: 2 }} onClose={exporting.reset}>
          Nothing was exported. {sentenceOf(exporting.error)}
        </Alert>
      )}
      {managing?.kind === 'menu' && (
        <PolicyMenu
          policy={managing.policy}
          at={managing.at}
          onAction={(action) => {
            act(managing.policy, action);
          }}
          onClose={close}
        />
      )}
      <Suspense fallback={null}>
        {managing?.kind === 'dialog' && (
          <PolicyQuestion
            action={managing.action}
            policy={managing.policy}
            onClose={() => {
              close();
              if (managing.action === 'delete' || managing.action === 'move') home.current?.focus();
            }}
          />
        )}
        {managing?.kind === 'new' && (
          <NewPolicy
            groupId={groupId}
            groupName={groupName}
            onClose={close}
            onCreated={(policy) => {
              setPlace({ policy, section: 'general', dialog: undefined });
            }}
          />
        )}
        {managing?.kind === 'file' && (
          <ImportQuestion groupId={groupId} groupName={groupName} {...managing} onClose={close} />
        )}
      </Suspense>
    </>
  );
}
