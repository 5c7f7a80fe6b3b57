import { AuditLog } from '#src/features/audit/audit-log.tsx';
import { useTimeChoices } from '#src/shared/time/time-choices.ts';
import { usePageTitle } from './page-title.ts';

/** The page of the audit log. */
export function AuditPage() {
  useTimeChoices();
  usePageTitle('Audit log');
  return <AuditLog />;
}
