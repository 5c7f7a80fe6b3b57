/**
 * The one policy by which a text becomes the address of a script or a worker, where the browser knows Trusted Types: it is
 * an address of the server that the page came from. Nothing else, neither markup nor code, is made of a text here.
 */
interface Policies {
  createPolicy(name: 'default', rules: { createScriptURL: (address: string) => string | null }): unknown;
}

const { trustedTypes } = globalThis as { readonly trustedTypes?: Policies };

trustedTypes?.createPolicy('default', {
  createScriptURL: (address) => (new URL(address, location.href).origin === location.origin ? address : null),
});
