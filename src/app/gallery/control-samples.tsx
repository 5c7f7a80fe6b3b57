import { Button, Chip, Switch, TextField } from '@mui/material';
import { useState } from 'react';
import { AllowedButton } from '#src/shared/rights/allowed-button.tsx';
import { AllowedCheckbox } from '#src/shared/rights/allowed-checkbox.tsx';
import { CopyButton } from '#src/shared/ui/controls/copy-button.tsx';
import { FileDrop } from '#src/shared/ui/controls/file-drop.tsx';
import { FilterBox } from '#src/shared/ui/controls/filter-box.tsx';
import { MenuButton } from '#src/shared/ui/controls/menu-button.tsx';
import { SearchBox } from '#src/shared/ui/controls/search-box.tsx';
import { TextButton } from '#src/shared/ui/controls/text-button.tsx';
import { Sample, SampleSection } from './sample.tsx';

const doNothing = () => undefined;
const reason = 'Your role, Auditor, does not allow this.';
const statuses = { online: 'Online', offline: 'Offline' } as const;

export function ControlSamples() {
  const [search, setSearch] = useState('');
  const [status, setStatus] = useState<keyof typeof statuses>();
  const [checked, setChecked] = useState(true);
  const [files, setFiles] = useState('No file chosen');
  return (
    <SampleSection title="Controls">
      <Sample title="Button: contained, outlined, text, disabled, not allowed (with its reason)">
        <Button variant="contained">Contained</Button>
        <Button variant="outlined">Outlined</Button>
        <Button>Text</Button>
        <Button disabled>Disabled</Button>
        <AllowedButton disabledReason={reason}>Not allowed</AllowedButton>
      </Sample>
      <Sample title="Text button, copy button">
        <TextButton>Opens something</TextButton>
        <CopyButton label="Copy" text={() => 'Copied from the gallery'} />
      </Sample>
      <Sample title="Menu button: usual, busy">
        <MenuButton
          label="Menu"
          entries={[
            { label: 'Entry', onChoose: doNothing },
            { label: 'Checked entry', checked: true, onChoose: doNothing },
            { label: 'Entry that is not allowed', disabledReason: reason, onChoose: doNothing },
            { label: 'Entry of another group', apart: true, onChoose: doNothing },
          ]}
        />
        <MenuButton label="Busy menu" busy entries={[]} />
      </Sample>
      <Sample title="Search and filter">
        <SearchBox
          label="Search samples"
          value={search}
          onSearch={(text) => {
            setSearch(text ?? '');
          }}
        />
        <FilterBox
          label="Status of samples"
          values={['online', 'offline']}
          labels={statuses}
          value={status}
          onFilter={setStatus}
        />
      </Sample>
      <Sample title="Checkbox and switch: usual, disabled">
        <AllowedCheckbox label="Checkbox" checked={checked} onChange={setChecked} />
        <AllowedCheckbox label="Disabled checkbox" checked disabled onChange={doNothing} />
        <Switch defaultChecked slotProps={{ input: { 'aria-label': 'Switch' } }} />
        <Switch disabled slotProps={{ input: { 'aria-label': 'Disabled switch' } }} />
      </Sample>
      <Sample title="Text field: usual, invalid, disabled">
        <TextField label="Name" defaultValue="Berlin" />
        <TextField label="Invalid name" error helperText="Enter a name." />
        <TextField label="Disabled name" disabled defaultValue="Berlin" />
      </Sample>
      <Sample title="Chip">
        <Chip label="Online" />
        <Chip label="Outlined" variant="outlined" />
      </Sample>
      <Sample title="File drop">
        <FileDrop
          verb="Choose a file…"
          label="Sample file"
          onFiles={(chosen) => {
            setFiles(chosen.map(({ name }) => name).join(', '));
          }}
        >
          {files}
        </FileDrop>
      </Sample>
    </SampleSection>
  );
}
