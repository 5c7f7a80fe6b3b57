/** What of a fiber of React is looked at. Source: react-reconciler, ReactInternalTypes.js. */
interface Fiber {
  readonly tag: number;
  readonly flags: number;
  readonly type: unknown;
  readonly alternate: Fiber | null;
  readonly child: Fiber | null;
  readonly sibling: Fiber | null;
  readonly stateNode: unknown;
}

/**
 * Runs in the page before the console: notes which components are drawn anew and which parts of the document change, from
 * `drawing.begin()` on. React tells whoever stands in the place of its developer tools of each commit, in a production build
 * too; which components took part in it is found as those tools find it.
 */
export function watchDrawing() {
  const performedWork = 1;
  const hostComponent = 5;
  /** Function components, classes, `forwardRef` and `memo`. */
  const components = [0, 1, 11, 14, 15];
  const drawing = { on: false, ofTheClock: 0, elsewhere: [] as string[], begin };
  Object.assign(globalThis, { drawing });

  const isClock = (node: Node | null): boolean => {
    const element = node instanceof Element ? node : (node?.parentElement ?? null);
    return element?.closest('header button')?.textContent.includes('Simulated time') ?? false;
  };

  function note(node: Node | null, inClock: boolean, what: string) {
    if (inClock || isClock(node)) drawing.ofTheClock += 1;
    else drawing.elsewhere.push(`${what} at ${String(node?.textContent).slice(0, 60)}`);
  }

  function firstHost(fiber: Fiber): Node | null {
    if (fiber.tag === hostComponent) return fiber.stateNode as Node;
    for (let child = fiber.child; child; child = child.sibling) {
      const host = firstHost(child);
      if (host) return host;
    }
    return null;
  }

  function visit(fiber: Fiber, above: boolean) {
    const inClock = above || isClock(firstHost(fiber));
    if (components.includes(fiber.tag) && (fiber.flags & performedWork) !== 0) note(firstHost(fiber), inClock, 'drawn');
    if (fiber.child === fiber.alternate?.child) return;
    for (let child = fiber.child; child; child = child.sibling)
      if (child !== fiber.alternate?.child) visit(child, inClock);
  }

  Object.assign(globalThis, {
    __REACT_DEVTOOLS_GLOBAL_HOOK__: {
      supportsFiber: true,
      renderers: new Map(),
      inject: () => 1,
      onCommitFiberUnmount: () => undefined,
      onPostCommitFiberRoot: () => undefined,
      onCommitFiberRoot: (_: number, { current }: { current: Fiber }) => {
        if (drawing.on) visit(current, false);
      },
    },
  });

  function begin() {
    drawing.on = true;
    new MutationObserver((changes) => {
      for (const { target, type } of changes) note(target, false, type);
    }).observe(document, { subtree: true, childList: true, characterData: true, attributes: true });
  }
}
