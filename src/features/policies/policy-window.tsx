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
import { cachedName } from '#src/shared/api/cached-name.ts';
import { ApiProblem } from '#src/shared/api/problem.ts';
import { taggedQueryOf } from '#src/shared/api/queries.ts';
import { notFoundError } from '#src/shared/form/not-found-error.ts';
import { draftKey } from '#src/shared/form/saved-draft.ts';
import { RecoveredDraftNotice } from '#src/shared/form/recovered-draft-notice.tsx';
import { SaveNotices } from '#src/shared/form/save-notices.tsx';
import { describeRevisionAuthor } from '#src/shared/form/describe-save.ts';
import { useVersionedForm } from '#src/shared/form/use-versioned-form.ts';
import { useWindowLocation, type WindowLocation } from '#src/shared/navigation/window-location.ts';
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
const draftForm = { view: operations.policy.answer, draft: operations.updatePolicy.body };

const policyQuery = (policyId: PolicyId) => taggedQueryOf('policy', { params: { policyId } });

/** The Properties window of a policy. */
export function PolicyWindow({ policyId }: { policyId: PolicyId }) {
  const policy = useQuery({ ...policyQuery(policyId), refetchOnWindowFocus: 'always' });
  const queries = useQueryClient();
  const place = useWindowLocation();
  if (policy.data) {
    return (
      <PolicyEditor
        latest={policy.data}
        deleted={notFoundError(policy.error)}
        {...place}
        onReload={() => policy.refetch()}
      />
    );
  }
  if (policy.isError)
    return (
      <MissingWindow what="policy" error={policy.error} onRetry={() => void policy.refetch()} onClose={place.onClose} />
    );
  return (
    <LoadingWindow what="policy" name={cachedName(queries, 'groupPolicies', policyId)} sections={sections} {...place} />
  );
}

interface PolicyEditorProps extends WindowLocation {
  readonly latest: Tagged<PolicyView>;
  readonly deleted: Error | null;
  readonly onReload: () => Promise<{ data: Tagged<PolicyView> | undefined }>;
}

function PolicyEditor({ latest, deleted, section, onSection, onClose, onReload }: PolicyEditorProps) {
  const session = useSession();
  const denied = denialReason(session, ['manage-policies']);
  // The navigation updates at once; the section renders at low priority.
  const deferredSection = useDeferredValue(section);
  const edit = useVersionedForm({
    latest,
    deleted,
    queryKey: policyQuery(latest.value.id).queryKey,
    storageName: session
      ? { name: draftKey(session.scenario, session.user, 'policy', latest.value.id), ...draftForm }
      : null,
    draftOf,
    parts: policyParts,
    differences,
    operation: 'updatePolicy',
    send: (body, options) => callTagged('updatePolicy', { params: { policyId: latest.value.id }, body }, options),
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
  const effects = useEffects(write, { isPaused: edit.saving });
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
          ? reviewRequired(describeRevisionAuthor(edit.newer.value, session?.user), edit.newer.review)
          : applyEffects(effects, { write, groupId: view.group.id, on: null })
      }
      saving={edit.saving}
      onSave={edit.save}
      onClose={onClose}
      onDiscard={edit.discarded}
    >
      <ReadOnlyArea reason={denied}>
        {denied === null && <RecoveredDraftNotice found={edit.found} />}
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
