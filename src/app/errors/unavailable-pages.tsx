import { NewerData } from './newer-data.tsx';
import type { useRefusedWorld } from './use-unavailable-reason.ts';
import { StorageNotAnswering } from './storage-not-answering.tsx';
import { UnknownUser } from './unknown-user.tsx';

const pages = {
  'newer-data': NewerData,
  'not-signed-in': UnknownUser,
  'storage-not-answering': StorageNotAnswering,
} as const;

/** In place of every page: why none can be shown, and a way on. */
export function RefusedWorld({ why }: { readonly why: NonNullable<ReturnType<typeof useRefusedWorld>> }) {
  const Page = pages[why];
  return <Page />;
}
