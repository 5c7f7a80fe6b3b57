import { Alert, Button, Skeleton } from '@mui/material';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { PolicyUpdate, PolicyView } from '#contract/policies.ts';
import { policyStatusLabels } from '#domain/policy/policy.ts';
import type { PolicyId } from '#domain/ids.ts';
import { callTagged, type Tagged } from '#src/shared/api/client.ts';
import { ApiProblem, sentenceOf } from '#src/shared/api/problem.ts';
import { taggedQueryOf } from '#src/shared/api/queries.ts';
import { noWindow, usePlace, useSetPlace } from '#src/shared/navigation/place.ts';
import { MissingWindow } from '#src/shared/ui/missing-window.tsx';
import { PropertiesWindow, type SectionEntry } from '#src/shared/ui/properties-window.tsx';
import { differences, draftOf } from './draft.ts';
import { PolicyGeneral } from './policy-general.tsx';
import { PolicyThreatResponse } from './policy-threat-response.tsx';
import { RevisionHistory } from './revision-history.tsx';

const sections: readonly SectionEntry[] = [
  { id: 'general', title: 'General' },
  { id: 'threat-response', title: 'Threat Response', under: 'Kaspersky Sandbox integration' },
  { id: 'revisions', title: 'Revision history' },
];

/** The Properties window of a policy. */
export function PolicyWindow({ policyId }: { policyId: PolicyId }) {
  const policy = useQuery({ ...taggedQueryOf('policy', { params: { policyId } }), refetchOnWindowFocus: false });
  const setPlace = useSetPlace();
  const close = () => {
    setPlace(noWindow);
  };
  if (policy.data) return <PolicyEditor latest={policy.data} onClose={close} onReload={() => policy.refetch()} />;
  if (policy.isError)
    return <MissingWindow what="policy" error={policy.error} onRetry={() => void policy.refetch()} onClose={close} />;
  return <Skeleton height={1} />;
}

interface PolicyEditorProps {
  readonly latest: Tagged<PolicyView>;
  readonly onClose: () => void;
  readonly onReload: () => Promise<{ data: Tagged<PolicyView> | undefined }>;
}

function PolicyEditor({ latest, onClose, onReload }: PolicyEditorProps) {
  const { search } = usePlace();
  const setPlace = useSetPlace();
  const queries = useQueryClient();
  // The edit stands on the version it began with; a newer one that arrives meanwhile does not replace it.
  const [base, setBase] = useState(latest);
  const [draft, setDraft] = useState<PolicyUpdate>(() => draftOf(latest.value));
  const [theirs, setTheirs] = useState<Tagged<PolicyView> | null>(null);
  const view = base.value;
  const section = search.section ?? 'general';
  const changes = differences(draftOf(view), draft);

  const take = (version: Tagged<PolicyView>) => {
    setBase(version);
    setDraft(draftOf(version.value));
    setTheirs(null);
  };
  const save = useMutation({
    mutationFn: (etag: string) =>
      callTagged('updatePolicy', { params: { policyId: view.id }, body: draft }, { ifMatch: etag }),
    onSuccess: async (saved) => {
      take(saved);
      await queries.invalidateQueries();
    },
    onError: async (error) => {
      if (!(error instanceof ApiProblem) || error.kind !== 'revision-changed') return;
      const { data } = await onReload();
      if (data) setTheirs(data);
    },
  });
  const saveOn = (etag: string) =>
    save.mutateAsync(etag).then(
      () => true,
      () => false,
    );

  return (
    <PropertiesWindow
      name={view.name}
      about={`${policyStatusLabels[view.status]} · ${view.group.name} · revision ${String(view.revision)}`}
      sections={sections}
      section={section}
      onSection={(next) => {
        setPlace({ section: next });
      }}
      changes={changes}
      saving={save.isPending}
      onSave={() => saveOn(base.etag)}
      onClose={onClose}
    >
      {theirs && (
        <Alert severity="warning" variant="outlined" sx={{ mb: 4 }}>
          {theirs.value.modifiedBy} saved revision {theirs.value.revision} meanwhile:{' '}
          {differences(draftOf(view), draftOf(theirs.value)).join('; ') || 'nothing that differs now'}. Nothing was
          overwritten, and your edits are kept here.
          <br />
          <Button
            sx={{ mt: 2, mr: 2 }}
            onClick={() => {
              take(theirs);
              save.reset();
            }}
          >
            Reload theirs, drop mine
          </Button>
          <Button sx={{ mt: 2 }} onClick={() => void saveOn(theirs.etag)}>
            Save mine over it
          </Button>
        </Alert>
      )}
      {save.isError && !theirs && (
        <Alert severity="error" variant="outlined" sx={{ mb: 4 }}>
          Not saved. {sentenceOf(save.error)} Your edits are kept here.
        </Alert>
      )}
      {section === 'threat-response' && <PolicyThreatResponse view={view} draft={draft} onChange={setDraft} />}
      {section === 'revisions' && <RevisionHistory policyId={view.id} />}
      {section !== 'threat-response' && section !== 'revisions' && (
        <PolicyGeneral
          view={view}
          draft={draft}
          errors={save.error instanceof ApiProblem ? save.error.errors : []}
          onChange={setDraft}
        />
      )}
    </PropertiesWindow>
  );
}
