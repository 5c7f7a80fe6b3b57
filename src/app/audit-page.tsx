import { AuditLog } from '#src/features/audit/audit-log.tsx';
import { usePageTitle } from './page-title.ts';

/** The page of the audit log. */
export function AuditPage() {
  usePageTitle('Audit log');
  return <AuditLog />;
}
