import {
  Alert,
  Box,
  Button,
  Dialog,
  DialogActions,
  DialogContent,
  DialogTitle,
  Skeleton,
  Typography,
} from '@mui/material';
import { useQuery } from '@tanstack/react-query';
import type { ExplanationView } from '#contract/explanations.ts';
import type { DeviceId, PolicyId } from '#domain/ids.ts';
import { settingsGroupLabels, type SettingsGroup } from '#domain/policy/settings.ts';
import { queryOf } from '#src/shared/api/queries.ts';
import { decodeDraft } from '#src/shared/navigation/draft-param.ts';
import { useSetSearchParams } from '#src/shared/navigation/route-location.ts';
import { viewerZone } from '#src/shared/time/format.ts';
import { revisionText } from '#src/shared/time/revision-text.ts';
import { CopyButton } from '#src/shared/ui/controls/copy-button.tsx';
import { FailedState } from '#src/shared/ui/feedback/page-states.tsx';
import { explanationSummary, requestedSetting, deciderName, sharedLockNote } from './explanation-summary.ts';
import { PolicyChain } from './policy-chain.tsx';

export interface WhyProps {
  /** With the text of a draft, as an address holds it, the draft is explained and not what is saved. */
  readonly subject: { readonly device: DeviceId; readonly draft?: string | undefined } | { readonly policy: PolicyId };
  readonly settings: SettingsGroup;
  /** The one setting of it that was asked about, by its name; undefined for all of them. */
  readonly setting: string | undefined;
  /** True while the window behind holds edits that are not saved: they are not explained. */
  readonly unsaved: boolean;
}

/** The explanation of either kind of subject: the two answers have one form. */
function useExplanation(subject: WhyProps['subject'], settingsGroup: SettingsGroup) {
  const device = 'device' in subject ? subject.device : null;
  const policy = 'policy' in subject ? subject.policy : null;
  const text = 'device' in subject ? subject.draft : undefined;
  // What cannot be read is no draft: what is saved holds.
  const draft = text === undefined ? null : decodeDraft(text);
  // The text to copy speaks in the zone that is seen.
  const query = { zone: viewerZone() };
  const ofDevice = useQuery({
    ...queryOf('explainDevice', device === null ? {} : { params: { deviceId: device, settingsGroup }, query }),
    enabled: device !== null && draft === null,
  });
  const ofDraft = useQuery({
    ...queryOf(
      'explainDraft',
      device === null || draft === null ? {} : { params: { deviceId: device, settingsGroup }, query, body: draft },
    ),
    enabled: device !== null && draft !== null,
  });
  const ofPolicy = useQuery({
    ...queryOf('explainPolicy', policy === null ? {} : { params: { policyId: policy, settingsGroup }, query }),
    enabled: policy !== null,
  });
  if (draft !== null) return { explanation: ofDraft, drafted: true };
  return { explanation: device === null ? ofPolicy : ofDevice, drafted: false };
}

/** *Why?*: who decided a group of settings on a device or in a policy, level by level, with the winner and the losers. */
export function WhyDialog({ subject, settings, setting, unsaved }: WhyProps) {
  const setPlace = useSetSearchParams();
  const { explanation, drafted } = useExplanation(subject, settings);
  const close = () => {
    setPlace({ why: undefined, whyDevice: undefined, whySetting: undefined });
  };
  const { data } = explanation;
  const requested = data ? requestedSetting(data, setting) : null;
  return (
    <Dialog
      open
      onClose={close}
      maxWidth={false}
      aria-labelledby="why-title"
      slotProps={{ paper: { sx: { width: 760, m: { xs: 2, sm: 8 }, maxWidth: 'calc(100% - 16px)' } } }}
    >
      <DialogTitle
        component="div"
        sx={{ px: 5, display: 'flex', columnGap: 3, alignItems: 'baseline', flexWrap: 'wrap' }}
      >
        <Typography variant="h2" id="why-title">
          Why? {requested ?? settingsGroupLabels[settings]}
        </Typography>
        <Typography color="textSecondary">
          {data && `${subjectLabels[data.subject.kind]} ${data.subject.name}`}
        </Typography>
      </DialogTitle>
      <DialogContent dividers sx={{ px: 5, py: 4 }}>
        {explanation.isError && (
          <FailedState what="The explanation" error={explanation.error} onRetry={() => void explanation.refetch()} />
        )}
        {explanation.isPending && <LoadingChain />}
        {data && (
          <>
            {unsaved && (
              <Alert severity="warning" icon={false} sx={{ mb: 4 }}>
                This explains what is saved. What is edited or tried and not saved does not count here.
              </Alert>
            )}
            {drafted && (
              <Alert severity="info" icon={false} sx={{ mb: 4 }}>
                This explains the draft, as it would hold once it is saved.
              </Alert>
            )}
            <Answer explanation={data} request={requested} />
            <PolicyChain explanation={data} requestedSetting={requested} />
          </>
        )}
      </DialogContent>
      <DialogActions sx={{ px: 5, py: 3 }}>
        <Typography variant="body2" color="textSecondary" sx={{ flex: 1 }}>
          Times in {viewerZone()}, your time zone.
        </Typography>
        {data && <CopyButton label="Copy as text" text={() => data.text} />}
        <Button variant="contained" color="primary" onClick={close}>
          Close
        </Button>
      </DialogActions>
    </Dialog>
  );
}

const subjectLabels = { device: 'on the device', policy: 'in the policy' };

function Answer({ explanation, request }: { explanation: ExplanationView; request: string | null }) {
  const { value, by } = explanationSummary(explanation, request);
  const shared = request === null ? null : sharedLockNote(explanation);
  return (
    <Box sx={{ mb: 4 }}>
      <Typography variant="h1" component="p">
        {value}
        <span style={{ fontWeight: 400 }}>, {by}.</span>
      </Typography>
      {explanation.saved && (
        <Typography color="textSecondary" sx={{ mt: 1 }}>
          {deciderName(explanation)}, {revisionText(explanation.saved, viewerZone())}
        </Typography>
      )}
      {shared !== null && (
        <Typography color="textSecondary" sx={{ mt: 1 }}>
          {shared}
        </Typography>
      )}
      {explanation.notes.map((note) => (
        <Typography key={note} sx={{ mt: 1, color: 'vesper.now' }}>
          {note}
        </Typography>
      ))}
    </Box>
  );
}

function LoadingChain() {
  return (
    <Box role="status" aria-label="Loading the explanation">
      <Skeleton height={34} width="70%" sx={{ mb: 3 }} />
      {[0, 1, 2].map((level) => (
        <Skeleton key={level} variant="rounded" height={84} sx={{ ml: 9, mb: 4 }} />
      ))}
    </Box>
  );
}
