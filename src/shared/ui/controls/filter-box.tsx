import { Suspense, useState } from 'react';
import { FilterPlaceholder } from './closed-filter.tsx';
import type { FilterSelectProps } from './filter-select.tsx';
import { lazyComponent } from '#src/shared/ui/lazy-component.tsx';

// All that a list needs to open is a tenth of the first screen: until it is loaded, a closed one stands for it.
const FilterSelect = lazyComponent(() => import('./filter-select.tsx').then((m) => m.FilterSelect));

/** A box that leaves only the rows of one value in sight. */
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
