import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useDeferredValue } from 'react';
import type { DryRun } from '#contract/effects.ts';
import { operations } from '#contract/operations.ts';
import { policyNameSchema, type PolicyView } from '#contract/policies.ts';
import { policyStatusLabels } from '#domain/policy/policy.ts';
import type { PolicyId } from '#domain/ids.ts';
import { policyParts } from '#domain/policy/merge-parts.ts';
import { applyEffects, reviewRequired } from '#src/features/effects/apply-effects.tsx';
import { useEffects } from '#src/features/effects/effects.tsx';
import { Why } from '#src/features/explanation/why.tsx';
import { RevisionHistory } from '#src/features/history/revision-history.tsx';
import { callTagged, type Tagged } from '#src/shared/api/client.ts';
import { knownName } from '#src/shared/api/known-name.ts';
import { ApiProblem } from '#src/shared/api/problem.ts';
import { taggedQueryOf } from '#src/shared/api/queries.ts';
import { goneIn } from '#src/shared/form/gone.ts';
import { draftName } from '#src/shared/form/kept-draft.ts';
import { KeptNotice } from '#src/shared/form/kept-notice.tsx';
import { SaveNotices } from '#src/shared/form/save-notices.tsx';
import { savedBy } from '#src/shared/form/saved-words.ts';
import { useTaggedEdit } from '#src/shared/form/tagged-edit.ts';
import { useWindowPlace, type WindowPlace } from '#src/shared/navigation/window-place.ts';
import { LoadingWindow } from '#src/shared/ui/dialog/loading-window.tsx';
import { MissingWindow } from '#src/shared/ui/dialog/missing-window.tsx';
import { ReadOnlyArea } from '#src/shared/rights/read-only-area.tsx';
import { useSession, denialReason } from '#src/shared/rights/denial-reason.ts';
import { PropertiesWindow } from '#src/shared/ui/dialog/properties-window.tsx';
import type { SectionEntry } from '#src/shared/ui/dialog/section-list.tsx';
import { differences, draftOf } from './policy-draft.ts';
import { PolicyGeneral } from './policy-general.tsx';
import { PolicyThreatResponse } from './policy-threat-response.tsx';

const sections: readonly SectionEntry[] = [
  { id: 'general', title: 'General' },
  { id: 'threat-response', title: 'Threat Response', under: 'Kaspersky Sandbox integration' },
  { id: 'revisions', title: 'Revision history' },
];

/** Fields of *General* that show errors of the backend. */
const fieldsOfGeneral = ['/name', '/status'];

/** Schemas to parse a stored draft. */
const keptForm = { view: operations.policy.answer, draft: operations.updatePolicy.body };

const policyQuery = (policyId: PolicyId) => taggedQueryOf('policy', { params: { policyId } });

/** The Properties window of a policy. */
export function PolicyWindow({ policyId }: { policyId: PolicyId }) {
  const policy = useQuery({ ...policyQuery(policyId), refetchOnWindowFocus: 'always' });
  const queries = useQueryClient();
  const place = useWindowPlace();
  if (policy.data) {
    return (
      <PolicyEditor latest={policy.data} gone={goneIn(policy.error)} {...place} onReload={() => policy.refetch()} />
    );
  }
  if (policy.isError)
    return (
      <MissingWindow what="policy" error={policy.error} onRetry={() => void policy.refetch()} onClose={place.onClose} />
    );
  return (
    <LoadingWindow what="policy" name={knownName(queries, 'groupPolicies', policyId)} sections={sections} {...place} />
  );
}

interface PolicyEditorProps extends WindowPlace {
  readonly latest: Tagged<PolicyView>;
  readonly gone: Error | null;
  readonly onReload: () => Promise<{ data: Tagged<PolicyView> | undefined }>;
}

function PolicyEditor({ latest, gone, section, onSection, onClose, onReload }: PolicyEditorProps) {
  const session = useSession();
  const denied = denialReason(session, ['manage-policies']);
  // The navigation updates at once; the section renders at low priority.
  const deferredSection = useDeferredValue(section);
  const edit = useTaggedEdit({
    latest,
    gone,
    queryKey: policyQuery(latest.value.id).queryKey,
    keptAs: session
      ? { name: draftName(session.scenario, session.user, 'policy', latest.value.id), ...keptForm }
      : null,
    draftOf,
    parts: policyParts,
    differences,
    send: (body, ifMatch, onKey) =>
      callTagged('updatePolicy', { params: { policyId: latest.value.id }, body }, { ifMatch, onKey }),
    reload: onReload,
    onRefused: ({ errors }) => {
      if (errors.some(({ path }) => fieldsOfGeneral.includes(path))) onSection('general');
    },
  });
  const { view, draft } = edit;
  const nameError = policyNameSchema.safeParse(draft.name).error?.issues[0]?.message ?? null;
  const write: DryRun | null =
    !edit.canBeTried || nameError !== null
      ? null
      : { operation: 'updatePolicy', params: { policyId: view.id }, query: {}, body: edit.wanted, ifMatch: edit.basis };
  const effects = useEffects(write);
  const errors = edit.refusal instanceof ApiProblem ? edit.refusal.errors : [];
  return (
    <PropertiesWindow
      name={view.name}
      about={`${policyStatusLabels[view.status]} · ${view.group.name} · revision ${String(view.revision)}`}
      sections={sections}
      section={section}
      onSection={onSection}
      changes={edit.changes}
      saveDenied={denied}
      invalid={edit.unchosen ?? nameError}
      effects={
        edit.newer
          ? reviewRequired(savedBy(edit.newer.value, session?.user), edit.newer.review)
          : applyEffects(effects, { write, groupId: view.group.id, on: null })
      }
      saving={edit.saving}
      onSave={edit.save}
      onClose={onClose}
      onDiscard={edit.discarded}
    >
      <ReadOnlyArea reason={denied}>
        {denied === null && <KeptNotice found={edit.found} />}
        <SaveNotices
          what="policy"
          conflict={edit.conflict}
          savedMeanwhile={({ modifiedBy, revision }) =>
            modifiedBy === session?.user
              ? `You saved revision ${String(revision)} in another tab`
              : `${modifiedBy} saved revision ${String(revision)} meanwhile`
          }
          user={session?.user}
          newer={edit.newer}
          savedBefore={edit.savedBefore}
          refusal={edit.refusal}
          changes={edit.changes}
          shownAtField={fieldsOfGeneral}
        />
        {deferredSection === 'threat-response' && (
          <PolicyThreatResponse view={view} draft={draft} onChange={edit.edit} />
        )}
        <Why subject={{ policy: view.id }} unsaved={edit.changes.length > 0} />
        {deferredSection === 'revisions' && (
          <RevisionHistory
            object={{ kind: 'policy', objectId: view.id }}
            unsaved={edit.changes}
            onRestored={edit.takeNewest}
          />
        )}
        {deferredSection !== 'threat-response' && deferredSection !== 'revisions' && (
          <PolicyGeneral view={view} draft={draft} errors={errors} effects={effects} onChange={edit.edit} />
        )}
      </ReadOnlyArea>
    </PropertiesWindow>
  );
}
