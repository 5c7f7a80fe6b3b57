import { NewerData } from './newer-data.tsx';
import type { useUnavailableReason } from './use-unavailable-reason.ts';
import { StorageNotAnswering } from './storage-not-answering.tsx';
import { UnknownUser } from './unknown-user.tsx';

const pages = {
  'newer-data': NewerData,
  'not-signed-in': UnknownUser,
  'storage-not-answering': StorageNotAnswering,
} as const;

/** Replaces every page while the backend cannot serve any. */
export function UnavailablePage({
  why: reason,
}: {
  readonly why: NonNullable<ReturnType<typeof useUnavailableReason>>;
}) {
  const Page = pages[reason];
  return <Page />;
}
