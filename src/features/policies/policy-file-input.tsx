import { Box } from '@mui/material';
import { useRef, type ReactNode } from 'react';
import { AllowedButton } from '#src/shared/rights/allowed-button.tsx';
import { useFileDrop } from '#src/shared/ui/controls/file-drop.tsx';
import { maxFileKiB, readPolicyFile, type ReadFile } from './policy-file.ts';

type OnFile = (chosen: { readonly fileName: string; readonly read: ReadFile }) => void;

async function readChosen(files: FileList, onFile: OnFile) {
  const [file] = files;
  if (!file) return;
  if (files.length > 1) {
    const message = `${String(files.length)} files were chosen. Import one at a time.`;
    onFile({ fileName: 'More than one file', read: { kind: 'refused', reasons: [{ path: '', message }] } });
    return;
  }
  // Reads one KiB more than allowed: a larger file is refused by its length.
  const text = await file.slice(0, (maxFileKiB + 1) * 1024).text();
  onFile({ fileName: file.name, read: readPolicyFile(text) });
}

interface ImportButtonProps {
  /** Why the signed-in user may not import one; null if allowed. */
  readonly denied: string | null;
  readonly disabled: boolean;
  readonly onFile: OnFile;
}

export function ImportButton({ denied, disabled, onFile }: ImportButtonProps) {
  const input = useRef<HTMLInputElement>(null);
  return (
    <>
      <AllowedButton
        disabledReason={denied}
        disabled={disabled}
        title={`A file exported from a policy, at most ${String(maxFileKiB)} KiB. It can be dropped on the list too.`}
        onClick={() => input.current?.click()}
      >
        Import
      </AllowedButton>
      <input
        ref={input}
        type="file"
        accept=".json,application/json"
        hidden
        aria-label="Policy file"
        onChange={({ currentTarget }) => {
          const { files } = currentTarget;
          if (files) void readChosen(files, onFile).then(() => (currentTarget.value = ''));
        }}
      />
    </>
  );
}

/** Makes the list a drop target for an exported policy. */
export function PolicyDrop({ disabled, onFile, children }: { disabled: boolean; onFile: OnFile; children: ReactNode }) {
  const { over, handlers } = useFileDrop((files) => {
    void readChosen(files, onFile);
  }, disabled);
  return (
    <Box
      sx={
        over
          ? { outline: 2, outlineOffset: 2, outlineColor: 'primary.main', outlineStyle: 'dashed', borderRadius: '8px' }
          : {}
      }
      {...handlers}
    >
      {children}
    </Box>
  );
}
