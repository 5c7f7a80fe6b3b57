import { Suspense, useState } from 'react';
import { FilterPlaceholder } from './closed-filter.tsx';
import type { FilterSelectProps } from './filter-select.tsx';
import { lazyComponent } from '#src/shared/ui/lazy-component.tsx';

// MUI's Select is a tenth of the first load, so a placeholder stands in for it until it has loaded.
const FilterSelect = lazyComponent(() => import('./filter-select.tsx').then((m) => m.FilterSelect));

/** A select that filters a list by one value. */
export function FilterBox<T extends string>({ label, values, labels, value, onFilter }: FilterSelectProps<T>) {
  const loaded = FilterSelect.useLoaded();
  const [opened, setOpened] = useState(false);
  const [focused, setFocused] = useState(false);
  if (!loaded) {
    return (
      <FilterPlaceholder
        label={label}
        words={value === undefined ? 'All' : labels[value]}
        onReach={FilterSelect.preload}
        onOpen={() => {
          setOpened(true);
        }}
        onFocusChange={setFocused}
      />
    );
  }
  return (
    <Suspense fallback={null}>
      <FilterSelect
        label={label}
        values={values}
        labels={labels}
        value={value}
        onFilter={(chosen) => {
          onFilter(values.find((one) => one === chosen));
        }}
        opened={opened}
        focused={focused}
      />
    </Suspense>
  );
}
